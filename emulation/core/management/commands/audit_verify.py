from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from emulation.core.actions.audit import Outside, Verdict, set_kept_seal_aside, unreadable, verify
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


class Command(BaseCommand):
    help = "Walks the chain of the audit and names the first entry that does not fit. Exit status 1 when one is found."

    def add_arguments(self, parser):
        parser.add_argument(
            "--set-aside",
            metavar="WHY",
            help="after a restored dump, or where the seal is damaged or gone: sets it aside; told in the audit",
        )

    def handle(self, *args, **options):
        try:
            if options["set_aside"] is not None:
                self._set_aside(options["set_aside"])
            verdict = verify()
        except OSError as problem:
            raise CommandError(
                _(
                    "The place of the seal does not answer: %(why)s. "
                    "Ask it with manage.py check_store, and verify again."
                )
                % {"why": problem}
            ) from problem
        if not verdict.is_whole:
            self.stdout.write(_said_of(verdict))
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
        self.stdout.write(
            _("The seal is set aside as %(name)s; the audit tells why.") % {"name": name}
            if name
            else _("A new seal is kept in place of the one that is gone; the audit tells why.")
        )


def _said_of(verdict: Verdict) -> str:
    if verdict.broken_at is not None:
        return _("The chain breaks at place %(place)s, audit entry %(entry)s: it was changed after it was sealed.") % {
            "place": verdict.broken_at,
            "entry": verdict.broken_entry,
        }
    if verdict.outside is Outside.UNREADABLE:
        return unreadable()
    if verdict.outside is Outside.MISSING:
        return _(
            "The seal kept outside the database is gone: nothing tells whether entries were removed. "
            "Look for a copy of audit.seal; without one, begin a new one with --set-aside and the reason."
        )
    if verdict.outside is Outside.DAMAGED:
        return _(
            "The seal kept outside the database is damaged: nothing tells whether entries were removed. "
            "Look for a copy of audit.seal; without one, set it aside with --set-aside and the reason."
        )
    return _("The chain does not hold the last seal kept outside the database: entries were removed or rewritten.")
