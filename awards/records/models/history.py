"""What the register holds of subjects: of people by their key, of collectives by their name in their unit, also in the
organisations that theirs came from, and the lines that an officer found to be theirs too. A bounded number of queries,
however many subjects."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from awards.catalogue.rules.terms import SubjectKind
from awards.records.models.subject import Subject, SubjectMove
from awards.register.models.honour import Honour
from awards.register.rules.terms import HonourStatus
from clusters.organisations.models.lineage import lineage
from clusters.organisations.rules.lineage import Link, ancestors

Names = tuple[str, ...]


def lines_held_by(subjects: Iterable[Subject], *, links: Sequence[Link] | None = None) -> dict[int, list[Honour]]:
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
                of_collectives[str(organisation), one.sort_key, one.unit_key].add(one.pk)
            for line in moved[one.pk]:
                of_collectives[str(line.organisation_id), line.sort_key, line.unit_key].add(one.pk)
    rows = Honour.objects.exclude(status=HonourStatus.UNDONE).select_related("award", "organisation").order_by()
    found: dict[int, dict[int, Honour]] = {one.pk: {} for one in listed}
    if of_people:
        for honour in rows.filter(recipient_key__in=list(of_people)):
            for pk in of_people[honour.recipient_key]:
                found[pk][honour.pk] = honour
    if of_collectives:
        wanted = Q(
            subject_kind=SubjectKind.COLLECTIVE,
            organisation_id__in={int(names[0]) for names in of_collectives},
            sort_key__in={names[1] for names in of_collectives},
        )
        for honour in rows.filter(wanted):
            for pk in of_collectives.get((str(honour.organisation_id), honour.sort_key, honour.unit_key), ()):
                found[pk][honour.pk] = honour
    for one in listed:
        for line in moved[one.pk]:
            found[one.pk][line.pk] = line
    return {pk: sorted(lines.values(), key=lambda one: (one.decision_date, one.pk)) for pk, lines in found.items()}


def _moved_lines(subjects: list[Subject]) -> dict[int, list[Honour]]:
    found: dict[int, list[Honour]] = {one.pk: [] for one in subjects}
    moves = SubjectMove.objects.filter(subject__in=list(found)).select_related("honour__award", "honour__organisation")
    for move in moves.exclude(honour__status=HonourStatus.UNDONE):
        found[move.subject_id].append(move.honour)
    return found
