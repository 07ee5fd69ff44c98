"""A dossier as it stands beside the list: what warns, what proves, the person's own opinion, what may be done."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from awards.nominations.actions.recusals import desk_to_leave
from awards.nominations.models.alike import alike_dossiers
from awards.nominations.models.contents import NominationPaper
from awards.nominations.models.names import award_name
from awards.nominations.models.returned import returns_of
from awards.nominations.models.standing import DossierStanding, standing_of
from awards.nominations.models.subjects import honours_of_subject
from awards.nominations.models.wording import NOMINATION_BADGES, RETURNED
from awards.nominations.rules.checklist import ChecklistLine
from awards.nominations.rules.route import desk_after
from awards.nominations.rules.terms import NominationState
from awards.nominations.views.told import findings_told
from awards.procedures.models.wording import PAPERS
from awards.procedures.rules.terms import PaperKind
from awards.register.models.printed import printed_names
from awards.review.actions.bulk import seen_as
from awards.review.actions.following import keep_signs, note_reading
from awards.review.forms import NoteForm, OpinionForm, asked_for, initial_of
from awards.review.models import queue
from awards.review.models.appraisals import Appraisal
from awards.review.models.criteria import criteria_of
from awards.review.models.queue import QueueFilter, Tray, is_apart
from awards.review.models.review import Review
from awards.review.models.signs import warned_of
from awards.review.models.wording import APPRAISAL_BADGES, BULK_KINDS
from awards.review.rules.terms import AT_THE_DESK, AppraisalState, BulkKind, Standing
from awards.review.views.compared import compared_shown
from awards.review.views.places import kept_query, queue_url
from awards.review.words import taken_by, warnings_in_words
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.storage import StoreSilent

HONOURS_SHOWN = 8


@dataclass(frozen=True)
class PaperShown:
    """`url` is empty where there is nothing to open; `is_unreadable`: the file is not on the server as it was filed."""

    name: str
    kind: str
    url: str
    is_unreadable: bool
    comment_url: str


def pane_of(actor: Actor, review: Review, *, asked: QueryDict, form: OpinionForm | None = None) -> dict[str, Any]:
    """The same number of questions whatever lies in the dossier. `asked`: where the list's filters stand; `form`: an
    opinion that was refused, as it was typed."""
    today, nomination, query = clock.today(), review.nomination, kept_query(asked)
    note_reading(nomination, actor)
    standing = standing_of(nomination, on=today, reader=actor)
    keep_signs(review, standing, actor=actor)
    last = review.last_day
    opinion = _opinion(review, standing, actor, form)
    apart = opinion["judged_apart"] and review.body_id not in actor.decided
    return {
        "review": review,
        "nomination": nomination,
        "recuses": desk_to_leave(nomination, actor) is not None,
        "award": award_name(nomination, on=today),
        "status": RETURNED if returns_of([nomination]) else NOMINATION_BADGES[NominationState(nomination.state)],
        "left": (last - today).days if last else None,
        "warned": warnings_in_words(replace(warned_of(standing), missing=0)),
        "papers_there": sum(line.is_there for line in standing.lines),
        "papers_asked": len(standing.lines),
        "missing": [missing_paper(line) for line in standing.lines if line.is_wanted_now and not line.is_there],
        "papers": papers_shown(standing, review),
        "findings": findings_told(standing, on=clock.today(), override_url=lambda _code: ""),
        "achievements": list(nomination.achievements.all()),
        "alike": alike_dossiers(nomination, actor=actor),
        **_honours(review, actor),
        "comments": _comments(review, actor, apart=apart),
        "notes": review.notes.filter(withdrawn_at__isnull=True, **({"made_by": actor.user_id} if apart else {})),
        "note_form": NoteForm(),
        "back": queue_url(query),
        "kept": query,
        "carried_pane": list(QueryDict(query).items()),
        **_neighbours(actor, review, asked_for(asked), query),
        **opinion,
    }


def missing_paper(line: ChecklistLine) -> str:
    """As the dossier's own page says it."""
    kind = str(PAPERS[line.asked.kind])
    return kind if line.asked.blocks else _("%(paper)s (does not hinder)") % {"paper": kind}


def papers_shown(standing: DossierStanding, review: Review) -> list[PaperShown]:
    return [_paper(one, review) for one in standing.papers]


def _paper(paper: NominationPaper, review: Review) -> PaperShown:
    pk = review.nomination_id
    kind = str(PAPERS[PaperKind(paper.kind)]) if paper.kind else _("Kind not said yet")
    unreadable = not paper.on_paper_only and not _is_readable(paper)
    return PaperShown(
        name=_("on paper only") if paper.on_paper_only else paper.name,
        kind=kind,
        url="" if paper.on_paper_only or unreadable else reverse("awards:nomination-paper", args=[pk, paper.pk]),
        is_unreadable=unreadable,
        comment_url=f"{reverse('awards:nomination-comment', args=[pk, 'papers'])}?van-ban={paper.pk}",
    )


