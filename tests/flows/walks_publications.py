"""Who may do what when with a list under public consultation, as the body that lays it out would say it."""

from datetime import date

from awards.models import Publication
from awards.publication.actions.course import PUBLICATION
from awards.publication.rules.window import Window
from tests.awards.publication.make import drafted, fresh
from tests.awards.sittings.make import before_the_council, make_room
from tests.clusters.people.make import make_user
from tests.flows.standing import Allowed, Walks, alike_but

OFFICER, APPROVER = "the holding body's officer", "the holding body's approver"
ALLOWED = (
    Allowed(APPROVER, "open", "draft", "open"),
    Allowed(OFFICER, "close", "open", "closed"),
    Allowed(APPROVER, "close", "open", "closed"),
    Allowed(APPROVER, "withdraw", "open", "withdrawn"),
    Allowed(OFFICER, "drop", "draft", "withdrawn"),
    Allowed(APPROVER, "drop", "draft", "withdrawn"),
)
DAYS = {"days": 1, "opens_on": date(2023, 7, 3), "closes_on": date(2023, 7, 4)}


def ready(state, step):
    """Over since long ago, so that only who and when is asked. A bystander has the number 1."""
    make_user()
    room = make_room()
    publication = drafted(room, before_the_council(room, "Phòng A"))
    if state != "draft":
        Publication.objects.filter(pk=publication.pk).update(state=state, **DAYS)
    window = Window(DAYS["opens_on"], DAYS["closes_on"])
    return fresh(publication), {"days": 1, "window": window, "progress": lambda done, total: None}


WALKS = Walks(PUBLICATION, ALLOWED, ready, alike_but(PUBLICATION))
