import logging

from django.contrib import messages
from django.db.models import Prefetch, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.block_words import speak_of
from emulation.core.forms.parts import ReasonForm
from emulation.core.jobs import KINDS
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.files import download
from emulation.core.views.records import record_or_404
from reports.document.render import html
from reports.document.render.fonts import fonts_available
from reports.document.rules.snapshot import thaw
from reports.runs.actions.making import (
    RENDERERS,
    ask_for_correction,
    bring_back,
    put_away,
)
from reports.runs.forms import CorrectionForm
from reports.runs.models.kinds import FileFormat
from reports.runs.models.provinces import provinces_to_report
from reports.runs.models.report import Report, ReportState
from reports.runs.rules.unmade import Unmade, why_unmade
from reports.runs.views.deeds import deeds_of
from reports.runs.views.papers import CONTENT_TYPES, as_signed_response, file_name
from reports.runs.views.shown import TABLE, beside_document, rows_behind, text_url, ways_beside
from reports.runs.words import OFFERED, UNMADE

logger = logging.getLogger(__name__)
PAGE = 20
BESIDE = 5
PUT_AWAY = "ngung-dung"


def seen_by(actor: Actor):
    related = ("organisation", "job", "signed_paper", "corrects__signed_paper")
    return Report.objects.visible_to(actor).with_subject().select_related(*related)


@door("report")
@require_safe
def reports(request):
    """Those in use, or under `?xem=ngung-dung` the drafts that were put away."""
    seen = seen_by(request.actor)
    shows_put_away = request.GET.get("xem") == PUT_AWAY
    page = read_page(
        (seen.put_away() if shows_put_away else seen.not_put_away())
        .select_related("created_by")
        .prefetch_related("files", "signed_paper__files", "signed_paper__originals")
        .prefetch_related(
            Prefetch("corrections", queryset=seen.filter(state=ReportState.SIGNED), to_attr="signed_corrections")
        ),
        KeysetOrder(("-id",)),
        cursor=request.GET.get("trang", ""),
        bound_to=f"reports {PUT_AWAY}" if shows_put_away else "reports",
        size=PAGE,
    )
    return render(
        request,
        "reports/runs/reports.html",
        {
            "page": page,
            "query": f"xem={PUT_AWAY}" if shows_put_away else "",
            "shows_put_away": shows_put_away,
            "put_away": 0 if shows_put_away else seen.put_away().count(),
            "put_away_url": f"{reverse('reports:reports')}?xem={PUT_AWAY}",
            "may_make": request.actor.may_somewhere("write", "report_draft"),
            "sees_schedule": request.actor.may_somewhere("read", "report_schedule"),
            "may_make_together": request.actor.may_somewhere("write", "report_batch"),
            "may_make_of_province": provinces_to_report(request.actor).exists(),
            "empty_title": _("No draft was put away") if shows_put_away else _("No report yet"),
            "empty_text": _("Whoever makes a report can put away a draft that is no longer needed.")
            if shows_put_away
            else _(
                "The head of a cluster makes its reports, which everybody can read here once they are signed; a "
                "province makes its own, for the central board."
            ),
        },
    )


@door("report")
@require_safe
def report(request, pk):
    actor = request.actor
    found = record_or_404(seen_by(actor), actor, pk=pk)
    speak_of_report(found)
    is_draft = found.state == ReportState.DRAFT
    deeds = deeds_of(found, actor)
    is_maker, signed = deeds["is_maker"], deeds["signed"]
    others = _others(found, actor)
    in_its_place = [one for one in others if one.state == ReportState.SIGNED and one.heading in deeds["not_signed"]]
    context = {
        **deeds,
        "crumbs": crumbs_of_reports(),
        "may_attach": signed is not None and actor.may("write", signed),
        "steps": found.steps.all(),
        "others": [one for one in others if one not in in_its_place],
        "in_its_place": in_its_place,
        "corrections": list(_corrections_of(found, actor)),
        "may_correct": may_correct(found, actor),
        "formats": FileFormat,
        "unmade": [(FileFormat(form).label, UNMADE[Unmade(why)]) for form, why in found.unmade.items()],
        "text_url": "" if found.is_of_closed_year else text_url(found.subject, found.half),
        "again_url": reverse("reports:new-of-province" if found.cluster_year is None else "reports:new"),
        "asks_agreement": is_draft and actor.may("read", found, subject=found.row_of_work),
        "times_metric": fonts_available(),
    }
    if found.document is not None:
        shown = thaw((signed or found).document)
        is_worded = is_maker and is_draft and not found.is_for_comparison
        context |= beside_document(found, shown, is_worded=is_worded)
        context["contents"] = html.contents(shown)
        context["document"] = html.render(
            shown,
            link_for=lambda source: rows_behind(actor, source),
            ways=ways_beside(found, shown, table=request.GET.get(TABLE, "")) if is_worded else None,
        )
        versions = seen_by(actor).of_the_same_period(found).filter(document__isnull=False)
        context["other_versions"] = versions.exclude(pk=found.pk).exists()
    elif found.job is not None:
        context["job"] = found.job
        context["unit"] = KINDS[found.job.kind].unit
        context["follows"] = actor.may("read", found.job)
    return render(request, "reports/runs/report.html", context)


def may_correct(found: Report, actor: Actor) -> bool:
    """Whether the person may ask for a correction to this signed report: nobody corrects one twice."""
    return _is_corrected_by(found, actor) and not found.corrections.filter(state=ReportState.SIGNED).exists()


