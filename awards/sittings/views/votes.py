"""The secret votes of a sitting: tellers and passphrases, opening, voting, counting, annulling."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from awards.sittings.actions.ballots import (
    annul_votes,
    cast_votes,
    count_votes,
    enter_written_votes,
    open_votes,
    prepare_ballots,
    set_passphrases,
)
from awards.sittings.actions.tellers import possible_tellers
from awards.sittings.forms import TellersForm, VoteForm
from awards.sittings.models.casting import ballots_to_cast
from awards.sittings.models.sitting import Sitting, SittingSeat
from awards.sittings.rules.terms import BY_TELLERS
from awards.sittings.views.places import awards_of, crumbs_of_sitting, sitting_or_404, teller_or_404
from awards.sittings.words import withheld_in_words
from emulation.core.access import door
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.ballot_flow import BallotState
from emulation.core.errors import Refusal
from emulation.core.forms.ballots import CountForm, PassphraseForm
from emulation.core.forms.parts import ReasonForm
from emulation.core.models import BallotTeller
from emulation.core.views.deeds import answer, posted, refused_to


@door("sitting", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def prepare(request, pk):
    found = sitting_or_404(request, pk, "write")
    if not found.items.pending().are_whole_for(request.actor):
        return redirect(found)  # which says why
    return answer(
        request,
        TellersForm(posted(request), people=possible_tellers(found)),
        lambda said: prepare_ballots(found, **said, actor=request.actor),
        title=_("Prepare the vote"),
        lead=_(
            "Every dossier of the agenda without a counted vote is voted on. One that somebody may not judge gets a "
            "ballot of its own."
        ),
        button=_("Prepare the vote"),
        done=_("The vote is prepared. Both tellers set their passphrases next."),
        back=f"{found.get_absolute_url()}#votes",
        crumbs=crumbs_of_sitting(found),
    )


@sensitive_post_parameters()
@door("sitting_teller", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def passphrase(request, pk):
    found = teller_or_404(request, pk)
    return answer(
        request,
        PassphraseForm(posted(request)),
        lambda said: set_passphrases(found, passphrase=said["passphrase"], actor=request.actor),
        title=_("Set your passphrase"),
        button=_("Set the passphrase"),
        done=_("Your passphrase is set. Nobody can look it up."),
        back=f"{found.get_absolute_url()}#votes",
        crumbs=crumbs_of_sitting(found),
    )


@door("sitting", "write")
@require_POST
def open_it(request, pk):
    found = sitting_or_404(request, pk, "write")
    return refused_to(
        request,
        lambda: open_votes(found, actor=request.actor),
        done=_("Voting is open. Members vote from their own accounts.")
        if found.is_in_writing
        else _("Voting is open. Each member present votes from the own account."),
        back=f"{found.get_absolute_url()}#votes",
    )


@door("sitting", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def annul(request, pk):
    found = sitting_or_404(request, pk, "write")
    if not found.items.pending().are_whole_for(request.actor):
        return redirect(found)  # which says why
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: annul_votes(found, why=said["why"], actor=request.actor),
        title=_("Annul the votes on their way"),
        lead=_("Votes cast so far are dropped unread; then the vote can be prepared anew."),
        button=_("Annul"),
        done=_("The votes are annulled. Prepare the vote anew when you are ready."),
        back=f"{found.get_absolute_url()}#votes",
        crumbs=crumbs_of_sitting(found),
    )


@sensitive_post_parameters()
@never_cache
@door("sitting_vote", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request, pk):
    """A member's one vote on everything that is open."""
    found = sitting_or_404(request, pk)
    seat = get_object_or_404(found.seats, user=request.actor.user_id)
    return _voted(request, found, seat, lambda form: cast_votes(seat, form.votes(), actor=request.actor))


@sensitive_post_parameters()
@never_cache
@door("sitting_teller", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def written(request, pk, seat):
    """The vote in writing of an absent member, entered by both tellers."""
    found = teller_or_404(request, pk)
    absent = get_object_or_404(found.seats.filter(attendance__in=BY_TELLERS), pk=seat)
    tellers = _tellers(found, BallotState.OPEN, request.actor)
    return _voted(
        request,
        found,
        absent,
        lambda form: enter_written_votes(absent, form.votes(), passphrases=form.passphrases(), actor=request.actor),
        tellers=tellers,
    )


def _voted(request, found: Sitting, seat: SittingSeat, deed, *, tellers=()):
    to_cast = ballots_to_cast(seat, request.actor)
    items = [item for held in to_cast.ballots for item in held.items.all()]
    items.sort(key=lambda one: (one.position, one.pk))
    if not items and not to_cast.is_part_withheld and request.method != "POST":
        return redirect(found)
    form = VoteForm(posted(request), items=items, awards=awards_of(items), tellers=tellers)
    page = {
        "sitting": found,
        "seat": seat,
        "form": form,
        "asks": bool(items),
        "withheld": withheld_in_words(to_cast),
        "crumbs": crumbs_of_sitting(found),
        "is_written": bool(tellers),
    }
    if form.is_bound and form.is_valid():
        try:
            with refusing_clashes():
                marks = deed(form)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            return render(request, "awards/sittings/cast.html", page | {"marks": marks})
    return render(request, "awards/sittings/vote.html", page, status=422 if form.is_bound else 200)


@sensitive_post_parameters()
@door("sitting_teller", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def count(request, pk):
    found = teller_or_404(request, pk)
    tellers = _tellers(found, BallotState.OPEN, request.actor)
    if not tellers:
        return redirect(found)
    form = CountForm(posted(request), tellers=tellers)
    counted: list[int] = []
    return answer(
        request,
        form,
        lambda _said: counted.append(count_votes(found, passphrases=form.passphrases(), actor=request.actor)),
        title=_("Open and count the votes"),
        lead=_("Both tellers at this computer, each types the own passphrase."),
        button=_("Open and count the votes"),
        done=_("The votes are counted. What is foreseen stands beside each dossier until it is concluded."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_sitting(found),
    )


def _tellers(found: Sitting, state: BallotState, actor) -> list[BallotTeller]:
    """Both, of the ballots that the person opens with the other one."""
    held = found.ballots.filter(ballot__state=state, ballot__tellers__user=actor.user_id).first()
    return [] if held is None else list(held.ballot.tellers.order_by("position"))
