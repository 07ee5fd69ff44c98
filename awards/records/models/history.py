"""What the register holds of subjects: of people by their key, of collectives by their name in their unit, also in the
organisations that theirs came from, and the lines that an officer found to be theirs too. A bounded number of queries,
however many subjects."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from django.db.models import Exists, OuterRef

from awards.catalogue.rules.terms import SubjectKind
from awards.records.models.subject import Subject, SubjectMove
from awards.register.models.honour import Honour
from awards.register.rules.terms import HonourStatus
from awards.rows.rules.person import sort_keys_of
from clusters.organisations.models.lineage import lineage
from clusters.organisations.rules.lineage import Link, ancestors

Names = tuple[int, str, str]


class HeldLine(NamedTuple):
    """A line of the register, as light as thousands of them must be. `achieved_from`: as its dossier says."""

    pk: int
    recipient_key: str
    organisation: int
    sort_key: str
    unit_key: str
    status: str
    award: str
    family: str
    year: int | None
    number: str
    decided: date
    campaign: int | None
    achieved_from: date | None

    @property
    def names(self) -> Names:
        return self.organisation, self.sort_key, self.unit_key

    @property
    def in_force(self) -> bool:
        return self.status == HonourStatus.IN_FORCE


COLUMNS = (
    "pk",
    "recipient_key",
    "organisation_id",
    "sort_key",
    "unit_key",
    "status",
    "award__code",
    "award__family",
    "achievement_year",
    "decision_number",
    "decision_date",
    "campaign_id",
    "dossiers__achieved_from",
)


def lines_held_by(subjects: Iterable[Subject], *, links: Sequence[Link] | None = None) -> dict[int, list[HeldLine]]:
    """{subject: its lines, oldest decision first}, lines of undone lists left out, revoked ones kept. Four queries.
    `links`: `lineage()`, where it was asked already."""
    listed = list(subjects)
    moved = _moved_lines(listed)
    links = lineage() if links is None else links
    came_from = {pk: ancestors([pk], links) for pk in {one.organisation_id for one in listed}}
    of_people: dict[str, set[int]] = defaultdict(set)
    of_collectives: dict[Names, set[int]] = defaultdict(set)
    for one in listed:
        for key in {one.recipient_key, *(line.recipient_key for line in moved[one.pk])} - {""}:
            of_people[key].add(one.pk)
        if one.subject_kind == SubjectKind.COLLECTIVE:
            for organisation in came_from[one.organisation_id]:
                of_collectives[organisation, one.sort_key, one.unit_key].add(one.pk)
            for line in moved[one.pk]:
                of_collectives[line.names].add(one.pk)
    found: dict[int, dict[int, HeldLine]] = {one.pk: {line.pk: line for line in moved[one.pk]} for one in listed}
    rows = Honour.objects.exclude(status=HonourStatus.UNDONE).order_by()
    if of_people:
        for line in _lines(rows.filter(recipient_key__in=list(of_people))):
            for pk in of_people[line.recipient_key]:
                found[pk][line.pk] = line
    if of_collectives:
        organisations, sort_keys = ({names[place] for names in of_collectives} for place in (0, 1))
        of_kind = rows.filter(subject_kind=SubjectKind.COLLECTIVE)
        for line in _lines(of_kind.filter(organisation__in=organisations, sort_key__in=sort_keys)):
            for pk in of_collectives.get(line.names, ()):
                found[pk][line.pk] = line
    return {pk: sorted(lines.values(), key=lambda one: (one.decided, one.pk)) for pk, lines in found.items()}


def lines_perhaps_of(subjects: Iterable[Subject], *, links: Sequence[Link] | None = None) -> dict[int, list[HeldLine]]:
    """{subject: lines in force around its office that may be its own, which nobody said yet}: of a person under another
    key, with the same name and birth, or without a birth in the same unit; of a household with the same name, which
    nothing else tells apart. One query, and `lineage()` where it is not at hand."""
    asked: dict[tuple[str, str], list[Subject]] = defaultdict(list)
    for one in subjects:
        if one.sort_key and (one.recipient_key or one.subject_kind == SubjectKind.HOUSEHOLD):
            for key in spelt(one):
                asked[one.subject_kind, key].append(one)
    if not asked:
        return {}
    links = lineage() if links is None else links
    offices = {one.organisation_id for group in asked.values() for one in group}
    came_from = {pk: ancestors([pk], links) for pk in offices}
    rows = Honour.objects.in_force().filter(
        ~Exists(SubjectMove.objects.filter(honour=OuterRef("pk"))),
        sort_key__in={name for _kind, name in asked},
        organisation__in={pk for group in came_from.values() for pk in group},
    )
    found: dict[int, list[HeldLine]] = defaultdict(list)
    columns = (*COLUMNS, "subject_kind", "birth_date", "birth_year")
    for *of_line, kind, born, year in rows.order_by("decision_date", "pk").values_list(*columns):
        line = HeldLine._make(of_line)
        for subject in asked.get((kind, line.sort_key), ()):
            if line.organisation in came_from[subject.organisation_id] and may_be_of(subject, line, born, year):
                found[subject.pk].append(line)
    return dict(found)


def spelt(subject: Subject) -> set[str]:
    """Its sort key, and of a person those of the name with Mỹ for Mĩ, as the keys of people do not tell them apart."""
    return {subject.sort_key, *(sort_keys_of(subject.name) if subject.is_person else ())}


class NamedAlike(Protocol):
    """What bears the subject's name, a line of the register or a dossier."""

    @property
    def recipient_key(self) -> str: ...

    @property
    def unit_key(self) -> str: ...


def may_be_of(subject: Subject, line: NamedAlike, born: date | None, year: int | None) -> bool:
    """Whether what bears the name may be the subject's: `born`, `year` of birth as it says."""
    same_unit = line.unit_key == subject.unit_key
    if not subject.is_person:
        return same_unit or not line.unit_key or not subject.unit_key
    if line.recipient_key == subject.recipient_key:
        return False
    if year is None:
        return same_unit
    return year == subject.birth_year and (born is None or subject.birth_date in (None, born))


def honours_held_by(subject: Subject) -> list[Honour]:
    """The same of one subject, whole, by the register of its province: oldest decision first."""
    lines = lines_held_by([subject.of_its_province])[subject.pk]
    found = Honour.objects.select_related("award", "organisation").in_bulk([line.pk for line in lines])
    return [found[line.pk] for line in lines]


def _lines(rows) -> Iterable[HeldLine]:
    return map(HeldLine._make, rows.values_list(*COLUMNS).iterator(chunk_size=5000))


def _moved_lines(subjects: list[Subject]) -> dict[int, list[HeldLine]]:
    found: dict[int, list[HeldLine]] = {one.pk: [] for one in subjects}
    moves = SubjectMove.objects.filter(subject__in=list(found)).exclude(honour__status=HonourStatus.UNDONE)
    columns = ("subject_id", *(f"honour__{column}" for column in COLUMNS))
    for subject, *line in moves.values_list(*columns).order_by():
        found[subject].append(HeldLine._make(line))
    return found
