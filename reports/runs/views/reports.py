from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.membership.rules.half_years import half_in_question
from clusters.models import ClusterYear
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.actor import Actor
from emulation.core.block_words import speak_of
from emulation.core.errors import Refusal
from emulation.core.jobs import KINDS
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.views.crumbs import Crumb
from emulation.core.views.files import download
from emulation.core.views.records import record_or_404
from reports.document.render import html
from reports.document.render.fonts import fonts_available
from reports.document.rules.snapshot import thaw
from reports.runs.actions.making import REPORT, ask_for_report, is_under_seal_of, sign_report
from reports.runs.forms import MakeReportForm
from reports.runs.models.heads import years_to_report
from reports.runs.models.kinds import PERIODS, FileFormat
from reports.runs.models.passage import Passage
from reports.runs.models.report import Report, ReportState
from reports.runs.rules.flow import ReportHindrance
from reports.runs.rules.unmade import Unmade
from reports.runs.views.papers import CONTENT_TYPES, as_signed_response, file_name
from reports.runs.words import HINDRANCES, UNMADE

PAGE = 20


def seen_by(actor: Actor):
    related = ("cluster_year__cluster", "organisation", "job", "signed_paper")
    return Report.objects.visible_to(actor).select_related(*related)


@door("report")
@require_safe
def reports(request):
    page = read_page(
        seen_by(request.actor).prefetch_related("files"),
        KeysetOrder(("-id",)),
        cursor=request.GET.get("trang", ""),
        bound_to="reports",
        size=PAGE,
    )
    return render(
        request,
        "reports/runs/reports.html",
        {
            "page": page,
            "may_make": request.actor.may_somewhere("write", "report_draft"),
            "empty_title": _("No report yet"),
            "empty_text": _("The head of a cluster makes its reports; signed reports can be read here by everybody."),
        },
    )


@door("report_draft", "write")
def new(request):
    """Defaults as the link says, or from the day: the half-year that ended last."""
    today = clock.today()
    _year, half = half_in_question(today)
    initial = {"half": request.GET.get("ky", half), "cluster_year": request.GET.get("nam")}
    form = MakeReportForm(request.POST or None, years=years_to_report(request.actor), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            report = ask_for_report(**form.cleaned_data, actor=request.actor, on=today)
        except Refusal as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            return redirect(report)
    return render(request, "reports/runs/new.html", {"form": form, "crumbs": crumbs_of_reports()})


@door("report")
@require_safe
def report(request, pk):
    actor = request.actor
    found = record_or_404(seen_by(actor), actor, pk=pk)
    speak_of(found.cluster_year.cluster)
    is_head = actor.may("write", found, subject=found.entry.draft_row)
    is_draft = found.state == ReportState.DRAFT
    offered = offers_of(REPORT, found, actor=actor, under_own_seal=is_under_seal_of(actor, found))
    signing = next((step for step in offered if step.name == "sign"), None)
    not_signed = signing.hindrance if signing else _why_nobody_signs(found)
    context = {
        "report": found,
        "crumbs": crumbs_of_reports(),
        "files": list(found.files.all()),
        "formats": FileFormat,
        "unmade": [(FileFormat(form).label, UNMADE[Unmade(why)]) for form, why in found.unmade.items()],
        "is_head": is_head,
        "may_sign": signing is not None and not not_signed,
        "not_signed": not_signed,
        "newer_text": is_head and is_draft and _text_is_newer(found),
        "waits_for_signature": is_head and is_draft and signing is None and not not_signed,
        "times_metric": fonts_available(),
    }
    if found.document is not None:
        context["document"] = html.render(thaw(found.document), link_for=_rows_behind)
    elif found.job is not None:
        context["job"] = found.job
        context["unit"] = KINDS[found.job.kind].unit
        context["follows"] = actor.may("read", found.job)
    return render(request, "reports/runs/report.html", context)


def _why_nobody_signs(found: Report) -> str:
    return str(HINDRANCES[ReportHindrance.FOR_COMPARISON]) if found.is_for_comparison else ""


def crumbs_of_reports() -> list[Crumb]:
    return [Crumb(_("Reports"), reverse("reports:reports"))]


def _text_is_newer(found: Report) -> bool:
    return Passage.objects.of_half(found.subject, found.half).filter(changed_at__gt=found.created_at).exists()


def _rows_behind(source: str) -> str | None:
    return f"{reverse('awards:register')}?{source}" if source else None


@door("report")
@require_safe
def file(request, pk, form):
    """Only whole files are offered; the name says what is inside."""
    found = record_or_404(seen_by(request.actor), request.actor, pk=pk)
    signed = as_signed_response(request, found, form, back=found)
    if signed is not None:
        return signed
    kept = get_object_or_404(found.files, format=form)
    subject = found.subject
    named = found.entry.file_name.format(period=PERIODS[found.half], year=subject.year, subject=subject.cluster.name)
    read = " theo đơn vị hiện nay" if found.is_for_comparison else ""
    draft = "" if found.state == ReportState.SIGNED else f" dự thảo lần {found.draft_number}"
    name = f"{file_name(named + read + draft)}.{form}"
    return download(
        request, kept.file, checksum=kept.checksum, name=name, back=found, content_type=CONTENT_TYPES[FileFormat(form)]
    )


@door("report_draft", "sign")
@require_POST
def sign(request, pk):
    found = record_or_404(seen_by(request.actor), request.actor, "sign", subject="report_draft", pk=pk)
    speak_of(found.cluster_year.cluster)
    try:
        sign_report(found, actor=request.actor)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The report is signed. It no longer changes, and every member may read it."))
    return redirect(found)


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
            "reports": list(seen_by(request.actor).filter(cluster_year=cluster_year)[:20]),
            "may_make": request.actor.may("write", cluster_year, subject="report_draft"),
        },
    )
