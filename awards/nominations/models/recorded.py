"""Whom a dossier nominates, as an office keeps them in the book of records."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from awards.catalogue.rules.terms import SubjectKind
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.subjects import near_of
from awards.records.models.subject import Subject
from clusters.organisations.models.lineage import lineage
from clusters.organisations.rules.lineage import Link, ancestors


def recorded_subject(nomination: Nomination) -> Subject | None:
    """The subject as an office keeps it in the book of records, if it does."""
    return recorded_subjects([nomination]).get(nomination.pk)


def recorded_subjects(nominations: Iterable[Nomination], *, links: list[Link] | None = None) -> dict[int, Subject]:
    """{dossier: the recorded one}, those without left out: by the body, else the person's key, else name and unit. At
    most three queries. `links`: `lineage()`, where it was asked already."""
    listed = list(nominations)
    links = lineage() if links is None else links
    kept = KeptSubjects(listed, links)
    found = {one.pk: kept.of(one) for one in listed}
    return {pk: subject for pk, subject in found.items() if subject is not None}


class KeptSubjects:
    """What the offices around some dossiers keep, asked once for all of them."""

    def __init__(self, nominations: Sequence[Nomination], links: list[Link]):
        self._around: dict[frozenset[int], frozenset[int]] = {}
        self._links = links
        offices = {office for one in nominations for office in self._offices(one)}
        rows = Subject.objects.filter(organisation__in=offices).order_by("sort_key", "pk")
        bodies = {one.subject_id for one in nominations if one.subject_id is not None}
        keys = {one.recipient_key for one in nominations if one.recipient_key}
        named = [one for one in nominations if not one.is_of_a_person and one.sort_key]
        self._by_body = self._grouped(rows.filter(body__in=bodies), ("body_id",)) if bodies else {}
        self._by_person = self._grouped(rows.filter(recipient_key__in=keys), ("recipient_key",)) if keys else {}
        nobody = rows.exclude(subject_kind=SubjectKind.INDIVIDUAL)
        of_names = nobody.filter(sort_key__in={one.sort_key for one in named})
        self._by_name = self._grouped(of_names, ("sort_key", "unit_key")) if named else {}

    @staticmethod
    def _grouped(rows: Iterable[Subject], columns: tuple[str, ...]) -> dict[tuple, list[Subject]]:
        found: dict[tuple, list[Subject]] = defaultdict(list)
        for row in rows:
            found[(row.subject_kind, *(getattr(row, column) for column in columns))].append(row)
        return found

    def _offices(self, nomination: Nomination) -> frozenset[int]:
        near = near_of(nomination)
        if near not in self._around:
            self._around[near] = ancestors(near, self._links)
        return self._around[near]

    def of(self, nomination: Nomination) -> Subject | None:
        kind = nomination.subject_kind
        candidates = [*self._by_body.get((kind, nomination.subject_id), ())] if nomination.subject_id else []
        if nomination.recipient_key:
            candidates += self._by_person.get((kind, nomination.recipient_key), ())
        elif not nomination.is_of_a_person and nomination.sort_key:
            candidates += self._by_name.get((kind, nomination.sort_key, nomination.unit_key), ())
        offices = self._offices(nomination)
        return next((one for one in candidates if one.organisation_id in offices), None)
