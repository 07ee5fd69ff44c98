"""A regulation is begun, drafted by the head's officer, adopted by the members, and stands."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from clusters.models import Cluster, ClusterKind, Criterion, Indicator, Scheme, ScoringRound
from clusters.regulation.actions.lines import keep_criterion, keep_group, keep_knock_out, remove_part
from clusters.regulation.actions.origins import Origin
from clusters.regulation.actions.schemes import adopt_scheme, begin_scheme, change_scheme, faults_of, reopen_scheme
from clusters.regulation.rules.terms import FunctionKind, GroupKind, KnockOutKind, SchemeState
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from emulation.core.text import of_block
from tests.clusters.figures.make import make_indicator, make_two_cities
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.regulation.make import adopt, make_criterion, make_group, make_scheme

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 30)


@pytest.fixture
def cities():
    return make_two_cities()


def adoption(scheme, actor, **said):
    return adopt_scheme(scheme, **{"on": DAY, "votes_for": 2, "votes_cast": 2, "actor": actor} | said)


def test_the_suggested_template_adds_up_and_is_labelled(cities):
    year, head, _member = cities
    scheme = begin_scheme(year, origin=Origin.SUGGESTED, actor=head.officer)
    assert scheme.from_suggestion
    assert faults_of(scheme) == ()
    assert set(scheme.criteria.values_list("function", flat=True)) == set(FunctionKind)
    assert [(group.kind, group.maximum) for group in scheme.groups.order_by("position")] == [
        (GroupKind.CRITERIA, 600),
        (GroupKind.CRITERIA, 200),
        (GroupKind.CRITERIA, 200),
        (GroupKind.BONUS, 50),
        (GroupKind.PENALTY, 50),
    ]
    assert scheme.knock_outs.count() == 5


def test_a_block_is_suggested_the_tasks_of_offices(cities):
    year, head, _member = cities
    Cluster.objects.filter(pk=year.cluster_id).update(kind=ClusterKind.KHOI)
    year.cluster.refresh_from_db()
    scheme = begin_scheme(year, origin=Origin.SUGGESTED, actor=head.officer)
    assert scheme.from_suggestion
    assert faults_of(scheme) == ()
    said = " ".join(scheme.criteria.values_list("title", flat=True)) + scheme.criteria.first().guidance
    assert of_block(said) == said
    asked = set(scheme.criteria.filter(indicator__isnull=False).values_list("indicator__code", flat=True))
    assert asked == {"phong-trao-chuyen-de", "dien-hinh-tien-tien"}


def test_without_the_catalogue_the_suggestion_is_judged_and_still_adds_up(cities):
    Indicator.objects.all().delete()
    year, head, _member = cities
    scheme = begin_scheme(year, origin=Origin.SUGGESTED, actor=head.officer)
    assert faults_of(scheme) == ()
    assert not scheme.criteria.filter(indicator__isnull=False).exists()


def test_last_years_is_copied_whole_and_later_changes_leave_it_alone(cities):
    year, head, _member = cities
    indicator = make_indicator()
    earlier = make_scheme(cluster_year=make_cluster_year(cluster=year.cluster, year=2022))
    line = make_criterion(group=earlier.group, function=FunctionKind.RANK, indicator=indicator, terms={"step": "1"})
    adopt(earlier.scheme)
    scheme = begin_scheme(year, origin=Origin.LAST_YEAR, actor=head.officer)
    assert scheme.copied_from == earlier.scheme
    assert list(scheme.criteria.values_list("title", flat=True)) == list(
        earlier.scheme.criteria.values_list("title", flat=True)
    )
    assert scheme.knock_outs.count() == 1
    copied = scheme.criteria.get(indicator=indicator)
    assert (copied.terms, copied.pk == line.pk) == ({"step": "1"}, False)
    remove_part(scheme, copied, actor=head.officer)
    assert Criterion.objects.filter(pk=line.pk).exists()


def test_nothing_to_copy_is_said(cities):
    year, head, _member = cities
    with pytest.raises(Refusal, match="Không có năm trước nào"):
        begin_scheme(year, origin=Origin.LAST_YEAR, actor=head.officer)


def test_a_year_has_one_regulation(cities):
    year, head, _member = cities
    begin_scheme(year, origin=Origin.BLANK, actor=head.officer)
    with pytest.raises(Refusal, match="đã có quy định"):
        begin_scheme(year, origin=Origin.BLANK, actor=head.officer)


def test_only_the_heads_officer_drafts(cities):
    year, head, member = cities
    for actor in (member.officer, head.approver):
        with pytest.raises(Refusal, match="Chỉ chuyên viên của cụm trưởng"):
            begin_scheme(year, origin=Origin.BLANK, actor=actor)


def test_a_draft_is_built_line_by_line_and_audited(cities):
    year, head, _member = cities
    scheme = begin_scheme(year, origin=Origin.BLANK, actor=head.officer)
    change_scheme(scheme, maximum=Decimal(20), cross_scorers=3, actor=head.officer)
    group = keep_group(
        scheme, kind="criteria", number="I", title="Nhóm", maximum=Decimal(20), position=1, actor=head.officer
    )
    common = {"group": group, "number": "", "cross_scored": True, "appraised": True, "guidance": "", "position": 1}
    line = keep_criterion(
        scheme, title="Một", maximum=Decimal(20), function="panel", terms={}, actor=head.officer, **common
    )
    keep_knock_out(
        scheme,
        kind=KnockOutKind.BELOW_SHARE,
        title="Không đạt",
        criterion=line,
        share=50,
        position=1,
        actor=head.officer,
    )
    assert faults_of(scheme) == ()
    keep_criterion(
        scheme, criterion=line, title="Một đổi", maximum=Decimal(20), function="panel", terms={}, actor=head.officer,
        **common,
    )  # fmt: skip
    assert scheme.criteria.get().title == "Một đổi"
    assert list(AuditEntry.objects.filter(verb__contains="scheme").order_by("pk").values_list("verb", flat=True)) == [
        "clusters.begin_scheme",
        "clusters.change_scheme",
        "clusters.add_scheme_group",
        "clusters.add_scheme_criterion",
        "clusters.add_scheme_knock_out",
        "clusters.change_scheme_criterion",
    ]


def test_an_indicator_in_two_groups_is_refused_by_name_and_by_the_database(cities):
    year, head, _member = cities
    made = make_scheme(cluster_year=year)
    indicator = make_indicator()
    make_criterion(group=made.group, function=FunctionKind.RATIO, indicator=indicator, title="Dòng đã có")
    other = make_group(scheme=made.scheme, title="Nhóm khác")
    line = {"number": "", "title": "Dòng mới", "maximum": Decimal(5), "function": "ratio", "terms": {}, "position": 9}
    with pytest.raises(Refusal, match="đã được chấm ở “Dòng đã có” của “I. Nhóm thử”") as refused:
        keep_criterion(made.scheme, group=other, indicator=indicator, actor=head.officer, **line)
    assert refused.value.field == "indicator"
    with pytest.raises(IntegrityError), transaction.atomic():
        make_criterion(group=other, function=FunctionKind.RATIO, indicator=indicator)


def test_a_line_cannot_stand_in_a_group_of_another_regulation(cities):
    year, head, _member = cities
    made = make_scheme(cluster_year=year)
    stranger = make_scheme(cluster_year=make_cluster_year())
    line = {"number": "", "title": "Dòng", "maximum": Decimal(5), "function": "panel", "terms": {}, "position": 9}
    with pytest.raises(Refusal, match="thuộc quy định khác"):
        keep_criterion(made.scheme, group=stranger.group, actor=head.officer, **line)
    Criterion.objects.filter(group=stranger.group).update(scheme=made.scheme)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    Criterion.objects.filter(group=stranger.group).update(scheme=stranger.scheme)


def test_a_scheme_whose_maxima_do_not_add_up_is_not_adopted(cities):
    year, head, _member = cities
    made = make_scheme(cluster_year=year)
    Scheme.objects.update(maximum=1000)
    with pytest.raises(Refusal, match="chưa khớp"):
        adoption(made.scheme, head.approver)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"votes_cast": 3}, "có 2 thành viên"),
        ({"votes_for": 3}, "nhiều hơn số thành viên biểu quyết|lớn hơn"),
        ({"votes_for": 1}, "chưa quá nửa"),
        ({"on": date(2099, 3, 30)}, "Ngày 30/03/2099 chưa đến"),
        ({"on": date(2013, 3, 30)}, "30/3/2013|30/03/2013"),
    ],
)
def test_votes_that_do_not_add_up(cities, said, words):
    year, head, _member = cities
    with pytest.raises(Refusal, match=words):
        adoption(make_scheme(cluster_year=year).scheme, head.approver, **said)


def test_adopted_by_the_heads_approver_it_stands(cities):
    year, head, member = cities
    made = make_scheme(cluster_year=year)
    for actor in (head.officer, member.approver):
        with pytest.raises(Refusal, match="lãnh đạo ký duyệt"):
            adoption(made.scheme, actor)
    scheme = adoption(made.scheme, head.approver, document="Quy định số 1/QĐ-CTĐ ngày 30/3/2023")
    assert (scheme.state, scheme.votes_for, scheme.votes_cast) == (SchemeState.ADOPTED, 2, 2)
    with pytest.raises(Refusal, match="không còn thay đổi|không thay đổi"):
        change_scheme(scheme, maximum=Decimal(5), actor=head.officer)
    with pytest.raises(Refusal, match="Xem lại|xem lại"):
        adoption(made.scheme, head.approver)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE clusters_scheme SET maximum = 5",
        "DELETE FROM clusters_knockout",
        "UPDATE clusters_criterion SET maximum = 5",
        "UPDATE clusters_criteriongroup SET maximum = 5",
        "DELETE FROM clusters_criterion",
    ],
)
def test_the_database_keeps_an_adopted_regulation(cities, statement):
    adopt(make_scheme(cluster_year=cities[0]).scheme)
    with pytest.raises(DatabaseError, match="adopted"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_opened_again_with_a_reason_until_somebody_is_scored(cities):
    year, head, _member = cities
    scheme = adoption(make_scheme(cluster_year=year).scheme, head.approver)
    with pytest.raises(Refusal, match="lý do"):
        reopen_scheme(scheme, why=" ", actor=head.approver)
    scheme = reopen_scheme(scheme, why="Hai thành viên đề nghị sửa", actor=head.approver)
    assert (scheme.state, scheme.adopted_on) == (SchemeState.DRAFT, None)
    scheme = adoption(scheme, head.approver)
    ScoringRound.objects.create(cluster_year=year, cross_scorers=0, seed="1")
    with pytest.raises(Refusal, match="đã được chấm điểm theo quy định này"):
        reopen_scheme(scheme, why="Muốn sửa", actor=head.approver)


def test_each_step_is_kept_and_the_journal_tells_the_votes_that_a_reopening_takes_away(cities):
    year, head, _member = cities
    scheme = adoption(begin_scheme(year, origin=Origin.SUGGESTED, actor=head.officer), head.approver)
    scheme = reopen_scheme(scheme, why="Hai thành viên đề nghị sửa", actor=head.approver)
    kept = scheme.steps.order_by("pk").values_list("name", "source", "target", "taken_by_name", "why")
    assert list(kept) == [
        ("begin", "", SchemeState.DRAFT, head.officer.name, ""),
        ("adopt", SchemeState.DRAFT, SchemeState.ADOPTED, head.approver.name, ""),
        ("reopen", SchemeState.ADOPTED, SchemeState.DRAFT, head.approver.name, "Hai thành viên đề nghị sửa"),
    ]
    entry = AuditEntry.objects.get(verb="clusters.reopen_scheme")
    assert entry.before == {"state": SchemeState.ADOPTED, "on": "2023-03-30", "for": 2, "cast": 2}
    assert (entry.after, entry.why) == ({"state": SchemeState.DRAFT}, "Hai thành viên đề nghị sửa")


def test_a_closed_year_has_no_new_regulation(cities):
    year, head, _member = cities
    year.closed_on = date(2024, 3, 1)
    year.save()
    with pytest.raises(Refusal, match="nothing of it changes|không thay đổi|không còn"):
        begin_scheme(year, origin=Origin.BLANK, actor=head.officer)
