"""Gathering what rules look at: moves, successions, declared honours, results of clusters; the number of queries."""

from datetime import date
from decimal import Decimal

import pytest

from awards.catalogue.rules.terms import SubjectKind, TargetGroup
from awards.eligibility.actions import ShareSaid, set_share
from awards.eligibility.models.cases import CaseAsked, facts_of
from awards.eligibility.rules.law import judge
from awards.eligibility.rules.terms import Answer, Route, SettledBy, Standing
from awards.models import ProcedureMeasure, SubjectMove, TitleShare
from awards.procedures.rules.rule_codes import RuleCode as R
from awards.procedures.rules.terms import Base
from awards.records.rules.terms import DeclaredState
from clusters.models import ClusterLevel, OrganisationKind
from emulation.core import clock
from emulation.core.errors import Refusal
from emulation.core.period import Period
from tests.awards.records.make import make_declared, make_subject, make_year_record, names_of
from tests.awards.register.make import make_award, make_honour
from tests.clusters.membership.make import make_cluster, make_cluster_year
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import actor_for
from tests.clusters.results.make import make_year_result

pytestmark = pytest.mark.django_db
YEAR = 2024
ON = date(2025, 2, 1)


def asked(subject, award="CSTD_TINH", **fields):
    fields = {"first_year": YEAR, "year": YEAR, "on": ON, **fields}
    return CaseAsked(subject=subject, award=make_award(award), **fields)


def title(subject, year, *, unit=None, organisation=None, award="CSTDCS"):
    names = names_of(subject.name, unit or subject.unit, is_person=True)
    return make_honour(
        organisation or subject.organisation,
        award=award,
        achievement_year=year,
        decision_date=date(year + 1, 1, 15),
        **names,
    )


def register_begins(province, year=2010):
    make_honour(province, award="BK_TINH", achievement_year=year, decision_date=date(year, 6, 1))


def found(case, code, **more):
    (facts,) = facts_of([case], **more)
    return next(one.finding for one in judge(facts) if one.rule.code == code)


@pytest.fixture
def province():
    return make_organisation(name="Tỉnh Thử")


def test_a_chain_through_a_move_and_a_declared_year(province):
    register_begins(province)
    subject = make_subject(organisation=province)
    title(subject, 2024)
    moved = title(subject, 2023, unit="Đơn Vị Cũ")
    may_be = found(asked(subject), R.CSTD_TINH_CHAIN)
    assert may_be.answer is Answer.NOT_MET, "also with the line of the same name and birth 2022 is missing"
    SubjectMove.objects.create(subject=subject, honour=moved, why="thử", noted_by_name="x", noted_at=clock.now())
    declared = make_declared(
        subject=subject, achievement_year=2022, decision_number="15/QĐ", decision_date=date(2023, 1, 5)
    )
    finding = found(asked(subject), R.CSTD_TINH_CHAIN)
    assert (finding.answer, finding.settle[0].by) == (Answer.CANNOT_TELL, SettledBy.CONFIRM_DECLARED)
    assert [link.standing for link in finding.links] == [Standing.DECLARED, Standing.IN_REGISTER, Standing.IN_REGISTER]
    declared.state = DeclaredState.CONFIRMED
    declared.save()
    assert found(asked(subject), R.CSTD_TINH_CHAIN).answer is Answer.MET


def test_a_line_of_the_same_name_and_birth_in_another_unit_may_be_of_the_chain(province):
    register_begins(province)
    subject = make_subject(organisation=province)
    for year, unit in ((2022, "Đơn Vị Cũ"), (2023, "Đơn Vị Cũ"), (2024, None)):
        title(subject, year, unit=unit)
    finding = found(asked(subject), R.CSTD_TINH_CHAIN)
    assert (finding.answer, finding.settle[0].by) == (Answer.CANNOT_TELL, SettledBy.SAY_WHETHER_THE_SAME)
    assert finding.settle[0].years == (2022, 2023)


