"""One line of the register, and everything that its recipient received."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from awards.catalogue.rules.terms import SubjectKind
from awards.register.actions.honours import HONOUR
from awards.register.actions.personal import open_personal
from awards.register.models.honour import Honour
from awards.register.models.printed import printed_names
from awards.register.models.recipient import honours_of_recipient, perhaps_the_same
from awards.register.models.undone import line_instead_of
from awards.register.rules.history import Gap, Received, times_of, years_of
from awards.register.rules.terms import HonourStatus
from awards.register.views.changes import changes_in_words
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.views.crumbs import Crumb
from emulation.core.views.records import record_or_404

SHOWN = 300
PERHAPS_SHOWN = 20


def visible_honour(request, pk, deed: str = "read") -> Honour:
    related = ("organisation", "award", "campaign", "batch")
    return record_or_404(Honour.objects.select_related(*related), request.actor, deed, pk=pk)


def crumbs_of_register(query: str = "") -> list[Crumb]:
    """`query`: the filters to come back to."""
    register = reverse("awards:register")
    return [Crumb(_("Register of honours"), f"{register}?{query}" if query else register)]


def crumbs_of(found: Honour) -> list[Crumb]:
    return [*crumbs_of_register(), Crumb(found.name, found.get_absolute_url())]


def personal_for(request, honour: Honour) -> tuple[bool, bool]:
    """(may open, shown now): the own office reads births, identity and corrections; the central board only after
    asking by the form's button, and that is written in the journal: no address that a link leads to writes there."""
    actor = request.actor
    may_open = actor.may("read", honour, subject="honour_personal")
    unasked = actor.may("read_unasked", honour, subject="honour_personal")
    shown = may_open and (unasked or "rieng" in request.POST)
    if shown and not unasked:
        open_personal(honour, actor=actor)
    return may_open, shown


@door("honour")
@require_http_methods(["GET", "HEAD", "POST"])
def honour(request, pk):
    """A page, or what the register shows of it beside its list: nothing personal."""
    actor = request.actor
    found = visible_honour(request, pk)
    about = {
        "honour": found,
        "award": printed_names([found])[found.pk],
        "is_own": actor.may("read", found, subject="honour_batch"),
        "dossier": found.dossiers.visible_to(actor).first(),
    }
    if request.htmx and request.method != "POST":
        return render(request, "awards/register/_beside.html", about)
    may_open, shown = personal_for(request, found)
    offered = {step.name: step for step in offers_of(HONOUR, found, actor=actor)}
    return render(
        request,
        "awards/register/honour.html",
        {
            **about,
            "crumbs": crumbs_of_register(),
            "may_open": may_open,
            "personal": shown,
            "corrections": _told(found) if shown else [],
            "instead": line_instead_of(found),
            "is_in_force": found.status == HonourStatus.IN_FORCE,
            "may_write": actor.may("write", found),
            "correcting": offered.get("correct"),
            "revoking": offered.get("revoke"),
            "restoring": offered.get("restore"),
        },
    )


def _told(found: Honour) -> list[dict]:
    return [{"correction": row, "changes": changes_in_words(row.before, row.after)} for row in found.steps.all()]


@door("honour")
@require_http_methods(["GET", "HEAD", "POST"])
def recipient(request, pk):
    """All that the recipient of this honour received, year by year; the address names the honour, not the person."""
    actor = request.actor
    found = visible_honour(request, pk)
    may_open, shown = personal_for(request, found)
    rows = list(honours_of_recipient(found, actor)[: SHOWN + 1])
    perhaps = list(perhaps_the_same(found, actor)[:PERHAPS_SHOWN]) if shown else []
    names = printed_names([found, *rows, *perhaps])
    received = [Received(row.decision_date, row.award_id, row.status, row) for row in rows[:SHOWN]]
    newest_name = {row.award_id: names[row.pk] for row in reversed(rows[:SHOWN])}
    return render(
        request,
        "awards/register/recipient.html",
        {
            "honour": found,
            "crumbs": crumbs_of(found),
            "years": [_year(one, names) for one in years_of(received, today=clock.today())],
            "times": [{"award": newest_name[one.award], "times": one.times} for one in times_of(received)],
            "total": sum(row.counts for row in received),
            "more": len(rows) > SHOWN,
            "shown_at_most": SHOWN,
            "perhaps": [{"honour": row, "award": names[row.pk]} for row in perhaps],
            "is_known": bool(found.recipient_key) or found.subject_kind == SubjectKind.COLLECTIVE,
            "is_collective": found.subject_kind == SubjectKind.COLLECTIVE,
            "may_open": may_open,
            "personal": shown,
            "sees_records": actor.may("read", found, subject="subject"),
        },
    )


def _year(one, names) -> dict:
    if isinstance(one, Gap):
        return {"gap": one}
    return {
        "year": one.year,
        "counts": one.counts,
        "rows": [{"honour": row.honour, "award": names[row.honour.pk], "counts": row.counts} for row in one.received],
    }
