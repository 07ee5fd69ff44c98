"""One line of the register, and everything that its recipient received."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from awards.catalogue.rules.terms import SubjectKind
from awards.register.access import may_write
from awards.register.actions.honours import hindrance_to, may_revoke
from awards.register.actions.personal import open_personal
from awards.register.models.honour import Honour
from awards.register.models.printed import printed_names
from awards.register.models.recipient import honours_of_recipient, perhaps_the_same
from awards.register.rules.history import Gap, Received, times_of, years_of
from awards.register.rules.terms import HonourStatus
from awards.register.views.changes import changes_in_words
from emulation.core import clock
from emulation.core.access import Door, Relation, allows, door

PERSONAL = Door("honour_personal")
SHOWN = 300
PERHAPS_SHOWN = 20


def visible_honour(request, pk) -> Honour:
    related = ("organisation", "award", "campaign", "batch")
    return get_object_or_404(Honour.objects.visible_to(request.actor).select_related(*related), pk=pk)


def personal_for(request, honour: Honour) -> tuple[bool, bool]:
    """(may open, shown now): the own office reads births, identity and corrections; the central board only after
    asking, and that is written in the journal."""
    actor = request.actor
    is_own = honour.organisation_id in actor.own
    relations = {Relation.OTHER} | ({Relation.OWN} if is_own else set())
    if actor.is_central:
        relations.add(Relation.CENTRAL)
    may_open = allows(relations, PERSONAL)
    shown = may_open and (is_own or "rieng" in request.GET)
    if shown and not is_own:
        open_personal(honour, actor=actor)
    return may_open, shown


@door("honour")
@require_safe
def honour(request, pk):
    actor = request.actor
    found = visible_honour(request, pk)
    may_open, shown = personal_for(request, found)
    is_in_force = found.status == HonourStatus.IN_FORCE
    may_restore = found.status == HonourStatus.REVOKED and may_revoke(actor, found.organisation_id)
    return render(
        request,
        "awards/register/honour.html",
        {
            "honour": found,
            "award": printed_names([found])[found.pk],
            "is_own": found.organisation_id in actor.own,
            "may_open": may_open,
            "personal": shown,
            "corrections": _told(found) if shown else [],
            "is_in_force": is_in_force,
            "may_write": may_write(actor, found.organisation_id),
            "may_correct": is_in_force and may_write(actor, found.organisation_id),
            "may_revoke": is_in_force and may_revoke(actor, found.organisation_id),
            "may_restore": may_restore,
            "hindrance": hindrance_to("restore", found) if may_restore else "",
        },
    )


def _told(found: Honour) -> list[dict]:
    return [
        {"correction": row, "changes": changes_in_words(row.before, row.after)}
        for row in found.corrections.order_by("-id")
    ]


@door("honour")
@require_safe
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
