"""What every page shows around its content: where one can go, who one is, which day it is."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.models import Mandate
from emulation.core import clock
from emulation.core.access import Door

PLACES = (
    ("desk:home", Door("home"), "home", lambda: _("My work")),
    ("clusters:clusters", Door("cluster"), "cluster", lambda: _("Clusters")),
    ("clusters:figures", Door("figures"), "edit", lambda: _("Half-year figures")),
    ("awards:review-queue", Door("review"), "search", lambda: _("Dossiers to be appraised")),
    ("awards:nominations", Door("nomination"), "file", lambda: _("Dossiers of commendation")),
    ("awards:sittings", Door("sitting"), "people", lambda: _("Council")),
    ("awards:batches", Door("honour_batch", "write"), "upload", lambda: _("Lists sent in")),
    ("awards:register", Door("honour"), "award", lambda: _("Register of honours")),
    ("reports:reports", Door("report"), "report", lambda: _("Reports")),
    ("desk:audit", Door("audit"), "clock", lambda: _("Journal")),
)


def page(request):
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"demonstration_day": settings.DEMONSTRATION_DAY}
    match = request.resolver_match
    here = f"{match.namespace}:{match.url_name}" if match else ""
    navigation = [
        {"label": label(), "url": reverse(name), "icon": icon, "current": here == name or _within(here, name)}
        for name, door, icon, label in PLACES
        if request.actor.may_somewhere(door.deed, door.subject)
    ]
    return {
        "actor": request.actor,
        "demonstration_day": settings.DEMONSTRATION_DAY,
        "navigation": navigation,
        "today": clock.today(),
        "roles_in_words": roles_in_words(user),
    }


FIGURES = ("clusters:figure", "clusters:cluster-figures", "clusters:indicator")
OF_A_YEAR = ("reports:sign-", "reports:minutes-panel", "reports:result-panel")  # of its conferences and its result
INNER = {
    "clusters:figures": FIGURES,
    "awards:nominations": ("awards:nomination", "awards:consultation"),
    "awards:review-queue": ("awards:review",),
    "awards:sittings": ("awards:sitting", "awards:council", "awards:decision", "awards:publication"),
    "awards:batches": ("awards:batch", "awards:upload"),
    "awards:register": (
        "awards:honour",
        "awards:register",
        "awards:export",
        "awards:total",
        "awards:subject",
        "awards:year-record",
        "awards:declare",
    ),
    "awards:catalogue": ("awards:procedure", "awards:calendar", "awards:law", "awards:rules", "awards:share"),
    "reports:reports": ("reports:",),
}


def _within(here: str, name: str) -> bool:
    if name == "clusters:clusters":
        return here.startswith(("clusters:", *OF_A_YEAR)) and not here.startswith(FIGURES)
    if name == "reports:reports" and here.startswith(OF_A_YEAR):
        return False
    return here.startswith(INNER.get(name, ("\0",)))


def roles_in_words(user) -> list[str]:
    mandates = Mandate.objects.on(clock.today()).filter(user=user).select_related("organisation")
    return [f"{mandate.get_role_display()} – {mandate.organisation}" for mandate in mandates]
