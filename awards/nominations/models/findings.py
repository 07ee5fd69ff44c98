"""What the numbered rules answer of a dossier: the subject's records and honours, and what else is proposed for it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from awards.catalogue.rules.terms import SubjectKind
from awards.eligibility.models.cases import CaseAsked, facts_of
from awards.eligibility.models.quotas import TitleGroup
from awards.eligibility.rules.finding import Judged
from awards.eligibility.rules.flags import FLAG
from awards.eligibility.rules.law import SHARES, judge
from awards.eligibility.rules.leaders import FlagProposal
from awards.eligibility.rules.terms import Route
from awards.nominations.models.nomination import Nomination, NominationQuerySet
from awards.nominations.models.proposed import SENT, UNDECIDED, named_alike, proposed_elsewhere, proposing_body
from awards.nominations.models.recorded import recorded_subjects
from awards.nominations.rules.terms import NamedInMinutes, NominationState
from awards.procedures.models.holding import HeldProcedure
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import Effect
from awards.records.models.subject import Subject
from clusters.models import Campaign, ClusterLevel
from clusters.organisations.models.lineage import lineage
from clusters.organisations.rules.lineage import Link
from emulation.core.actor import Actor

OF_THE_DOSSIER = (
    "subject_kind",
    "name",
    "name_key",
    "sort_key",
    "birth_date",
    "birth_year",
    "position",
    "unit",
    "unit_key",
    "target_group",
    "recipient_key",
)
ROUTES = {ClusterLevel.CENTRAL: Route.CENTRAL_CLUSTER, ClusterLevel.PROVINCE: Route.OWN_CLUSTER}


def subject_of(nomination: Nomination, found: Subject | None) -> Subject:
    """`found`: the recorded one; else one made of the dossier alone, which is kept nowhere: then years are simply
    unknown. Whoever keeps the book, it is judged as the province's, whose register holds its units' honours and whose
    shares it falls under."""
    if found is not None:
        return found.judged_under(proposing_body(nomination))
    columns = {name: getattr(nomination, name) for name in OF_THE_DOSSIER}
    return Subject(
        pk=-nomination.pk, body_id=nomination.subject_id, organisation_id=proposing_body(nomination), **columns
    )


def findings_of(
    nomination: Nomination,
    held: HeldProcedure,
    *,
    on: date,
    reader: Actor | None = None,
    recorded: Mapping[int, Subject] | None = None,
    links: list[Link] | None = None,
    alone: bool = False,
) -> tuple[Judged, ...]:
    """By the rules that the procedure names, on the day that decides its version; nothing while it is not said who is
    nominated, or for which time. `reader`: for whose eyes; other dossiers that are kept from that person are not
    counted. `alone`: of other dossiers only decided ones are, so that the answer is the same whoever reads."""
    found = findings_of_all(
        [nomination], {nomination.pk: held}, on=on, reader=reader, recorded=recorded, links=links, alone=alone
    )
    return found.get(nomination.pk, ())


def findings_of_all(
    nominations: Iterable[Nomination],
    held: Mapping[int, HeldProcedure],
    *,
    on: date,
    reader: Actor | None = None,
    recorded: Mapping[int, Subject] | None = None,
    links: list[Link] | None = None,
    alone: bool = False,
) -> dict[int, tuple[Judged, ...]]:
    """{dossier: what the rules answer}, judged as proposed together: what one of them takes of a share is not left for
    another. `held` by dossier; `recorded`, `links`: where they were asked already. A bounded number of queries, however
    many; nomination.organisation, award and place are at hand."""
    procedures = {pk: one.procedure for pk, one in held.items() if one.procedure is not None}
    whole = [one for one in nominations if one.name and one.achieved_from and one.achieved_to and one.pk in procedures]
    if not whole:
        return {}
    links = lineage() if links is None else links
    recorded = recorded_subjects(whole, links=links) if recorded is None else recorded
    named: dict[int, dict[str, Effect]] = {}
    campaigns = Campaign.objects.in_bulk({one.campaign_id for one in whole if one.campaign_id is not None})
    cases: list[CaseAsked] = []
    for one in whole:
        procedure = procedures[one.pk]
        if procedure.pk not in named:
            named[procedure.pk] = {RuleCode(row.code): Effect(row.effect) for row in procedure.rules.all()}
        route, led = _led(one)
        campaign = campaigns.get(one.campaign_id) if route is Route.CAMPAIGN else None
        lasts, at_most = campaign.years_on(one.achieved_to) if campaign else (None, None)
        cases.append(
            CaseAsked(
                subject=subject_of(one, recorded.get(one.pk)),
                award=one.award,
                kept_by=recorded[one.pk].organisation_id if one.pk in recorded else None,
                first_year=one.achieved_from.year,
                year=one.achieved_to.year,
                on=held[one.pk].choice.day or on,
                route=route,
                led=led,
                named_in_minutes=one.minutes == NamedInMinutes.NAMED if one.minutes else None,
                campaign=one.campaign_id,
                campaign_years=lasts,
                campaign_years_at_most=at_most,
                is_of_prime_minister=campaign.is_of_prime_minister if campaign else None,
                given=one.honour_id,
                counts_shares=not SHARES.isdisjoint(named[procedure.pk]),
            )
        )
    subjects = {one.pk: case.subject for one, case in zip(whole, cases, strict=True)}
    others = _others(reader, alone=alone)
    counts_shares = any(one.counts_shares for one in cases)
    facts = facts_of(
        cases,
        pending=proposed_elsewhere(whole, subjects, others),
        flags=flags_sent(whole, others) if counts_shares else {},
        titles=titles_sent(whole, subjects, others) if counts_shares else {},
        links=links,
    )
    return {one.pk: judge(of_case, named[procedures[one.pk].pk]) for one, of_case in zip(whole, facts, strict=True)}


def _led(nomination: Nomination) -> tuple[Route | None, int | None]:
    """By which way, and which cluster year the subject led, as the result says that the dossier was begun from; without
    one, by the campaign that the dossier names."""
    place = nomination.place
    if place is None or not place.is_acclaimed:
        return (Route.CAMPAIGN if nomination.campaign_id else None), None
    year = place.result.cluster_year
    return ROUTES.get(ClusterLevel(year.cluster.level)), year.pk


def has_company(nomination: Nomination) -> bool:
    """Whether another dossier under way may be counted with it: of the same subject, or one that shares a quota. One
    query."""
    body = proposing_body(nomination)
    shares = Q(award=nomination.award_id) & (Q(organisation=body) | Q(organisation__parent=body))
    beside = Q(pk__in=[])
    if nomination.award.code == FLAG:
        beside = shares
    elif nomination.is_of_a_person:
        beside = shares & Q(unit_key=nomination.unit_key, subject_kind=SubjectKind.INDIVIDUAL)
    if nomination.subject_id is not None:
        beside |= Q(subject=nomination.subject_id)
    if nomination.recipient_key:
        beside |= Q(recipient_key=nomination.recipient_key)
    elif not nomination.is_of_a_person:
        beside |= Q(sort_key=nomination.sort_key, subject_kind=nomination.subject_kind)
    beside |= named_alike([nomination])
    return Nomination.objects.filter(beside, state__in=UNDECIDED).exclude(pk=nomination.pk).order_by().exists()


def _others(reader: Actor | None, *, alone: bool) -> NominationQuerySet:
    if alone:
        return Nomination.objects.filter(state=NominationState.AWARDED)
    return Nomination.objects.all() if reader is None else Nomination.objects.not_kept_from(reader)


def flags_sent(
    nominations: Sequence[Nomination], others: NominationQuerySet
) -> dict[tuple[int, int], list[FlagProposal]]:
    """{(province, year): other dossiers for the Government flag that it has sent}"""
    flags = [one for one in nominations if one.award.code == FLAG]
    groups: dict[tuple[int, int], list[FlagProposal]] = {
        (proposing_body(one), one.achieved_to.year): [] for one in flags
    }
    if not groups:
        return {}
    bodies = {body for body, _year in groups}
    rows = others.filter(
        Q(organisation__in=bodies) | Q(organisation__parent__in=bodies), award__code=FLAG, state__in=SENT
    )
    rows = rows.filter(achieved_to__year__in={year for _body, year in groups}).exclude(pk__in=[one.pk for one in flags])
    for one in rows.select_related("organisation", "campaign", "place__result__cluster_year__cluster"):
        route, led = _led(one)
        by_prime_minister = one.campaign.is_of_prime_minister if one.campaign and route is Route.CAMPAIGN else None
        key = (proposing_body(one), one.achieved_to.year)
        if key in groups:
            groups[key].append(FlagProposal(-one.pk, route or Route.OWN_CLUSTER, led, by_prime_minister))
    return groups


def titles_sent(
    nominations: Sequence[Nomination], subjects: Mapping[int, Subject], others: NominationQuerySet
) -> dict[TitleGroup, int]:
    """{(office, unit, award, year): people whose dossiers were sent before these}, by the offices of the cases."""
    people = [one for one in nominations if one.is_of_a_person and one.award.code != FLAG]
    if not people:
        return {}
    bodies = {proposing_body(one) for one in people}
    rows = others.filter(
        Q(organisation__in=bodies) | Q(organisation__parent__in=bodies),
        award__in={one.award_id for one in people},
        unit_key__in={one.unit_key for one in people},
        subject_kind=SubjectKind.INDIVIDUAL,
        state__in=SENT,
        achieved_to__year__in={one.achieved_to.year for one in people},
    )
    keyed = rows.exclude(pk__in=[one.pk for one in people]).values_list(
        Coalesce("organisation__parent", "organisation"), "unit_key", "award__code", "achieved_to__year"
    )
    sent = {
        (body, unit, award, year): count for body, unit, award, year, count in keyed.annotate(Count("pk")).order_by()
    }
    found: dict[TitleGroup, int] = {}
    for one in people:
        office = subjects[one.pk].organisation_id
        asked = (proposing_body(one), one.unit_key, one.award.code, one.achieved_to.year)
        found[office, subjects[one.pk].unit_key, one.award.code, one.achieved_to.year] = sent.get(asked, 0)
    return found