def _is_readable(paper: NominationPaper) -> bool:
    """Whether the file is there in its whole length; its content is looked at when it is opened."""
    try:
        return paper.file.storage.size(paper.file.name) == paper.size
    except StoreSilent:
        raise
    except OSError:
        return False


def _honours(review: Review, actor: Actor) -> dict[str, Any]:
    rows = list(honours_of_subject(review.nomination, actor=actor).in_force()[: HONOURS_SHOWN + 1])
    names = printed_names(rows[:HONOURS_SHOWN]) if rows else {}
    return {
        "honours": [{"honour": row, "award": names[row.pk]} for row in rows[:HONOURS_SHOWN]],
        "more_honours": len(rows) > HONOURS_SHOWN,
    }


def _comments(review: Review, actor: Actor, *, apart: bool):
    """What a desk has noted and not sent yet is read in that body only, and not by who judges `apart`."""
    rows = review.nomination.comments.standing().select_related("body", "paper")
    in_review = review.nomination.state == NominationState.REVIEW
    return [one for one in rows if one.answer or not in_review or (one.body_id in actor.bodies and not apart)]


def _neighbours(actor: Actor, review: Review, asked: QueueFilter, query: str) -> dict[str, str]:
    before, after = queue.neighbours(queue.queue_of(actor, asked), review, asked, actor, clock.today())
    return {
        "preceding": queue_url(query, opened=before) if before else "",
        "following": queue_url(query, opened=after) if after else "",
    }


def _opinion(review: Review, standing: DossierStanding, actor: Actor, form: OpinionForm | None) -> dict[str, Any]:
    """The person's own, or what was begun of one that is no longer asked for; those of others once they may be read.
    The leader sees who was asked, not what is written."""
    own = Appraisal.objects.visible_to(actor).filter(review=review).prefetch_related("marks__criterion").first()
    begun = own if own is not None and own.seat is None else None
    own = None if begun is not None else own
    writes = own is not None and own.state != AppraisalState.DONE and review.standing == Standing.REVIEW
    leads = actor.may("assign", review)
    if writes and form is None:
        form = _form_of(own, review, standing)
    return {
        "own": own,
        "begun": _form_of(begun, review, standing).typed if begun is not None else "",
        "own_badge": APPRAISAL_BADGES[AppraisalState(own.state)] if own else None,
        "opinion_form": form if writes else None,
        "refused_form": None if writes else form,
        "compared": compared_shown(review, held=standing.held, leads=leads) if review.is_compared else None,
        "asked_of": [
            {"row": one, "badge": APPRAISAL_BADGES[AppraisalState(one.state)]} for one in review.appraisals.asked()
        ]
        if leads
        else [],
        **_deeds(review, standing, actor, apart=own is not None and is_apart(review, actor), gives=writes),
    }


def _form_of(appraisal: Appraisal, review: Review, standing: DossierStanding) -> OpinionForm:
    criteria = criteria_of(review, on=clock.today(), held=standing.held)
    return OpinionForm(criteria=criteria, initial=initial_of(appraisal))


def _deeds(review: Review, standing: DossierStanding, actor: Actor, *, apart: bool, gives: bool) -> dict[str, Any]:
    """Who has no part in it reads; a dossier in a colleague's charge is named as such. `apart`: the person gives an
    opinion and does not learn who is in charge; `gives`: that opinion is still to give, before any deed."""
    looks_into, leads = actor.may("write", review), actor.may("assign", review)
    waits, taken = review.standing in (Standing.ARRIVED, Standing.REVIEW), review.handler_there
    is_mine = taken and review.handler_id == actor.user_id
    in_review = review.standing == Standing.REVIEW
    has_next = standing.desk is not None and desk_after(standing.route, standing.desk) is not None
    may_take = looks_into and waits and not apart and (not taken or is_mine and not in_review)
    kinds = []
    if in_review and looks_into and is_mine and not has_next:
        kinds.append(BulkKind.COUNCIL)
    if in_review and leads and has_next:
        kinds.append(BulkKind.FORWARD)
    if in_review and looks_into and is_mine:
        kinds.append(BulkKind.RETURN)
    return {
        "leads": leads,
        "may_take": may_take,
        "is_mine": is_mine,
        "judged_apart": apart,
        "taken_told": taken_by(review) if taken and not apart and not is_mine and looks_into and waits else "",
        "deeds": [{"key": kind.value, "label": BULK_KINDS[kind]} for kind in kinds],
        "declines": in_review and leads,
        "is_led": not leads and (may_take or gives),
        "is_here": review.standing in AT_THE_DESK,
        "seen": seen_as(review),
        "tray_discuss": Tray.DISCUSS.value,
    }
