"""What else subjects of dossiers are proposed for at the same time, for certain or perhaps."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db.models import Q

from awards.catalogue.rules.terms import SubjectKind
from awards.eligibility.models.cases import MAIN
from awards.eligibility.rules.facts import HonourFact
from awards.eligibility.rules.terms import Standing
from awards.nominations.models.nomination import Nomination, NominationQuerySet
from awards.nominations.rules.terms import NominationState
from awards.records.models.history import may_be_of
from awards.records.models.subject import Subject
from awards.rows.rules.person import sort_keys_of

UNDECIDED = (NominationState.SUBMITTED, NominationState.REVIEW, NominationState.COUNCIL)
SENT = (*UNDECIDED, NominationState.AWARDED)


def proposing_body(nomination: Nomination) -> int:
    """The province, also of what a unit of it nominates."""
    return nomination.organisation.parent_id or nomination.organisation_id


def proposed_elsewhere(
    nominations: Sequence[Nomination], subjects: Mapping[int, Subject], others: NominationQuerySet
) -> dict[int, list[HonourFact]]:
    """{subject: what it is proposed for in other dossiers that are sent and not decided}. One query."""
    rows = others.filter(state__in=UNDECIDED, achieved_to__isnull=False).order_by()
    places: dict[str, set] = defaultdict(set)
    for one in nominations:
        for column, *_beside, value in _known_by(one):
            places[column].add(value)
    alike = Q(subject__in=places["subject"]) | Q(recipient_key__in=places["recipient_key"])
    alike |= Q(sort_key__in=places["name"]) & ~Q(subject_kind=SubjectKind.INDIVIDUAL)
    may_be_named = any(_spelt(one) for one in nominations)
    alike |= named_alike(nominations)
    known, named = defaultdict(list), defaultdict(list)
    for other in rows.filter(alike).select_related("award", "organisation") if places or may_be_named else ():
        named[proposing_body(other), other.subject_kind, other.sort_key].append(other)
        for key in _known_by(other):
            known[key].append(other)
    found: dict[int, list[HonourFact]] = defaultdict(list)
    for one in nominations:
        subject = subjects[one.pk]
        holder = MAIN if subject.is_person else subject.organisation_id
        same = {other.pk: other for key in _known_by(one) for other in known[key] if other.pk != one.pk}
        found[subject.pk] += [_as_proposed(other, holder) for other in same.values()]
        for spelt_key in _spelt(one):
            for other in named[proposing_body(one), one.subject_kind, spelt_key]:
                if other.pk not in {one.pk, *same} and may_be_of(subject, other, other.birth_date, other.birth_year):
                    found[subject.pk].append(_as_proposed(other, holder, Standing.PROPOSED_ALIKE))
    return dict(found)


def named_alike(nominations: Iterable[Nomination]) -> Q:
    """Dossiers of people and households of the same names, who may be the same."""
    keys: dict[str, set[str]] = defaultdict(set)
    for one in nominations:
        keys[one.subject_kind] |= _spelt(one)
    found = Q(pk__in=[])
    for kind, of_kind in keys.items():
        found |= Q(subject_kind=kind, sort_key__in=of_kind)
    return found


def _spelt(nomination: Nomination) -> set[str]:
    """Sort keys of who may be the same by the name alone; none of a person whom nothing tells apart, and of what is
    told apart by its name anyway."""
    if nomination.is_of_a_person and nomination.recipient_key:
        return {nomination.sort_key, *sort_keys_of(nomination.name)}
    return {nomination.sort_key} if nomination.subject_kind == SubjectKind.HOUSEHOLD and nomination.sort_key else set()


def _known_by(nomination: Nomination) -> Iterator[tuple]:
    """What tells who is nominated: the body; the person's key; of others the name in its unit, within the province."""
    if nomination.subject_id is not None:
        yield "subject", nomination.subject_id
    if nomination.recipient_key:
        yield "recipient_key", nomination.recipient_key
    elif not nomination.is_of_a_person and nomination.sort_key:
        kind, unit = nomination.subject_kind, nomination.unit_key
        yield "name", proposing_body(nomination), kind, unit, nomination.sort_key


def _as_proposed(other: Nomination, holder: int, standing: Standing = Standing.PROPOSED) -> HonourFact:
    return HonourFact(
        other.award.code,
        holder,
        other.achieved_to.year,
        other.achieved_to,
        standing,
        family=other.award.family,
        campaign=other.campaign_id,
        first_year=other.achieved_from.year if other.achieved_from else None,
    )
