"""Each numbered rule on the cases that an official would name. Days: Law of 2022 unless the test says another."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from awards.catalogue.rules.terms import Family
from awards.eligibility.rules.facts import UnitFact, YearFact
from awards.eligibility.rules.leaders import ClusterOfYear, FlagProposal, leaders_quota
from awards.eligibility.rules.terms import Answer, Route, SettledBy, Standing
from awards.procedures.rules.rule_codes import RuleCode as R
from awards.records.rules.terms import Discipline, InitiativeScope, Rating
from clusters.organisations.rules.lineage import Link
from emulation.core.period import Period
from tests.awards.eligibility.make import ME, YEAR, answer, case, collective, held, judged, led, quota, years

MET, NOT_MET, CANNOT_TELL = Answer.MET, Answer.NOT_MET, Answer.CANNOT_TELL
UNDER_91 = {"on": date(2023, 11, 1), "year": 2023, "first_year": 2023}


def test_cstd_tinh_chain():
    whole = case("CSTD_TINH", honours=held("CSTDCS", 2023, 2024, 2025))
    assert answer(whole, R.CSTD_TINH_CHAIN) is MET
    assert judged(case("CSTD_TINH", honours=held("CSTDCS", 2022, 2023, 2025)), R.CSTD_TINH_CHAIN).blocks
    one_declared = case(
        "CSTD_TINH", honours=held("CSTDCS", 2024, 2025) + held("CSTDCS", 2023, standing=Standing.DECLARED)
    )
    found = judged(one_declared, R.CSTD_TINH_CHAIN)
    assert (found.finding.answer, found.blocks) == (CANNOT_TELL, False)
    assert [one.by for one in found.finding.settle] == [SettledBy.CONFIRM_DECLARED]
    assert [one.year for one in found.finding.links if one.standing is Standing.DECLARED] == [2023]


def test_cstd_tinh_chain_counts_by_achievement_year_not_by_that_of_the_decision():
    late = tuple(replace(one, decided=date(2025, 11, 1)) for one in held("CSTDCS", 2023, 2024, 2025))
    assert answer(case("CSTD_TINH", honours=late), R.CSTD_TINH_CHAIN) is MET


def test_cstd_tinh_chain_through_moves_and_successions():
    """Another key of the person, or a body before its successor; of a body that was split nobody knows."""
    elsewhere = held("CSTDCS", 2023, holder=7) + held("CSTDCS", 2024, 2025)
    assert answer(case("CSTD_TINH", honours=elsewhere), R.CSTD_TINH_CHAIN) is NOT_MET
    moved = (Link(7, ME, date(2024, 1, 1)),)
    assert answer(case("CSTD_TINH", honours=elsewhere, links=moved), R.CSTD_TINH_CHAIN) is MET
    split = case("CSTD_TINH", honours=elsewhere, links=(*moved, Link(7, 8, date(2024, 1, 1))))
    found = judged(split, R.CSTD_TINH_CHAIN).finding
    assert (found.answer, [one.by for one in found.settle]) == (CANNOT_TELL, [SettledBy.SAY_WHO_WENT_ON])


def test_cstd_tinh_chain_before_the_register_begins():
    known = held("CSTDCS", 2024, 2025)
    found = judged(case("CSTD_TINH", honours=known, known_since=2024), R.CSTD_TINH_CHAIN).finding
    assert (found.answer, found.settle[0].by, found.settle[0].years) == (
        CANNOT_TELL,
        SettledBy.DECLARE_EARLIER,
        (2023,),
    )


def test_cstd_tinh_chain_after_the_register_ends():
    """The register ends in 06/2023, so that the titles of 2023 on are not in it."""
    found = judged(case("CSTD_TINH", honours=held("CSTDCS", 2022), year=2024, known_until=2022), R.CSTD_TINH_CHAIN)
    [settle] = found.finding.settle
    assert (found.finding.answer, settle.by, settle.years) == (CANNOT_TELL, SettledBy.ENTER_LATER, (2023, 2024))


def test_cstd_tinh_chain_with_lines_of_somebody_of_the_same_name_and_birth():
    alike = held("CSTDCS", 2024, 2025) + held("CSTDCS", 2023, standing=Standing.ALIKE)
    found = judged(case("CSTD_TINH", honours=alike), R.CSTD_TINH_CHAIN).finding
    assert (found.answer, [one.by for one in found.settle]) == (CANNOT_TELL, [SettledBy.SAY_WHETHER_THE_SAME])


@pytest.mark.parametrize(
    ("on", "rated", "expected"),
    [
        (date(2024, 12, 1), "good", MET),
        (date(2025, 9, 10), "good", MET),
        (date(2025, 9, 10), "not_completed", NOT_MET),
        (date(2026, 1, 5), "good", NOT_MET),
    ],
)
def test_cstd_tinh_chain_ends_the_year_before_only_while_the_title_of_the_year_is_open(on, rated, expected):
    found = case(
        "CSTD_TINH", honours=held("CSTDCS", 2021, 2022, 2023), year=2024, on=on, years=years(rated, until=2024)
    )
    assert answer(found, R.CSTD_TINH_CHAIN) is expected


@pytest.mark.parametrize(
    ("has_proof", "known_since", "expected"), [(True, 2000, NOT_MET), (False, 2000, CANNOT_TELL), (True, None, NOT_MET)]
)
def test_a_year_proved_to_be_rated_too_low_bears_no_title_however_far_the_register_reaches(
    has_proof, known_since, expected
):
    rated = years("completed", has_proof=has_proof)
    reach = {"known_since": known_since, "known_until": YEAR - 1}
    assert answer(case("CSTDCS", years=rated, **reach), R.CSTDCS_LDTT) is expected
    titles = held("CSTDCS", YEAR - 2, YEAR - 1)
    assert answer(case("CSTD_TINH", honours=titles, years=rated, **reach), R.CSTD_TINH_CHAIN) is expected


UNTOLD = {"is_told_apart": False}
SETTLED_BY_BIRTH = (CANNOT_TELL, [SettledBy.TELL_APART])


@pytest.mark.parametrize(
    ("award", "code", "more"),
    [
        ("CSTD_TINH", R.CSTD_TINH_CHAIN, {}),
        ("CSTDTQ", R.CSTDTQ_CHAIN, {}),
        ("CSTDTQ", R.CSTDTQ_TIMING, UNDER_91),
        ("CSTDCS", R.CSTDCS_LDTT, {"years": years("completed")}),
        ("BK_TTG", R.BK_TTG_WINDOW, {"years": years(*["good"] * 5)}),
        ("HC_LD_3", R.HC_LD_3_WINDOW, {"years": years(*["excellent"] * 5)}),
    ],
)
def test_of_a_person_whom_nobody_tells_apart_what_the_register_holds_is_not_known(award, code, more):
    finding = judged(case(award, **more, **UNTOLD), code).finding
    assert (finding.answer, [one.by for one in finding.settle]) == SETTLED_BY_BIRTH


def test_who_is_not_told_apart_may_still_meet_a_chain_by_confirmed_honours():
    confirmed = held("CSTDCS", 2023, 2024, 2025, standing=Standing.CONFIRMED)
    assert answer(case("CSTD_TINH", honours=confirmed, **UNTOLD), R.CSTD_TINH_CHAIN) is MET


@pytest.mark.parametrize(
    ("award", "code", "on"),
    [
        ("BK_TTG", R.BK_TTG_WINDOW, date(YEAR, 12, 1)),
        ("BK_TTG", R.BK_TTG_WINDOW, date(2023, 11, 1)),
        ("HC_LD_3", R.HC_LD_3_WINDOW, date(YEAR, 12, 1)),
    ],
)
def test_what_years_are_asked_of_a_household_a_person_compares(award, code, on):
    finding = judged(case(award, subject_kind="household", on=on), code).finding
    assert (finding.answer, [one.by for one in finding.settle]) == (CANNOT_TELL, [SettledBy.READ_PROVISION])


def test_cstd_tinh_initiative():
    def of(*scopes):
        found = tuple(YearFact(YEAR - place, initiative=scope) for place, scope in enumerate(scopes))
        return answer(case("CSTD_TINH", years=found), R.CSTD_TINH_INITIATIVE)

    grassroots, province = InitiativeScope.GRASSROOTS, InitiativeScope.PROVINCE
    assert [of(province), of(None), of(grassroots, grassroots, grassroots)] == [MET, CANNOT_TELL, NOT_MET]
    assert of(grassroots) is CANNOT_TELL, "two years of the chain are not recorded"
    assert of(grassroots, None, province) is MET, "of the chain, though not of the achievement's own year"
    assert of(grassroots, grassroots, grassroots, province) is CANNOT_TELL, "the law names no year"


def test_cstdtq_chain():
    """Two titles of ministry or province level, with CSTĐCS in each year between them."""
    between = held("CSTDCS", 2023, 2024)
    whole = case("CSTDTQ", honours=held("CSTD_TINH", 2022) + held("CSTD_BO", 2025) + between)
    assert answer(whole, R.CSTDTQ_CHAIN) is MET
    broken = case("CSTDTQ", honours=held("CSTD_TINH", 2022, 2025) + held("CSTDCS", 2024))
    assert judged(broken, R.CSTDTQ_CHAIN).blocks
    assert answer(case("CSTDTQ", honours=held("CSTD_TINH", 2024, 2025)), R.CSTDTQ_CHAIN) is MET
    assert answer(case("CSTDTQ", honours=held("CSTD_TINH", 2025)), R.CSTDTQ_CHAIN) is NOT_MET


def test_cstdtq_initiative():
    of_province = case("CSTDTQ", years=years("good", "good", "good", initiative=InitiativeScope.PROVINCE))
    assert answer(of_province, R.CSTDTQ_INITIATIVE) is NOT_MET
    titles = held("CSTD_TINH", 2022, 2025) + held("CSTDCS", 2023, 2024)
    of_chain = case("CSTDTQ", honours=titles, years=(YearFact(2022, initiative=InitiativeScope.NATIONAL),))
    assert answer(of_chain, R.CSTDTQ_INITIATIVE) is MET
    unproved = case("CSTDTQ", years=(YearFact(YEAR, initiative=InitiativeScope.NATIONAL, has_proof=False),))
    assert answer(unproved, R.CSTDTQ_INITIATIVE) is CANNOT_TELL


def test_cstdtq_timing():
    """Decree 91/2017: in the year right after the decision on the second title."""
    titles = held("CSTD_TINH", 2018, 2021)
    in_time = case("CSTDTQ", honours=titles, year=2022, first_year=2022, on=date(2023, 5, 1))
    assert answer(in_time, R.CSTDTQ_TIMING) is MET
    assert answer(replace(in_time, honours=held("CSTD_TINH", 2017, 2020)), R.CSTDTQ_TIMING) is NOT_MET
    assert answer(case("CSTDTQ", honours=titles), R.CSTDTQ_TIMING) is None
    for one in (held("CSTD_TINH", 2021), held("CSTD_TINH", 2018, 2021, standing=Standing.DECLARED), ()):
        unsure = judged(replace(in_time, honours=one), R.CSTDTQ_TIMING)
        assert (unsure.finding.answer, bool(unsure.finding.settle)) == (CANNOT_TELL, True)


def test_cstdcs_ldtt():
    assert answer(case("CSTDCS", honours=held("LDTT", YEAR)), R.CSTDCS_LDTT) is MET
    assert answer(case("CSTDCS", honours=held("LDTT", YEAR, standing=Standing.PROPOSED)), R.CSTDCS_LDTT) is MET
    assert answer(case("CSTDCS", honours=held("LDTT", YEAR - 1)), R.CSTDCS_LDTT) is CANNOT_TELL


@pytest.mark.parametrize(
    ("rated", "has_proof", "expected"),
    [("excellent", True, MET), ("good", True, MET), ("good", False, CANNOT_TELL), ("completed", True, NOT_MET)],
)
def test_cstdcs_ldtt_asks_for_the_standard_not_for_the_title(rated, has_proof, expected):
    assert answer(case("CSTDCS", years=years(rated, has_proof=has_proof)), R.CSTDCS_LDTT) is expected


def test_cstdcs_rating_or_initiative():
    good = YearFact(YEAR, Rating.GOOD, InitiativeScope.GRASSROOTS)
    code = R.CSTDCS_RATING_OR_INITIATIVE
    assert answer(case("CSTDCS", years=years("excellent")), code) is MET
    assert answer(case("CSTDCS", years=(good,)), code) is MET
    assert answer(case("CSTDCS", years=years("good")), code) is CANNOT_TELL


def test_cstdcs_quota():
    """Decree 91: 15% of LĐTT, rounded down, blocks; since 2024 the province's own share only warns."""
    of_91 = case("CSTDCS", quotas=(quota("CSTDCS", proposed=4, base=20, share=15),), **UNDER_91)
    assert judged(of_91, R.CSTDCS_QUOTA).blocks
    assert answer(replace(of_91, quotas=(quota("CSTDCS", proposed=3, base=20, share=15),)), R.CSTDCS_QUOTA) is MET
    own = case("CSTDCS", quotas=(quota("CSTDCS", proposed=4, base=20, share=15),))
    assert judged(own, R.CSTDCS_QUOTA).warns


