from secrets import token_hex

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

PLACES = ("default", "seal", "ballot_parts")


class Command(BaseCommand):
    help = "Writes a file into each place where files lie, reads it and removes it: exit status 1 where one fails."

    def handle(self, **_options):
        for place in PLACES:
            content = token_hex(16).encode()
            try:
                self._there_and_gone(storages[place], content)
            except OSError as problem:
                raise CommandError(
                    _("Files cannot be kept in “%(place)s”: %(why)s") % {"place": place, "why": problem}
                ) from problem
        self.stdout.write(_("Files are written, read and removed in all three places."))

    def _there_and_gone(self, storage, content: bytes) -> None:
        name = storage.save(f"check-{content.decode()}", ContentFile(content))
        try:
            with storage.open(name) as kept:
                if kept.read() != content:
                    raise OSError(_("what was read is not what was written"))
        finally:
            storage.delete(name)
