"""The steps of a dossier, grouped by whose they are; each in its own words in the address."""

from django.contrib import messages
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from awards.nominations.actions.course import NOMINATION, case_of, in_words
from awards.nominations.actions.entering import is_for_the_register
from awards.nominations.actions.halting import halt_nomination, let_go_on
from awards.nominations.actions.overrides import override_rule
from awards.nominations.actions.steps import PLAIN_STEPS, award_nomination, take_step
from awards.nominations.forms import DecisionForm, StepReasonForm
from awards.nominations.models.names import award_name
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.wording import OFFERS
from awards.nominations.views.addresses import (
    OF_APPROVER,
    OF_EITHER,
    OF_LEADER,
    OF_OFFICER,
    OF_REVIEWER,
    OF_SECRETARY,
    OF_SENDER,
)
from awards.nominations.views.page import shown_dossier
from awards.nominations.views.places import crumbs_of, nomination_or_404
from awards.nominations.words import entering_in_words
from awards.procedures.models.wording import RULES
from awards.procedures.rules.rule_codes import RuleCode
from emulation.core import clock
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.deeds import answer, posted, refused_to

DONE = {
    "present": gettext_lazy("The dossier waits for the approver of your organisation."),
    "take_back": gettext_lazy("The dossier is yours again."),
    "submit": gettext_lazy("The dossier is sent."),
    "give_back": gettext_lazy("The officer has the dossier again, with your reason."),
    "recall": gettext_lazy("The dossier is back in preparation; nobody had taken it up."),
    "withdraw": gettext_lazy("The dossier is withdrawn."),
    "take_up": gettext_lazy("The dossier is taken up; its days count from when it came."),
    "fetch_back": gettext_lazy("The dossier is at your level again; nobody above had taken it up."),
    "take_over": gettext_lazy("The dossier is your organisation's now; go on with it here."),
    "return": gettext_lazy("The dossier is returned with your comments."),
    "put_to_council": gettext_lazy("The dossier is before the Council."),
    "look_again": gettext_lazy("The dossier is appraised again."),
    "forward": gettext_lazy("The dossier is submitted to the higher level."),
    "decline": gettext_lazy("The dossier is closed without a proposal; the nominator sees your reason."),
}


@door("nomination_draft", "write")
def officer_step(request, pk, step):
    return _step(request, nomination_or_404(request, pk, "write", subject="nomination_draft"), OF_OFFICER, step)


@door("nomination_draft", "send")
def approver_step(request, pk, step):
    found = nomination_or_404(request, pk, "send", subject="nomination_draft")
    if OF_APPROVER.get(step) == "submit" and request.method in ("GET", "HEAD"):
        return _before_sending(request, found)
    return _step(request, found, OF_APPROVER, step)


@door("nomination_draft", "withdraw")
def withdraw(request, pk, step):
    return _step(request, nomination_or_404(request, pk, "withdraw", subject="nomination_draft"), OF_EITHER, step)


@door("nomination_review", "review")
def review_step(request, pk, step):
    return _step(request, nomination_or_404(request, pk, "review", subject="nomination_review"), OF_REVIEWER, step)


@door("nomination_review", "decide")
def leader_step(request, pk, step):
    return _step(request, nomination_or_404(request, pk, "decide", subject="nomination_review"), OF_LEADER, step)


@door("nomination", "fetch_back")
def sender_step(request, pk, step):
    return _step(request, nomination_or_404(request, pk, "fetch_back", subject="nomination"), OF_SENDER, step)


@door("nomination_review", "minute")
def secretary_step(request, pk, step):
    return _step(request, nomination_or_404(request, pk, "minute", subject="nomination_review"), OF_SECRETARY, step)


@door("nomination_draft", "send")
@require_http_methods(["GET", "HEAD", "POST"])
def override(request, pk, code):
    """Over a rule that blocks, with the reason."""
    return _over_a_rule(
        request,
        nomination_or_404(request, pk, "send", subject="nomination_draft"),
        code,
        done=_("The rule no longer hinders sending; the submission letter prints your reason."),
        lead=_("You answer for it; the reason stays with the dossier and is read by everybody who decides on it."),
    )


