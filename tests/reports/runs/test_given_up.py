"""A report whose work was cancelled or broken off does not stand "being made" for ever."""

import pytest
from django.urls import reverse

from clusters.models import OrganisationKind, PostKind
from emulation.core.actor import Role
from emulation.core.models import Job, JobState
from emulation.core.period import Period
from reports.models import Report, ReportState
from reports.runs.actions.making import ask_for_report
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for, make_mandate, make_user
from tests.periods import DAY
from tests.reports.runs.test_duties import duties

pytestmark = pytest.mark.django_db


@pytest.fixture
def head():
    city = make_organisation(name="Thành phố Thử", kind=OrganisationKind.CITY)
    cluster = make_cluster()
    make_membership(cluster=cluster, organisation=city)
    year = make_cluster_year(cluster=cluster, year=DAY.year)
    make_post(cluster_year=year, organisation=city, kind=PostKind.HEAD, during=Period.year(DAY.year))
    user = make_user()
    make_mandate(user=user, organisation=city, role=Role.OFFICER)
    return user, year


@pytest.mark.parametrize("ending", [JobState.CANCELLED, JobState.FAILED])
def test_it_can_be_asked_for_again_and_stays_due(head, client, ending):
    user, year = head
    actor = actor_for(user=user)
    on = DAY.replace(month=7, day=10)
    first = ask_for_report(year, 1, actor=actor, on=on)
    assert ask_for_report(year, 1, actor=actor, on=on) == first
    assert duties(actor, on) == []
    Job.objects.update(state=ending, reason="Máy bị tắt." if ending == JobState.FAILED else "")
    assert len(duties(actor, on)) == 1
    client.force_login(user)
    page = client.get(reverse("reports:report", args=[first.pk])).content.decode()
    assert "Chưa lập được báo cáo" in page
    second = ask_for_report(year, 1, actor=actor, on=on)
    assert second != first
    assert Report.objects.get(pk=first.pk).state == ReportState.FAILED
