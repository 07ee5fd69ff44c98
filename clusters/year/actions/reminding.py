"""The head's officer reminds members of what the year waits for."""

from collections.abc import Callable, Collection
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.year.models.glance import facts_of
from clusters.year.models.reminder import Reminder, ReminderMail
from clusters.year.rules.cycle import StageName
from clusters.year.rules.parts import awaited
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models import User


@transaction.atomic
def remind(cluster_year: ClusterYear, stage: StageName, members: Collection[int], *, actor: Actor) -> list[Reminder]:
    """Of `members` those that the stage still waits for and that nobody reminded today. Refused where none is left."""
    if not actor.may("write", cluster_year, subject="year_reminder"):
        raise Refusal(_("Only an officer of the head of the cluster reminds its members."))
    cluster_year = locked_open_year(cluster_year)
    today = clock.today()
    waited_for = {one.id: one.name for one in awaited(facts_of(cluster_year, today), stage) if one.id in members}
    if not waited_for:
        raise Refusal(_("Those chosen have done their part meanwhile. The year's page says who is missing."))
    there = Reminder.objects.filter(cluster_year=cluster_year, stage=stage, on=today, organisation__in=waited_for)
    reminded = {one.organisation_id: one for one in there}
    left = [pk for pk in waited_for if pk not in reminded]
    if not left:
        raise Refusal(sent_already(waited_for, reminded))
    made = [
        Reminder.objects.create(
            cluster_year=cluster_year,
            stage=stage,
            organisation_id=pk,
            on=today,
            sent_by_name=actor.name,
            sent_at=clock.now(),
        )
        for pk in left
    ]
    after = {"stage": stage.value, "members": [waited_for[pk] for pk in left]}
    record(actor, "clusters.remind", cluster_year, after=after)
    return made


def sent_already(names: dict[int, str], reminded: dict[int, Reminder]) -> str:
    first = min(reminded.values(), key=lambda one: one.sent_at)
    return _(
        "%(members)s: reminded today already, at %(time)s by %(person)s. It stands in their home until it is done; "
        "remind them again from tomorrow on."
    ) % {
        "members": ", ".join(names[pk] for pk in reminded),
        "time": f"{timezone.localtime(first.sent_at):%H:%M}",
        "person": first.sent_by_name,
    }


@transaction.atomic
def write_once(user: User, on: date, send: Callable[[], None]) -> bool:
    """`send` is done unless it was that day. What cannot be sent is tried again at the next round."""
    _mail, is_new = ReminderMail.objects.get_or_create(user=user, on=on, defaults={"sent_at": clock.now()})
    if is_new:
        send()
    return is_new
