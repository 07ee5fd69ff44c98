"""What was entered of a campaign by mistake is struck out: progress, an inspection, a review, a part in it, the
campaign itself."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from clusters.campaigns.actions.striking_out import (
    strike_out_campaign,
    strike_out_inspection,
    strike_out_part,
    strike_out_progress,
    strike_out_review,
)
from clusters.campaigns.models.participation import Inspection
from clusters.campaigns.views.places import campaign_or_404, crumbs_of, crumbs_of_part, part_or_404
from emulation.core.access import door
from emulation.core.forms.parts import ReasonForm
from emulation.core.views.deeds import answer, posted


def _asked(request, row, deed, *, title, lead, back, crumbs):
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: deed(row, why=said["why"], actor=request.actor),
        title=title,
        lead=lead,
        button=_("Strike it out"),
        done=_("Struck out; it stays to be read with its reason."),
        back=back,
        crumbs=crumbs,
    )


@door("campaign_work", "write")
def campaign(request, pk):
    found = campaign_or_404(request, pk, "write")
    return _asked(
        request,
        found,
        strike_out_campaign,
        title=_("Strike out the campaign"),
        lead=found.name,
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
    )


@door("participation", "write")
def part(request, pk):
    found = part_or_404(request, pk, "write")
    return _asked(
        request,
        found,
        strike_out_part,
        title=_("Strike out the part in the campaign"),
        lead=str(found),
        back=found.campaign.get_absolute_url(),
        crumbs=crumbs_of_part(found),
    )


@door("participation", "write")
def progress(request, pk, entry):
    found = part_or_404(request, pk, "write")
    kept = get_object_or_404(found.progress.select_related("participation"), pk=entry)
    return _asked(
        request,
        kept,
        strike_out_progress,
        title=_("Strike out the progress"),
        lead=kept.text,
        back=found.get_absolute_url() + "#progress",
        crumbs=crumbs_of_part(found),
    )


@door("participation", "inspect")
def inspection(request, pk, inspection):
    found = part_or_404(request, pk, "inspect")
    rows = Inspection.objects.visible_to(request.actor).select_related("participation__campaign")
    kept = get_object_or_404(rows, participation=found, pk=inspection)
    return _asked(
        request,
        kept,
        strike_out_inspection,
        title=_("Strike out the inspection"),
        lead=kept.findings,
        back=found.get_absolute_url() + "#inspections",
        crumbs=crumbs_of_part(found),
    )


@door("participation", "write")
def review_of_part(request, pk, review):
    found = part_or_404(request, pk, "write")
    kept = get_object_or_404(found.reviews.select_related("participation__campaign", "campaign"), pk=review)
    return _review(request, kept, found.get_absolute_url(), crumbs_of_part(found))


@door("campaign_work", "write")
def review(request, pk, review):
    found = campaign_or_404(request, pk, "write")
    rows = found.reviews.filter(participation__isnull=True).select_related("campaign", "participation")
    return _review(request, get_object_or_404(rows, pk=review), found.get_absolute_url(), crumbs_of(found))


def _review(request, kept, whose: str, crumbs):
    title, back = _("Strike out the review"), whose + "#reviews"
    return _asked(request, kept, strike_out_review, title=title, lead=str(kept), back=back, crumbs=crumbs)
