"""The two tellers' pages: a passphrase of their own, handing over, the count. Passphrases are never shown or kept."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from clusters.ballots.actions.votes import count, hand_over, set_passphrase
from clusters.ballots.forms import HandOverForm
from clusters.ballots.models import possible_tellers
from clusters.ballots.views.places import crumbs_of_ballot, tellers_ballot_or_404
from emulation.core.access import door
from emulation.core.ballot_flow import BallotState
from emulation.core.forms.ballots import CountForm, PassphraseForm
from emulation.core.views.deeds import answer, posted


@sensitive_post_parameters()
@never_cache
@door("ballot_teller", "write")
def passphrase(request, year_pk, pk, ballot):
    found = tellers_ballot_or_404(request, year_pk, pk, ballot)
    if found.ballot.state != BallotState.PREPARED:
        return redirect(found.get_absolute_url())
    return answer(
        request,
        PassphraseForm(posted(request)),
        lambda said: set_passphrase(found, passphrase=said["passphrase"], actor=request.actor),
        title=_("Your passphrase for the count"),
        lead=_("Both tellers' passphrases together open the votes; neither opens them alone, and no copy is kept."),
        button=_("Set the passphrase"),
        done=_("Your passphrase is set. Keep it until the count."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_ballot(found),
    )


@sensitive_post_parameters()
@never_cache
@door("ballot_teller", "write")
def leaving(request, year_pk, pk, ballot):
    found = tellers_ballot_or_404(request, year_pk, pk, ballot)
    if found.ballot.state != BallotState.OPEN:
        return redirect(found.get_absolute_url())
    form = HandOverForm(posted(request), tellers=possible_tellers(found.conference))
    return answer(
        request,
        form,
        lambda said: hand_over(
            found,
            to=said["to"],
            passphrase=said["passphrase"],
            new_passphrase=said["new_passphrase"],
            actor=request.actor,
        ),
        title=_("Hand over to another teller"),
        lead=_("You type your passphrase, the new teller beside you types a new one. No vote is opened."),
        button=_("Hand over"),
        done=_("Handed over; the new teller counts with the other one."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_ballot(found),
    )


@sensitive_post_parameters()
@never_cache
@door("ballot_teller", "write")
def counting(request, year_pk, pk, ballot):
    found = tellers_ballot_or_404(request, year_pk, pk, ballot)
    if found.ballot.state != BallotState.OPEN:
        return redirect(found.get_absolute_url())
    form = CountForm(posted(request), tellers=found.ballot.tellers.all())
    return answer(
        request,
        form,
        lambda _said: count(found, passphrases=form.passphrases(), actor=request.actor),
        title=_("Open and count the votes"),
        lead=_(
            "Both tellers sit at this computer and type their passphrases one after the other. Voting ends with it; "
            "the third part of the key is destroyed, after which nothing opens the votes, and the count no longer "
            "changes."
        ),
        button=_("Open and count"),
        done=_("The votes are counted."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_ballot(found),
    )
