"""A decision is issued: its number, day and signer, its full text beside, the password once more."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from awards.decisions.actions.course import DECISION
from awards.decisions.actions.decisions import IssueSaid, issue_decision
from awards.decisions.forms import IssueForm
from awards.decisions.models.decision import Decision
from awards.decisions.models.signers import offered_signers
from awards.decisions.rules.terms import SignedAs
from awards.decisions.views.places import crumbs_of_decision, decision_or_404
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.numbers import format_integer
from emulation.core.views.deeds import answer, posted
from emulation.core.views.passwords import is_own_password


@sensitive_post_parameters("password")
@door("decision", "issue")
@require_http_methods(["GET", "HEAD", "POST"])
def issue(request, pk):
    found = decision_or_404(request, pk, "issue")
    if not found.is_draft and request.method != "POST":
        messages.info(request, DECISION.in_state(found))
        return redirect(found)
    if not found.is_whole_for(request.actor):
        return redirect(found)  # which says why
    people = offered_signers(found, clock.today())
    form = IssueForm(
        posted(request),
        people=people,
        is_elsewhere=bool(found.made_by),
        initial={"day": clock.today(), "symbol": "" if found.made_by else f"QĐ-{found.body.on_paper.abbreviation}"},
    )
    number = found.lines.not_kept_from(request.actor).count()
    lead = ngettext(
        "%(number)s honour enters the register with it. Afterwards nothing of it changes.",
        "%(number)s honours enter the register with it. Afterwards nothing of it changes.",
        number,
    )
    return answer(
        request,
        form,
        lambda said: _issued(request, found, said),
        title=_("Issue the decision"),
        lead=lead % {"number": format_integer(number)},
        button=_("Issue the decision"),
        done=_("The decision is issued; its honours stand in the register."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_decision(found),
        beside=("awards/decisions/issue.html", {"decision": found, "scans": found.scans.filter(later=None)[:1]}),
    )


def _issued(request, decision: Decision, said: dict) -> Decision:
    if not is_own_password(request, said["password"]):
        raise Refusal(_("This is not your password. Nothing was issued; type it again."), field="password")
    return issue_decision(decision, _said(said), actor=request.actor)


def _said(said: dict) -> IssueSaid:
    return IssueSaid(
        said["number"],
        said["symbol"],
        said["day"],
        said.get("signer"),
        said.get("signer_name", ""),
        SignedAs(said.get("signed_as") or SignedAs.CHIEF),
        said.get("why", ""),
    )
