"""Reports as they are found: by who may read them, by their period, by what became of them."""

from typing import TYPE_CHECKING

from django.db import models

from clusters.organisations.rules.units_of_today import Units
from emulation.core.actor import Actor
from emulation.core.models import JobState
from emulation.core.models.reach import Reach
from reports.runs.models.kinds import by_row_of_access
from reports.runs.models.subject import Subject, columns_of
from reports.runs.models.wording import ReportState

if TYPE_CHECKING:
    from reports.runs.models.report import Report

REACH = Reach(organisations=("organisation_id",), cluster_years=("cluster_year_id",))


class ReportQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """Of a cluster, signed: everybody with a mandate, of the whole year whoever reads its result; a draft: the head
        of that year and, to read, the central board. Of a province: its own people and the central board."""
        return self.filter(REACH.seen_by(actor, by_row_of_access(ReportState.SIGNED)))

    def of_subject(self, subject: Subject):
        return self.filter(**columns_of(subject))

    def with_subject(self):
        return self.select_related("cluster_year__cluster", "province")

    def by_units_of_then(self):
        """Those that can be signed; others are made for comparison."""
        return self.filter(units=Units.THEN)

    def standing(self):
        """Made and in use, or being made by a job that still lives: a cancelled or broken-off job leaves no report."""
        ended = [JobState.DONE, JobState.FAILED, JobState.CANCELLED]
        out_of_use = [ReportState.FAILED, ReportState.PUT_AWAY]
        return self.exclude(state__in=out_of_use).exclude(state=ReportState.MAKING, job__state__in=ended)

    def corrected_by_signed(self):
        """Those that a signed correction has taken the place of."""
        return self.filter(corrections__state=ReportState.SIGNED)

    def signed_in_place_of(self, report: "Report"):
        """Of the same period; of a correction, those that correct the same report."""
        if report.corrects_id is None:
            others = self.of_the_same_period(report)
        else:
            others = self.filter(corrects=report.corrects_id)
        return others.filter(state=ReportState.SIGNED).exclude(pk=report.pk)

    def put_away(self):
        return self.filter(state=ReportState.PUT_AWAY)

    def not_put_away(self):
        return self.exclude(state=ReportState.PUT_AWAY)

    def of_the_same_period(self, report: "Report"):
        """Its own among them: of the same kind, subject, period, days and units."""
        same = ("kind", "cluster_year_id", "province_id", "year", "half", "units", "days")
        empty = {f"{name}__isnull": True for name in same if getattr(report, name) is None}
        return self.filter(**{name: value for name in same if (value := getattr(report, name)) is not None}, **empty)
