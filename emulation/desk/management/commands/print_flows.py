from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from emulation.desk.flows import FLOWS, page_of


class Command(BaseCommand):
    help = "Writes the diagram of every flow table to docs/flows/."

    def handle(self, **options):
        for flow in FLOWS:
            path = Path(settings.BASE_DIR) / "docs" / "flows" / f"{flow.name}.md"
            path.write_text(page_of(flow))
            self.stdout.write(str(path.relative_to(settings.BASE_DIR)))