@pytest.mark.parametrize(
    ("route", "cluster", "expected"),
    [
        (Route.OWN_CLUSTER, led(), MET),
        (Route.OWN_CLUSTER, led(is_own=False), NOT_MET),
        (Route.OWN_CLUSTER, led(level="central"), NOT_MET),
        (Route.OWN_CLUSTER, led(is_frozen=False), NOT_MET),
        (Route.OWN_CLUSTER, led(is_leader=False), NOT_MET),
        (Route.OWN_CLUSTER, led(year=YEAR - 1), NOT_MET),
        (Route.OWN_CLUSTER, None, NOT_MET),
        (Route.CENTRAL_CLUSTER, led(level="central", is_own=False), MET),
        (Route.CENTRAL_CLUSTER, led(), NOT_MET),
        (None, led(), CANNOT_TELL),
    ],
)
def test_co_cp_route(route, cluster, expected):
    assert answer(collective("CO_CP", route=route, led=cluster), R.CO_CP_ROUTE) is expected


def test_co_cp_route_by_campaign():
    """Who leads the campaign the product cannot say: ruled out it is, met never."""

    def of(lasts, at_most=None, *, of_prime_minister=True):
        found = judged(
            collective(
                "CO_CP",
                route=Route.CAMPAIGN,
                campaign_years=lasts,
                campaign_years_at_most=at_most,
                is_of_prime_minister=of_prime_minister,
            ),
            R.CO_CP_ROUTE,
        )
        return found.finding.answer

    assert [of(5), of(4), of(4, 5), of(None)] == [CANNOT_TELL, NOT_MET, CANNOT_TELL, CANNOT_TELL]
    assert [of(5, of_prime_minister=False), of(5, of_prime_minister=None)] == [NOT_MET, CANNOT_TELL]


