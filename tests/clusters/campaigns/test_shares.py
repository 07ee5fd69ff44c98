"""What a scoring that asks for it learns of a member's campaigns and tasks."""

from datetime import date

import pytest

from clusters.campaigns.models.shares import campaigns_reported
from clusters.models import Task
from clusters.tasks.models import tasks_done
from clusters.tasks.rules import AssignmentState
from emulation.core import clock
from emulation.core.period import Period
from emulation.core.score_figures import Asked
from tests.clusters.campaigns.make import make_campaign, make_office
from tests.clusters.tasks.make import make_task
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DAY = DAY


def asked(*offices, on=DAY) -> Asked:
    return Asked(0, DAY.year, frozenset(office.organisation.pk for office in offices), on)


def test_of_campaigns_joined_those_are_counted_of_which_progress_was_reported_in_the_year():
    office, outside = make_office(), make_office("Tỉnh Ngoài")
    for name, on in (("Một", date(2023, 5, 2)), ("Hai", date(2022, 5, 2)), ("Ba", None)):
        campaign = make_campaign(name=name, during=Period(date(2022, 1, 1), date(2024, 1, 1)))
        part = campaign.participations.create(organisation=office.organisation, joined_on=date(2022, 1, 9))
        if on:
            part.progress.create(on=on, text="Việc", entered_by_name="A", entered_at=clock.now())
    past = make_campaign(name="Đã hết", during=Period.year(2022))
    past.participations.create(organisation=office.organisation, joined_on=date(2022, 1, 9))
    summed_up = make_campaign(name="Tổng kết rồi", during=Period(None, None), summed_up_on=date(2022, 12, 31))
    summed_up.participations.create(organisation=office.organisation, joined_on=date(2022, 1, 9))
    assert campaigns_reported(asked(office, outside)) == {office.organisation.pk: (1, 3)}


def test_of_tasks_due_in_the_year_those_are_counted_that_are_done():
    office = make_office()
    for due, state in (
        (date(2023, 6, 1), AssignmentState.OWED),
        (date(2023, 12, 1), AssignmentState.OWED),
        (date(2023, 12, 1), AssignmentState.DONE),
        (date(2022, 12, 1), AssignmentState.OWED),
        (None, AssignmentState.OWED),
    ):
        task = make_task(office, units=[office], text=f"Việc {due} {state}")
        Task.objects.filter(pk=task.pk).update(due_on=due)
        task.assignments.update(state=state, document="1/BC")
    assert tasks_done(asked(office)) == {office.organisation.pk: (1, 2)}
    assert tasks_done(asked(office, on=date(2023, 12, 31))) == {office.organisation.pk: (1, 3)}
