from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy as _

from awards.catalogue.actions import load_reference as load_awards
from awards.procedures.actions.reference import load_procedures
from awards.procedures.actions.salaries import load_base_salaries
from clusters.reference.actions import load_reference as load_clusters
from emulation.core.actor import Actor


class Command(BaseCommand):
    help = _("Adds the reference rows that are missing: organisations, clusters, campaigns, law, awards, procedures.")

    def handle(self, *args, **options):
        actor = Actor.system("Dữ liệu tham chiếu")
        for load in (load_clusters, load_awards, load_procedures, load_base_salaries):
            for kind, count in sorted((load(actor) or {}).items()):
                self.stdout.write(f"{kind}: {count}")
