"""The demonstration of five cities: its sums are the printed ones, its list is an office's, and it loads once."""

from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count
from python_calamine import CalamineWorkbook

from awards.catalogue.models.aliases import alias_table
from awards.catalogue.rules.recognise import recognise_award, recognise_subject, recognise_target_group, recognise_way
from awards.catalogue.rules.terms import SubjectKind, TargetGroup
from awards.models import Award, Honour, HonourBatch
from clusters.conferences.rules.terms import ConferenceState
from clusters.models import (
    ClusterYear,
    Conference,
    ConferenceBallot,
    DirectiveTarget,
    Indicator,
    Mandate,
    Organisation,
    Pact,
    ScoringRound,
    Task,
)
from clusters.scores.rules.terms import RoundState
from emulation.core.ballot_flow import BallotState
from emulation.core.models import AuditEntry, User
from emulation.core.period import Period
from emulation.core.text import person_sort_key, search_key
from emulation.desk import demonstration
from emulation.desk.demonstration import block
from emulation.desk.demonstration.accounts import demonstrator, open_accounts
from emulation.desk.demonstration.counts import BY_LINE, IN_2022
from emulation.desk.demonstration.going_on import load_going_on
from emulation.desk.demonstration.honours import honours_of
from emulation.desk.demonstration.loading import write_can_tho
from emulation.desk.demonstration.tasks import AT_THE_CITY, BY_DIRECTIVE
from reports.province.compose import compose as compose_of_province
from reports.province.material.collect import collect as collect_of_province
from reports.runs.models.passage import Passage
from reports.runs.models.subject import ProvinceYear
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership
from tests.clusters.organisations.make import make_organisation
from tests.reports.six_month.readings import row_of, table_of, texts_of

DAY = date(2023, 7, 10)
PRINTED = {
    "CO_TINH": 1092,
    "TTLDXS": 3013,
    "CSTD_TINH": 329,
    "CSTDTQ": 3,
    "BK_TINH": 19117,
    "CO_CP": 58,
    "HC_ALL": 39,
    "BK_TTG": 84,
}


PRINTED_TARGETS = [
    "9,5% - 10%/năm",
    "95 - 98 triệu đồng",
    "43.000 tỷ đồng",
    "74%",
    "82%",
    "còn 0,36%",
    "92,45%",
    "05 xã",
    "02 xã",
    "từ 75% trở lên",
]


def test_the_plan_adds_up_to_the_printed_lines():
    assert {line: sum(cities.values()) for line, cities in BY_LINE.items()} == PRINTED
    assert sum(PRINTED.values()) == 23735


def test_complete_demonstration_gives_the_eight_printed_lines(shown_database):
    complete = demonstration.load_demonstration(DAY, complete=True)
    assert complete == {"Cần Thơ": sum(cities["92"] for cities in BY_LINE.values())}
    counted = Honour.objects.in_force().decided_during(Period.half_year(2023, 1))
    lines = counted.order_by().values_list("award__report_line__code").annotate(Count("pk"))
    assert dict(lines) == PRINTED
    of_2022 = sum(sum(cities.values()) for cities in IN_2022.values())
    assert Honour.objects.filter(from_dossier=False).count() == 23735 + 3 + of_2022, (
        "three decisions lie just outside the half-year"
    )
    printed = DirectiveTarget.objects.filter(directive__number="10/CT-UBND").values_list("text", flat=True)
    assert list(printed) == PRINTED_TARGETS
    both_reports_tell_of_campaigns_and_tasks()
    other_clusters_have_their_problems_and_tasks()

    people = counted.filter(subject_kind=SubjectKind.INDIVIDUAL)
    share = people.filter(target_group=TargetGroup.DIRECT_WORKER).count() / people.count()
    assert 0.78 < share < 0.82
    assert not people.filter(target_group="").exists()


