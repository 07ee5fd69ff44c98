"""A signed year-end report prints points, so it is there for exactly whom the result of the year is for (ADR 0029); a
six-month one for everybody."""

import pytest
from django.test import Client
from django.urls import reverse

from emulation.core import clock
from emulation.core.period import Period
from reports.models import Report, ReportKind, ReportState
from tests.doors.people import PEOPLE
from tests.doors.world import make_drafted

pytestmark = pytest.mark.django_db


def sign(report, **changes) -> None:
    signed = {"state": ReportState.SIGNED, "signed_at": clock.real_now(), "signed_by": "Lãnh Đạo Thử"}
    Report.objects.filter(pk=report.pk).update(**changes, **signed)


def found_by(world, url) -> set[str]:
    found = set()
    for who in PEOPLE:
        client = Client()
        client.force_login(world["people"][who])
        answer = client.get(url)
        if answer.streaming:
            b"".join(answer.streaming_content)
        if answer.status_code == 200:
            found.add(who)
    return found


def test_who_does_not_find_the_result_finds_no_points_in_a_report():
    world = make_drafted()
    year, report = world["cluster_year"], world["report"]
    sign(report, kind=ReportKind.CLUSTER_YEAR_END, half=0, during=Period.year(year.year))
    for_result = found_by(world, reverse("clusters:year-result", args=[year.pk, 0]))
    assert found_by(world, report.get_absolute_url()) == for_result
    assert found_by(world, reverse("reports:file", args=[report.pk, "pdf"])) == for_result
    assert {"report reader", "member's officer"} <= for_result
    assert "stranger's officer" not in for_result


def test_a_six_month_report_without_points_is_read_by_everybody_with_a_mandate():
    world = make_drafted()
    sign(world["report"])
    assert "stranger's officer" in found_by(world, world["report"].get_absolute_url())
