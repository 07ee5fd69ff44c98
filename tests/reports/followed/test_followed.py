"""What reports of a cluster and of a province say of campaigns, exemplars, tasks and requests: the state of each, silence
as silence, and what is not finished carried into the report after."""

from datetime import UTC, date, datetime

import pytest

from awards.totals.rules.terms import Measure
from clusters.campaigns.rules.terms import CampaignLevel
from clusters.figures.rules.terms import SheetState
from clusters.membership.rules.half_years import Days
from clusters.models import AssignmentStep, CampaignReview, Directive, Organisation, Task
from clusters.reference.actions import load_reference
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core.actor import Actor, Role
from emulation.core.period import Period
from reports.document.rules.document import Heading
from reports.province.compose import compose as compose_of_province
from reports.province.material.collect import collect as collect_of_province
from reports.runs.models.subject import ProvinceYear
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from tests.awards.totals.make import make_total
from tests.clusters.campaigns.make import Office, make_campaign, recorded
from tests.clusters.exemplars.make import make_exemplar
from tests.clusters.figures.make import in_state, make_figure, make_indicator
from tests.clusters.membership.make import make_cluster
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for
from tests.reports.six_month.readings import row_of, table_of, texts_of
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.django_db
H1, H2 = date(YEAR, 7, 10), date(YEAR + 1, 1, 10)


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DAY = H2


@pytest.fixture
def year():
    year = make_headed_year()
    one, other = year.cities
    everywhere = make_campaign(name="Nông thôn mới thử")
    for city, on in ((one, date(YEAR, 5, 2)), (other, None)):
        part = everywhere.participations.create(organisation=city, joined_on=date(YEAR, 1, 9), reported_on=on)
        if on:
            part.progress.create(
                on=on, text="Ra quân", entered_by_name="A", entered_at=datetime(YEAR, 5, 2, tzinfo=UTC)
            )
            part.inspections.create(on=on, office="Sở thử", findings="Đủ")
    CampaignReview.objects.create(
        campaign=everywhere, kind="mid", on=date(YEAR, 6, 30), document="Báo cáo 7/BC", conclusion="Đạt"
    )
    make_campaign(name="Của Thử Một", organisation=one)
    make_campaign(name="Năm trước", organisation=one, during=Period.year(YEAR - 1))
    make_campaign(name="Của cụm khác", organisation=one, level=CampaignLevel.CLUSTER, cluster=make_cluster())
    everywhere.participations.create(organisation=make_organisation(name="Tỉnh ngoài cụm"), joined_on=date(YEAR, 1, 9))
    office = Office(one, actor_for(role=Role.OFFICER, organisation=one), None)
    card = make_exemplar(office, title="Một cửa thử")
    card.__class__.objects.filter(pk=card.pk).update(recognised_on=date(YEAR, 6, 1))
    card.adoptions.create(
        organisation=other, applied_on=date(YEAR, 6, 5), measured_on=date(YEAR, 12, 1), result="Giảm 5 phút"
    )
    return year


def given(year, text, *, states, due_on=None, on=date(YEAR, 2, 1), done_on=None, **changed) -> Task:
    said = {"organisation": year.cities[0], "cluster_year": year, "kind": TaskKind.TASK, "given_by": "Hội đồng thử"}
    task = Task.objects.create(**said | changed, text=text, given_on=on, due_on=due_on)
    for city, state in zip(year.cities, states, strict=False):
        owed = task.assignments.create(organisation=city, state=state, document="1/BC")
        if done_on and state == AssignmentState.DONE:
            at = datetime(done_on.year, done_on.month, done_on.day, 3, tzinfo=UTC)
            AssignmentStep.objects.create(
                assignment=owed, name="accept", source="reported", target="done", taken_by_name="A", taken_at=at
            )
    return task


def of_half(year, half: int):
    return compose(collect(year, half, as_of=H1 if half == 1 else H2))


def headings_of(document) -> list[str]:
    """Without their numbers and the notes, which stand last."""
    texts = [block.text.split(". ", 1)[-1] for block in document.blocks if isinstance(block, Heading)]
    return texts[: texts.index("GHI CHÚ VỀ SỐ LIỆU")]


def test_campaigns_are_told_with_who_was_silent(year):
    document = of_half(year, 1)
    row = row_of(table_of(document, "phong trào"), "Nông thôn mới thử")
    assert row[3:] == (2, 1, 1, "Sơ kết ngày 30/6/2023 (Báo cáo 7/BC)")
    said = texts_of(document)
    assert "“Nông thôn mới thử”: Thử Hai." in said
    assert "Thử Một (1): Của Thử Một." in said
    assert any(one.startswith("“Một cửa thử” (Thử Một), công nhận ngày 01/6/2023") for one in said)
    assert any("1 đơn vị khác áp dụng, 1 đơn vị đã có kết quả đo được" in one for one in said)
    later = of_half(year, 2)
    assert row_of(table_of(later, "phong trào"), "Nông thôn mới thử")[3:] == (2, 0, 0, "")
    assert "“Nông thôn mới thử”: Thử Hai, Thử Một." in texts_of(later)
    assert not any("Một cửa thử" in one for one in texts_of(later)), "recognised and applied in the half before"


