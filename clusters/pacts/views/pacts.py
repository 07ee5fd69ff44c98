"""The pact of a cluster's year and its addenda: read, begun, walked along their way, answered."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.membership.views.places import crumbs_of_year, year_or_404
from clusters.organisations.models.organisation import Organisation
from clusters.pacts.actions.pacts import (
    answer_pact,
    ask_members,
    begin_addendum,
    begin_pact,
    close_unsigned,
    open_signing,
    reopen_pact,
    take_back,
)
from clusters.pacts.forms import AddendumForm, AnswerForm
from clusters.pacts.models.pact import Pact, PactTarget
from clusters.pacts.models.wording import PACT_BADGES
from clusters.pacts.rules.terms import PactState
from clusters.pacts.views.page import shown_pact, target_table
from clusters.pacts.views.places import crumbs_of, drafted_or_404, pact_or_404, short_name
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.records import record_or_404


@door("pact")
@require_safe
def pacts(request, year_pk):
    """The pact, its addenda, and the targets that hold now."""
    cluster_year = year_or_404(request, year_pk, subject="pact")
    found = list(Pact.objects.visible_to(request.actor).of_year(cluster_year))
    drafts = cluster_year.closed_on is None and request.actor.may("write", cluster_year, subject="pact_draft")
    rows = [{"pact": one, "name": short_name(one), "status": PACT_BADGES[one.state]} for one in found]
    begun = bool(found) or Pact.objects.of_year(cluster_year).exists()
    standing = PactTarget.objects.standing(cluster_year)
    return render(
        request,
        "clusters/pacts/pacts.html",
        {
            "cluster_year": cluster_year,
            "crumbs": crumbs_of_year(cluster_year),
            "rows": rows,
            "begun": begun,
            "may_begin": drafts and not begun,
            "may_amend": drafts and bool(found) and all(one.state == PactState.IN_FORCE for one in found),
            "targets": target_table(PactTarget.objects.filter(pk__in=standing.values("pk"))),
        },
    )


@door("pact_draft", "write")
@require_POST
def begin(request, year_pk):
    cluster_year = year_or_404(request, year_pk, "write", subject="pact_draft")
    return refused_to(
        request,
        lambda: begin_pact(cluster_year, actor=request.actor),
        done=_("The draft is there. Enter what the members promise each other."),
        back=lambda made: made.get_absolute_url() if made else reverse("clusters:pacts", args=[year_pk]),
    )


@door("pact_draft", "write")
def addendum(request, year_pk):
    cluster_year = year_or_404(request, year_pk, "write", subject="pact_draft")
    return answer(
        request,
        AddendumForm(posted(request)),
        lambda said: begin_addendum(cluster_year, why=said["why"], actor=request.actor),
        title=_("New addendum to the pact"),
        button=_("Begin the addendum"),
        done=_("The addendum is begun. Enter only what it changes."),
        back=Pact.get_absolute_url,
        crumbs=[*crumbs_of_year(cluster_year), Crumb(_("Pact"), reverse("clusters:pacts", args=[year_pk]))],
        lead=_("A pact in force changes only by an addendum, which every member signs again."),
    )


@door("pact")
@require_safe
def pact(request, year_pk, number):
    found = pact_or_404(request, year_pk, number)
    context = shown_pact(request.actor, found) | {"crumbs": crumbs_of(found)[:-1], "name": short_name(found)}
    return render(request, "clusters/pacts/pact.html", context)


@door("pact_draft", "write")
@require_POST
def ask(request, year_pk, number):
    found = drafted_or_404(request, year_pk, number)
    return refused_to(
        request,
        lambda: ask_members(found, actor=request.actor),
        done=_("The members are asked for their opinion."),
        back=found.get_absolute_url(),
    )


@door("pact_draft", "sign")
@require_POST
def open_for_signing(request, year_pk, number):
    found = _for_approver(request, year_pk, number)
    return refused_to(
        request,
        lambda: open_signing(found, actor=request.actor),
        done=_("Signing is open. The head of the cluster signs first."),
        back=found.get_absolute_url(),
    )


@door("pact_draft", "write")
def back_to_draft(request, year_pk, number):
    found = drafted_or_404(request, year_pk, number)
    return _with_reason(
        request,
        found,
        take_back,
        title=_("Take the draft back"),
        button=_("Take it back"),
        done=_("The draft is yours again. Opinions given so far no longer count."),
        lead=_("The members' opinions of this round no longer count; you ask them anew."),
    )


@door("pact_draft", "sign")
def reopen(request, year_pk, number):
    return _with_reason(
        request,
        _for_approver(request, year_pk, number),
        reopen_pact,
        title=_("Break off the signing"),
        button=_("Break it off"),
        done=_("Signing is broken off; the pact is drafted again."),
        lead=_("Signatures given so far stay in the journal and no longer count."),
    )


@door("pact_draft", "sign")
def close(request, year_pk, number):
    found = _for_approver(request, year_pk, number)
    unsigned = [one.organisation.name for one in shown_pact(request.actor, found)["signers"] if not one.signature]
    return _with_reason(
        request,
        found,
        close_unsigned,
        title=_("Put the pact in force with members unsigned"),
        button=_("Put it in force"),
        done=_("The pact is in force; the members that have not signed are named."),
        lead=_("Not signed: %(members)s.") % {"members": ", ".join(unsigned) or "–"},
    )


@door("pact_answer", "write")
def give_answer(request, year_pk, number, member):
    found = pact_or_404(request, year_pk, number)
    organisation = record_or_404(Organisation.objects.all(), request.actor, "write", subject="pact_answer", pk=member)
    return answer(
        request,
        AnswerForm(posted(request)),
        lambda said: answer_pact(
            found,
            organisation=organisation,
            agreed=said["agreed"] == "yes",
            remark=said["remark"],
            actor=request.actor,
        ),
        title=_("Opinion of %(unit)s on the draft") % {"unit": organisation},
        button=_("Send the opinion"),
        done=_("The opinion is sent to the head of the cluster."),
        of_year=found.cluster_year,
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


def _for_approver(request, year_pk, number) -> Pact:
    return pact_or_404(request, year_pk, number, "sign", subject="pact_draft")


def _with_reason(request, found, deed, **words):
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: deed(found, why=said["why"], actor=request.actor),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
        **words,
    )
