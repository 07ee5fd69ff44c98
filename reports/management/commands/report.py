from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear
from clusters.organisations.rules.units_of_today import Units
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.numbers import format_integer
from reports.runs.actions.making import RENDERERS, require_maker, require_units
from reports.runs.models.kinds import FileFormat, ReportKind, entry_of, reading_of


class Command(BaseCommand):
    help = "Writes a report to a file, with the rights of the actor named. Nothing is kept in the application."

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=ReportKind.values)
        parser.add_argument("--cluster", required=True, metavar="CODE")
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

    def handle(self, *, kind, cluster, year, half, units, days, out, actor: Actor, **options):
        on = clock.today()
        half = self._period(kind, half)
        cluster_year = (
            ClusterYear.objects.filter(cluster__code=cluster, year=year).select_related("cluster__owner").first()
        )
        user = User.objects.filter(username=actor).first()
        if user is None:
            raise CommandError(_("There is no account “%(name)s”.") % {"name": actor})
        if cluster_year is None:
            raise CommandError(_("The cluster %(code)s has no year %(year)s.") % {"code": cluster, "year": year})
        try:
            require_maker(kind, cluster_year, actor_of(user, on=on))
            require_units(kind, units, days)
            document, total = reading_of(kind)(cluster_year, half, as_of=on, units=units, days=days)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        except LookupError as error:
            raise CommandError(
                _("Nobody holds the post of head in this cluster year; have it recorded first.")
            ) from error
        self._write(out, RENDERERS[FileFormat(options["format"])](document))
        self.stdout.write(_("%(file)s: %(total)s honours.") % {"file": out, "total": format_integer(total)})

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
