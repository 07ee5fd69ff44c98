"""Builders of lists under public consultation: a city's, of dossiers that lie before its Council."""

from datetime import date
from decimal import Decimal

from awards.models import Nomination, Publication, PublicComment
from awards.publication.actions.publications import begin_publication, open_publication, take_into_list
from emulation.core import clock
from tests.awards.procedures.make import make_calendar_year
from tests.awards.sittings.make import Room
from tests.periods import DAY

LAST = date(2023, 7, 24)
"""Ten working days after `DAY`, a Monday."""


def with_days(dossier: Nomination, days=10) -> Nomination:
    """The procedure of its award wants its list in public for so many working days."""
    procedure = dossier.award.procedures.get()
    procedure.measures.filter(kind="publication_days").delete()
    procedure.measures.create(kind="publication_days", number=Decimal(days), verified=True, provision="Điều thử")
    return dossier


def drafted(room: Room, *dossiers: Nomination, title="Danh sách đề nghị tặng Huân chương thử") -> Publication:
    city = room.offices.city
    publication = begin_publication(city.organisation, title=title, actor=city.officer)
    if dossiers:
        take_into_list(publication, dossiers, actor=city.officer)
    return fresh(publication)


def laid_out(room: Room, *dossiers: Nomination, opens_on=DAY) -> Publication:
    make_calendar_year(2023, off=[date(2023, 9, 4)])
    for one in dossiers:
        with_days(one)
    publication = drafted(room, *dossiers)
    return fresh(open_publication(publication, opens_on=opens_on, actor=room.offices.city.approver))


def fresh(publication: Publication) -> Publication:
    return Publication.objects.select_related("body__parent").get(pk=publication.pk)


def make_publication_of(body, nomination: Nomination) -> PublicComment:
    """A list of the body in public today with a comment on it, without walking there: for pages that ask for it."""
    today = clock.today()
    publication = Publication.objects.create(
        body=body, title="Thử", state="open", days=1, opens_on=today, closes_on=date(today.year + 1, 12, 31)
    )
    line = publication.lines.create(nomination=nomination, name="Thử", unit="Thử", award="Thử")
    return publication.comments.create(line=line, name="Thử", contact="Thử", text="Thử", received_at=clock.now())