@pytest.mark.parametrize(
    ("of_prime_minister", "route", "share"),
    [(True, CANNOT_TELL, None), (None, CANNOT_TELL, CANNOT_TELL), (False, NOT_MET, NOT_MET)],
)
@pytest.mark.parametrize("law", [{}, UNDER_91], ids=["2022", "91"])
def test_only_a_campaign_of_the_prime_minister_is_outside_the_share(law, of_prime_minister, route, share):
    found = collective(
        "CO_CP",
        route=Route.CAMPAIGN,
        campaign_years=5,
        is_of_prime_minister=of_prime_minister,
        quotas=(quota("CO_CP", proposed=5, base=20),),
        **law,
    )
    assert (answer(found, R.CO_CP_ROUTE), answer(found, R.CO_CP_QUOTA)) == (route, share)


def test_co_cp_minutes():
    def of(named):
        return answer(collective("CO_CP", route=Route.OWN_CLUSTER, led=led(named_in_minutes=named)), R.CO_CP_MINUTES)

    assert [of(True), of(False), of(None)] == [MET, NOT_MET, CANNOT_TELL]


def test_co_cp_quota():
    """Twenty leaders of own clusters leave room for four flags; the leader of a central cluster is outside, both in
    what is proposed and in the base."""
    clusters = [ClusterOfYear(one, True, True, one) for one in range(20)]
    clusters += [ClusterOfYear(99, False, True, 99)] * 5
    proposals = [FlagProposal(one, Route.OWN_CLUSTER) for one in range(4)] + [FlagProposal(99, Route.CENTRAL_CLUSTER)]
    four = leaders_quota("CO_CP", clusters, proposals, share_percent=Decimal(20))
    own = {"route": Route.OWN_CLUSTER, "led": led()}
    assert (four.proposed, four.base, four.most(20)) == (4, 20, 4)
    assert answer(collective("CO_CP", quotas=(four,), **own), R.CO_CP_QUOTA) is MET
    five = replace(four, proposed=5)
    assert judged(collective("CO_CP", quotas=(five,), **own), R.CO_CP_QUOTA).warns
    assert judged(collective("CO_CP", quotas=(replace(five, is_suggestion=True),), **own), R.CO_CP_QUOTA).warns
    assert answer(collective("CO_CP", quotas=(five,), route=Route.CENTRAL_CLUSTER), R.CO_CP_QUOTA) is None
    still_open = replace(five, base_at_most=25)
    assert answer(collective("CO_CP", quotas=(still_open,), **own), R.CO_CP_QUOTA) is CANNOT_TELL
    nothing_known = leaders_quota("CO_CP", clusters[20:], proposals[:1], share_percent=Decimal(20))
    unknown = judged(collective("CO_CP", quotas=(nothing_known,), **own), R.CO_CP_QUOTA).finding
    assert (unknown.answer, [one.by for one in unknown.settle]) == (CANNOT_TELL, [SettledBy.ENTER_CLUSTERS])


