"""The agenda of a sitting: dossiers put on it, taken off, shown on the members' screens."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from awards.nominations.models.names import award_names
from awards.sittings.actions.sittings import put_on_agenda, show_dossier, take_off_agenda
from awards.sittings.models.agenda import SittingItem, can_be_put_on
from awards.sittings.models.sitting import Sitting
from awards.sittings.models.writing import provisions_of_writing
from awards.sittings.views.places import crumbs_of_sitting, sitting_or_404
from emulation.core import clock
from emulation.core.access import door
from emulation.core.numbers import parse_id
from emulation.core.views.deeds import refused_to


@door("sitting", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def agenda(request, pk):
    """Dossiers before the Council that are on no agenda; those ticked are put on this one."""
    found = sitting_or_404(request, pk, "write")
    waiting = list(can_be_put_on(found, request.actor).order_by("award__position", "pk"))
    need_meeting = 0
    if found.is_in_writing:
        allowed = provisions_of_writing(waiting, found.council, on=clock.today())
        need_meeting = len(waiting) - len(allowed)
        waiting = [one for one in waiting if one.pk in allowed]
    if request.method == "POST":
        chosen = {parse_id(one) for one in request.POST.getlist("chon")}
        return refused_to(
            request,
            lambda: put_on_agenda(found, [one for one in waiting if one.pk in chosen], actor=request.actor),
            done=_("The agenda is longer."),
            back=found,
        )
    names = award_names(waiting, on=clock.today())
    return render(
        request,
        "awards/sittings/agenda.html",
        {
            "sitting": found,
            "rows": [(one, names[one.pk]) for one in waiting],
            "need_meeting": need_meeting,
            "crumbs": crumbs_of_sitting(found),
        },
    )


@door("sitting", "write")
@require_POST
def take_off(request, pk, item):
    found = sitting_or_404(request, pk, "write")
    one = _item_or_404(found, item, request.actor)
    return refused_to(
        request,
        lambda: take_off_agenda(one, actor=request.actor),
        done=_("The dossier is off the agenda; it waits for another sitting."),
        back=found,
    )


@door("sitting", "write")
@require_POST
def show(request, pk):
    """`ho-so`: the dossier of the moment; empty for none."""
    found = sitting_or_404(request, pk, "write")
    key = parse_id(request.POST.get("ho-so", ""))
    one = _item_or_404(found, key, request.actor) if key is not None else None
    return refused_to(
        request,
        lambda: show_dossier(found, one, actor=request.actor),
        done=_("Members see %(dossier)s.") % {"dossier": one} if one else _("Members see no dossier."),
        back=f"{found.get_absolute_url()}#moment",
    )


def _item_or_404(found: Sitting, key: int, actor) -> SittingItem:
    rows = found.items.not_kept_from(actor).with_names()
    one = get_object_or_404(rows, pk=key)
    one.sitting = found
    return one
