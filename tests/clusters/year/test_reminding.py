"""The head reminds members of what the year waits for: it stands in their home with its duty, once a day, and ends with it."""

import pytest
from django.urls import reverse
from django.utils import translation

from clusters.duties import duties
from clusters.figures.rules.terms import SheetState
from clusters.models import Reminder
from clusters.people.models.scope import actor_of
from clusters.year.actions.reminding import remind
from clusters.year.rules.cycle import StageName
from emulation.core.duty import Reminded
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from tests.clusters.figures.make import in_state, make_figure, make_two_cities
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.people.visitors import an_officer
from tests.clusters.scores.make import make_scoring
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    with translation.override("en"):
        yield make_two_cities()


def page_of(year) -> str:
    return reverse("clusters:year-remind", args=[year.cluster.code, year.year])


def reminders(person) -> dict[str, Reminded | None]:
    with translation.override("en"):
        found = duties(actor_of(User.objects.get(pk=person.user_id), on=DAY), DAY)
    return {duty.kind.value: duty.reminded for duty in found}


def test_three_clicks_remind_those_missing_and_their_home_says_so_until_it_is_done(cities):
    year, head, member = cities
    visitor = signed_in(head.officer)
    page = words(visitor.get(year.get_absolute_url()))
    assert "Remind 1 member" in page
    form = page_of(year)
    assert f'value="{member.organisation.pk}"' in words(visitor.get(form))
    assert visitor.post(form, {"members": [member.organisation.pk]}).url == year.get_absolute_url()
    again = visitor.get(form)
    assert f"{member.organisation.name} – reminded on 10/07/2023" in words(again)
    assert again.context["form"].initial["members"] == []
    assert f"Reminded on 10/07/2023 by {head.officer.name}" in words(again), "the wording is shown"
    assert reminders(member.officer)["figures.enter"] == Reminded(DAY, head.officer.name)
    assert reminders(head.officer)["figures.enter"] is None
    assert AuditEntry.objects.filter(verb="clusters.remind").count() == 1
    in_state(make_figure(cluster_year=year, organisation=member.organisation).sheet, SheetState.APPROVED)
    assert "figures.enter" not in reminders(member.officer)
    assert "Remind 1 member" not in words(visitor.get(year.get_absolute_url()))


def test_each_stage_that_waits_has_its_own_button_and_the_second_is_not_held_up_by_the_first(settings):
    settings.DEMONSTRATION_DAY = DAY
    world = make_scoring()
    visitor, page = signed_in(world.head.officer), page_of(world.year)
    shown = words(visitor.get(world.year.get_absolute_url()))
    for stage, said in ((StageName.MID_YEAR, "Figures of 6 months"), (StageName.SELF, "Scores itself")):
        assert f"Remind {len(world.cities) - 1} members: {said}" in shown
        assert f'href="{page}?giai-doan={stage.value}"' in shown
    answer = visitor.post(f"{page}?giai-doan=self", {"members": [world.cities[1].organisation.pk]})
    assert answer.url == world.year.get_absolute_url()
    assert {one.stage for one in Reminder.objects.all()} == {"self"}
    for asked in ("cross", "closing", "không có"):
        assert visitor.get(page, {"giai-doan": asked}).url == world.year.get_absolute_url(), "waits for nobody"


def test_a_reminder_sent_twice_gets_its_sentence(cities):
    year, head, member = cities
    visitor, form = signed_in(head.officer), page_of(year)
    visitor.post(form, {"members": [member.organisation.pk]})
    answer = visitor.post(form, {"members": [member.organisation.pk]})
    assert answer.status_code == 422
    told = words(answer)
    assert f"{member.organisation.name}: reminded today already, at " in told
    assert "remind them again from tomorrow on" in told
    assert Reminder.objects.count() == 1


def test_nobody_chosen_and_who_is_done_meanwhile_are_said(cities):
    year, head, member = cities
    answer = signed_in(head.officer).post(page_of(year), {})
    assert "Choose whom to remind." in words(answer)
    in_state(make_figure(cluster_year=year, organisation=member.organisation).sheet, SheetState.APPROVED)
    with pytest.raises(Refusal, match="have done their part meanwhile"):
        remind(year, StageName.MID_YEAR, {member.organisation.pk}, actor=head.officer)


def test_only_an_officer_of_the_head_reminds(cities):
    year, _head, member = cities
    for visitor in (signed_in(member.officer), an_officer()):
        assert visitor.get(page_of(year)).status_code == 404
    with pytest.raises(Refusal, match="Only an officer of the head"):
        remind(year, StageName.MID_YEAR, {member.organisation.pk}, actor=member.officer)


def test_a_score_is_reminded_of_where_it_is_given(settings):
    settings.DEMONSTRATION_DAY = DAY
    world = make_scoring()
    with translation.override("en"):
        remind(world.year, StageName.SELF, {world.cities[1].organisation.pk}, actor=world.head.officer)
    assert reminders(world.cities[1].officer)["scores.self"] == Reminded(DAY, world.head.officer.name)
