"""The ballots of a conference: prepared, looked at, opened, annulled; paper votes entered."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.ballots.actions.ballots import annul, enter_paper_count, open_voting, prepare, replace_teller
from clusters.ballots.forms import PaperCountForm, PaperTellerForm, PaperVoteForm, SealedVoteForm, TellerForm
from clusters.ballots.models import MemberVote, adopted_scheme, base_of, outcome_in, possible_tellers, present_members
from clusters.ballots.views.places import ballot_or_404, crumbs_of_ballot, drafted_or_404, session_or_404
from clusters.ballots.words import outcome_in_words
from clusters.conferences.models.ballot import ConferenceBallot
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.conferences.views.ballots import may_prepare
from clusters.conferences.views.places import crumbs_of
from emulation.core.access import door
from emulation.core.actions.ballots import BALLOT, third_part_lost_in_words
from emulation.core.actions.walk import StepOffer, offers_of
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState, BallotWay
from emulation.core.forms.parts import ReasonForm
from emulation.core.models.ballot import BADGES
from emulation.core.numbers import format_decimal, parse_id
from emulation.core.text import sort_key
from emulation.core.views.deeds import answer, posted, refused_to


@door("ballot_draft", "write")
def prepare_sealed(request, year_pk, pk):
    conference = session_or_404(request, year_pk, pk)
    form = SealedVoteForm(
        posted(request),
        members=conference.members,
        tellers=possible_tellers(conference),
        initial=_suggested(request, conference),
    )
    return _prepared(request, conference, form, BallotWay.SEALED, _("Prepare a sealed vote on the computer"))


@door("ballot_draft", "write")
def prepare_on_paper(request, year_pk, pk):
    conference = session_or_404(request, year_pk, pk)
    form = PaperVoteForm(posted(request), members=conference.members, initial=_suggested(request, conference))
    return _prepared(request, conference, form, BallotWay.ON_PAPER, _("Enter a vote held on paper"))


@door("ballot")
@require_safe
def ballot(request, year_pk, pk, ballot):
    found = ballot_or_404(request, year_pk, pk, ballot)
    held, scheme, actor = found.ballot, adopted_scheme(found.conference), request.actor
    tellers, voters = list(held.tellers.all()), sorted(held.voters.all(), key=lambda one: sort_key(one.name))
    told = outcome_in(found)
    of = None if held.eligible is None else base_of(held, scheme)
    options = list(held.options.all())
    return render(
        request,
        "clusters/ballots/ballot.html",
        {
            "found": found,
            "ballot": held,
            "conference": found.conference,
            "crumbs": crumbs_of_ballot(found)[:-1],
            "status": BADGES[held.state],
            "third_part_lost": third_part_lost_in_words(held),
            "options": sorted(options, key=lambda one: (-(one.votes_for or 0), one.position)),
            "tellers": tellers,
            "voters": voters,
            "cast": sum(voter.has_voted for voter in voters),
            "own_votes": [voter for voter in voters if actor.may("write", MemberVote(voter.key))],
            "own_teller": next((one for one in tellers if one.user_id and one.user_id == actor.user_id), None),
            "share": format_decimal(scheme.ballot_threshold.normalize() + 0) if scheme else "",
            "share_of": scheme.get_ballot_base_display() if scheme else "",
            "outcome": outcome_in_words(
                told,
                BallotPurpose(found.purpose),
                names={one.key: one.name for one in options},
                of=of,
                threshold=scheme.ballot_threshold,
            )
            if told
            else "",
            "is_decided": told is not None and told.chosen is not None,
            "may_write": may_prepare(found.conference, actor),
            "offers": _offers(found, actor),
            "steps": held.steps.all(),
        },
    )


@door("ballot_draft", "write")
@require_POST
def open_it(request, year_pk, pk, ballot):
    found = drafted_or_404(request, year_pk, pk, ballot)
    return refused_to(
        request,
        lambda: open_voting(found, actor=request.actor),
        done=_("Voting is open. Each member present votes from its own account."),
        back=found.get_absolute_url(),
    )


@door("ballot_draft", "write")
def annul_it(request, year_pk, pk, ballot):
    found = drafted_or_404(request, year_pk, pk, ballot)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: annul(found, why=said["why"], actor=request.actor),
        title=_("Annul the ballot"),
        lead=_("Votes cast so far are dropped unread; then the vote can be prepared anew."),
        button=_("Annul the ballot"),
        done=_("The ballot is annulled. Prepare it anew when you are ready."),
        back=found.conference.get_absolute_url() + "#ballots",
        crumbs=crumbs_of_ballot(found),
    )


@door("ballot_draft", "write")
def teller(request, year_pk, pk, ballot, position):
    """Before the votes are cast; afterwards the teller hands over."""
    found = drafted_or_404(request, year_pk, pk, ballot)
    if found.ballot.state != BallotState.PREPARED:
        return redirect(found.get_absolute_url())
    leaving = found.ballot.tellers.filter(position=position).first()
    if leaving is None:
        raise Http404
    is_on_paper = found.ballot.way == BallotWay.ON_PAPER
    form = (
        PaperTellerForm(posted(request))
        if is_on_paper
        else TellerForm(posted(request), tellers=possible_tellers(found.conference))
    )
    return answer(
        request,
        form,
        lambda said: replace_teller(found, position=position, by=said["to"], actor=request.actor),
        title=_("Replace the teller %(teller)s") % {"teller": leaving},
        button=_("Replace"),
        done=_("The teller is replaced."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_ballot(found),
    )


@door("ballot_draft", "write")
def paper_count(request, year_pk, pk, ballot):
    found = drafted_or_404(request, year_pk, pk, ballot)
    if found.ballot.state != BallotState.PREPARED or found.ballot.way != BallotWay.ON_PAPER:
        return redirect(found.get_absolute_url())
    present = len(present_members(found.conference))
    initial = {"eligible": found.conference.members.count(), "present": present or None, "issued": present or None}
    form = PaperCountForm(posted(request), options=found.ballot.options.all(), initial=initial)
    return answer(
        request,
        form,
        lambda _said: enter_paper_count(found, count=form.count(), actor=request.actor),
        title=_("Count of the paper votes: %(question)s") % {"question": found},
        lead=_("As the tellers' minutes say. Once saved, it no longer changes."),
        button=_("Save the count"),
        done=_("The count is entered."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_ballot(found),
    )


def _prepared(request, conference, form, way: BallotWay, title: str):
    return answer(
        request,
        form,
        lambda said: prepare(
            conference,
            purpose=BallotPurpose(said["purpose"]),
            way=way,
            candidates=list(said["candidates"]),
            first_teller=said["first_teller"],
            second_teller=said["second_teller"],
            actor=request.actor,
        ),
        title=title,
        button=_("Prepare the vote"),
        done=_("The vote is prepared."),
        back=ConferenceBallot.get_absolute_url,
        crumbs=crumbs_of(conference),
    )


def _suggested(request, conference) -> dict:
    """All members; of the ballot to hold anew, those who were equal."""
    asked = parse_id(request.GET.get("lai", ""))
    earlier = None if asked is None else conference.ballots.filter(pk=asked).first()
    if earlier is None:
        return {"candidates": conference.members}
    earlier.conference = conference
    told = outcome_in(earlier)
    keys = told.leading if told and len(told.leading) > 1 else [one.key for one in earlier.ballot.options.all()]
    return {"purpose": earlier.purpose, "candidates": list(keys)}


def _offers(found: ConferenceBallot, actor: Actor) -> dict[str, StepOffer]:
    """{step: what the person may do next and what hinders it}; who is present matters only before voting opens."""
    there = present_members(found.conference) if found.ballot.state == BallotState.PREPARED else []
    return {one.name: one for one in offers_of(BALLOT, found.ballot, actor=actor, held_by=found, voters=there)}
