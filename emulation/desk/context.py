"""What every page shows around its content: where one can go, who one is, which day it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from awards.models import Sitting
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, OrganisationKind
from clusters.people.models.scope import roles_in_words, works_in
from emulation.core import clock
from emulation.core.access import Door
from emulation.core.actor import Actor


@dataclass(frozen=True)
class Place:
    """A page of the first level, with the words that its own heading says. `has_something`: asked of who may enter,
    where the page is of a few of them only."""

    name: str
    door: Door
    label: Callable[[], str]
    has_something: Callable[[Actor], bool] = lambda actor: True


@dataclass(frozen=True)
class Group:
    """What stands in the navigation as one word, always the same and in the same place: it leads to the first of its
    places that is open to the person, and shows all of them while one is in one of them. At most seven groups."""

    icon: str
    label: Callable[[], str]
    places: tuple[Place, ...]


def _alone(icon: str, name: str, door: Door, label: Callable[[], str]) -> Group:
    return Group(icon, label, (Place(name, door, label),))


def _knows_a_council(actor: Actor) -> bool:
    """Of who only reads reports: whether a sitting has called them. Asked of nobody else on every page."""
    works_for_one = actor.reviewed or actor.decided or actor.secretaried or not actor.is_report_reader
    return bool(works_for_one) or Sitting.objects.visible_to(actor).exists()


def has_a_desk(actor: Actor) -> bool:
    """Of a province or the centre, where dossiers come in; what a unit appraises for its own Council stands among its
    own dossiers."""
    return works_in(actor, {*PROVINCIAL_KINDS, OrganisationKind.CENTRAL_BOARD}, on=clock.today())


GROUPS = (
    _alone("home", "desk:home", Door("home"), lambda: _("My work")),
    _alone("cluster", "clusters:clusters", Door("cluster"), lambda: _("Clusters")),
    _alone("table", "clusters:figures", Door("figures"), lambda: _("Half-year figures")),
    Group(
        "file",
        lambda: _("Dossiers"),
        (
            Place("awards:review-queue", Door("review"), lambda: _("Dossiers to be appraised"), has_a_desk),
            Place("awards:nominations", Door("nomination"), lambda: _("Dossiers of commendation")),
        ),
    ),
    Group(
        "people",
        lambda: _("Council"),
        (Place("awards:sittings", Door("sitting"), lambda: _("Council"), _knows_a_council),),
    ),
    Group(
        "book",
        lambda: _("Register of honours"),
        (
            Place("awards:register", Door("honour"), lambda: _("Register of honours")),
            Place("awards:batches", Door("honour_batch", "write"), lambda: _("Lists sent in")),
        ),
    ),
    _alone("report", "reports:reports", Door("report"), lambda: _("Reports")),
)
JOURNAL = Door("audit")


def page(request):
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"demonstration_day": settings.DEMONSTRATION_DAY}
    match = request.resolver_match
    here = f"{match.namespace}:{match.url_name}" if match else ""
    return {
        "actor": request.actor,
        "demonstration_day": settings.DEMONSTRATION_DAY,
        "navigation": [shown for group in GROUPS if (shown := _shown(request.actor, group, here))],
        "reads_journal": request.actor.may_somewhere(JOURNAL.deed, JOURNAL.subject),
        "today": clock.today(),
        "roles_in_words": roles_in_words(request.actor, user, on=clock.today()),
    }


def _shown(actor: Actor, group: Group, here: str) -> dict[str, Any] | None:
    open_to = [
        one for one in group.places if actor.may_somewhere(one.door.deed, one.door.subject) and one.has_something(actor)
    ]
    places = [
        {"label": one.label(), "url": reverse(one.name), "current": here == one.name or _within(here, one.name)}
        for one in open_to
    ]
    if not places:
        return None
    return {
        "label": group.label(),
        "icon": group.icon,
        "url": places[0]["url"],
        "current": any(one["current"] for one in places),
        "places": places if len(places) > 1 else [],
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
