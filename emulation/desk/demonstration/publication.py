"""A list of the central board under public consultation since last week, with a citizen's comment on it."""

from datetime import date, timedelta

from awards.models import Publication
from awards.publication.actions.comments import comment_on
from awards.publication.actions.publications import begin_publication, open_publication, take_into_list
from awards.publication.models.publication import publishable
from emulation.desk.demonstration.dossiers import REVIEWER, Desks
from emulation.desk.demonstration.past import on_the_day

TITLE = "Danh sách đề nghị tặng Huân chương Lao động hạng Ba (trình diễn)"
AWARD, AGO, MOST = "HC_LD_3", 4, 5


def load_publication(day: date) -> None:
    """Nothing where a list is there, or no dossier waits for one."""
    people = Desks(day)
    if Publication.objects.exists() or not people.has(REVIEWER):
        return
    body, (officer, leader) = people.body(REVIEWER), people.pair(REVIEWER)
    kept = publishable(body.pk, leader).filter(award__code=AWARD).values("pk")
    waiting = publishable(body.pk, officer).filter(pk__in=kept).order_by("pk")[:MOST]
    if not waiting:
        return
    with on_the_day(day - timedelta(days=AGO)) as since:
        publication = begin_publication(body, title=TITLE, actor=officer)
        take_into_list(publication, waiting, actor=officer)
        publication = open_publication(publication, opens_on=since, actor=leader)
        comment_on(
            publication,
            line=publication.lines.earliest("pk").pk,
            name="Người dân Minh Họa",
            contact="0900 000 000",
            text="Tôi biết việc làm của người được đề nghị và đồng ý với đề nghị này.",
            address=None,
        )
