"""A member casts its one vote; the mark of the vote is shown once and kept nowhere."""

from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from clusters.ballots.actions.votes import cast
from clusters.ballots.forms import CastForm
from clusters.ballots.views.places import ballot_or_404, crumbs_of_ballot
from clusters.organisations.models.organisation import Organisation
from emulation.core.access import door
from emulation.core.ballot_flow import BallotState
from emulation.core.errors import Refusal
from emulation.core.views.deeds import posted
from emulation.core.views.records import record_or_404


@sensitive_post_parameters()
@never_cache
@door("ballot_vote", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request, year_pk, pk, ballot, member):
    found = ballot_or_404(request, year_pk, pk, ballot)
    organisation = record_or_404(Organisation.objects.all(), request.actor, "write", subject="ballot_vote", pk=member)
    held = found.ballot
    if request.method != "POST" and held.state != BallotState.OPEN:
        return redirect(found.get_absolute_url())
    options = [one for one in held.options.all() if not (held.own_excluded and one.key == member)]
    form = CastForm(posted(request), options=options)
    page = {
        "found": found,
        "organisation": organisation,
        "crumbs": crumbs_of_ballot(found),
        "form": form,
        "voter": held.voters.filter(key=member).first(),
    }
    if form.is_bound and form.is_valid():
        key = form.chosen()
        choice = None if key is None else Organisation.objects.filter(pk=key).first()
        try:
            mark = cast(found, member=organisation, choice=choice, actor=request.actor)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            return render(request, "clusters/ballots/cast.html", page | {"mark": mark})
    return render(request, "clusters/ballots/vote.html", page, status=422 if form.is_bound else 200)