def both_reports_tell_of_campaigns_and_tasks():
    """Of the cluster and of Cần Thơ, from what was followed: silence told, tasks as given, problems as named."""
    year = ClusterYear.objects.get(cluster__code="CUM_5TP", year=2023)
    of_cluster = compose(collect(year, 1, as_of=DAY))
    joined = row_of(table_of(of_cluster, "phong trào thi đua trong kỳ"), "Cả nước chung sức xây dựng nông thôn mới")
    assert joined[3:6] == (4, 3, 0)
    assert "“Cả nước chung sức xây dựng nông thôn mới”: Hải Phòng." in texts_of(of_cluster)
    city = Organisation.objects.coded("92", DAY).get()
    of_city = compose_of_province(collect_of_province(ProvinceYear(city, 2023), 1, as_of=DAY))
    given = [row.cells[1] for row in table_of(of_city, "nhiệm vụ được giao").rows]
    assert set(AT_THE_CITY) | set(BY_DIRECTIVE) <= set(given)
    assert "Nể nang." in texts_of(of_city)
    assert any(text.startswith("“Một cửa điện tử không giấy (minh họa)”") for text in texts_of(of_city))


def other_clusters_have_their_problems_and_tasks():
    """Of articles that name no head: kept by the host, of the conference's year and on its day."""
    written = Passage.objects.filter(cluster_year__cluster__code__in=("CUM_TNDHMT", "CUM_TNB"))
    said = {(one.cluster_year.cluster.code, one.cluster_year.year, one.half): one.text.splitlines() for one in written}
    assert {of: len(lines) for of, lines in said.items()} == {("CUM_TNDHMT", 2022, 0): 6, ("CUM_TNB", 2019, 1): 2}
    assert "- Hình thức khen thưởng đột xuất chưa nhiều." in said["CUM_TNDHMT", 2022, 0]
    given = Task.objects.filter(cluster_year__cluster__code__in=("CUM_TNDHMT", "CUM_TNB")).order_by("pk")
    told = Counter((one.organisation.name, one.given_on, one.assignments.count()) for one in given)
    assert told == {("Đắk Lắk", date(2023, 3, 30), 10): 3, ("Kiên Giang", date(2019, 8, 6), 12): 3}
    assert date(2023, 6, 11) in {one.due_on for one in given}


def test_it_loads_once_and_leaves_can_tho_to_the_person(shown_database):
    by_list = Honour.objects.filter(decision_date__year=2023, from_dossier=False).order_by()
    assert set(by_list.values_list("organisation__name", flat=True)) == {
        "Hà Nội",
        "Hải Phòng",
        "Thành phố Hồ Chí Minh",
        "Đà Nẵng",
    }
    entries = AuditEntry.objects.count()
    assert demonstration.load_demonstration(DAY) == {}
    assert AuditEntry.objects.count() == entries


def test_what_goes_on_in_2023_shows_a_scoring_a_planned_conference_and_an_open_vote(shown_database):
    scoring = ScoringRound.objects.get(cluster_year__year=2023)
    assert scoring.state == RoundState.SELF
    assert scoring.finishes.count() == 1, "of three members one has scored itself"
    planned = Conference.objects.get(cluster_year__cluster__code="CUM_5TP", cluster_year__year=2023)
    assert (planned.state, planned.held_on > DAY) == (ConferenceState.PLANNED, True)
    assert ConferenceBallot.objects.get(ballot__state=BallotState.OPEN).conference.held_on == DAY
    block = scoring.cluster_year
    asked = set(Indicator.objects.asked_of(block.cluster_id, Period.half_year(2023, 1)))
    assert {one.cluster for one in asked} == {block.cluster}, "departments are asked for nothing of a whole city"
    aims = Counter(Pact.objects.of_year(block).get().targets.values_list("indicator", flat=True))
    assert (set(aims) <= {one.pk for one in asked}, set(aims.values())) == (True, {3})


@pytest.mark.django_db
def test_where_units_of_the_block_merged_nothing_goes_on_in_it():
    """On a later day, the block's year being there."""
    unit = make_organisation(code=block.UNITS[block.HEAD][0])
    year = make_cluster_year(cluster=make_cluster(code=block.CODE), year=block.YEAR)
    make_membership(cluster=year.cluster, organisation=unit)
    ClusterYear.objects.exclude(pk=year.pk).filter(year=block.YEAR).update(year=2045)
    load_going_on(date(2023, 9, 10))
    assert not ScoringRound.objects.filter(cluster_year=year).exists()


@pytest.mark.django_db
def test_to_cities_that_came_of_a_merger_nothing_of_2023_is_added():
    open_accounts(DAY, actor=demonstrator(DAY))
    assert demonstration.load_demonstration(date(2025, 7, 15)) == {}
    assert not Honour.objects.exists()


