from decimal import Decimal, InvalidOperation

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.quotas import GIGABYTE, held, in_gigabytes, most_of, set_quota
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

REFUSED = 1


class Command(BaseCommand):
    help = (
        "Who keeps how many gigabytes of files, the most first, and how many each may keep; with --most, says how many "
        "an organisation, or each that has no quota of its own, may keep."
    )

    def add_arguments(self, parser):
        parser.add_argument("--most", metavar="GIGABYTES", help="as 50 or 0.5")
        parser.add_argument(
            "--organisation", metavar="CODE", help="of today; without it: each without a quota of its own"
        )

    def handle(self, **options):
        with translation.override("vi"):
            if options["most"]:
                self._set(options["most"], options["organisation"])
            self._tell()

    def _set(self, most: str, code: str | None) -> None:
        try:
            number = int(Decimal(most) * GIGABYTE)
            set_quota(number, organisation_id=self._numbered(code), actor=Actor.system("storage_quota"))
        except InvalidOperation as problem:
            raise CommandError(
                _("“%(said)s” is no number of gigabytes. Write 50 or 0.5.") % {"said": most}
            ) from problem
        except Refusal as refusal:
            raise CommandError(str(refusal), returncode=REFUSED) from refusal

    def _numbered(self, code: str | None) -> int | None:
        if code is None:
            return None
        found = Organisation.objects.coded(code, clock.today()).first()
        if found is None:
            raise CommandError(_("No organisation bears the code %(code)s today.") % {"code": code}, returncode=REFUSED)
        return found.pk

    def _tell(self) -> None:
        kept = held()
        names = dict(Organisation.objects.filter(pk__in=kept).values_list("pk", "name"))
        for pk, number in sorted(kept.items(), key=lambda item: -item[1]):
            told = {"name": names[pk], "held": in_gigabytes(number), "most": in_gigabytes(most_of(pk))}
            self.stdout.write(_("%(name)s: %(held)s GB of %(most)s GB") % told)
        if not kept:
            self.stdout.write(_("No organisation keeps a file yet."))
