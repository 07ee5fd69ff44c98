"""What the numbered rules answer of a dossier: the subject's records and honours, and what else is proposed for it."""

from datetime import date

from django.db.models import Q

from awards.catalogue.rules.terms import SubjectKind
from awards.eligibility.models.cases import MAIN, CaseAsked, facts_of
from awards.eligibility.rules.facts import HonourFact
from awards.eligibility.rules.finding import Judged
from awards.eligibility.rules.flags import FLAG
from awards.eligibility.rules.law import judge
from awards.eligibility.rules.leaders import FlagProposal
from awards.eligibility.rules.terms import Route, Standing
from awards.nominations.models.nomination import Nomination, NominationQuerySet
from awards.nominations.models.subjects import around
from awards.nominations.rules.terms import NominationState
from awards.procedures.models.holding import HeldProcedure
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import Effect
from awards.records.models.subject import Subject
from clusters.models import ClusterLevel
from emulation.core.actor import Actor

SENT = (NominationState.SUBMITTED, NominationState.REVIEW, NominationState.COUNCIL, NominationState.AWARDED)
ROUTES = {ClusterLevel.CENTRAL: Route.CENTRAL_CLUSTER, ClusterLevel.PROVINCE: Route.OWN_CLUSTER}


def recorded_subject(nomination: Nomination) -> Subject | None:
    """The subject as an office keeps it in the book of records, if it does."""
    rows = Subject.objects.filter(organisation__in=around(nomination), subject_kind=nomination.subject_kind)
    if nomination.subject_id is not None:
        found = rows.filter(body=nomination.subject_id).first()
        if found is not None:
            return found
    if nomination.recipient_key:
        return rows.filter(recipient_key=nomination.recipient_key).first()
    if nomination.subject_kind == SubjectKind.COLLECTIVE and nomination.sort_key:
        return rows.filter(sort_key=nomination.sort_key, unit_key=nomination.unit_key).first()
    return None


def subject_of(nomination: Nomination) -> Subject:
    """The recorded one; else one made of the dossier alone, which is kept nowhere: then years are simply unknown. It is
    the province's, whose register holds its units' honours; the share of flags is the province's too."""
    found = recorded_subject(nomination)
    if found is not None:
        if nomination.award.code == FLAG:
            found.organisation_id = proposing_body(nomination)
        return found
    shared = ("subject_kind", "name", "name_key", "sort_key", "birth_date", "birth_year", "position", "unit")
    keys = ("unit_key", "target_group", "recipient_key")
    columns = {name: getattr(nomination, name) for name in (*shared, *keys)}
    return Subject(
        pk=-nomination.pk, body_id=nomination.subject_id, organisation_id=proposing_body(nomination), **columns
    )


def proposing_body(nomination: Nomination) -> int:
    """The province, also of what a unit of it nominates."""
    return nomination.organisation.parent_id or nomination.organisation_id


def findings_of(
    nomination: Nomination, held: HeldProcedure, *, on: date, reader: Actor | None = None
) -> tuple[Judged, ...]:
    """By the rules that the procedure names, on the day that decides its version; nothing while it is not said who is
    nominated, or for which time. `reader`: for whose eyes; other dossiers that are kept from that person are not
    counted."""
    if not nomination.name or nomination.achieved_from is None or nomination.achieved_to is None:
        return ()
    if held.procedure is None:
        return ()
    named: dict[str, Effect] = {RuleCode(row.code): Effect(row.effect) for row in held.procedure.rules.all()}
    subject = subject_of(nomination)
    route, led = _led(nomination)
    case = CaseAsked(
        subject=subject,
        award=nomination.award,
        first_year=nomination.achieved_from.year,
        year=nomination.achieved_to.year,
        on=held.choice.day or on,
        route=route,
        led=led,
    )
    pending = {subject.pk: _proposed(nomination, MAIN if subject.is_person else subject.organisation_id, reader)}
    flags = (
        {(subject.organisation_id, case.year): _flags_sent(nomination, reader)} if nomination.award.code == FLAG else {}
    )
    return judge(facts_of([case], pending=pending, flags=flags)[0], named)


def _led(nomination: Nomination) -> tuple[Route | None, int | None]:
    """By which way, and which cluster year the subject led, as the result says that the dossier was begun from."""
    place = nomination.place
    if place is None or not place.is_acclaimed:
        return None, None
    year = place.result.cluster_year
    return ROUTES.get(ClusterLevel(year.cluster.level)), year.pk


def _others(nomination: Nomination, reader: Actor | None) -> NominationQuerySet:
    rows = Nomination.objects.exclude(pk=nomination.pk)
    return rows if reader is None else rows.not_kept_from(reader)


def _flags_sent(nomination: Nomination, reader: Actor | None) -> list[FlagProposal]:
    """Other dossiers for the Government flag of the same year that the same province has sent."""
    body = proposing_body(nomination)
    rows = _others(nomination, reader).filter(
        Q(organisation=body) | Q(organisation__parent=body), award=nomination.award_id, state__in=SENT
    )
    rows = rows.filter(achieved_to__year=nomination.achieved_to.year)
    found = []
    for one in rows.select_related("place__result__cluster_year__cluster"):
        route, led = _led(one)
        found.append(FlagProposal(-one.pk, route or Route.OWN_CLUSTER, led))
    return found


def _proposed(nomination: Nomination, holder: int, reader: Actor | None) -> list[HonourFact]:
    """What the same subject is proposed for in other dossiers that are sent and not decided."""
    if nomination.subject_id is not None:
        rows = _others(nomination, reader).filter(subject=nomination.subject_id)
    elif nomination.recipient_key:
        rows = _others(nomination, reader).filter(recipient_key=nomination.recipient_key)
    else:
        return []
    undecided = [state for state in SENT if state != NominationState.AWARDED]
    rows = rows.filter(state__in=undecided, achieved_to__isnull=False)
    return [
        HonourFact(
            one.award.code,
            holder,
            one.achieved_to.year,
            one.achieved_to,
            Standing.PROPOSED,
            family=one.award.family,
        )
        for one in rows.select_related("award")
    ]