def test_co_tinh_leads():
    assert answer(collective("CO_TINH", led=led()), R.CO_TINH_LEADS) is MET
    lost = judged(collective("CO_TINH", led=led(is_leader=False)), R.CO_TINH_LEADS)
    assert (lost.warns, lost.blocks) == (True, False)
    by_campaign = collective("CO_TINH", route=Route.CAMPAIGN, campaign_years=3)
    assert answer(by_campaign, R.CO_TINH_LEADS) is CANNOT_TELL
    assert judged(replace(by_campaign, campaign_years=2), R.CO_TINH_LEADS).warns


@pytest.mark.parametrize(("rating", "expected"), [("excellent", MET), ("good", NOT_MET)])
def test_ttldxs_rating(rating, expected):
    assert answer(collective("TTLDXS", years=years(rating)), R.TTLDXS_RATING) is expected


def of_collective(**counts):
    return collective("TTLDXS", years=(YearFact(YEAR, Rating.EXCELLENT, **counts),))


def test_ttldxs_all_complete():
    def of(completed):
        return answer(of_collective(headcount=10, completed=completed), R.TTLDXS_ALL_COMPLETE)

    assert [of(10), of(9), of(None)] == [MET, NOT_MET, CANNOT_TELL]


def test_ttldxs_ldtt_share():
    """At least 70%, exactly: 7 of 10 are enough, 69 of 99 are not (69,7%)."""

    def of(advanced, headcount):
        return answer(of_collective(headcount=headcount, advanced=advanced), R.TTLDXS_LDTT_SHARE)

    assert [of(7, 10), of(6, 10), of(69, 99), of(70, 99)] == [MET, NOT_MET, NOT_MET, MET]


