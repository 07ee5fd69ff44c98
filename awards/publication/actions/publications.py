"""A list is laid out for the public's comments for the working days that its procedures want, and closed afterwards."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standings import held_of
from awards.procedures.models.calendar import CalendarYear
from awards.procedures.rules.terms import MeasureKind
from awards.procedures.rules.working_days import YearNotEntered
from awards.procedures.words import not_entered
from awards.publication.actions.course import PUBLICATION, locked_publication, whole_for
from awards.publication.actions.proof import Progress
from awards.publication.models.publication import Publication, PublicationLine, publishable
from awards.publication.rules.window import BeginsOnDayOff, Window, window
from awards.publication.words import state_refusal
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions import jobs
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, refusing_conflicts
from emulation.core.actions.walk import keep_beginning, ready_to_walk, walk
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models import Job
from emulation.core.models.fields import longest

CLOSING = "awards.close_publication"


@transaction.atomic
def begin_publication(body: Organisation, *, title: str, actor: Actor) -> Publication:
    publication = Publication(body=body)
    if not actor.may("write", publication):
        raise Refusal(_("A list for the public is prepared by an officer of the body that holds its dossiers."))
    publication.title = fitting(title, most=longest(Publication, "title"), field="title")
    if not publication.title:
        raise Refusal(_("Give the list a title, for example “Danh sách đề nghị tặng Huân chương”."), field="title")
    publication.save()
    keep_beginning(PUBLICATION, publication, "begin", actor=actor)
    record(actor, "awards.begin_publication", publication, after={"title": publication.title}, organisation_id=body.pk)
    return publication


@transaction.atomic
def take_into_list(publication: Publication, nominations: Iterable[Nomination], *, actor: Actor) -> int:
    publication = _drafted(publication, actor)
    chosen = {one.pk: one for one in nominations}
    if not chosen:
        raise Refusal(_("No dossier is chosen. Tick those that are meant."))
    list(Nomination.objects.select_for_update(of=("self",)).filter(pk__in=chosen).order_by("pk").values_list("pk"))
    fit = set(publishable(publication.body_id, actor).filter(pk__in=chosen).values_list("pk", flat=True))
    if unfit := [str(one) for pk, one in chosen.items() if pk not in fit]:
        raise Refusal(
            _("Not at this desk, or in another list: %(names)s. Open the page again.") % {"names": ", ".join(unfit)}
        )
    with refusing_conflicts():
        PublicationLine.objects.bulk_create(
            [PublicationLine(publication=publication, nomination_id=pk) for pk in chosen], batch_size=1000
        )
    record(
        actor,
        "awards.take_into_publication",
        publication,
        after={"dossiers": len(chosen)},
        organisation_id=publication.body_id,
        tells_of=chosen.values(),
    )
    return len(chosen)


@transaction.atomic
def leave_out_of_list(line: PublicationLine, *, actor: Actor) -> Publication:
    publication = _drafted(line.publication, actor)
    name = str(line)
    PublicationLine.objects.filter(pk=line.pk, publication=publication).delete()
    record(
        actor,
        "awards.leave_out_of_publication",
        publication,
        before={"dossiers": name},
        organisation_id=publication.body_id,
        tells_of=[line.nomination],
    )
    return publication


@transaction.atomic
def open_publication(publication: Publication, *, opens_on: date, actor: Actor) -> Publication:
    """From that day on its names are read by everybody, until the last of its working days is over."""
    publication = whole_for(publication, actor)
    if not actor.may("open", publication) or not publication.is_draft or not publication.lines.exists():
        return walk(PUBLICATION, publication, "open", actor=actor)
    if opens_on < clock.today():
        raise Refusal(
            _("The list would be in public from %(day)s on, before today.") % {"day": format_date(opens_on)},
            field="opens_on",
        )
    days = wanted_days(publication)
    return walk(PUBLICATION, publication, "open", actor=actor, days=days, window=_window(opens_on, days))


@transaction.atomic
def order_closing(publication: Publication, *, actor: Actor) -> Job:
    """By a worker, for a proof is printed for each of its dossiers; refused at once where closing it would be."""
    publication = ready_to_walk(PUBLICATION, whole_for(publication, actor), "close", actor=actor)
    return jobs.enqueue(
        CLOSING,
        actor=actor,
        parameters={"publication": publication.pk},
        title=_("Closing of the list: %(list)s") % {"list": publication.title[:200]},
        key=publication.closing_key,
        organisation_id=publication.body_id,
        return_url=publication.get_absolute_url(),
    )


@transaction.atomic
def close_publication(
    publication: Publication,
    *,
    actor: Actor,
    progress: Progress = lambda done, total: None,
    hold: Callable[[], None] = lambda: None,
) -> Publication:
    """Once its days are over; its proof is filed into every dossier of it."""
    closed = walk(PUBLICATION, whole_for(publication, actor), "close", actor=actor, progress=progress)
    hold()
    return closed


@transaction.atomic
def withdraw_publication(publication: Publication, *, why: str, actor: Actor) -> Publication:
    """Out of the public's sight at once; its dossiers may stand in another list."""
    return walk(PUBLICATION, whole_for(publication, actor), "withdraw", actor=actor, why=why)


@transaction.atomic
def drop_publication(publication: Publication, *, why: str, actor: Actor) -> Publication:
    return walk(PUBLICATION, whole_for(publication, actor), "drop", actor=actor, why=why)


def wanted_days(publication: Publication) -> int:
    """The most that a procedure of its dossiers wants, by the version in force for each; refused where none says."""
    lines = publication.lines.filter(stands=True).select_related("nomination")
    held = held_of([one.nomination for one in lines], clock.today())
    procedures = {one.procedure.pk: one.procedure for one in held.values() if one.procedure is not None}
    found = [measure for one in procedures.values() if (measure := one.measure(MeasureKind.PUBLICATION_DAYS))]
    if not found:
        raise Refusal(
            _(
                "No procedure of these awards says for how many working days a list is laid out. Have the number "
                "entered in the procedure, with its provision."
            )
        )
    return max(int(one.number) for one in found)


def _window(opens_on: date, days: int) -> Window:
    found = window(opens_on, days, CalendarYear.objects.calendar((opens_on.year, opens_on.year + 1)))
    match found:
        case BeginsOnDayOff():
            raise Refusal(
                _("%(day)s is a day off. A list is laid out on a working day; choose another.")
                % {"day": format_date(opens_on)},
                field="opens_on",
            )
        case YearNotEntered():
            raise Refusal(not_entered(found), field="opens_on")
        case Window():
            return found


def _drafted(publication: Publication, actor: Actor) -> Publication:
    publication = locked_publication(publication)
    if not actor.may("write", publication):
        raise Refusal(_("A list for the public is prepared by an officer of the body that holds its dossiers."))
    if not publication.is_draft:
        raise Refusal(state_refusal(publication))
    return publication
