from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from emulation.desk.rules_in_print import page_of_rules


class Command(BaseCommand):
    help = "Writes the numbered rules with their provisions, and the ways of dossiers, to docs/rules.md."

    def handle(self, **options):
        path = Path(settings.BASE_DIR) / "docs" / "rules.md"
        path.write_text(page_of_rules())
        self.stdout.write(str(path.relative_to(settings.BASE_DIR)))
