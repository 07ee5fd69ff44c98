from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from clusters.membership.rules.half_years import Days, span
from clusters.models import ClusterYear, Organisation
from clusters.organisations.rules.units_of_today import Units
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.numbers import format_integer
from reports.runs.actions.making import RENDERERS, require_maker, require_units
from reports.runs.actions.marks import unsigned
from reports.runs.actions.subjects import begun_period
from reports.runs.models.kinds import FileFormat, ReportKind, entry_of, reading_of
from reports.runs.models.report import Report, ReportState
from reports.runs.models.subject import ProvinceYear, Subject, SubjectKind


class Command(BaseCommand):
    help = "Writes a report to a file, with the rights of the actor named. Nothing is kept in the application."

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=ReportKind.values)
        parser.add_argument("--cluster", metavar="CODE", help="of a cluster's report")
        parser.add_argument(
            "--province", metavar="CODE", help="of a province's report; the code that holds in the period"
        )
        parser.add_argument("--year", required=True, type=int)
        parser.add_argument(
            "--half", type=int, choices=[1, 2], help="which half-year; not for a report of the whole year"
        )
        parser.add_argument(
            "--units",
            choices=list(Units),
            type=Units,
            default=Units.THEN,
            help="by the units of the time (default), or by those that stand today, for comparison",
        )
        parser.add_argument(
            "--days",
            choices=list(Days),
            type=Days,
            default=Days.CALENDAR,
            help="by the days of the calendar (default), or by the cut-off days of periodic reports",
        )
        parser.add_argument("--format", required=True, choices=FileFormat.values)
        parser.add_argument("--out", required=True, type=Path, metavar="FILE")
        parser.add_argument("--actor", required=True, metavar="USERNAME")

    def handle(self, *, kind, cluster, province, year, half, units, days, out, actor: str, **options):
        on = clock.today()
        half = self._period(kind, half)
        user = User.objects.filter(username=actor).first()
        if user is None:
            raise CommandError(_("There is no account “%(name)s”.") % {"name": actor})
        try:
            subject = self._subject(kind, cluster, province, year, last=min(on, span(year, half, days).last_day or on))
            self._require_maker(kind, subject, half, actor_of(user, on=on))
            require_units(kind, units, days)
            begun_period(kind, subject, half, days, on)
            document, total = reading_of(kind)(subject, half, as_of=on, units=units, days=days)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        except LookupError as error:
            raise CommandError(
                _("Nobody holds the post of head in this cluster year; have it recorded first.")
            ) from error
        self._write(out, RENDERERS[FileFormat(options["format"])](unsigned(document)))
        self.stdout.write(_("%(file)s: %(total)s honours.") % {"file": out, "total": format_integer(total)})

    def _require_maker(self, kind: str, subject: Subject, half: int, actor: Actor) -> None:
        """Of a closed year, which nobody heads, also who may correct the report that was signed."""
        signed = Report.objects.of_subject(subject).filter(half=half, state=ReportState.SIGNED).first()
        if signed is None or not signed.is_of_closed_year:
            require_maker(kind, subject, actor)
        elif not actor.may("write", signed, subject=signed.entry.correction_row):
            raise Refusal(str(signed.entry.not_yours))

    def _subject(self, kind: str, cluster: str | None, province: str | None, year: int, *, last: date) -> Subject:
        """`last`: the last day of the period that has come, on which a province's code is looked up."""
        is_of_cluster = entry_of(kind).of is SubjectKind.CLUSTER_YEAR
        if (cluster is None) is is_of_cluster or (province is None) is not is_of_cluster:
            raise CommandError(
                _("This report is of a cluster. Say which one with --cluster, and leave --province out.")
                if is_of_cluster
                else _("This report is of a province. Say which one with --province, and leave --cluster out.")
            )
        if is_of_cluster:
            years = ClusterYear.objects.filter(cluster__code=cluster, year=year).select_related("cluster__owner")
            found = years.first()
            if found is None:
                raise CommandError(_("The cluster %(code)s has no year %(year)s.") % {"code": cluster, "year": year})
            return found
        body = Organisation.objects.provinces().coded(province, last).first()
        if body is None:
            raise CommandError(
                _("No province bore the code %(code)s on %(day)s.") % {"code": province, "day": format_date(last)}
            )
        return ProvinceYear(body, year)

    def _period(self, kind: str, half: int | None) -> int:
        halves = entry_of(kind).halves
        if half is None and len(halves) == 1:
            return halves[0]
        if half in halves:
            return half
        if half is None:
            raise CommandError(_("This report is made of a half-year. Add --half=1 or --half=2."))
        raise CommandError(_("This report is made of a whole year. Leave --half out."))

    def _write(self, out: Path, content: bytes) -> None:
        passing = out.with_name(f".{out.name}.writing")
        try:
            passing.write_bytes(content)
            passing.replace(out)
        except OSError as error:
            raise CommandError(
                _("The file %(file)s cannot be written: %(why)s.") % {"file": out, "why": error.strerror}
            ) from error
