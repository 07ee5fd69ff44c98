"""Campaigns as a sheet: taken out, sent in, shown row by row before anything is recorded."""

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clusters.campaigns.actions.sheet import judged_rows, record_rows
from clusters.campaigns.forms.campaigns import CampaignsFilterForm
from clusters.campaigns.forms.sheet import CampaignSheetForm
from clusters.campaigns.intake import campaign_sheet, read_campaign_sheet
from clusters.campaigns.models.campaign import ROW_DRAFT, Campaign
from clusters.campaigns.models.lives import TakingPart, taking_part
from clusters.campaigns.models.wording import FORMS
from clusters.campaigns.rules.rows import LEFT_OUT, RowFate
from clusters.campaigns.rules.terms import CampaignForm
from clusters.campaigns.views.campaigns import asked_campaigns
from clusters.campaigns.views.places import crumbs_of
from clusters.campaigns.words import row_in_words
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.access import door
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.intake.inspect import too_large
from emulation.core.views.records import record_or_404
from emulation.core.views.uploads import limited_upload

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MORE = ("Cơ quan phát động", "Số đơn vị tham gia", "Số đơn vị có báo cáo")
MOST_ROWS, AN_HOUR, SALT = 5000, 3600, "clusters.campaigns.sheet"


@door("campaign")
@require_safe
def take_out(request):
    """What the list shows, by the same filter; the first of very many; `trong`: an empty one to fill in."""
    today = clock.today()
    form = CampaignsFilterForm(request.GET if request.GET else {"nam": str(today.year)})
    asked = asked_campaigns(request.actor, form, today)
    rows = [] if "trong" in request.GET else list(asked.prefetch_related("aliases")[:MOST_ROWS])
    units = taking_part([one.pk for one in rows])
    content = campaign_sheet((_texts(one, units.get(one.pk, TakingPart())) for one in rows), more=MORE)
    return HttpResponse(
        content,
        content_type=XLSX,
        headers={"Content-Disposition": 'attachment; filename="phong-trao-thi-dua.xlsx"'},
    )


def _texts(one: Campaign, part: TakingPart) -> tuple[str, ...]:
    days = (one.during.start, one.during.last_day, one.launched_on)
    first, last, launched = (format_date(day) if day else "" for day in days)
    return (
        one.name,
        "; ".join(sorted(alias.name for alias in one.aliases.all())),
        str(FORMS[CampaignForm(one.form)]) if one.form else "",
        first,
        last,
        one.document,
        launched,
        "; ".join(one.criteria.splitlines()),
        one.initiator,
        str(part.units),
        str(part.reporting),
    )


@limited_upload("LIST_UPLOAD_LIMIT")
@door("campaign_draft", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def send_in(request):
    offices = Organisation.objects.filter(pk__in=request.actor.entered).on(clock.today())
    initial = {"organisation": offices[0]} if len(offices) == 1 else {}
    bound = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = CampaignSheetForm(*bound, initial=initial, organisations=offices)
    valid = form.is_valid()
    if request.method == "POST" and request.limited_upload.too_large:
        form.errors.pop("file", None)
        form.add_error("file", too_large(settings.LIST_UPLOAD_LIMIT))
    elif valid:
        try:
            return _shown(request, form.cleaned_data["organisation"], form.cleaned_data["file"])
        except Refusal as refusal:
            form.add_error("file", refusal.message)
    context = {"form": form, "crumbs": crumbs_of(), "back": reverse("clusters:campaigns")}
    return render(request, "clusters/campaigns/send_in.html", context, status=422 if form.is_bound else 200)


def _shown(request, organisation: Organisation, file):
    rows = judged_rows(organisation, read_campaign_sheet(file, limit=settings.LIST_UPLOAD_LIMIT))
    told = [(row.place, row.name, row_in_words(row)) for row in rows if row.fate is not RowFate.TAKEN]
    taken = [row for row in rows if row.fate is RowFate.TAKEN]
    kept = signing.dumps([organisation.pk, [row.texts for row in taken]], salt=SALT, compress=True)
    return render(
        request,
        "clusters/campaigns/sent_in.html",
        {
            "organisation": organisation,
            "taken": taken,
            "left_out": sum(row.fate in LEFT_OUT for row in rows),
            "refused": len(told) - sum(row.fate in LEFT_OUT for row in rows),
            "told": told,
            "total": len(rows),
            "kept": kept if taken else "",
            "crumbs": crumbs_of(),
        },
    )


@door("campaign_draft", "write")
@require_POST
def record(request):
    """What was shown an hour ago at most."""
    try:
        pk, rows = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        messages.error(request, _("The rows shown are no longer valid. Choose the file again."))
        return redirect("clusters:campaigns-send-in")
    organisation = record_or_404(Organisation.objects.all(), request.actor, "write", subject=ROW_DRAFT, pk=pk)
    try:
        number = record_rows(organisation, rows, actor=request.actor)
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("clusters:campaigns-send-in")
    words = ngettext("%(number)s campaign is recorded.", "%(number)s campaigns are recorded.", number)
    messages.success(request, words % {"number": number})
    return redirect("clusters:campaigns")
