from collections.abc import Iterator

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.desk.agenda import agenda_of, end_of_half_year, number_of
from emulation.desk.context import has_a_desk
from emulation.desk.views.board import board_of
from emulation.desk.views.rows import kinds_of
from reports.runs.models.provinces import provinces_to_report


@door("home")
@require_safe
def home(request):
    """What waits for me, and where to begin. Where my clusters are and what I was last at come after it, as a piece of
    their own (`own_years`): what waits is shown without waiting for them."""
    actor, today = request.actor, clock.today()
    agenda = agenda_of(actor, today)
    comes_first = bool(agenda.now or agenda.overdue or agenda.this_week)
    return render(
        request,
        "desk/home.html",
        {
            "agenda": agenda,
            "groups": [
                (code, name, number_of(duties), kinds_of(duties, today, can_wait=comes_first and code == "later"))
                for code, name, duties in (
                    ("now", _("Today"), agenda.now),
                    ("overdue", _("Overdue"), agenda.overdue),
                    ("this-week", _("This week"), agenda.this_week),
                    ("later", _("Later"), agenda.later),
                )
                if duties
            ],
            "half_year_ends": end_of_half_year(today),
            "makes_lists_or_reports": makes_lists_or_reports(actor),
            "board": board_of(actor, today),
            "beginnings": list(_beginnings(actor)),
        },
    )


def makes_lists_or_reports(actor: Actor) -> bool:
    deeds = (("write", "honour_batch"), ("write", "report_draft"))
    return any(actor.may_somewhere(*one) for one in deeds) or provinces_to_report(actor).exists()


def _beginnings(actor: Actor) -> Iterator[tuple[str, str, str]]:
    """(icon, words, url)"""
    if actor.secretaried:
        yield "people", _("Convene and follow the sittings of the Council"), reverse("awards:sittings")
    if has_a_desk(actor):
        yield "search", _("Dossiers to be appraised"), reverse("awards:review-queue")
    if actor.may_somewhere("write", "honour_batch"):
        yield "upload", _("Send in a list of honours"), reverse("awards:upload")
    if actor.may_somewhere("write", "nomination_draft"):
        yield "file", _("Begin a dossier of commendation"), reverse("awards:nomination-begin")
    if actor.may_somewhere("write", "report_draft"):
        yield "report", _("Make a report of the cluster"), reverse("reports:new")
    elif provinces_to_report(actor).exists():
        yield "report", _("Make a report of the province"), reverse("reports:new-of-province")
    elif actor.is_central or actor.is_report_reader:
        yield "report", _("Read the reports"), reverse("reports:reports")
    if actor.may_somewhere("write", "account"):
        yield "people", _("Keep accounts and mandates"), reverse("clusters:accounts")
    if actor.may_somewhere("write", "cluster"):
        yield "cluster", _("Keep clusters and posts"), reverse("clusters:clusters")
    yield "book", _("Search the register"), reverse("awards:register")
    if actor.is_approver or actor.is_leader:
        yield "journal", _("Read the journal"), reverse("desk:audit")
    yield "list", _("Look up an award"), reverse("awards:catalogue")
