"""Awards named as their decisions named them."""

from collections import defaultdict
from collections.abc import Iterable

from awards.catalogue.models.award import Award, AwardName
from awards.catalogue.models.kinds import KINDS
from awards.catalogue.rules.naming import NameRow, name_on
from awards.catalogue.rules.terms import ProvinceKind
from awards.register.models.honour import Honour


def printed_names(honours: Iterable[Honour]) -> dict[int, str]:
    """{honour id: name of its award under the law of the decision's day, in that kind of province}; one query."""
    honours = list(honours)
    rows: defaultdict[int, list[NameRow]] = defaultdict(list)
    names = AwardName.objects.filter(award__in={honour.award_id for honour in honours}).select_related("law")
    for name in names:
        rows[name.award_id].append(NameRow(name.law.during.start, name.province_kind, name.name))
    return {
        honour.pk: name_on(
            rows[honour.award_id],
            honour.decision_date,
            KINDS.get(honour.organisation.kind, ProvinceKind.ANY),
        )
        or honour.award.code
        for honour in honours
    }


class AwardNames:
    """The same names for many honours in a row, each law's names read once."""

    def __init__(self) -> None:
        self._rows: defaultdict[int, list[NameRow]] = defaultdict(list)
        self._known: dict[tuple, str] = {}
        for name in AwardName.objects.select_related("law"):
            self._rows[name.award_id].append(NameRow(name.law.during.start, name.province_kind, name.name))
        self._codes = dict(Award.objects.values_list("pk", "code"))

    def of(self, honour: Honour) -> str:
        """`honour.organisation` is at hand; no query."""
        case = (honour.award_id, honour.decision_date, honour.organisation.kind)
        if case not in self._known:
            kind = KINDS.get(honour.organisation.kind, ProvinceKind.ANY)
            named = name_on(self._rows[honour.award_id], honour.decision_date, kind)
            self._known[case] = named or self._codes[honour.award_id]
        return self._known[case]
