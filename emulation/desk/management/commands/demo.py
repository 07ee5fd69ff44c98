from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from emulation.core.dates import format_date
from emulation.core.numbers import format_integer
from emulation.desk import demonstration
from emulation.desk.demonstration.loading import write_can_tho


class Command(BaseCommand):
    help = (
        "Loads the demonstration: five cities in the first half of 2023. What is already there is left as it is; on "
        "another day than its own nothing is added."
    )

    def add_arguments(self, parser):
        parser.add_argument("--complete", action="store_true", help="Cần Thơ's honours too, not only its list")
        parser.add_argument("--write-list", type=Path, metavar="FILE", help="write Cần Thơ's list here and stop")

    def handle(self, *, complete, write_list, **_options):
        day = settings.DEMONSTRATION_DAY
        if day is None:
            raise CommandError(
                _("The demonstration is only loaded on a demonstration day: set DEMONSTRATION_DAY=2023-07-10.")
            )
        if day != demonstration.DAY:
            self.tell_of_another_day(day)
            return
        call_command("load_reference", verbosity=0, stdout=StringIO())
        if write_list is not None:
            self.tell_list(write_list, write_can_tho(write_list, day))
            return
        for city, count in demonstration.load_demonstration(day, complete=complete).items():
            self.stdout.write(_("%(city)s: %(count)s honours added.") % {"city": city, "count": format_integer(count)})
        path = demonstration.list_path()
        if not path.exists():
            self.tell_list(path, write_can_tho(path, day))

    def tell_of_another_day(self, day):
        """What is loaded may stand there; nothing is loaded, for its deeds are done on days before its own."""
        said = {"day": format_date(day), "own": format_date(demonstration.DAY)}
        if not demonstration.log_ins():
            raise CommandError(
                _(
                    "The demonstration is of %(own)s and is not loaded on %(day)s. Set DEMONSTRATION_DAY=2023-07-10 "
                    "and start again; once it is loaded, it may stand on another day."
                )
                % said
            )
        self.stdout.write(
            _(
                "The demonstration, loaded as of %(own)s, now stands on %(day)s; nothing is added to it. To go back, "
                "set DEMONSTRATION_DAY=2023-07-10."
            )
            % said
        )

    def tell_list(self, path, count):
        self.stdout.write(
            _("The list of Cần Thơ, %(count)s rows: %(path)s") % {"count": format_integer(count), "path": path}
        )
