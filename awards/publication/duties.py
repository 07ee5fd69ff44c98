"""What waits for a body that laid a list out: comments to be dealt with, a list whose days are over."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from awards.publication.models.publication import Publication
from awards.publication.rules.terms import PublicationState
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.duty import Duty, DutyKind, about

SHOWN = 5


class PublicationDuty(DutyKind):
    COMMENTS = "publication.comments"
    CLOSE = "publication.close"


def publication_duties(actor: Actor, on: date) -> Iterator[Duty]:
    """One question, and none of who appraises nothing; comments as far as the person reads them,
    closing where all of the list is the person's to judge."""
    if not actor.reviewed:
        return
    rows = Publication.objects.filter(body__in=actor.reviewed, state=PublicationState.OPEN)
    for one in rows.with_waiting_comments(actor).order_by("closes_on", "pk")[:SHOWN]:
        if one.waiting:
            title = _("Deal with citizens' comments: %(list)s") % {"list": one}
            yield _duty(PublicationDuty.COMMENTS, title, f"{one.get_absolute_url()}#comments", one)
        if one.closes_on < on and not one.part_hidden:
            title = _("Close the list under consultation and file its proof: %(list)s") % {"list": one}
            yield _duty(PublicationDuty.CLOSE, title, one.get_absolute_url(), one)


def _duty(kind: PublicationDuty, title: str, url: str, publication: Publication) -> Duty:
    return Duty(
        kind=kind,
        title=title,
        url=url,
        why=_("In public to the end of %(day)s.") % {"day": format_date(publication.closes_on)},
        due=publication.closes_on,
        subject=about(publication),
        organisation=publication.body_id,
    )
