"""Reminding the members for whom a stage of the year waits: all of them chosen beforehand."""

from datetime import date

from django.conf import settings
from django.db.models import Max
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clusters.membership.models.cluster import ClusterYear
from clusters.membership.views.years import crumbs_of_year, year_or_404
from clusters.year.actions.reminding import remind
from clusters.year.forms import ReminderForm
from clusters.year.models.glance import facts_of
from clusters.year.models.reminder import Reminder
from clusters.year.rules.cycle import StageName
from clusters.year.rules.parts import stages_awaited
from clusters.year.views.stages import STAGE, TITLES
from emulation.core import clock
from emulation.core.access import door
from emulation.core.dates import format_date
from emulation.core.views.deeds import answer, posted


@door("year_reminder", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def remind_members(request, code, year):
    found: ClusterYear = year_or_404(request, code, year)
    if not request.actor.may("write", found, subject="year_reminder"):
        raise Http404
    waiting = stages_awaited(facts_of(found, clock.today()), but=request.actor.own)
    asked = request.GET.get(STAGE)
    if found.closed_on is not None or not waiting or (asked and asked not in waiting):
        return redirect(found.get_absolute_url())
    stage = StageName(asked) if asked else next(iter(waiting))
    members = waiting[stage]
    today = clock.today()
    last = dict(
        Reminder.objects.filter(cluster_year=found, stage=stage)
        .order_by("organisation")
        .values_list("organisation")
        .annotate(Max("on"))
    )
    choices = [(one.id, _told(one.name, last.get(one.id))) for one in members]
    untold = [one.id for one in members if last.get(one.id) != today]
    form = ReminderForm(posted(request), members=choices, initial={"members": untold})
    return answer(
        request,
        form,
        lambda said: remind(found, stage, {int(pk) for pk in said["members"]}, actor=request.actor),
        title=_("Remind the members"),
        button=_("Remind those chosen"),
        done=_("They are reminded: it stands in the home of each until it is done."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_year(found),
        lead=f"{found}. {TITLES[stage]}",
        beside=(
            "clusters/year/remind.html",
            {
                "stage": TITLES[stage],
                "today": today,
                "who": request.actor.name,
                "writes_mail": bool(settings.DEFAULT_FROM_EMAIL),
            },
        ),
    )


def _told(name: str, on: date | None) -> str:
    if on is None:
        return name
    return _("%(member)s – reminded on %(day)s") % {"member": name, "day": format_date(on)}
