"""Each kind of report has its own periods, dues and words: in the database, on desks, on the pages, for lists undone."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.built_upon import Foundation
from emulation.core.errors import Refusal
from emulation.core.period import Period
from reports.duties import duties
from reports.models import Passage, Report, ReportKind, ReportState
from reports.runs.actions.making import ask_for_report
from reports.runs.models.counted import signed_reports_counting
from reports.runs.models.kinds import entries_of, kind_of_period
from reports.runs.models.subject import SubjectKind
from tests.clusters.people.make import make_mandate, make_user
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.django_db
DECEMBER, JANUARY = date(YEAR, 12, 31), date(YEAR + 1, 1, 1)


@pytest.fixture
def year():
    return make_headed_year()


def of_head(year, role, on=JANUARY):
    return actor_of(make_mandate(organisation=year.cities[0], role=role).user, on=on)


def waiting(year, on):
    return [
        duty
        for duty in duties(of_head(year, Role.OFFICER, on), on)
        if duty.kind == "reports.make" and "tổng kết" in duty.title
    ]


def make_report(year, *, kind=ReportKind.CLUSTER_YEAR_END, half=0, state=ReportState.DRAFT, **fields):
    now = clock.now()
    is_signed = state == ReportState.SIGNED
    return Report.objects.create(
        **{
            "kind": kind,
            "state": state,
            "cluster_year": year,
            "organisation": year.cities[0],
            "during": Period.year(YEAR),
            "half": half,
            "as_of": now,
            "day": JANUARY,
            "document": {},
            "checksum": "0" * 64,
            "signed_at": now if is_signed else None,
            "signed_by": "Người Thử" if is_signed else "",
            "created_by": make_user(),
            "created_at": now,
            **fields,
        }
    )


def test_no_period_belongs_to_two_kinds():
    for of in SubjectKind:
        assert sorted(half for entry in entries_of(of).values() for half in entry.halves) == [0, 1, 2]
    assert [kind_of_period(half) for half in (0, 1)] == [ReportKind.CLUSTER_YEAR_END, ReportKind.CLUSTER_SIX_MONTH]
    assert kind_of_period(0, SubjectKind.PROVINCE_YEAR) == ReportKind.PROVINCE_YEAR_END


@pytest.mark.parametrize(
    "fields",
    [
        {"half": 1},
        {"half": 3},
        {"units": "today"},
        {"kind": ReportKind.CLUSTER_SIX_MONTH},
    ],
)
def test_the_database_takes_of_each_kind_only_its_periods_and_units(year, fields):
    make_report(year)
    with pytest.raises(IntegrityError, match="report_period_of_its_kind"), transaction.atomic():
        make_report(year, **fields)


def test_the_database_keeps_the_text_of_a_whole_year_and_of_no_third_half(year):
    Passage.objects.create(cluster_year=year, half=0, place="tasks", text="Thử", changed_at=clock.now())
    with pytest.raises(IntegrityError, match="passage_period_known"), transaction.atomic():
        Passage.objects.create(cluster_year=year, half=3, place="tasks", text="Thử", changed_at=clock.now())


def test_the_year_end_report_waits_from_the_new_year_until_it_is_made(year):
    assert waiting(year, DECEMBER) == []
    (duty,) = waiting(year, JANUARY)
    assert (str(YEAR) in duty.title, str(YEAR) in duty.why) == (True, True)
    assert len(waiting(year, JANUARY + timedelta(days=500))) == 1
    draft = make_report(year)
    assert waiting(year, JANUARY) == []
    assert [found.url for found in duties(of_head(year, Role.APPROVER), JANUARY)] == [draft.get_absolute_url()]


def test_of_a_closed_year_no_report_waits(year):
    assert waiting(year, JANUARY)
    ClusterYear.objects.filter(pk=year.pk).update(closed_on=JANUARY)
    assert waiting(year, JANUARY) == []


def test_what_waits_opens_the_form_with_its_year_and_period_chosen(year, client, settings):
    settings.DEMONSTRATION_DAY = JANUARY
    officer = make_mandate(organisation=year.cities[0], role=Role.OFFICER).user
    (duty,) = [duty for duty in duties(actor_of(officer, on=JANUARY), JANUARY) if duty.kind == "reports.make"]
    client.force_login(officer)
    form = client.get(duty.url).context["form"]
    assert (str(form["half"].value()), str(form["cluster_year"].value())) == ("0", str(year.pk))


def test_a_signed_year_end_report_counts_a_list_of_either_half(year):
    made_at = clock.now()
    make_report(year, state=ReportState.SIGNED)

    def told(day):
        days = frozenset({day})
        since = made_at - timedelta(days=1)
        foundation = Foundation(
            kind="awards.honourbatch", pk=1, organisation_id=year.cities[0].pk, days=days, since=since
        )
        return signed_reports_counting(foundation)

    with transaction.atomic():
        assert [len(told(day)) for day in (date(YEAR, 3, 1), date(YEAR, 9, 1), date(YEAR - 1, 9, 1))] == [1, 1, 0]


def test_the_text_of_a_year_stands_apart_from_that_of_its_halves_and_offers_the_year_before(year, client):
    for half, text in ((2, "Lời của sáu tháng"), (0, "Lời của cả năm")):
        Passage.objects.create(cluster_year=year, half=half, place="tasks", text=text, changed_at=clock.now())
    after = ClusterYear.objects.create(cluster=year.cluster, year=YEAR + 1)
    year.posts.model.objects.create(
        cluster_year=after, kind="head", organisation=year.cities[0], during=Period.year(YEAR + 1)
    )
    client.force_login(make_mandate(organisation=year.cities[0], role=Role.OFFICER).user)
    page = client.get(reverse("reports:passages", args=[after.pk, 0])).content.decode()
    assert f"cả năm {YEAR + 1}" in page
    assert "Lời của cả năm" in page
    assert "Lời của sáu tháng" not in page


def test_by_the_cut_off_days_a_report_keeps_other_days_and_bears_another_name(year):
    actor, day = of_head(year, Role.OFFICER, date(YEAR, 7, 10)), date(YEAR, 7, 10)
    by_calendar = ask_for_report(year, 1, actor=actor, on=day)
    by_cut_off = ask_for_report(year, 1, days=Days.CUT_OFF, actor=actor, on=day)
    assert by_cut_off.during == Period(date(YEAR - 1, 12, 15), date(YEAR, 6, 15))
    assert (by_cut_off.pk != by_calendar.pk, by_cut_off.heading == by_calendar.heading) == (True, False)
    assert ask_for_report(year, 1, days=Days.CUT_OFF, actor=actor, on=day) == by_cut_off
    with pytest.raises(IntegrityError, match="report_days_known"), transaction.atomic():
        Report.objects.filter(pk=by_cut_off.pk).update(days="other")


def test_a_report_by_the_cut_off_days_counts_a_list_of_the_december_before(year):
    made_at = clock.now()
    during = Period(date(YEAR - 1, 12, 15), date(YEAR, 12, 15))
    make_report(year, state=ReportState.SIGNED, days=Days.CUT_OFF, during=during)

    def told(*days):
        since = made_at - timedelta(days=1)
        return signed_reports_counting(
            Foundation("awards.honourbatch", 1, year.cities[0].pk, frozenset(days), since),
        )

    december = date(YEAR - 1, 12, 20)
    with transaction.atomic():
        assert [len(told(*days)) for days in ((december,), (date(YEAR, 12, 20),))] == [1, 0]
        assert told(date(YEAR - 1, 12, 1), date(YEAR, 12, 20)) == []


def test_a_year_not_begun_has_no_year_end_report(year):
    with pytest.raises(Refusal, match="Năm này chưa bắt đầu"):
        ask_for_report(year, 0, actor=of_head(year, Role.OFFICER), on=date(YEAR - 1, 12, 31))