@pytest.mark.django_db
def test_accounts_hold_one_mandate_each_and_log_in():
    open_accounts(DAY, actor=demonstrator(DAY))
    log_ins = demonstration.log_ins()
    assert len(log_ins) == 18
    assert {"cantho", "cantho.duyet", "hanoi", "trunguong", "trunguong.lanhdao", "baocao", "quantri"} <= {
        username for username, _role, _organisation in log_ins
    }
    assert Mandate.objects.on(DAY).count() == 18
    assert User.objects.get(username="cantho").check_password(demonstration.PASSWORD)
    assert list(User.objects.filter(is_staff=True).values_list("username", flat=True)) == ["quantri"]
    assert not User.objects.filter(is_superuser=True).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "said"),
    [(None, "chỉ được nạp vào ngày trình diễn"), (date(2025, 8, 1), "không nạp được vào ngày 01/08/2025")],
    ids=["none", "another"],
)
def test_without_its_own_day_it_refuses(settings, day, said):
    settings.DEMONSTRATION_DAY = day
    with pytest.raises(CommandError, match=said):
        call_command("demo")
    assert not User.objects.exists()


@pytest.mark.django_db
def test_once_loaded_it_stands_on_another_day_and_is_left_as_it_is(settings):
    """In 2025 other provinces bear the codes of its cities."""
    open_accounts(DAY, actor=demonstrator(DAY))
    settings.DEMONSTRATION_DAY = date(2025, 8, 1)
    told = StringIO()
    call_command("demo", stdout=told)
    assert "của ngày 10/07/2023 nay hiển thị theo ngày 01/08/2025" in told.getvalue()
    assert not Honour.objects.exists()


@pytest.mark.django_db
def test_can_tho_s_list_is_readable_to_the_last_row_and_holds_its_share(tmp_path):
    path = tmp_path / "danh-sach.xlsx"
    assert write_can_tho(path, DAY) == 2409
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names[0] == "file nhận"
    assert len(book.sheet_names) == 4
    rows = book.get_sheet_by_name("file nhận").to_python()
    headings, rows = rows[0], [row for row in rows[1:] if row[2] != ""]
    assert any("\n" in heading for heading in headings)
    assert len(rows) == 2409
    table, codes = alias_table(), Counter()
    for row in rows:
        found = recognise_award(table, row[7], province_kind="city")
        assert found.exact, row
        codes[found.award_code] += 1
        subject = recognise_subject(row[6])
        assert subject is not None
        assert recognise_way(row[10]) is not None
        assert (recognise_target_group(row[8]) is not None) == (subject == SubjectKind.INDIVIDUAL), row
        assert Period.half_year(2023, 1).contains(row[13])
    orders = sum(count for code, count in codes.items() if code.startswith("HC_"))
    assert codes["BK_TINH"] == BY_LINE["BK_TINH"]["92"]
    assert orders == BY_LINE["HC_ALL"]["92"]


@pytest.mark.django_db
def test_the_list_is_the_same_at_every_writing(tmp_path):
    sheets = []
    for number in (1, 2):
        path = tmp_path / f"{number}.xlsx"
        write_can_tho(path, DAY)
        sheets.append(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
    assert sheets[0] == sheets[1]


def test_the_list_imported_gives_all_that_was_printed(shown_database, tmp_path, settings):
    settings.DEMONSTRATION_DAY = DAY
    settings.MEDIA_ROOT = tmp_path / "files"
    path = tmp_path / "danh-sach.xlsx"
    write_can_tho(path, DAY)
    out = StringIO()
    call_command("import_honours", path, organisation="92", actor="cantho", stdout=out)
    counted = Honour.objects.in_force().decided_during(Period.half_year(2023, 1))
    lines = counted.order_by().values_list("award__report_line__code").annotate(Count("pk"))
    assert dict(lines) == PRINTED, out.getvalue()
    batch = HonourBatch.objects.get()
    assert (batch.good, batch.refused, batch.warned) == (2409, 0, 0)


@pytest.mark.django_db
def test_keys_are_those_of_any_other_honour():
    city = Organisation.objects.coded("92", DAY).get()
    made = honours_of(city, {award.code: award for award in Award.objects.all()})
    people = [honour for honour in made if honour.subject_kind == SubjectKind.INDIVIDUAL]
    assert all(honour.name_key == search_key(honour.name) for honour in made)
    assert all(honour.sort_key == person_sort_key(honour.name) for honour in people)
    assert all(bool(honour.recipient_key) == bool(honour.birth_date) for honour in people)