@pytest.mark.parametrize("spellings", [("Lê Thị Mỹ", "Lê Thị Mĩ"), ("Lê Thị Mĩ", "Lê Thị Mỹ"), ("Lý Quí", "Lí Quý")])
def test_a_line_may_be_the_subject_s_in_the_other_spelling_of_a_lone_y(province, spellings):
    register_begins(province)
    subject = make_subject(organisation=province, name=spellings[0])
    for year in (2022, 2023, 2024):
        names = names_of(spellings[1], "Đơn Vị Cũ", is_person=True)
        make_honour(province, award="CSTDCS", achievement_year=year, decision_date=date(year + 1, 1, 15), **names)
    finding = found(asked(subject), R.CSTD_TINH_CHAIN)
    assert (finding.answer, finding.settle[0].by) == (Answer.CANNOT_TELL, SettledBy.SAY_WHETHER_THE_SAME)


def test_years_after_the_last_decision_of_the_register_are_not_known(province):
    register_begins(province)
    subject = make_subject(organisation=province)
    title(subject, 2022)
    finding = found(asked(subject), R.CSTD_TINH_CHAIN)
    assert (finding.answer, finding.settle[0].by) == (Answer.CANNOT_TELL, SettledBy.ENTER_LATER)
    assert finding.settle[0].years == (2023, 2024)


def test_a_chain_under_the_old_province_goes_on_under_the_new(province):
    before = make_organisation()
    make_succession(predecessor=before, successor=province, day=date(2024, 7, 1))
    subject = make_subject(organisation=province)
    title(subject, 2022, organisation=before)
    title(subject, 2023, organisation=before)
    title(subject, 2024)
    assert found(asked(subject), R.CSTD_TINH_CHAIN).answer is Answer.MET


@pytest.fixture
def cluster_year(province):
    return make_cluster_year(cluster=make_cluster(owner=province, level=ClusterLevel.PROVINCE), year=YEAR)


def collective(province, **fields):
    body = make_organisation(kind=OrganisationKind.UNIT, parent=province)
    return make_subject(organisation=province, kind=SubjectKind.COLLECTIVE, body=body, **fields)


def flag(subject, led, route=Route.OWN_CLUSTER):
    return asked(subject, "CO_CP", led=led.pk, route=route, named_in_minutes=True)


def test_the_flag_needs_the_frozen_result_of_the_cluster_led(province, cluster_year):
    subject = collective(province)
    assert found(flag(subject, cluster_year), R.CO_CP_ROUTE).said == "led_not_frozen"
    make_year_result(cluster_year=cluster_year, places=[(subject.body, 90)], acclaimed=subject.body)
    assert found(flag(subject, cluster_year), R.CO_CP_ROUTE).answer is Answer.MET
    assert found(flag(collective(province), cluster_year), R.CO_CP_ROUTE).said == "led_not_leader"


def test_the_share_of_leaders_counts_own_clusters_whose_result_is_frozen(province):
    leaders = []
    for _ in range(6):
        year = make_cluster_year(cluster=make_cluster(owner=province, level=ClusterLevel.PROVINCE), year=YEAR)
        subject = collective(province)
        make_year_result(cluster_year=year, places=[(subject.body, 90)], acclaimed=subject.body)
        leaders.append((subject, year))
    central = make_cluster_year(cluster=make_cluster(), year=YEAR)
    first, second, third = leaders[:3]
    cases = [flag(*first), flag(*second), flag(third[0], central, Route.CENTRAL_CLUSTER)]
    quotas = [facts.quotas for facts in facts_of(cases)]
    assert (quotas[0][0].proposed, quotas[0][0].base) == (2, 6)
    ProcedureMeasure.objects.filter(kind="quota_share", procedure__award__code="CO_CP").update(number=50)
    assert facts_of(cases[:1])[0].quotas[0].share_percent == 50, "as the procedure has it"