def test_a_campaign_without_a_known_beginning_is_told_apart_and_not_counted(year):
    one = year.cities[0]
    make_campaign(name="Không rõ từ bao giờ", organisation=one, during=Period(None, None))
    make_campaign(name="Có ngày phát động", organisation=one, during=Period(None, None), launched_on=date(YEAR, 7, 1))
    for half, counted in ((1, "Thử Một (1): Của Thử Một."), (2, "Thử Một (2): Có ngày phát động; Của Thử Một.")):
        said = texts_of(of_half(year, half))
        at = next(at for at, text in enumerate(said) if text.startswith("Chưa nêu thời gian thực hiện"))
        assert said[at - 1] == counted
        assert said[at + 1] == "Thử Một (1): Không rõ từ bao giờ."


def test_a_campaign_without_a_known_beginning_is_told_from_the_year_in_which_it_was_known(year, settings):
    one, settings.DEMONSTRATION_DAY = year.cities[0], date(YEAR, 12, 20)
    office = Office(one, actor_for(role=Role.OFFICER, organisation=one), None)
    recorded(office, name="Ghi năm nay", during=Period(None, None))
    joined = recorded(office, name="Tham gia năm trước", during=Period(None, None))
    joined.__class__.objects.filter(pk=joined.pk).update(joined_on=date(YEAR - 1, 12, 20))
    told = []
    for of in (YEAR - 2, YEAR - 1, YEAR):
        document = compose_of_province(collect_of_province(ProvinceYear(one, of), 0, as_of=H2, days=Days.CUT_OFF))
        told.append(" ".join(texts_of(document)))
    assert ["Ghi năm nay" in one for one in told] == [False, False, True]
    assert ["Tham gia năm trước" in one for one in told] == [False, True, True]
    make_campaign(name="Chỉ một phong trào", organisation=year.cities[1], during=Period(None, None))
    alone = compose_of_province(collect_of_province(ProvinceYear(year.cities[1], YEAR - 2), 0, as_of=H2))
    assert "có thực hiện trong kỳ hay không:" in " ".join(texts_of(alone)), "beneath no number"


def test_a_closed_year_is_told_of_no_campaign_that_papers_name_for_the_next_year_only(settings):
    """Of the reference data: a directive of December 2022 for 2023, and the report of six months of 2023."""
    settings.DEMONSTRATION_DAY = H2
    load_reference(Actor.system("test"))
    city = Organisation.objects.coded("92", H2).get()
    undated = ("Dịch vụ công trực tuyến", "Chuyển đổi số đến năm 2025", "kiểm soát thủ tục hành chính")
    for of in (YEAR - 1, YEAR):
        document = compose_of_province(collect_of_province(ProvinceYear(city, of), 0, as_of=H2))
        said = " ".join(texts_of(document))
        assert [name in said for name in undated] == [of == YEAR] * 3


def test_campaigns_reported_as_a_number_are_told_beside_those_listed_by_name(year):
    total = make_total(year.cities[1], measure=Measure.CAMPAIGNS, count=73, subject="")
    assert any(f"(Thử Hai {total.count}) gồm cả phong trào chưa ghi tên" in one for one in texts_of(of_half(year, 1)))
    by_cut_off = texts_of(compose(collect(year, 1, as_of=H1, days=Days.CUT_OFF)))
    assert any(f"(Thử Hai {total.count} tính theo năm dương lịch) gồm" in one for one in by_cut_off)
    counting = make_indicator(unit="phong trào")
    for city, value in zip(year.cities, ("18", "24"), strict=True):
        figure = make_figure(cluster_year=year, organisation=city, indicator=counting, value=value)
        in_state(figure.sheet, SheetState.ACCEPTED)
    told = f"(Thử Hai 24 theo chỉ tiêu “{counting.name}”, 73 theo {total.source}; Thử Một 18) gồm cả"
    (said,) = [one for one in texts_of(of_half(year, 1)) if "tự báo cáo (" in one]
    assert told in said


def test_what_a_directive_of_the_next_year_gives_is_told_in_that_year(year):
    """Issued in December for the year to come, as such directives are."""
    one = year.cities[0]
    directive = Directive.objects.create(
        organisation=one, kind="directive", number="9/CT-UBND", dated=date(YEAR - 1, 12, 13), year=YEAR
    )
    make_campaign(
        name="Của chỉ thị", organisation=one, directive=directive, during=Period(date(YEAR - 1, 12, 13), None)
    )
    given(year, "Chỉ thị giao", states=(AssignmentState.OWED,), cluster_year=None, directive=directive)
    Task.objects.update(given_on=date(YEAR - 1, 12, 13))
    told = [
        " ".join(texts_of(compose_of_province(collect_of_province(ProvinceYear(one, of), half, as_of=H1))))
        for of, half in ((YEAR - 1, 0), (YEAR, 1))
    ]
    assert ["Của chỉ thị" in one for one in told] == [False, True]
    assert ["nhiệm vụ đã được" in one for one in told] == [False, True]