@door("nomination_review", "minute")
@require_http_methods(["GET", "HEAD", "POST"])
def exception(request, pk, code):
    """An exception that the Council accepts, as its secretary records it."""
    return _over_a_rule(
        request,
        nomination_or_404(request, pk, "minute", subject="nomination_review"),
        code,
        done=_("The exception is recorded; the extract of the minutes prints the reason."),
        lead=_(
            "Record what the Council accepted and why, as its minutes say it; years of study or of maternity leave."
        ),
    )


def _over_a_rule(request, found: Nomination, code: str, *, done: str, lead: str):
    if code not in set(RuleCode):
        raise Http404
    return answer(
        request,
        StepReasonForm(posted(request)),
        lambda said: override_rule(found, RuleCode(code), why=said["why"], actor=request.actor),
        title=_("Send over the rule: %(rule)s") % {"rule": RULES[RuleCode(code)]},
        button=_("Override the rule"),
        done=done,
        back=f"{found.get_absolute_url()}#findings",
        crumbs=crumbs_of(found),
        lead=lead,
    )


@door("nomination_review", "decide")
@require_http_methods(["GET", "HEAD", "POST"])
def decision(request, pk):
    """The decision with which it ends, where it says yes."""
    found = nomination_or_404(request, pk, "decide", subject="nomination_review")
    return answer(
        request,
        DecisionForm(posted(request)),
        lambda said: award_nomination(
            found, number=said["number"], day=said["day"], why=said["why"], actor=request.actor
        ),
        title=_("Decision on the dossier of %(name)s") % {"name": found},
        button=_("Record the decision"),
        done=_("The decision is recorded; the dossier is closed as awarded."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
        lead=_("%(award)s. %(register)s")
        % {"award": award_name(found, on=clock.today()), "register": entering_in_words(is_for_the_register(found))},
    )


def _step(request, found: Nomination, group: dict[str, str], word: str):
    name = group.get(word)
    if name is None:
        raise Http404
    if name in PLAIN_STEPS:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return refused_to(
            request,
            lambda: take_step(found, name, actor=request.actor),
            done=DONE[name],
            back=found.get_absolute_url(),
        )
    return answer(
        request,
        StepReasonForm(posted(request)),
        lambda said: take_step(found, name, why=said["why"], actor=request.actor),
        title=f"{OFFERS[name]}: {found}",
        button=OFFERS[name],
        done=DONE[name],
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


def _before_sending(request, found: Nomination):
    """What the approver sends, to whom, and what is still wanting; sent by the button below."""
    shown = shown_dossier(request.actor, found)
    step = NOMINATION.flow.step_from(found.state, "submit")
    if step is None:
        messages.info(request, NOMINATION.in_state(found))
        return redirect(found.get_absolute_url())
    case = case_of(found, standing=shown["standing"])
    hindrance = step.hindrance(case)
    return render(
        request,
        "awards/nominations/send.html",
        shown
        | {
            "hindrance": in_words(hindrance, case, found) if hindrance else "",
            "guesses": [one for one in shown["standing"].papers if one.kind and not one.is_confirmed],
            "crumbs": crumbs_of(found),
        },
    )


@door("nomination_review", "decide")
@require_http_methods(["GET", "HEAD", "POST"])
def halt(request, pk):
    return _halting(
        request,
        pk,
        halt_nomination,
        title=_("Halt the dossier for a complaint"),
        lead=_("It goes nowhere until the complaint is settled. Write what is complained of, not who complains."),
        button=_("Halt the dossier"),
        done=_("The dossier is halted."),
    )


@door("nomination_review", "decide")
@require_http_methods(["GET", "HEAD", "POST"])
def go_on(request, pk):
    return _halting(
        request,
        pk,
        let_go_on,
        title=_("Let the dossier go on"),
        lead=_("Write how the complaint was settled."),
        button=_("Let it go on"),
        done=_("The dossier goes on."),
    )


def _halting(request, pk, deed, **words):
    found = nomination_or_404(request, pk, "decide", subject="nomination_review")
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: deed(found, why=said["why"], actor=request.actor),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
        **words,
    )
