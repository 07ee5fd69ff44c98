"""Whose turn it is with a report: the head's officer makes it from July on, the head's approver signs the newest draft."""

from datetime import date

import pytest

from clusters.membership.rules.half_years import Days
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.period import Period
from reports.duties import duties as all_duties
from reports.models import Report, ReportState
from tests.clusters.membership.make import make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user

pytestmark = pytest.mark.django_db
JULY, JUNE = date(2023, 7, 10), date(2023, 6, 30)


@pytest.fixture
def year():
    member = make_membership()
    found = make_cluster_year(cluster=member.cluster)
    make_post(cluster_year=found, organisation=member.organisation)
    return found


def duties(actor, on):
    """Those of clusters' reports: provinces make their own besides."""
    return [duty for duty in all_duties(actor, on) if duty.kind != "reports.make_of_province"]


def of_head(year, role):
    head = year.posts.get().organisation
    return actor_of(make_mandate(organisation=head, role=role).user, on=JULY)


def make_report(year, state, **fields):
    now = clock.now()
    return Report.objects.create(
        kind="cluster-six-month",
        state=state,
        cluster_year=year,
        organisation=year.posts.get().organisation,
        during=Period.half_year(2023, 1),
        half=1,
        as_of=now,
        day=JULY,
        document={},
        checksum="0" * 64,
        signed_at=now if state == ReportState.SIGNED else None,
        signed_by="Người Thử" if state == ReportState.SIGNED else "",
        created_by=make_user(),
        created_at=now,
        **fields,
    )


def test_the_head_s_officer_makes_it_once_the_half_year_is_over(year):
    officer = of_head(year, Role.OFFICER)
    assert duties(officer, JUNE) == []
    assert len(duties(officer, JULY)) == 1
    make_report(year, ReportState.FAILED)
    assert len(duties(officer, JULY)) == 1
    make_report(year, ReportState.DRAFT)
    assert duties(officer, JULY) == []


def test_the_head_s_approver_signs_the_newest_draft(year):
    approver = of_head(year, Role.APPROVER)
    assert duties(approver, JULY) == []
    make_report(year, ReportState.DRAFT)
    newest = make_report(year, ReportState.DRAFT)
    assert [duty.url for duty in duties(approver, JULY)] == [newest.get_absolute_url()]
    make_report(year, ReportState.SIGNED)
    assert duties(approver, JULY) == []
    by_cut_off = make_report(year, ReportState.DRAFT, days=Days.CUT_OFF)
    assert [duty.url for duty in duties(approver, JULY)] == [by_cut_off.get_absolute_url()], "another paper"


def test_other_members_hear_nothing(year):
    other = make_membership(cluster=year.cluster, organisation=make_organisation()).organisation
    make_report(year, ReportState.DRAFT)
    for role in (Role.OFFICER, Role.APPROVER):
        assert duties(actor_of(make_mandate(organisation=other, role=role).user, on=JULY), JULY) == []
