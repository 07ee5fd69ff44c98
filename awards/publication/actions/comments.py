"""Citizens comment on a list while it stands in public; the body says what it did with each comment."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from awards.publication.actions.course import dossiers_of
from awards.publication.models.publication import Publication, PublicationLine, PublicComment
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.public_tries import Bound, has_tried_enough, note_try
from emulation.core.actions.refusals import fitting, refuse_unfit
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.paper import for_paper

COMMENTS = Bound("public_comment", 5, timedelta(hours=1))


@transaction.atomic
def comment_on(
    publication: Publication, *, line: int | None, name: str, contact: str, text: str, address: str | None
) -> PublicComment:
    """By somebody without an account, who says who it is and how to be reached."""
    if not publication.shows_on(clock.today()):
        raise Refusal(_("The list is no longer open for comments."))
    if has_tried_enough(COMMENTS, address):
        raise Refusal(
            _("Many comments came from your address within the hour. Send yours later, or on paper to the body above.")
        )
    about = PublicationLine.objects.filter(publication=publication, stands=True, pk=line).first() if line else None
    if line and about is None:
        raise Refusal(_("This name is not in the list. Choose again."), field="line")
    said = {
        column: fitting(value, most=longest(PublicComment, column), field=column)
        for column, value in (("name", name), ("contact", contact))
    }
    for column, value in said.items():
        if not value:
            raise Refusal(_("Say who you are and how to reach you; nobody else reads it."), field=column)
    text = for_paper(text).strip()
    refuse_unfit(text, most=longest(PublicComment, "text"), field="text")
    if not text:
        raise Refusal(_("Write your comment."), field="text")
    note_try(COMMENTS, address)
    return PublicComment.objects.create(publication=publication, line=about, **said, text=text, received_at=clock.now())


@transaction.atomic
def note_on_comment(comment: PublicComment, *, note: str, actor: Actor) -> PublicComment:
    """What the body did with it, said once."""
    found = PublicComment.objects.select_for_update(of=("self",)).select_related("publication").get(pk=comment.pk)
    publication = found.publication
    if not actor.may("write", publication):
        raise Refusal(_("Comments are dealt with by an officer of the body that laid the list out."))
    if found.noted_at is not None:
        raise Refusal(_("What was done with this comment is noted already. Open the page again."))
    found.note = fitting(note, most=longest(PublicComment, "note"), field="note")
    if not found.note:
        raise Refusal(_("Write what was done with the comment."), field="note")
    found.noted_by_name, found.noted_at = actor.name, clock.now()
    found.save()
    record(
        actor,
        "awards.note_on_comment",
        publication,
        after={"note": found.note},
        organisation_id=publication.body_id,
        tells_of=dossiers_of(publication),
    )
    return found
