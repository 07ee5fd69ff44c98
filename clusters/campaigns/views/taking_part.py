"""A unit's part in a campaign: joined in one click, reported in a minute, inspected, repaired, reviewed."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clusters.campaigns.actions.reviews import inspect, repair, review_part
from clusters.campaigns.actions.taking_part import join_campaign, report_progress, set_own_goals
from clusters.campaigns.forms.taking_part import InspectionForm, OwnGoalsForm, ProgressForm, RepairForm, ReviewForm
from clusters.campaigns.models.lives import checked_by, life_of_part
from clusters.campaigns.models.participation import ROW, Inspection
from clusters.campaigns.rules.terms import TOLD
from clusters.campaigns.views.places import campaign_or_404, crumbs_of, crumbs_of_part, part_or_404, strike_out_url
from clusters.campaigns.views.proofs import proofs_of_part, summed_up
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.deeds import answer, posted
from emulation.core.views.records import record_or_404
from emulation.core.views.uploads import limited_upload, refuse_too_large_a_paper

ENTRIES_SHOWN = 50


@door("participation", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def join(request, pk, organisation):
    found = campaign_or_404(request, pk)
    unit = record_or_404(Organisation.objects.all(), request.actor, "write", subject=ROW, pk=organisation)
    return answer(
        request,
        OwnGoalsForm(posted(request)),
        lambda said: join_campaign(found, unit, goals=said["goals"], actor=request.actor),
        title=_("Take part in the campaign"),
        lead=f"{unit}: {found.name}",
        button=_("Take part"),
        done=_("The unit takes part."),
        back=lambda made: made.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


@door("participation")
@require_safe
def participation(request, pk):
    found, actor = part_or_404(request, pk), request.actor
    campaign, reviews = found.campaign, list(found.reviews.select_related("paper"))
    shown = Inspection.objects.visible_to(actor).filter(participation=found).select_related("proof")
    inspections, stands = list(shown), found.withdrawn_at is None
    may_write, may_inspect = stands and actor.may("write", found), stands and actor.may("inspect", found)
    for one in inspections:
        one.participation = found
        is_open = one.due_on is not None and one.repaired_on is None and one.withdrawn_at is None
        one.may_repair = is_open and actor.may("repair", one)
        may_strike_out = may_inspect and one.is_struck_out_by(actor)
        one.strike_out_url = strike_out_url("participation-inspect-strike-out", one, found) if may_strike_out else ""
    progress = list(found.progress.select_related("paper")[:ENTRIES_SHOWN])
    for one in progress:
        one.strike_out_url = strike_out_url("participation-progress-strike-out", one, found) if may_write else ""
    for one in reviews:
        one.strike_out_url = strike_out_url("participation-review-strike-out", one, found) if may_write else ""
    standing = [one for rows in (progress, inspections, reviews) for one in rows if one.withdrawn_at is None]
    return render(
        request,
        "clusters/campaigns/participation.html",
        {
            "part": found,
            "campaign": campaign,
            "stages": life_of_part(found, campaign, clock.today(), checked_by([campaign.pk]).get(campaign.pk)),
            "proofs": proofs_of_part(found, inspections) | summed_up(reviews),
            "goals": found.goals.splitlines(),
            "corrections": list(campaign.steps.filter(name__in=TOLD)),
            "progress": progress,
            "inspections": inspections,
            "reviews": reviews,
            "may_write": may_write,
            "may_review": found.summed_up_on is None and may_write,
            "may_inspect": may_inspect,
            "may_strike_out": may_write and not standing,
            "crumbs": crumbs_of(campaign),
        },
    )


@door("participation", "write")
def goals(request, pk):
    found = part_or_404(request, pk, "write")
    return answer(
        request,
        OwnGoalsForm(posted(request), initial={"goals": found.goals}),
        lambda said: set_own_goals(found, goals=said["goals"], actor=request.actor),
        title=_("Own goals"),
        lead=str(found),
        button=_("Save"),
        done=_("Saved."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_part(found),
    )


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("participation", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def progress(request, pk):
    found = part_or_404(request, pk, "write")
    form = ProgressForm(posted(request), request.FILES or None, initial={"on": clock.today()})
    refuse_too_large_a_paper(request, form)
    return answer(
        request,
        form,
        lambda said: report_progress(found, upload=said.pop("file"), actor=request.actor, **said),
        title=_("Report progress"),
        lead=str(found),
        button=_("Report"),
        done=_("The progress is reported."),
        back=found.get_absolute_url() + "#progress",
        crumbs=crumbs_of_part(found),
    )


@door("participation", "inspect")
def inspection(request, pk):
    found = part_or_404(request, pk, "inspect")
    return answer(
        request,
        InspectionForm(posted(request), initial={"on": clock.today()}),
        lambda said: inspect(found, actor=request.actor, **said),
        title=_("Record an inspection"),
        lead=str(found),
        button=_("Record the inspection"),
        done=_("The inspection is recorded."),
        back=found.get_absolute_url() + "#inspections",
        crumbs=crumbs_of_part(found),
    )


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("inspection", "repair")
@require_http_methods(["GET", "HEAD", "POST"])
def repaired(request, pk):
    rows = Inspection.objects.visible_to(request.actor).select_related(
        "participation__organisation", "participation__campaign"
    )
    found = record_or_404(rows, request.actor, "repair", pk=pk)
    form = RepairForm(posted(request), request.FILES or None, initial={"on": clock.today()})
    refuse_too_large_a_paper(request, form)
    return answer(
        request,
        form,
        lambda said: repair(found, upload=said.pop("file"), actor=request.actor, **said),
        title=_("Report the repair"),
        lead=found.findings,
        button=_("Report the repair"),
        done=_("The repair is reported."),
        back=found.participation.get_absolute_url() + "#inspections",
        crumbs=crumbs_of_part(found.participation),
    )


@limited_upload("PAPER_UPLOAD_LIMIT")
@door("participation", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def review(request, pk):
    found = part_or_404(request, pk, "write")
    form = ReviewForm(posted(request), request.FILES or None, initial={"on": clock.today()})
    refuse_too_large_a_paper(request, form)
    return answer(
        request,
        form,
        lambda said: review_part(found, upload=said.pop("file"), actor=request.actor, **said),
        title=_("Review of the unit's part"),
        lead=str(found),
        button=_("Record the review"),
        done=_("The review is recorded."),
        back=found.get_absolute_url() + "#reviews",
        crumbs=crumbs_of_part(found),
    )
