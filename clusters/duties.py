"""What waits for a person in this app: an administrator's tasks, and half-year figures on their way."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clusters.ballot_duties import ballot_duties
from clusters.closing_duties import years_to_close
from clusters.figure_words import half_in_words
from clusters.models import Cluster, ClusterYear, SheetTerm, standings
from clusters.rules.figure_terms import SheetState
from clusters.rules.half_years import half_in_question, span
from clusters.year_duties import year_duties
from emulation.core.duty import Duty

A_MONTH = timedelta(days=31)


def duties(actor, on: date) -> list[Duty]:
    found = [*_figures(actor, on), *year_duties(actor, on), *ballot_duties(actor)]
    if actor.is_administrator:
        found += [duty for duty in _of_an_administrator(on) if duty]
    return found


def _figures(actor, on: date) -> list[Duty]:
    """Sheets that are asked for now: to enter, to approve, to accept."""
    if not (actor.own or actor.headed):
        return []
    years = ClusterYear.objects.open().filter(year__in=(on.year - 1, on.year), pk__in=actor.joined | actor.headed)
    found = []
    for (year, half), due in _asked_now(years, on).items():
        for cluster_year, members in standings([one for one, _due in due], year, half).items():
            due_on = next(last for one, last in due if one.pk == cluster_year)
            for one in members:
                if words := _figure_task(actor, cluster_year, one.member.pk, one.state):
                    title, why = words
                    title %= {"member": one.member, "half": half_in_words(half, year)}
                    url = reverse("clusters:figure-sheet", args=[cluster_year, half, one.member.pk])
                    found.append(Duty(title=title, url=url, why=why, due=due_on))
    return found


def _asked_now(years, on: date) -> dict[tuple[int, int], list[tuple[ClusterYear, date | None]]]:
    """{(year, span): [(cluster year, last day to be on time)]}. Where the head set days for a year, the spans that are
    over or end within a month; else the half-year in question."""
    terms: dict[int, list[SheetTerm]] = {}
    for term in SheetTerm.objects.filter(cluster_year__in=years):
        terms.setdefault(term.cluster_year_id, []).append(term)
    asked: dict[tuple[int, int], list[tuple[ClusterYear, date | None]]] = {}
    for one in years:
        for term in terms.get(one.pk, ()):
            if on >= span(one.year, term.half).end - A_MONTH:
                asked.setdefault((one.year, term.half), []).append((one, term.due_on))
        if one.pk not in terms and one.year == half_in_question(on)[0]:
            asked.setdefault(half_in_question(on), []).append((one, None))
    return asked


def _figure_task(actor, cluster_year_id: int, member_id: int, state: SheetState) -> tuple[str, str] | None:
    if member_id in actor.entered and state is SheetState.DRAFT:
        return _("Enter the figures of %(member)s, %(half)s"), _("Your organisation is a member of the cluster.")
    if member_id in actor.entered and state is SheetState.RETURNED:
        return _("Mend the returned figures of %(member)s, %(half)s"), _("Remarks stand beside the cells.")
    if member_id in actor.approved and state is SheetState.SUBMITTED:
        return _("Approve the figures of %(member)s, %(half)s"), _("Your officer submitted them to you.")
    if cluster_year_id in actor.headed and state is SheetState.APPROVED:
        return _("Accept the figures of %(member)s, %(half)s"), _("Your organisation is head of the cluster this year.")
    return None


def _of_an_administrator(on: date) -> tuple[Duty | None, ...]:
    return (_years_to_open(on), _heads_to_record(on), _clusters_to_enter(on), *years_to_close(on))


def _years_to_open(on):
    waiting = Cluster.objects.on(on).exclude(years__year=on.year).count()
    if not waiting:
        return None
    return Duty(
        title=ngettext(
            "Open the year %(year)s of %(number)s cluster",
            "Open the year %(year)s of %(number)s clusters",
            waiting,
        )
        % {"year": on.year, "number": waiting},
        url=reverse("clusters:clusters") + f"?nam={on.year}",
        why=_("Posts and reports of a cluster hang on its year."),
    )


def _heads_to_record(on):
    waiting = ClusterYear.objects.open().filter(year=on.year).without_head().count()
    if not waiting:
        return None
    return Duty(
        title=ngettext(
            "Record the head of %(number)s cluster for %(year)s",
            "Record the heads of %(number)s clusters for %(year)s",
            waiting,
        )
        % {"year": on.year, "number": waiting},
        url=reverse("clusters:clusters") + f"?nam={on.year}",
        why=_("Without a head nobody can make the cluster's report."),
    )


def _clusters_to_enter(on):
    if Cluster.objects.on(on).exists():
        return None
    return Duty(
        title=_("Enter the clusters and their members"),
        url=reverse("clusters:clusters"),
        why=_("No cluster is recorded for today; take them from the Council's decision."),
    )