def test_ttldxs_cstdcs():
    def of(fighters):
        return answer(of_collective(fighters=fighters), R.TTLDXS_CSTDCS)

    assert [of(1), of(0), of(None)] == [MET, NOT_MET, CANNOT_TELL]


def test_ttldxs_discipline():
    before = collective("TTLDXS", years=(YearFact(2023, discipline=Discipline.WARNING),), **UNDER_91)
    assert judged(before, R.TTLDXS_DISCIPLINE).warns


def test_bk_ttg_window():
    """The certificate of 2020, then 2021–2025 rated good, with three CSTĐCS in that time."""
    titles = held("BK_TINH", 2020, family=Family.FORM) + held("CSTDCS", 2021, 2023, 2025)
    whole = case("BK_TTG", honours=titles, years=years(*["good"] * 5))
    assert answer(whole, R.BK_TTG_WINDOW) is MET
    assert answer(replace(whole, years=years("good", "good", "completed", "good", "good")), R.BK_TTG_WINDOW) is NOT_MET
    assert answer(replace(whole, years=years(*["good"] * 4)), R.BK_TTG_WINDOW) is CANNOT_TELL
    two = held("BK_TINH", 2020) + held("CSTDCS", 2021, 2023)
    assert answer(replace(whole, honours=two), R.BK_TTG_WINDOW) is NOT_MET
    assert answer(replace(whole, ground="73.1.c"), R.BK_TTG_WINDOW) is None


