from collections.abc import Iterator

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awards.models import HonourBatch
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.desk.agenda import agenda_of, end_of_half_year
from emulation.desk.views.board import board_of
from reports.models import Report
from reports.runs.models.provinces import provinces_to_report

RECENT = 5


@door("home")
@require_safe
def home(request):
    """What waits for me, what I was last at, and where to begin."""
    actor, today = request.actor, clock.today()
    agenda = agenda_of(actor, today)
    batches = HonourBatch.objects.visible_to(actor)[:RECENT] if actor.may_somewhere("read", "honour_batch") else None
    reports = Report.objects.visible_to(actor).with_subject()[:RECENT]
    return render(
        request,
        "desk/home.html",
        {
            "agenda": agenda,
            "groups": [
                ("overdue", _("Overdue"), "error", agenda.overdue),
                ("this-week", _("This week"), "calendar", agenda.this_week),
                ("later", _("Later"), "calendar", agenda.later),
            ],
            "half_year_ends": end_of_half_year(today),
            "batches": batches,
            "reports": reports,
            "board": board_of(actor, today),
            "beginnings": list(_beginnings(actor)),
        },
    )


def _beginnings(actor: Actor) -> Iterator[tuple[str, str, str, str]]:
    """(icon, words, url, what one does there)"""
    if actor.may_somewhere("write", "honour_batch"):
        yield (
            "upload",
            _("Send in a list of honours"),
            reverse("awards:upload"),
            _("A table as your office keeps it: .xlsx, .xls, .ods or .csv."),
        )
    if actor.may_somewhere("write", "nomination_draft"):
        yield (
            "file",
            _("Begin a dossier of commendation"),
            reverse("awards:nomination-begin"),
            _("Papers, conditions and earlier awards on one page."),
        )
    if actor.may_somewhere("write", "report_draft"):
        yield "report", _("Make a report of the cluster"), reverse("reports:new"), _("Your organisation is head.")
    elif provinces_to_report(actor).exists():
        yield (
            "report",
            _("Make a report of the province"),
            reverse("reports:new-of-province"),
            _("Of six months, or of a whole year."),
        )
    elif actor.is_central or actor.is_report_reader:
        yield "report", _("Read the reports"), reverse("reports:reports"), _("Of every cluster, as they are signed.")
    if actor.may_somewhere("write", "account"):
        yield "people", _("Keep accounts and mandates"), reverse("clusters:accounts"), _("Who may do what, since when.")
    if actor.may_somewhere("write", "cluster"):
        yield "cluster", _("Keep clusters and posts"), reverse("clusters:clusters"), _("Members, heads, hosts by year.")
    yield "book", _("Search the register"), reverse("awards:register"), _("Honours in force, by name, award, day.")
    if actor.is_approver or actor.is_leader:
        yield "journal", _("Read the journal"), reverse("desk:audit"), _("Who changed what, and why.")
    yield "list", _("Look up an award"), reverse("awards:catalogue"), _("Its name on a day, its level, who decides.")