def _is_corrected_by(found: Report, actor: Actor) -> bool:
    if found.state != ReportState.SIGNED:
        return False
    row = found.entry.correction_row if found.is_of_closed_year else found.entry.draft_row
    return actor.may("write", found, subject=row)


def speak_of_report(found: Report) -> None:
    if found.cluster_year is not None:
        speak_of(found.cluster_year.cluster)


def _corrections_of(found: Report, actor: Actor):
    return seen_by(actor).not_put_away().filter(corrects=found).exclude(state=ReportState.FAILED).order_by("-pk")


def _others(found: Report, actor: Actor) -> list[Report]:
    """For a draft: what stands beside it of its period, signed or newer, so that nobody takes it for the last word."""
    if found.state not in (ReportState.DRAFT, ReportState.PUT_AWAY):
        return []
    beside = seen_by(actor).of_the_same_period(found).exclude(pk__in=[found.pk, found.corrects_id or found.pk])
    newer = Q(state=ReportState.DRAFT, pk__gt=found.pk)
    return list(beside.filter(newer | Q(state=ReportState.SIGNED)).order_by("-pk")[:BESIDE])


def crumbs_of_reports() -> list[Crumb]:
    return [Crumb(_("Reports"), reverse("reports:reports"))]


@door("report")
@require_safe
def file(request, pk, form):
    """Only whole files are offered; the name says what is inside."""
    found = record_or_404(seen_by(request.actor), request.actor, pk=pk)
    named = f"{found.file_name} đính chính" if found.corrects_id is not None else found.file_name
    signed = as_signed_response(request, found, form, back=found, name=named)
    if signed is not None:
        return signed
    kept = get_object_or_404(found.files, format=form)
    is_revised = found.revised_at is not None and found.state != ReportState.SIGNED
    read = " theo ngày chốt" if found.days == Days.CUT_OFF else ""
    read += " theo đơn vị hiện nay" if found.is_for_comparison else ""
    draft = "" if found.state == ReportState.SIGNED else f" dự thảo lần {found.draft_number}"
    name = f"{file_name(named + draft + read)}.{form}"
    if is_revised:
        return _as_it_stands(request, found, FileFormat(form), name)
    return download(
        request, kept.file, checksum=kept.checksum, name=name, back=found, content_type=CONTENT_TYPES[FileFormat(form)]
    )


def _as_it_stands(request, found: Report, form: FileFormat, name: str):
    """A draft worded by hand after its files were made is set anew for each who asks."""
    try:
        content = RENDERERS[form](thaw(found.document))
    except Exception as error:  # whatever it is, the page says it
        logger.exception("report %s: %s was not set", found.pk, form.value)
        refused = _("The file could not be made.")
        messages.error(request, f"{refused} {UNMADE[why_unmade(error)]}")
        return redirect(found)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=CONTENT_TYPES[form], headers=headers)


@door("report_work", "write")
def correct(request, pk):
    """A correction is a new report that names the old one, which stays as it was signed."""
    found = get_object_or_404(seen_by(request.actor), pk=pk)
    if not _is_corrected_by(found, request.actor):
        raise Http404
    speak_of_report(found)
    return answer(
        request,
        CorrectionForm(posted(request)),
        lambda said: ask_for_correction(found, why=said["why"], actor=request.actor, on=clock.today()),
        title=_("Make a correction"),
        lead=_("A new report of the same period is made by the register of today. It names this one, which stays."),
        button=_("Make a correction"),
        done=_("The correction is being made."),
        back=Report.get_absolute_url,
        crumbs=[*crumbs_of_reports(), Crumb(found.heading, found.get_absolute_url())],
    )


@door("report_work", "write")
def put_draft_away(request, pk):
    found = _drafted_or_404(request, pk)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: put_away(found, why=said["why"], actor=request.actor),
        title=OFFERED["put_away"],
        lead=_("It is kept with its files and found under “No longer used”; nothing of it is deleted."),
        button=OFFERED["put_away"],
        done=_("The draft is put away."),
        back=reverse("reports:reports"),
        crumbs=[*crumbs_of_reports(), Crumb(found.heading, found.get_absolute_url())],
    )


@door("report_work", "write")
@require_POST
def bring_draft_back(request, pk):
    found = _drafted_or_404(request, pk)
    return refused_to(
        request,
        lambda: bring_back(found, actor=request.actor),
        done=_("The draft is among the others again."),
        back=found.get_absolute_url(),
    )


def _drafted_or_404(request, pk) -> Report:
    found = get_object_or_404(seen_by(request.actor), pk=pk)
    if not request.actor.may("write", found, subject=found.entry.draft_row):
        raise Http404
    speak_of_report(found)
    return found


@door("report")
@require_safe
def cluster_year_panel(request, pk):
    """The reports of a cluster year: a piece of that year's page, or a page of its own."""
    cluster_year = get_object_or_404(ClusterYear.objects.visible_to(request.actor).select_related("cluster"), pk=pk)
    speak_of(cluster_year.cluster)
    template = "reports/runs/_cluster_year.html" if request.htmx else "reports/runs/cluster_year.html"
    return render(
        request,
        template,
        {
            "cluster_year": cluster_year,
            "crumbs": [Crumb(str(cluster_year), cluster_year.get_absolute_url())],
            "reports": list(seen_by(request.actor).not_put_away().filter(cluster_year=cluster_year)[:20]),
            "may_make": request.actor.may("write", cluster_year, subject="report_draft"),
        },
    )