def test_bk_ttg_window_needs_the_certificate_before_the_years():
    """A certificate within the five years leaves too few after it; an earlier one may lie before the register begins."""
    within = held("BK_TINH", 2022) + held("CSTDCS", 2021, 2023, 2025)
    found = judged(case("BK_TTG", honours=within, years=years(*["good"] * 5)), R.BK_TTG_WINDOW).finding
    assert (found.answer, found.settle[0].by) == (CANNOT_TELL, SettledBy.DECLARE_EARLIER)


def test_bk_ttg_window_of_decree_91():
    """Five years excellent and an initiative in each."""
    of_years = years(*["excellent"] * 5, until=2022, initiative=InitiativeScope.GRASSROOTS)
    whole = case(
        "BK_TTG", honours=held("BK_TINH", 2016), years=of_years, year=2022, first_year=2018, on=date(2023, 3, 1)
    )
    assert answer(whole, R.BK_TTG_WINDOW) is MET
    one_good = (*of_years[:-1], replace(of_years[-1], rating=Rating.GOOD))
    assert answer(replace(whole, years=one_good), R.BK_TTG_WINDOW) is NOT_MET


def test_hc_ld_3_window():
    """As for the Prime Minister's certificate, and one of the years excellent."""
    titles = held("BK_TTG", 2020, family=Family.FORM) + held("CSTDCS", 2021, 2023, 2025)
    whole = case("HC_LD_3", honours=titles, years=years("good", "excellent", "good", "good", "good"))
    assert answer(whole, R.HC_LD_3_WINDOW) is MET
    assert answer(replace(whole, years=years(*["good"] * 5)), R.HC_LD_3_WINDOW) is not MET


def test_in_force():
    gone = case("BK_TINH", given=Period(None, date(2024, 1, 1)))
    assert judged(gone, R.IN_FORCE).blocks


