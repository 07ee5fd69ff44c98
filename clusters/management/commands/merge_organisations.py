"""Mergers from the command line, through the same deed as in the browser."""

from dataclasses import asdict
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from clusters.mergers.actions import MergerOrder, NewBody, merge_all, recorded_orders, rehearse
from clusters.mergers.rules.account import MergerAccount
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation, OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.numbers import format_integer
from emulation.core.period import ONE_DAY
from emulation.core.words import term

REFUSED, WRONG_USE = 1, 2


class Command(BaseCommand):
    help = (
        "Merges organisations: the old ones end on the day, with their memberships and posts; mandates pass on to the "
        "successor; everything else stays. All or nothing. Exit status: 0 done, 1 the merger is refused, "
        "2 the order cannot be carried out."
    )

    def add_arguments(self, parser):
        parser.add_argument("--day", required=True, metavar="YYYY-MM-DD", type=date.fromisoformat)
        parser.add_argument("--actor", required=True, metavar="USERNAME")
        parser.add_argument("--basis", metavar="TEXT", default="", help="number and date of the resolution")
        parser.add_argument(
            "--predecessor", metavar="CODE", action="append", default=[], help="on the day before; once for each"
        )
        parser.add_argument("--successor", metavar="CODE", help="on the day itself")
        parser.add_argument("--successor-name", metavar="NAME", help="records the successor with the merger")
        parser.add_argument(
            "--successor-kind", choices=[str(kind) for kind in (*PROVINCIAL_KINDS, OrganisationKind.UNIT)]
        )
        parser.add_argument(
            "--recorded", action="store_true", help="all mergers recorded for that day and not applied yet"
        )
        parser.add_argument("--dry-run", action="store_true", help="tell what would happen, change nothing")

    def handle(self, *args, **options):
        with translation.override("vi"):
            self._merge(options)

    def _merge(self, options):
        actor = self._actor(options["actor"])
        orders = self._orders(options)
        try:
            accounts = (rehearse if options["dry_run"] else merge_all)(orders, actor=actor)
        except Refusal as refusal:
            raise CommandError(str(refusal), returncode=REFUSED) from refusal
        for account in accounts:
            self._tell(account)
        if options["dry_run"]:
            self.stdout.write(_("This was a dry run: nothing was changed."))
        else:
            self.stdout.write(_("Mergers applied: %(count)s.") % {"count": len(accounts)})

    def _actor(self, username):
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(_("There is no account “%(name)s”.") % {"name": username}, returncode=WRONG_USE)
        return actor_of(user, on=clock.today())

    def _orders(self, options) -> list[MergerOrder]:
        single = [options[name] for name in ("predecessor", "successor", "successor_name", "successor_kind")]
        if options["recorded"]:
            if any(single):
                raise CommandError(
                    _("--recorded takes the organisations from what is recorded; leave them out."), returncode=WRONG_USE
                )
            return recorded_orders(options["day"], legal_basis=options["basis"])
        if not options["predecessor"] or not options["successor"] or not options["basis"].strip():
            raise CommandError(
                _("Give --basis, --successor and each --predecessor, or --recorded."), returncode=WRONG_USE
            )
        day = options["day"]
        merged = tuple(self._coded(code, day - ONE_DAY).pk for code in dict.fromkeys(options["predecessor"]))
        return [MergerOrder(day, options["basis"], merged, self._successor(options))]

    def _successor(self, options) -> int | NewBody:
        name, kind = options["successor_name"], options["successor_kind"]
        if not name and not kind:
            return self._coded(options["successor"], options["day"]).pk
        if not name or not kind:
            raise CommandError(
                _("A successor that is not recorded yet wants both --successor-name and --successor-kind."),
                returncode=WRONG_USE,
            )
        return NewBody(options["successor"], name, kind)

    def _coded(self, code, day) -> Organisation:
        found = Organisation.objects.coded(code, day).first()
        if found is None:
            raise CommandError(
                _("No organisation bears the code %(code)s on %(day)s.") % {"code": code, "day": format_date(day)},
                returncode=WRONG_USE,
            )
        return found

    def _tell(self, account: MergerAccount):
        counts = account.counts
        self.stdout.write(f"{', '.join(account.predecessors)} → {account.successor}")
        self.stdout.write(
            "  "
            + _("Cut short: %(memberships)s memberships, %(posts)s posts. Passed on: %(mandates)s mandates.")
            % asdict(counts)
        )
        for one in (*account.memberships, *account.posts):
            if one.by_merger:
                self.stdout.write(f"    {one.unit}, {one.what}, {term(one.during)}")
        for passed in account.mandates:
            self.stdout.write(f"    {passed.person}, {passed.role}, {term(passed.during)}")
        rows = format_integer(counts.stays)
        self.stdout.write("  " + _("Stay with the old organisations: %(rows)s records.") % {"rows": rows})
        for kept in account.stays:
            self.stdout.write(f"    {kept.relation}: {format_integer(kept.rows)}")
        for name in (*account.units, *account.clusters):
            self.stdout.write("    " + _("%(name)s goes on under its own name.") % {"name": name})
