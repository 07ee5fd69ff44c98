"""Which certificates a page speaks of."""

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.decisions.models.decision import Decision
from awards.decisions.views.places import crumbs_of_decision
from emulation.core.views.crumbs import Crumb


def crumbs_of_certificates(decision: Decision) -> list[Crumb]:
    return [*crumbs_of_decision(decision), Crumb(_("Certificates"), place_of(decision))]


def place_of(decision: Decision) -> str:
    return reverse("awards:decision-certificates", args=[decision.pk])