def test_one_form():
    """Forms against each other; a title beside a form is as the law has it."""
    form = {"family": Family.FORM}
    title = case("BK_TINH", honours=held("CSTDCS", YEAR), **form)
    assert answer(title, R.ONE_FORM) is MET
    same_years = case("BK_TINH", honours=held("GK_CS", YEAR, family=Family.FORM), **form)
    assert judged(same_years, R.ONE_FORM).warns
    campaign = case("BK_TINH", honours=held("GK_CS", YEAR, family=Family.FORM, campaign=3), campaign=3, **form)
    assert judged(campaign, R.ONE_FORM).blocks
    proposed = held("BK_TTG", YEAR, family=Family.FORM, standing=Standing.PROPOSED)
    assert answer(case("BK_TINH", honours=proposed, **form), R.ONE_FORM) is NOT_MET
    assert answer(case("CSTDCS", honours=same_years.honours), R.ONE_FORM) is None


FORM_OF = {"family": Family.FORM}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([replace(held("GK_CS", 2025, **FORM_OF)[0], first_year=2023)], NOT_MET),
        ([replace(held("GK_CS", 2027, **FORM_OF)[0], first_year=2025)], NOT_MET),
        ([replace(held("GK_CS", 2027, **FORM_OF)[0], first_year=2026)], MET),
        ([replace(held("GK_CS", 2024, **FORM_OF)[0], year=None)], CANNOT_TELL),
        ([replace(held("GK_CS", 2020, **FORM_OF)[0], year=None)], MET),
        (held("GK_CS", 2024, standing=Standing.ALIKE, **FORM_OF), CANNOT_TELL),
        (held("GK_CS", 2024, campaign=8, **FORM_OF), MET),
    ],
    ids=["its-last-year", "begins-within", "begins-after", "undated", "decided-before", "alike", "another-campaign"],
)
def test_one_form_looks_at_the_whole_time_of_each(others, expected):
    """The case is of 2022–2025, in the campaign 3."""
    found = case("BK_TINH", first_year=2022, year=2025, honours=tuple(others), campaign=3, **FORM_OF)
    assert answer(found, R.ONE_FORM) is expected


def test_dissolved():
    gone = UnitFact("Huyện Thử", date(2025, 7, 1), ("Xã Thử",))
    found = judged(collective("BK_TINH", unit=gone), R.DISSOLVED)
    assert (found.warns, found.finding.values["became"]) == (True, ("Xã Thử",))


def test_discipline():
    warned = case("BK_TINH", years=(YearFact(YEAR, discipline=Discipline.WARNING),))
    assert judged(warned, R.DISCIPLINE).warns
    assert answer(case("BK_TINH", years=(YearFact(YEAR, discipline=Discipline.REPRIMAND),)), R.DISCIPLINE) is MET


def test_discipline_of_each_year_of_the_achievement():
    of_four = case("BK_TINH", first_year=2022, years=years(*["good"] * 4, discipline=Discipline.NONE))
    assert answer(of_four, R.DISCIPLINE) is MET
    warned = YearFact(2023, discipline=Discipline.WARNING, has_proof=False)
    of_warned = replace(of_four, years=(*of_four.years[:1], warned, *of_four.years[2:]))
    assert judged(of_warned, R.DISCIPLINE).finding.values == {"years": (2023,)}
    unknown = judged(replace(of_four, years=of_four.years[1:]), R.DISCIPLINE).finding
    assert (unknown.answer, unknown.settle[0].years) == (CANNOT_TELL, (2022,))


def test_executive():
    """The collective is rated no lower than who leads it; of direct workers it is not asked."""
    of = {"is_executive": True, "years": years("excellent")}
    assert judged(case("BK_TINH", collective_years=years("good"), **of), R.EXECUTIVE).warns
    assert answer(case("BK_TINH", collective_years=years("excellent"), **of), R.EXECUTIVE) is MET
    assert answer(case("BK_TINH", **of), R.EXECUTIVE) is CANNOT_TELL
    assert answer(case("BK_TINH", years=years("excellent")), R.EXECUTIVE) is None
