"""Councils and who sits in them."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from awards.councils.actions import change_council, end_membership, establish_council, seat_member
from awards.councils.forms import EstablishForm, MemberForm, RulesForm
from awards.councils.models.council import Council, CouncilMember, bodies_without_council, possible_members
from emulation.core import clock
from emulation.core.access import door
from emulation.core.forms.parts import LastDayForm
from emulation.core.numbers import format_decimal
from emulation.core.text import sort_key
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted
from emulation.core.views.records import record_or_404


@door("council")
@require_safe
def councils(request):
    """Those that the person keeps or whose body is the person's first."""
    near = request.actor.bodies
    rows = Council.objects.visible_to(request.actor).select_related("body")
    rows = sorted(rows, key=lambda one: (one.body_id not in near, not one.is_central, sort_key(str(one.body)), one.pk))
    return render(
        request,
        "awards/councils/councils.html",
        {
            "rows": rows,
            "may_establish": bodies_without_council(request.actor, clock.today()).exists(),
        },
    )


@door("council")
@require_safe
def council(request, pk):
    found = _council_or_404(request, pk)
    members = found.members.in_order()
    today = clock.today()
    return render(
        request,
        "awards/councils/council.html",
        {
            "council": found,
            "share": format_decimal(found.quorum_share.normalize() + 0),
            "seated": [one for one in members if one.during.contains(today)],
            "others": [one for one in members if not one.during.contains(today)],
            "may_write": request.actor.may("write", found),
            "crumbs": crumbs_of_councils(),
        },
    )


@door("council", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def establish(request):
    bodies = bodies_without_council(request.actor, clock.today())
    return answer(
        request,
        EstablishForm(posted(request), bodies=bodies, initial={"body": bodies.first()}),
        lambda said: establish_council(**said, on=clock.today(), actor=request.actor),
        title=_("Record a Council"),
        button=_("Record the Council"),
        done=_("The Council is recorded. Seat its members next."),
        back=Council.get_absolute_url,
        crumbs=crumbs_of_councils(),
    )


@door("council", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request, pk):
    found = _council_or_404(request, pk, "write")
    initial = {"quorum_share": found.quorum_share.normalize() + 0, "basis": found.basis}
    return answer(
        request,
        RulesForm(posted(request), initial=initial),
        lambda said: change_council(found, **said, actor=request.actor),
        title=_("Change what is recorded of the Council"),
        button=_("Save"),
        done=_("Saved. Sittings that are convened keep the quorum they were convened with."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_council(found),
    )


@door("council", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def seat(request, pk):
    found = _council_or_404(request, pk, "write")
    return answer(
        request,
        MemberForm(posted(request), people=possible_members(found, clock.today())),
        lambda said: seat_member(
            found,
            **{name: said[name] for name in ("office", "user", "name", "position", "during", "legal_basis")},
            on=clock.today(),
            actor=request.actor,
        ),
        title=_("Seat a member"),
        button=_("Seat the member"),
        done=_("The member is seated."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_council(found),
    )


@door("council", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def end(request, pk):
    member = record_or_404(CouncilMember.objects.select_related("council__body"), request.actor, "write", pk=pk)
    return answer(
        request,
        LastDayForm(posted(request)),
        lambda said: end_membership(member, last_day=said["last_day"], why=said["why"], actor=request.actor),
        title=_("End the term of %(name)s") % {"name": member},
        button=_("End the term"),
        done=_("The term is ended."),
        back=member.council.get_absolute_url(),
        crumbs=crumbs_of_council(member.council),
    )


def crumbs_of_councils() -> list[Crumb]:
    return [Crumb(_("Councils"), reverse("awards:councils"))]


def crumbs_of_council(found: Council) -> list[Crumb]:
    return [*crumbs_of_councils(), Crumb(str(found), found.get_absolute_url())]


def _council_or_404(request, pk, deed="read") -> Council:
    rows = Council.objects.visible_to(request.actor).select_related("body")
    if deed == "read":
        return get_object_or_404(rows, pk=pk)
    return record_or_404(rows, request.actor, deed, pk=pk)