def test_what_a_head_keeps_for_another_s_cluster_is_the_cluster_s(year):
    """The Central Council gave it to both cities at a conference; the head only keeps the list."""
    head = year.cities[0]
    given(year, "Giao cho cả hai", states=(AssignmentState.OWED, AssignmentState.DONE))
    given(year, "Cụm kiến nghị", states=(), kind=TaskKind.REQUEST)
    given(year, "Tự giao", states=(AssignmentState.OWED, AssignmentState.DONE), cluster_year=None)
    document = compose_of_province(collect_of_province(ProvinceYear(head, YEAR), 1, as_of=H1))
    table = table_of(document, "nhiệm vụ được giao")
    assert row_of(table, "Giao cho cả hai")[4:] == (1, 0, 0, "")
    assert row_of(table, "Tự giao")[4:] == (2, 0, 1, "")
    assert not any("Cụm kiến nghị" in one for one in texts_of(document))


def test_tasks_are_carried_until_they_are_finished(year):
    owed, reported, done = AssignmentState.OWED, AssignmentState.REPORTED, AssignmentState.DONE
    given(year, "Quá hạn thử", states=(reported, owed), due_on=date(YEAR, 6, 1))
    given(year, "Xong thử", states=(done, done), done_on=date(YEAR, 6, 20))
    given(year, "Giao sau thử", states=(owed, owed), on=date(YEAR, 7, 20))
    given(year, "Của nơi khác thử", states=(owed,), cluster_year=None)
    asked = given(year, "Sớm hướng dẫn", states=(), kind=TaskKind.REQUEST, addressed_to="Ban thử")
    table = table_of(of_half(year, 1), "nhiệm vụ được giao")
    assert row_of(table, "Quá hạn thử")[3:] == (date(YEAR, 6, 1), 2, 1, 0, "Quá hạn")
    assert row_of(table, "Xong thử")[4:] == (2, 0, 2, "")
    assert [row.cells[1] for row in table.rows] == ["Quá hạn thử", "Xong thử"]
    both = of_half(year, 1)
    assert "Sớm hướng dẫn (gửi Ban thử): chưa có trả lời." in " ".join(texts_of(both))
    assert headings_of(both)[-3:] == ["NHIỆM VỤ ĐƯỢC GIAO VÀ KIẾN NGHỊ", "Nhiệm vụ được giao", "Kiến nghị với cấp trên"]
    Task.objects.filter(pk=asked.pk).update(answered_on=date(YEAR - 1, 12, 1), answer="Trước khi hỏi.")
    assert "Trước khi hỏi." in " ".join(texts_of(of_half(year, 1))), "asked in this half"
    Task.objects.filter(pk=asked.pk).update(answered_on=date(YEAR, 8, 1), answer="Đã ban hành.")
    later = of_half(year, 2)
    rows = [row.cells[1] for row in table_of(later, "nhiệm vụ được giao").rows]
    assert rows == ["Quá hạn thử", "Giao sau thử"], "finished before the half began"
    assert "trả lời ngày 01/8/2023: Đã ban hành." in " ".join(texts_of(later))


@pytest.mark.parametrize(("kind", "title"), [("task", "NHIỆM VỤ ĐƯỢC GIAO"), ("request", "KIẾN NGHỊ VỚI CẤP TRÊN")])
def test_the_part_is_called_by_what_it_tells(year, kind, title):
    given(year, "Việc thử", states=(AssignmentState.OWED,) if kind == TaskKind.TASK else (), kind=kind)
    assert headings_of(of_half(year, 1))[-1:] == [title]


def test_a_province_is_told_of_its_own_part_of_what_another_keeps(year):
    other = year.cities[1]
    given(year, "Giao cho cả hai", states=(AssignmentState.OWED, AssignmentState.DONE))
    document = compose_of_province(collect_of_province(ProvinceYear(other, YEAR), 1, as_of=H1))
    assert row_of(table_of(document, "nhiệm vụ được giao"), "Giao cho cả hai")[4:] == (1, 0, 1, "")
    assert row_of(table_of(document, "phong trào"), "Nông thôn mới thử")[3:6] == (1, 0, 0)


def test_where_nothing_was_followed_nothing_is_said():
    document = of_half(make_headed_year(), 1)
    assert not any("NHIỆM VỤ ĐƯỢC GIAO" in getattr(block, "text", "") for block in document.blocks)
    assert not any("PHONG TRÀO" in getattr(block, "text", "") for block in document.blocks)


def test_questions_do_not_grow_with_campaigns_and_tasks(year, django_assert_max_num_queries):
    def asked() -> int:
        with django_assert_max_num_queries(60) as counted:
            collect(year, 1, as_of=H1)
        return len(counted)

    def grow(number: int):
        for place in range(number):
            campaign = make_campaign(name=f"Thêm {Task.objects.count()} {place}")
            campaign.participations.create(organisation=year.cities[0], joined_on=date(YEAR, 1, 9))
            given(year, f"Thêm {place}", states=(AssignmentState.OWED, AssignmentState.DONE))

    grow(1)
    few = asked()
    grow(3)
    assert asked() == few
