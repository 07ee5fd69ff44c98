"""“Tổng khớp”: what agrees and what does not, before a report is signed; a page, and a piece of the page of signing."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from awards.register.rules.register import WITH_UNITS
from clusters.models import Cluster, ClusterYear
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actor import Actor
from emulation.core.block_words import speak_of
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.numbers import format_decimal, format_integer
from emulation.core.views.crumbs import Crumb
from reports.agreement.material.compared import compared_of
from reports.agreement.rules.terms import About, Check, Compared, Number, Opens, Rows, Verdict, verdict_of
from reports.agreement.words import CHECKS, SENTENCES, VERDICTS
from reports.runs.models.report import Report, ReportState
from reports.runs.views.reports import crumbs_of_reports, seen_by
from reports.runs.views.shown import rows_behind
from reports.versions.actions.newer import places_behind
from reports.versions.views.changes import LOOK


@door("report_agreement")
@require_safe
def agreement(request, pk):
    """Of a draft, and of a signed report against what the register says by now."""
    found = get_object_or_404(seen_by(request.actor), pk=pk)
    if found.document is None or not request.actor.may("read", found, subject=found.row_of_work):
        raise Http404
    if found.cluster_year is not None:
        speak_of(found.cluster_year.cluster)
    compared = (*_older_than_its_data(found), *compared_of(found))
    counts = Counter(one.verdict for one in compared)
    context = {
        "report": found,
        "verdict": VERDICTS[verdict_of(compared)],
        "counts": [(VERDICTS[verdict], counts[verdict]) for verdict in Verdict if counts[verdict]],
        "grave": [_told(found, one, request.actor) for one in compared if one.verdict is Verdict.DIFFERS],
    }
    looked_at = [one for one in compared if one.verdict is Verdict.TO_LOOK_AT]
    context["to_look_at"] = [_told(found, one, request.actor) for one in looked_at]
    if request.htmx:
        return render(request, "reports/agreement/_summary.html", context)
    context["crumbs"] = [*crumbs_of_reports(), Crumb(found.heading, found.get_absolute_url())]
    context["checks"] = [
        {
            "label": CHECKS[check],
            "verdict": VERDICTS[verdict_of(of_check)],
            "lines": [
                _told(found, one, request.actor)
                for one in sorted(of_check, key=lambda one: list(Verdict).index(one.verdict))
            ],
        }
        for check in Check
        if (of_check := [one for one in compared if one.check is check])
    ]
    return render(request, "reports/agreement/agreement.html", context)


def _older_than_its_data(report: Report) -> Iterator[Compared]:
    """What else is compared is reckoned of this moment, so that it says nothing of a paper whose data were others."""
    if report.state != ReportState.DRAFT:
        return
    with suppress(Refusal):  # the page of the draft tells it
        if places := places_behind(report, on=clock.today()):
            yield Compared(Check.PRINTED, About.OLDER, Verdict.DIFFERS, places, rows=Rows(Opens.CHANGES))


def _told(report: Report, one: Compared, actor: Actor) -> dict:
    said = {"left": _written(one.left), "right": _written(one.right), "name": one.name}
    return {
        "sentence": SENTENCES[one.about] % said,
        "badge": VERDICTS[one.verdict],
        "url": "" if one.rows is None else _url_of(report, one.rows, actor) or "",
    }


def _written(number: Number | str) -> str:
    if isinstance(number, str):
        return number
    if isinstance(number, Decimal) and number != number.to_integral_value():
        return format_decimal(number.normalize())
    return format_integer(int(number))


def _url_of(report: Report, rows: Rows, actor: Actor) -> str | None:
    if rows.opens is Opens.SOURCE:
        return rows_behind(actor, rows.source)
    if rows.opens is Opens.CHANGES:
        return f"{reverse('reports:changes', args=[report.pk])}?{LOOK}=1"
    if rows.opens is Opens.TOTAL:
        return reverse("awards:total", args=[rows.key])
    if rows.opens is Opens.REPORT:
        return reverse("reports:report", args=[rows.key])
    if rows.opens is Opens.FIGURES:
        return reverse("clusters:cluster-figures", args=[rows.key, report.half])
    if rows.opens is Opens.CLUSTER:
        return Cluster.objects.get(pk=rows.key).get_absolute_url()
    if rows.opens is Opens.CLUSTER_YEAR:
        return ClusterYear.objects.select_related("cluster").get(pk=rows.key).get_absolute_url()
    during = report.during
    if rows.opens is Opens.LAST_REGISTER:
        during = Report.objects.get(pk=rows.key).during
    filters = dict(rows.filters)
    bodies = _bodies_of(report)
    if "don-vi" in filters:
        bodies.pop("truc-thuoc", None)
    asked = {**bodies, "tu": format_date(during.start), "den": format_date(during.last_day), **filters}
    return f"{reverse('awards:register')}?{urlencode(asked)}"


def _bodies_of(report: Report) -> dict[str, str | int]:
    """The register's filters that leave the honours of exactly whom the report counts."""
    if report.cluster_year is None:
        return {"don-vi": report.province_id, "truc-thuoc": WITH_UNITS}
    return {"cum": report.cluster_year.cluster.code}
