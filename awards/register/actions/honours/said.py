"""One honour as a person typed it, judged as a row of a list is; where a list only warns, a form may refuse."""

import copy
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.catalogue.models import wording
from awards.catalogue.rules.terms import Family, SubjectKind
from awards.register.models.honour import Honour
from awards.rows.intake.expectations import expectations_of
from awards.rows.models import RecipientColumns
from awards.rows.rules.check_row import RowChecker
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.identity_numbers import NEW, OLD, identity_digits
from awards.rows.rules.lines import ListLine, RowKind
from awards.rows.rules.person import recipient_key_of
from awards.rows.rules.reading import CheckedRow, Expectations, GivenForList
from awards.rows.words import told
from emulation.core.dates import format_date
from emulation.core.errors import Refusal

TYPED = (
    Field.NAME,
    Field.HONORIFIC,
    Field.BIRTH,
    Field.IDENTITY,
    Field.POSITION,
    Field.UNIT,
    Field.ACHIEVEMENT_YEAR,
)
OF_PEOPLE = {
    "honorific": gettext_lazy("Only individuals have a form of address; clear this field."),
    "birth": gettext_lazy("Only individuals have a date of birth; clear this field."),
    "identity": gettext_lazy("Only individuals have an identity number; clear it."),
    "target_group": gettext_lazy("Only individuals have a target group; choose none."),
}
LINE = [field.column for field in RecipientColumns._meta.get_fields()]


@dataclass(frozen=True)
class Said:
    """`birth` is a day, a bare year or nothing; `award` and `campaign` as code and id. An empty `identity` leaves the
    number that is kept, unless `forget_identity`."""

    subject_kind: str
    name: str
    award: str
    family: str
    way: str
    decision_date: date
    honorific: str = ""
    birth: date | int | None = None
    identity: str = ""
    forget_identity: bool = False
    position: str = ""
    unit: str = ""
    target_group: str = ""
    achievement_year: int | None = None
    decision_number: str = ""
    signer_office: str = ""
    campaign: int | None = None


@dataclass(frozen=True)
class HonourObjection:
    field: str
    sentence: str


class Objections(Refusal):
    """All that is wrong with what was typed, not only the first."""

    def __init__(self, found: list[HonourObjection]):
        super().__init__(found[0].sentence, field=found[0].field)
        self.found = found


def written(honour: Honour, said: Said, *, on: date) -> Honour:
    """A copy of the line that says what was typed, with the keys that lists give it; `Objections` when it may not."""
    given = GivenForList(
        way=said.way,
        target_group=said.target_group,
        decision_number=said.decision_number,
        decision_date=said.decision_date,
        signer_office=said.signer_office,
        campaign=said.campaign,
    )
    judged_by = expectations_of(honour.organisation, given=given, on=on)
    judged_by = replace(judged_by, given=replace(given, award=judged_by.awards[said.award].pk))
    row = RowChecker(judged_by, Meanings(dict(enumerate(TYPED)))).check(
        ListLine(1, RowKind.HONOUR, _cells(said), subject=said.subject_kind)
    )
    if not (said.identity or said.forget_identity) and said.subject_kind == SubjectKind.INDIVIDUAL:
        row.identity_digest, row.identity_tail = honour.identity_digest, honour.identity_tail
        row.recipient_key = recipient_key_of(row)
    refused = [HonourObjection(problem.column, told(problem)) for problem in row.problems if problem.refuses]
    objections = [*_of_the_form(honour, said, judged_by), *refused]
    if objections:
        raise Objections(objections)
    return _line(honour, row, judged_by)


def _cells(said: Said) -> list:
    digits = identity_digits(said.identity)
    return [
        said.name,
        said.honorific,
        format_date(said.birth) if isinstance(said.birth, date) else str(said.birth or ""),
        digits if len(digits) in (OLD, NEW) else "",
        said.position,
        said.unit,
        str(said.achievement_year or ""),
    ]


def _line(honour: Honour, row: CheckedRow, judged_by: Expectations) -> Honour:
    line = copy.copy(honour)
    named = {"award_id": judged_by.awards[row.award].pk, "campaign_id": row.campaign}
    for column in LINE:
        setattr(line, column, named[column] if column in named else getattr(row, column))
    return line


def _of_the_form(honour: Honour, said: Said, judged_by: Expectations) -> list[HonourObjection]:
    """What a list warns of, or passes over, and a person at a form can mend at once."""
    found = []
    if said.subject_kind != SubjectKind.INDIVIDUAL:
        keeps_identity = bool(said.identity or (honour.identity_digest and not said.forget_identity))
        typed = {name: getattr(said, name) for name in OF_PEOPLE} | {"identity": keeps_identity}
        found += [HonourObjection(name, str(OF_PEOPLE[name])) for name, value in typed.items() if value]
    elif said.identity and len(identity_digits(said.identity)) not in (OLD, NEW):
        found.append(
            HonourObjection(
                "identity", _("An identity number has 9 or 12 digits. Correct it, or leave the field empty.")
            )
        )
    family = judged_by.awards[said.award].family
    if family != said.family:
        found.append(
            HonourObjection(
                "award",
                _("“%(award)s” is: %(family)s. Choose another one, or change the family above.")
                % {"award": judged_by.awards[said.award].name, "family": wording.FAMILIES[Family(family)]},
            )
        )
    return found
