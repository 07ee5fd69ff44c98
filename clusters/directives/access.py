"""Scans of directives that a person may see."""

from django.db.models import QuerySet

from clusters.directives.models import Directive
from emulation.core.actor import Actor


def papers_shown(actor: Actor) -> QuerySet:
    return Directive.objects.visible_to(actor).filter(scan__isnull=False).values("scan")
