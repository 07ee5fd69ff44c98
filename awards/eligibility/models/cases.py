"""Gathers what rules look at, for many cases at once: the number of queries does not follow the number of cases."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min

from awards.catalogue.models.award import Award
from awards.eligibility.models.leaders import flag_quotas, led_clusters
from awards.eligibility.models.quotas import TitleGroup, title_quotas
from awards.eligibility.rules.facts import Facts, HonourFact, UnitFact, YearFact
from awards.eligibility.rules.leaders import FlagProposal
from awards.eligibility.rules.terms import Route, Standing
from awards.records.models.declared import DeclaredHonour
from awards.records.models.history import HeldLine, lines_held_by, lines_perhaps_of
from awards.records.models.subject import Subject
from awards.records.models.year import YearRecord
from awards.records.rules.terms import DeclaredState, Discipline, InitiativeScope, Rating
from awards.register.models.tally import HonourTally
from clusters.models import Organisation
from clusters.organisations.models.lineage import lineage
from clusters.organisations.rules.lineage import Link, ancestors, descendants

MAIN = 0


@dataclass(frozen=True)
class CaseAsked:
    """A subject proposed for an award, as a dossier or a row of a list says it. `led`: id of the cluster year that the
    collective led; `named_in_minutes`: whether the Council's minutes name that cluster, None while there are none;
    `kept_by`: the organisation whose book the subject is in, where it is judged under another;
    `campaign_years`, `campaign_years_at_most`, `is_of_prime_minister`: as `Facts` has them;
    `given`: the honour of the register that the case has become, which is no other award of its subject;
    `counts_shares`: whether a rule of its procedure looks at the shares it falls under."""

    subject: Subject
    award: Award
    first_year: int
    year: int
    on: date
    ground: str = ""
    campaign: int | None = None
    route: Route | None = None
    led: int | None = None
    named_in_minutes: bool | None = None
    campaign_years: int | None = None
    campaign_years_at_most: int | None = None
    is_of_prime_minister: bool | None = None
    given: int | None = None
    kept_by: int | None = None
    counts_shares: bool = True


Pending = Mapping[int, Sequence[HonourFact]]


def facts_of(
    cases: Iterable[CaseAsked],
    *,
    pending: Pending | None = None,
    flags: Mapping[tuple[int, int], Sequence[FlagProposal]] | None = None,
    titles: Mapping[TitleGroup, int] | None = None,
    links: list[Link] | None = None,
) -> list[Facts]:
    """In the order given, in one bounded number of queries. `pending`: {subject: what it is proposed for elsewhere};
    `flags`: {(organisation, year): proposals for the Government flag sent before these}; `titles`: people proposed for
    a title before these, by the group that shares a quota; `links`: `lineage()`, where it was asked already."""
    asked = list(cases)
    subjects = {one.subject.pk: one.subject for one in asked}
    links = lineage() if links is None else links
    successions = tuple(links)
    lines = lines_held_by(subjects.values(), links=links)
    perhaps = lines_perhaps_of(subjects.values(), links=links)
    declared = _declared(subjects)
    years = _years({*subjects, *(one.collective_id for one in subjects.values() if one.collective_id)})
    known = _known(subjects.values(), links)
    kept_by = {one.subject.pk: one.kept_by for one in asked}
    units = _units(
        {pk: one.body_id or kept_by[pk] or one.organisation_id for pk, one in subjects.items()},
        links,
    )
    led = led_clusters(asked, links)
    quotas = {**flag_quotas(asked, links, flags or {}), **title_quotas(asked, years, links, titles or {})}
    found = []
    for number, case in enumerate(asked):
        subject = case.subject
        others = [line for line in lines[subject.pk] if line.pk != case.given]
        honours, of_subject = _honours(subject, others, successions)
        may_be = [line for line in perhaps.get(subject.pk, ()) if line.pk != case.given]
        alike = [_fact(line, _holder(subject), Standing.ALIKE) for line in may_be]
        known_since, known_until = known.get(subject.organisation_id, (None, None))
        found.append(
            Facts(
                award=case.award.code,
                subject_kind=subject.subject_kind,
                first_year=case.first_year,
                year=case.year,
                on=case.on,
                holder=_holder(subject),
                family=case.award.family,
                given=case.award.during,
                honours=(*honours, *alike, *declared[subject.pk], *(pending or {}).get(subject.pk, ())),
                links=of_subject,
                years=years.get(subject.pk, ()),
                known_since=known_since,
                known_until=known_until,
                ground=case.ground,
                campaign=case.campaign,
                route=case.route,
                led=led.get(number),
                campaign_years=case.campaign_years,
                campaign_years_at_most=case.campaign_years_at_most,
                is_of_prime_minister=case.is_of_prime_minister,
                quotas=quotas.get(number, ()),
                unit=units.get(subject.pk),
                is_executive=subject.is_executive,
                is_told_apart=bool(subject.recipient_key) or not subject.is_person,
                collective_years=years.get(subject.collective_id, ()) if subject.collective_id else None,
            )
        )
    return found


def _honours(
    subject: Subject, lines: Sequence[HeldLine], links: tuple[Link, ...]
) -> tuple[list[HonourFact], tuple[Link, ...]]:
    """Of a person each key is a holder of its own that the present one goes on; of a collective each organisation is,
    by the successions of organisations. What an officer found to be the subject's is the subject's for certain."""
    is_person = subject.is_person
    keys = {subject.recipient_key: MAIN}
    moves: list[Link] = []
    found = []
    for line in lines:
        if not line.in_force:
            continue
        if is_person:
            holder = keys.setdefault(line.recipient_key, -len(keys))
            if holder != MAIN:
                moves.append(Link(holder, MAIN, line.decided))
        else:
            same_name = (line.sort_key, line.unit_key) == (subject.sort_key, subject.unit_key)
            holder = line.organisation if same_name else subject.organisation_id
        found.append(_fact(line, holder))
    return found, tuple(moves) if is_person else links


def _holder(subject: Subject) -> int:
    return MAIN if subject.is_person else subject.organisation_id


def _fact(line: HeldLine, holder: int, standing: Standing = Standing.IN_REGISTER) -> HonourFact:
    return HonourFact(
        line.award,
        holder,
        line.year,
        line.decided,
        standing,
        family=line.family,
        number=line.number,
        campaign=line.campaign,
        first_year=line.achieved_from.year if line.achieved_from else None,
    )


def _declared(subjects: Mapping[int, Subject]) -> dict[int, list[HonourFact]]:
    found: dict[int, list[HonourFact]] = {pk: [] for pk in subjects}
    for one in DeclaredHonour.objects.counting().filter(subject__in=list(subjects)).select_related("award"):
        subject = subjects[one.subject_id]
        found[one.subject_id].append(
            HonourFact(
                one.award.code,
                _holder(subject),
                one.achievement_year,
                one.decision_date,
                Standing.CONFIRMED if one.state == DeclaredState.CONFIRMED else Standing.DECLARED,
                family=one.award.family,
                number=one.decision_number,
            )
        )
    return found


OF_A_YEAR = (
    "subject",
    "year",
    "rating",
    "initiative_scope",
    "headcount",
    "completed",
    "advanced",
    "fighters",
    "discipline",
    "proof",
)


def _years(subjects: Iterable[int]) -> dict[int, tuple[YearFact, ...]]:
    found: dict[int, list[YearFact]] = {}
    rows = YearRecord.objects.filter(subject__in=list(subjects)).order_by("subject", "year")
    for subject, year, rating, scope, headcount, completed, advanced, fighters, discipline, proof in rows.values_list(
        *OF_A_YEAR
    ):
        found.setdefault(subject, []).append(
            YearFact(
                year,
                Rating(rating) if rating else None,
                InitiativeScope(scope) if scope else None,
                headcount,
                completed,
                advanced,
                fighters,
                Discipline(discipline) if discipline else None,
                has_proof=proof is not None,
            )
        )
    return {pk: tuple(years) for pk, years in found.items()}


def _known(subjects: Iterable[Subject], links: list[Link]) -> dict[int, tuple[int, int]]:
    """{office: the years of achievement of which the register holds what it and those it came from received}: from the
    year of the first decision to the one before the last, for a year's titles are decided until the year after."""
    came_from = {pk: ancestors([pk], links) for pk in {one.organisation_id for one in subjects}}
    of_all = {pk for group in came_from.values() for pk in group}
    rows = HonourTally.objects.filter(organisation__in=of_all, award=None, count__gt=0).values_list("organisation")
    halves = {pk: (first.year, last.year) for pk, first, last in rows.annotate(Min("half"), Max("half")).order_by()}
    found = {}
    for pk, group in came_from.items():
        known = [halves[one] for one in group if one in halves]
        if known:
            found[pk] = min(first for first, _last in known), max(last for _first, last in known) - 1
    return found


def _units(bodies: Mapping[int, int], links: list[Link]) -> dict[int, UnitFact]:
    """Where a body of the product ended: the collective itself, else the organisation whose subject it is."""
    wanted = set(bodies.values())
    after = {pk: descendants([pk], links) - {pk} for pk in wanted}
    known = Organisation.objects.in_bulk(wanted | {pk for group in after.values() for pk in group})
    ended = {link.predecessor for link in links}
    return {
        pk: UnitFact(
            known[body].name,
            known[body].during.end,
            tuple(sorted(known[one].name for one in after[body] if one not in ended)),
        )
        for pk, body in bodies.items()
    }
