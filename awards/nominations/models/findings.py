"""What the numbered rules answer of a dossier: the subject's records and honours, and what else is proposed for it."""

from datetime import date

from awards.catalogue.rules.terms import SubjectKind
from awards.eligibility.models.cases import MAIN, CaseAsked, facts_of
from awards.eligibility.rules.facts import HonourFact
from awards.eligibility.rules.finding import Judged
from awards.eligibility.rules.law import judge
from awards.eligibility.rules.terms import Route, Standing
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.subjects import around
from awards.nominations.rules.terms import NominationState
from awards.procedures.models.holding import HeldProcedure
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import Effect
from awards.records.models.subject import Subject
from clusters.models import ClusterLevel

NOT_KEPT = -1
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
    """The recorded one; else one made of the dossier alone, which is kept nowhere: then years are simply unknown."""
    found = recorded_subject(nomination)
    if found is not None:
        return found
    shared = ("subject_kind", "name", "name_key", "sort_key", "birth_date", "birth_year", "position", "unit")
    keys = ("unit_key", "target_group", "recipient_key", "organisation_id")
    columns = {name: getattr(nomination, name) for name in (*shared, *keys)}
    return Subject(pk=NOT_KEPT, body_id=nomination.subject_id, **columns)


def findings_of(nomination: Nomination, held: HeldProcedure, *, on: date) -> tuple[Judged, ...]:
    """By the rules that the procedure names, on the day that decides its version; nothing while it is not said who is
    nominated, or for which time."""
    if not nomination.name or nomination.achieved_from is None or nomination.achieved_to is None:
        return ()
    if held.procedure is None:
        return ()
    named: dict[str, Effect] = {RuleCode(row.code): Effect(row.effect) for row in held.procedure.rules.all()}
    subject = subject_of(nomination)
    place = nomination.place
    leads = place is not None and place.is_acclaimed
    case = CaseAsked(
        subject=subject,
        award=nomination.award,
        first_year=nomination.achieved_from.year,
        year=nomination.achieved_to.year,
        on=held.choice.day or on,
        route=ROUTES.get(ClusterLevel(place.result.cluster_year.cluster.level)) if leads else None,
        led=place.result.cluster_year_id if leads else None,
    )
    pending = {subject.pk: _proposed(nomination, MAIN if subject.is_person else subject.organisation_id)}
    return judge(facts_of([case], pending=pending)[0], named)


def _proposed(nomination: Nomination, holder: int) -> list[HonourFact]:
    """What the same subject is proposed for in other dossiers that are sent and not decided."""
    if nomination.subject_id is not None:
        rows = Nomination.objects.filter(subject=nomination.subject_id)
    elif nomination.recipient_key:
        rows = Nomination.objects.filter(recipient_key=nomination.recipient_key)
    else:
        return []
    S = NominationState
    rows = rows.filter(state__in=[S.SUBMITTED, S.REVIEW, S.COUNCIL], achieved_to__isnull=False).exclude(
        pk=nomination.pk
    )
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