def test_a_province_sets_its_own_share(province):
    unit = make_subject(organisation=province, kind=SubjectKind.COLLECTIVE)
    make_year_record(subject=unit, year=YEAR, headcount=30, advanced=20)
    TitleShare.objects.create(
        organisation=province,
        award=make_award("CSTDCS"),
        share_percent=Decimal(10),
        base=Base.LDTT_HOLDERS,
        document="QĐ 5/QĐ-UBND",
        during=Period(date(2024, 1, 1)),
    )
    cases = [asked(make_subject(organisation=province, collective=unit), "CSTDCS") for _ in range(3)]
    (quota,) = facts_of(cases)[0].quotas
    assert (quota.proposed, quota.base, quota.most(20), quota.legal_basis) == (3, 20, 2, "QĐ 5/QĐ-UBND")


@pytest.mark.parametrize(
    ("award", "base"),
    [("CO_CP", Base.HEADCOUNT), ("CO_CP", Base.LDTT_HOLDERS), ("CSTDCS", Base.CLUSTER_LEADERS)],
)
def test_a_share_of_what_is_no_base_of_the_award_is_refused_and_one_from_before_sets_nothing(province, award, base):
    own = ShareSaid(make_award(award), Decimal(10), base, "QĐ 5/QĐ-UBND", date(2024, 1, 1))
    with pytest.raises(Refusal) as refused:
        set_share(province, own, actor=actor_for(organisation=province))
    assert refused.value.field == "base"
    TitleShare.objects.create(
        organisation=province,
        award=own.award,
        share_percent=own.share_percent,
        base=base,
        document=own.document,
        during=Period(own.first_day),
    )
    subject = collective(province) if award == "CO_CP" else make_subject(organisation=province)
    bases = {one.legal_basis for one in facts_of([asked(subject, award)])[0].quotas}
    assert own.document not in bases
    assert bool(bases) is (award == "CO_CP"), "what the law sets stays"


def test_a_share_of_the_law_that_is_verified_stands_beside_the_province_s_own(province):
    """Decree 91/2017, Article 9: at most 15%; since 2024 the province's own is all there is."""
    TitleShare.objects.create(
        organisation=province,
        award=make_award("CSTDCS"),
        share_percent=Decimal(40),
        base=Base.LDTT_HOLDERS,
        document="QĐ 5/QĐ-UBND",
        during=Period(date(2023, 1, 1)),
    )
    subject = make_subject(organisation=province)
    days = (date(2023, 9, 1), date(2025, 9, 1))
    shares = [[one.share_percent for one in facts_of([asked(subject, "CSTDCS", on=day)])[0].quotas] for day in days]
    assert shares == [[40, 15], [40]]


def test_an_executive_beside_the_collective(province):
    unit = make_subject(organisation=province, kind=SubjectKind.COLLECTIVE)
    make_year_record(subject=unit, year=YEAR, rating="good")
    head = make_subject(organisation=province, collective=unit, target_group=TargetGroup.DEPARTMENT_EXECUTIVE)
    make_year_record(subject=head, year=YEAR, rating="excellent")
    assert found(asked(head, "BK_TINH"), R.EXECUTIVE).answer is Answer.NOT_MET


def test_a_dissolved_province_is_named_with_what_stands_there(province):
    gone = make_organisation(name="Tỉnh Cũ", during=Period(None, date(2025, 7, 1)))
    make_succession(predecessor=gone, successor=province, day=date(2025, 7, 1))
    finding = found(asked(make_subject(organisation=gone), on=date(2025, 9, 1)), R.DISSOLVED)
    assert (finding.answer, finding.values["became"]) == (Answer.NOT_MET, ("Tỉnh Thử",))


def test_the_same_queries_for_three_cases_and_for_thirty(province, cluster_year, django_assert_num_queries):
    def cases(number):
        made = []
        for _ in range(number):
            unit = collective(province)
            make_year_record(subject=unit, year=YEAR)
            person = make_subject(organisation=province, collective=unit)
            title(person, 2023)
            make_declared(subject=person)
            make_year_record(subject=person, year=YEAR)
            made += [asked(person), flag(unit, cluster_year)]
        return made

    three, thirty = cases(3), cases(30)
    with django_assert_num_queries(QUERIES):
        facts_of(three)
    with django_assert_num_queries(QUERIES):
        facts_of(thirty)


QUERIES = 17
