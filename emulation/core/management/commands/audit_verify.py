from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from emulation.core.actions.audit import verify


class Command(BaseCommand):
    help = "Walks the chain of the audit and names the first entry that does not fit. Exit status 1 when one is found."

    def handle(self, *args, **options):
        verdict = verify()
        if verdict.broken_at is not None:
            self.stdout.write(
                _("The chain breaks at place %(place)s, audit entry %(entry)s: it was changed after it was sealed.")
                % {"place": verdict.broken_at, "entry": verdict.broken_entry}
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
