"""The days for a span's figures: set by the head's officer, and more time granted to a member."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clusters.figures.actions.dates import extend_sheet, set_sheet_term
from clusters.figures.forms.dates import SheetExtensionForm, SheetTermForm
from clusters.figures.models.dates import SheetExtension, dates_of
from clusters.figures.models.figure import SENT
from clusters.figures.models.punctuality import SENDING
from clusters.figures.views.places import AskedSheet, cluster_year_or_404
from clusters.figures.words.sheets import SaidDates, dates_in_words, rule_in_words
from clusters.indicators.words import half_in_words
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.models.members import sat_in
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted


@door("sheet_dates", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def term(request, year_pk, half):
    cluster_year = cluster_year_or_404(request, year_pk, half, "write", subject="sheet_dates")
    dates = dates_of(cluster_year, half)
    stands = dates.term is not None
    initial = {"due_on": dates.term.due_on, "locks_on": dates.term.locks_on} if stands else None
    return answer(
        request,
        SheetTermForm(posted(request), initial=initial, is_change=stands),
        lambda said: set_sheet_term(cluster_year, half, actor=request.actor, **said),
        title=_("Change the days for figures") if stands else _("Set the days for figures"),
        button=_("Save the days"),
        done=_("The days are set; every member sees them beside its figures."),
        back=_page_of(cluster_year, half),
        crumbs=crumbs_of_figures(cluster_year, half),
        lead=f"{half_in_words(half, cluster_year.year).capitalize()}. {rule_in_words(dates)}",
    )


@door("sheet_dates", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def extend(request, year_pk, half):
    """The member is chosen beforehand by ?don-vi=."""
    cluster_year = cluster_year_or_404(request, year_pk, half, "write", subject="sheet_dates")
    dates = dates_of(cluster_year, half)
    if dates.term is None:
        return render(request, "clusters/figures/without_days.html", _place(cluster_year, half))
    initial = {"organisation": request.GET.get("don-vi")}
    return answer(
        request,
        SheetExtensionForm(posted(request), initial=initial, members=sat_in(cluster_year, half)),
        lambda said: extend_sheet(
            cluster_year, half, said["organisation"], until=said["until"], why=said["why"], actor=request.actor
        ),
        title=_("Grant an extension"),
        button=_("Grant the extension"),
        done=_("The extension is granted; the member sees it beside its figures."),
        back=_page_of(cluster_year, half),
        crumbs=crumbs_of_figures(cluster_year, half),
        lead=_(
            "%(rule)s An extension opens the lock for one member; sent after the day to be on time, figures stay late."
        )
        % {"rule": rule_in_words(dates)},
    )


def said_dates(place: AskedSheet, steps) -> SaidDates:
    """For the page of a sheet; `steps` are all of it."""
    sent = [timezone.localtime(step.taken_at).date() for step in steps if step.name == SENDING]
    return dates_in_words(
        place.dates,
        place.organisation and place.organisation.pk,
        sent_on=min(sent, default=None),
        is_sent=place.state in SENT,
        today=clock.today(),
    )


def extensions_of(cluster_year: ClusterYear, half: int) -> list[SheetExtension]:
    found = SheetExtension.objects.filter(cluster_year=cluster_year, half=half)
    return list(found.select_related("organisation"))


def _page_of(cluster_year: ClusterYear, half: int) -> str:
    return reverse("clusters:cluster-figures", args=[cluster_year.pk, half])


def crumbs_of_figures(cluster_year: ClusterYear, half: int) -> list[Crumb]:
    figures = reverse("clusters:figures") + f"?nam={cluster_year.year}&ky={half}"
    return [Crumb(_("Half-year figures"), figures), Crumb(str(cluster_year.cluster), _page_of(cluster_year, half))]


def _place(cluster_year: ClusterYear, half: int) -> dict:
    return {
        "cluster_year": cluster_year,
        "half": half,
        "half_in_words": half_in_words(half, cluster_year.year),
        "crumbs": crumbs_of_figures(cluster_year, half),
    }
