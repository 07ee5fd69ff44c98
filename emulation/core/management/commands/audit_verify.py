from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from emulation.core.actions.audit import set_kept_seal_aside, verify
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


class Command(BaseCommand):
    help = "Walks the chain of the audit and names the first entry that does not fit. Exit status 1 when one is found."

    def add_arguments(self, parser):
        parser.add_argument(
            "--set-aside",
            metavar="WHY",
            help="after a restored dump, or where the seal is damaged: sets it aside; told in the audit",
        )

    def handle(self, *args, **options):
        if options["set_aside"] is not None:
            self._set_aside(options["set_aside"])
        verdict = verify()
        if verdict.broken_at is not None:
            self.stdout.write(
                _("The chain breaks at place %(place)s, audit entry %(entry)s: it was changed after it was sealed.")
                % {"place": verdict.broken_at, "entry": verdict.broken_entry}
            )
            raise SystemExit(1)
        if verdict.kept_damaged:
            self.stdout.write(
                _(
                    "The seal kept outside the database is damaged: nothing tells whether entries were removed. "
                    "Look for a copy of audit.seal; without one, set it aside with --set-aside and the reason."
                )
            )
            raise SystemExit(1)
        if verdict.truncated:
            self.stdout.write(
                _("The chain does not hold the last seal kept outside the database: entries were removed or rewritten.")
            )
            raise SystemExit(1)
        self.stdout.write(
            _("The chain is whole: %(sealed)s entries sealed, %(unsealed)s not sealed yet.")
            % {"sealed": verdict.sealed, "unsealed": verdict.unsealed}
        )

    def _set_aside(self, why: str) -> None:
        try:
            name = set_kept_seal_aside(why, Actor.system("audit_verify"))
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(_("The seal is set aside as %(name)s; the audit tells why.") % {"name": name})
