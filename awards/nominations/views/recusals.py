"""Out of a dossier in one click; who decides there reads who is out, and lets in again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from awards.conflicts.models.parts import Recusal
from awards.conflicts.models.wording import GROUNDS
from awards.nominations.actions.recusals import ROW, call_namesake, desk_to_leave, lift_recusal, recuse
from awards.nominations.models.desks import desk_of
from awards.nominations.models.left_out import left_out, people_of
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import ENDED
from awards.nominations.views.places import crumbs_of, nomination_or_404
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.deeds import answer, posted, refused_to


def recusals_told(nomination: Nomination, actor: Actor) -> dict:
    """`recuses`: whether the person is offered to leave; `left_out`: who is out, for who decides there."""
    decides = nomination.state not in ENDED and desk_of(nomination) is not None
    rows = []
    if decides and actor.may("lift", nomination, subject=ROW):
        rows = [
            {"one": one, "grounds": [GROUNDS[ground] for ground in one.grounds]}
            for one in left_out(nomination, actor.bodies, on=clock.today())
        ]
    return {"recuses": desk_to_leave(nomination, actor) is not None, "left_out": rows}


@door("nomination_recusal", "recuse")
@require_POST
def leave(request, pk):
    """A second click finds it done, though the dossier is no longer there."""
    if Recusal.objects.standing().filter(nomination=pk, user=request.actor.user_id).exists():
        messages.success(request, _("You are out of this dossier already."))
        return redirect("awards:review-queue")
    found = nomination_or_404(request, pk, "recuse", subject=ROW)
    left: list[Recusal] = []
    return refused_to(
        request,
        lambda: left.append(recuse(found, actor=request.actor)),
        done=_(
            "You are out of the dossier; colleagues see to it. If it was an error, whoever decides lets you in again."
        ),
        back=lambda _made: reverse("awards:review-queue") if left else found.get_absolute_url(),
    )


@door("nomination_recusal", "lift")
@require_http_methods(["GET", "HEAD", "POST"])
def lift(request, pk, recusal):
    found = nomination_or_404(request, pk, "lift", subject=ROW)
    one = get_object_or_404(
        Recusal.objects.standing().select_related("user", "nomination"), nomination=found, pk=recusal
    )
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: lift_recusal(one, why=said["why"], actor=request.actor),
        title=_("Let %(name)s review again") % {"name": one.user},
        button=_("Let in again"),
        done=_("%(name)s reviews the dossier again.") % {"name": one.user},
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
        lead=_("Asked to be left out; where nothing else stands against it, the dossier is there again."),
    )


@door("nomination_recusal", "lift")
@require_http_methods(["GET", "HEAD", "POST"])
def namesake(request, pk, user):
    found = nomination_or_404(request, pk, "lift", subject=ROW)
    person = get_object_or_404(people_of(request.actor.bodies, on=clock.today()), pk=user)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: call_namesake(found, person, why=said["why"], actor=request.actor),
        title=_("%(name)s only bears the same name") % {"name": person},
        button=_("Record that it is a namesake"),
        done=_("Recorded: names no longer keep %(name)s out of this dossier.") % {"name": person},
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
        lead=_("Say how you know that the nominated person is neither %(name)s nor kin.") % {"name": person},
    )
