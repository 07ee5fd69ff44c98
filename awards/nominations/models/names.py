"""What awards are called in dossiers: as the law of a day names them in that kind of province."""

from collections.abc import Iterable
from datetime import date

from awards.catalogue.models.award import Award, AwardQuerySet
from awards.catalogue.models.kinds import KINDS
from awards.catalogue.rules.terms import ProvinceKind
from awards.nominations.models.nomination import Nomination
from clusters.models import Organisation, OrganisationKind


def province_kind(organisation: Organisation) -> ProvinceKind:
    """Of a unit, the kind of what it belongs to."""
    body = organisation.parent if organisation.kind == OrganisationKind.UNIT and organisation.parent else organisation
    return KINDS.get(OrganisationKind(body.kind), ProvinceKind.ANY)


def award_names(nominations: Iterable[Nomination], *, on: date) -> dict[int, str]:
    """{dossier: name of its award}; one query for each kind of province among them."""
    found: dict[int, str] = {}
    by_kind: dict[ProvinceKind, list[Nomination]] = {}
    for one in nominations:
        by_kind.setdefault(province_kind(one.organisation), []).append(one)
    for kind, rows in by_kind.items():
        named = Award.objects.filter(pk__in={one.award_id for one in rows}).named(on=on, province_kind=kind)
        names = dict(named.values_list("pk", "printed_name"))
        found |= {one.pk: names[one.award_id] for one in rows}
    return found


def award_name(nomination: Nomination, *, on: date) -> str:
    return award_names([nomination], on=on)[nomination.pk]


def awards_offered(organisation: Organisation, *, on: date) -> AwardQuerySet:
    """Given on that day, with the names of its law."""
    return Award.objects.on(on).named(on=on, province_kind=province_kind(organisation)).order_by("position")


def name_of_award(award: Award, organisation: Organisation, *, on: date) -> str:
    named = Award.objects.filter(pk=award.pk).named(on=on, province_kind=province_kind(organisation))
    return named.values_list("printed_name", flat=True).get()
