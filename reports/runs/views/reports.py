from collections.abc import Callable

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from clusters.membership.rules.half_years import Days, half_in_question
from clusters.models import ClusterYear
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.walk import offers_of
from emulation.core.actor import Actor
from emulation.core.block_words import speak_of
from emulation.core.errors import Refusal
from emulation.core.forms.layouts import OfficeForm
from emulation.core.jobs import KINDS
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.numbers import format_integer
from emulation.core.views.crumbs import Crumb
from emulation.core.views.files import download
from emulation.core.views.records import record_or_404
from reports.document.render import html
from reports.document.render.fonts import fonts_available
from reports.document.rules.snapshot import thaw
from reports.runs.actions.making import REPORT, ask_for_report, is_under_seal_of, sign_report
from reports.runs.forms import MakeProvinceReportForm, MakeReportForm
from reports.runs.models.heads import years_to_report
from reports.runs.models.kinds import FileFormat
from reports.runs.models.passage import Passage
from reports.runs.models.provinces import provinces_to_report
from reports.runs.models.report import Report, ReportState
from reports.runs.models.subject import ProvinceYear, Subject
from reports.runs.rules.flow import ReportHindrance
from reports.runs.rules.unmade import Unmade
from reports.runs.views.papers import CONTENT_TYPES
from reports.runs.words import HINDRANCES, UNMADE

PAGE = 20
OF_MEMBERS = gettext_lazy(
    "It counts the honours decided in the period by members of that day, as the register stands now."
)
OF_UNITS = gettext_lazy(
    "It counts the honours of the province and of its units decided in the period, as the register stands now."
)


def seen_by(actor: Actor):
    return Report.objects.visible_to(actor).with_subject().select_related("organisation", "job")


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
            "may_make_together": request.actor.may_somewhere("write", "report_batch"),
            "may_make_of_province": provinces_to_report(request.actor).exists(),
            "empty_title": _("No report yet"),
            "empty_text": _(
                "The head of a cluster makes its reports, which everybody can read here once they are signed; a "
                "province makes its own, for the central board."
            ),
        },
    )


@door("report_draft", "write")
def new(request):
    """Defaults as the link says, or from the day: the half-year that ended last."""
    _year, half = half_in_question(clock.today())
    initial = {"half": request.GET.get("ky", half), "cluster_year": request.GET.get("nam")}
    form = MakeReportForm(request.POST or None, years=years_to_report(request.actor), initial=initial)
    return _asked(
        request, form, lambda said: said.pop("cluster_year"), title=_("Make a report of the cluster"), lead=OF_MEMBERS
    )


@door("province_report_draft", "write")
def new_of_province(request):
    """Defaults as the link says, or from the day. For who makes reports of no province the page is not there."""
    year, half = half_in_question(clock.today())
    provinces = provinces_to_report(request.actor)
    first, *others = provinces.sorted() or [None]
    if first is None:
        raise Http404
    initial = {
        "half": request.GET.get("ky", half),
        "year": request.GET.get("nam", year),
        "province": request.GET.get("tinh", None if others else first.pk),
    }
    form = MakeProvinceReportForm(request.POST or None, provinces=provinces, initial=initial)
    return _asked(
        request,
        form,
        lambda said: ProvinceYear(said.pop("province"), said.pop("year")),
        title=_("Make a report of the province"),
        lead=OF_UNITS,
    )


def _asked(request, form: OfficeForm, subject_of: Callable[[dict], Subject], *, title, lead):
    """`subject_of` takes whose report it is out of what was entered."""
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            report = ask_for_report(subject_of(said), **said, actor=request.actor, on=clock.today())
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            return redirect(report)
    told = {"form": form, "title": title, "lead": lead, "crumbs": crumbs_of_reports()}
    return render(request, "reports/runs/new.html", told)


@door("report")
@require_safe
def report(request, pk):
    actor = request.actor
    found = record_or_404(seen_by(actor), actor, pk=pk)
    _speak_of(found)
    is_maker = actor.may("write", found, subject=found.entry.draft_row)
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
        "is_maker": is_maker,
        "text_url": text_url(found.subject, found.half),
        "again_url": reverse("reports:new-of-province" if found.cluster_year is None else "reports:new"),
        "signing": found.entry.signing % {"total": format_integer(found.total or 0)},
        "may_sign": signing is not None and not not_signed,
        "not_signed": not_signed,
        "newer_text": is_maker and is_draft and _text_is_newer(found),
        "waits_for_signature": is_maker and is_draft and signing is None and not not_signed,
        "times_metric": fonts_available(),
    }
    if found.document is not None:
        context["document"] = html.render(thaw(found.document), link_for=_rows_behind)
    elif found.job is not None:
        context["job"] = found.job
        context["unit"] = KINDS[found.job.kind].unit
        context["follows"] = actor.may("read", found.job)
    return render(request, "reports/runs/report.html", context)


def _speak_of(found: Report) -> None:
    if found.cluster_year is not None:
        speak_of(found.cluster_year.cluster)


def text_url(subject: Subject, half: int, *, save=False) -> str:
    """The page of the report's text, or where that is sent to."""
    ending = "-save" if save else ""
    if isinstance(subject, ProvinceYear):
        return reverse(f"reports:province-passages{ending}", args=[subject.province.pk, subject.year, half])
    return reverse(f"reports:passages{ending}", args=[subject.pk, half])


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
    kept = get_object_or_404(found.files, format=form)
    read = "-theo-ngay-chot" if found.days == Days.CUT_OFF else ""
    read += "-theo-don-vi-hien-nay" if found.is_for_comparison else ""
    name = f"{found.file_name}{read}.{form}"
    return download(
        request, kept.file, checksum=kept.checksum, name=name, back=found, content_type=CONTENT_TYPES[FileFormat(form)]
    )


@door("report_signing", "sign")
@require_POST
def sign(request, pk):
    found = get_object_or_404(seen_by(request.actor), pk=pk)
    if not request.actor.may("sign", found, subject=found.entry.draft_row):
        raise Http404
    _speak_of(found)
    try:
        sign_report(found, actor=request.actor)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The report is signed. It no longer changes."))
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
