"""Campaigns as a sheet: taken out, and sent in."""

from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clusters.campaigns.actions.sheet import judged_rows, record_rows
from clusters.campaigns.forms.campaigns import CampaignsFilterForm
from clusters.campaigns.intake import TABLE
from clusters.campaigns.models.campaign import ROW_DRAFT, Campaign
from clusters.campaigns.models.lives import TakingPart, taking_part
from clusters.campaigns.models.wording import FORMS
from clusters.campaigns.rules.rows import LEFT_OUT
from clusters.campaigns.rules.terms import CampaignForm
from clusters.campaigns.views.campaigns import asked_campaigns
from clusters.campaigns.views.places import crumbs_of
from clusters.campaigns.words import row_in_words
from clusters.organisations.models.lineage import lineage_for
from clusters.sheets.forms import SheetForm
from clusters.sheets.views import SheetPages, recorded, sent_in, taken_out
from emulation.core import clock
from emulation.core.access import door
from emulation.core.dates import format_date
from emulation.core.views.uploads import limited_upload

MORE = ("Số đơn vị tham gia", "Số đơn vị có báo cáo")
MOST_ROWS = 5000
PAGES = SheetPages(
    table=TABLE,
    row=ROW_DRAFT,
    form=SheetForm,
    judged=judged_rows,
    recorded=record_rows,
    in_words=row_in_words,
    left_out=LEFT_OUT,
    crumbs=crumbs_of,
    title=_("Campaigns from a sheet"),
    lead=_("Campaigns that your office launched already are recorded, a row each."),
    button=_("Record these campaigns"),
    done=_("Recorded campaigns: %(number)s."),
    send_in="clusters:campaigns-send-in",
    record="clusters:campaigns-record",
    take_out="clusters:campaigns-take-out",
    back="clusters:campaigns",
)


@door("campaign")
@require_safe
def take_out(request):
    """What the list shows, by the same filter; the first of very many; `trong`: an empty one to fill in."""
    today = clock.today()
    form = CampaignsFilterForm(request.GET if request.GET else {"nam": str(today.year)})
    asked = asked_campaigns(request.actor, form, today)
    rows = [] if "trong" in request.GET else list(asked.prefetch_related("aliases")[:MOST_ROWS])
    units = taking_part([one.pk for one in rows], lineage_for(request.actor))
    texts = (_texts(one, units.get(one.pk, TakingPart())) for one in rows)
    return taken_out(TABLE, texts, more=MORE, file="phong-trao-thi-dua")


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
    return sent_in(request, PAGES)


@door("campaign_draft", "write")
@require_POST
def record(request):
    return recorded(request, PAGES)
