"""A dossier as its one page shows it: what is said, what is asked, who holds it, what can be done now."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from awards.eligibility.rules.terms import Answer
from awards.eligibility.words import ANSWERS, in_words, link_in_words, settled_in_words
from awards.nominations.actions.course import NOMINATION
from awards.nominations.actions.papers import may_file
from awards.nominations.models.alike import alike_dossiers
from awards.nominations.models.contents import NominationComment, NominationPaper
from awards.nominations.models.findings import recorded_subject
from awards.nominations.models.names import award_name, award_names
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.pact_results import figures_with_evidence, pact_results
from awards.nominations.models.standing import DossierStanding, standing_of
from awards.nominations.models.subjects import honours_of_subject
from awards.nominations.models.wording import NOMINATION_BADGES
from awards.nominations.rules.checklist import ChecklistLine, PaperGiven, beside_the_checklist
from awards.nominations.rules.route import Desk
from awards.nominations.rules.terms import ENDED, AchievementPart, NominationState
from awards.nominations.views.addresses import url_of_step
from awards.nominations.views.cells import achievement_cells, field_cells
from awards.nominations.words import LIKENESSES, award_words, said_of_place
from awards.procedures.models.wording import PAPERS, RULES
from awards.procedures.rules.terms import PaperKind
from awards.records.models.subject import Subject
from awards.register.models.printed import printed_names
from awards.register.rules.history import Gap, Received, years_of
from emulation.core import clock
from emulation.core.actions.walk import StepOffer, offers_of
from emulation.core.actor import Actor
from emulation.core.badges import Badge, Tone
from emulation.core.words import choices

HISTORY_SHOWN = 100
PRIMARY = ("submit", "present", "take_up", "forward", "put_to_council", "award")
GLYPHS = {
    "present": "user",
    "submit": "upload",
    "take_up": "check",
    "forward": "upload",
    "put_to_council": "people",
    "award": "award",
    "return": "undo",
    "recall": "undo",
    "take_back": "undo",
    "give_back": "undo",
    "look_again": "search",
    "decline": "close",
    "withdraw": "close",
}
FINDING_BADGES = {
    Answer.MET: Badge(ANSWERS[Answer.MET], Tone.GOOD, "check"),
    Answer.NOT_MET: Badge(ANSWERS[Answer.NOT_MET], Tone.BAD, "close"),
    Answer.CANNOT_TELL: Badge(ANSWERS[Answer.CANNOT_TELL], Tone.WARNING, "info"),
}
NOT_OFFERED_WHILE_HINDERED = {"forward", "put_to_council", "recall"}


@dataclass(frozen=True)
class PaperLine:
    """A line of the checklist with the papers that answer it, or a paper beside it (`line` is None)."""

    label: str
    papers: tuple[NominationPaper, ...] = ()
    line: ChecklistLine | None = None


@dataclass(frozen=True)
class OfferShown:
    offer: StepOffer
    url: str
    kind: str
    glyph: str
    asks: bool = False


@dataclass(frozen=True)
class Whereabouts:
    """Where the dossier is: at whom, since when, how many days, until when."""

    holder: str
    since: date
    days: int
    due: date | None = None
    left: int | None = None
    is_verified: bool = True
    unreckoned: int | None = None

    @property
    def overdue(self) -> int | None:
        """Days past the last one."""
        return -self.left if self.left is not None and self.left < 0 else None


@dataclass
class CommentsAt:
    """Of each place, and of each paper by its id."""

    places: dict[str, list[NominationComment]] = field(default_factory=lambda: defaultdict(list))
    papers: dict[int, list[NominationComment]] = field(default_factory=lambda: defaultdict(list))


def shown_dossier(actor: Actor, nomination: Nomination) -> dict[str, Any]:
    """The same number of questions whatever lies in the dossier."""
    today = clock.today()
    standing = standing_of(nomination, on=today)
    drafts = nomination.is_draft and actor.may("write", nomination)
    labels = achievement_labels()
    rows = list(nomination.achievements.all())
    evidence = {one.pk: one.papers_beside for one in figures_with_evidence().filter(pk__in=_figures(rows))}
    comments = _comments(nomination, actor)
    for paper in standing.papers:
        paper.said = comments.papers.get(paper.pk, [])
    return {
        "nomination": nomination,
        "award": award_name(nomination, on=nomination.decision_date or today),
        "status": NOMINATION_BADGES[NominationState(nomination.state)],
        "standing": standing,
        "of_place": said_of_place(nomination.place) if nomination.place else "",
        "stages": stages_shown(nomination, standing),
        "whereabouts": whereabouts(nomination, standing, today),
        "drafts": drafts,
        "files": may_file(nomination, actor),
        "reviews": nomination.state == NominationState.REVIEW and actor.may("review", nomination),
        "cells": field_cells(nomination) if drafts else {},
        "achievements": [
            {
                "row": row,
                "cells": achievement_cells(row, labels) if drafts and row.is_own else [],
                "evidence": evidence.get(row.figure_id, []),
            }
            for row in rows
        ],
        "achievement_labels": list(labels.values()),
        "takes_over": len([one for one in pact_results(nomination) if one.figure.pk not in _figures(rows)])
        if drafts
        else 0,
        **_papers(standing),
        "findings": _findings(standing),
        "record": _record(nomination, actor),
        "paper_kinds": choices(PAPERS),
        "alike": _alike(nomination, actor, today),
        **_history(nomination, actor, today),
        "comments": comments,
        "steps": list(nomination.steps.all()),
        **next_step(actor, nomination, standing),
    }


def next_step(actor: Actor, nomination: Nomination, standing: DossierStanding) -> dict[str, Any]:
    """The person's own steps, the one that leads on first; a step that belongs to another desk is left out."""
    offers = offers_of(NOMINATION, nomination, actor=actor, standing=standing)
    shown = [one for one in offers if not (one.hindrance and one.name in FINDING_BADGES = {
    Answer.MET: Badge(ANSWERS[Answer.MET], Tone.GOOD, "check"),
    Answer.NOT_MET: Badge(ANSWERS[Answer.NOT_MET], Tone.BAD, "close"),
    Answer.CANNOT_TELL: Badge(ANSWERS[Answer.CANNOT_TELL], Tone.WARNING, "info"),
}
NOT_OFFERED_WHILE_HINDERED)]
    leading = next((one.name for one in shown if one.name in PRIMARY), "")
    listed = [
        OfferShown(
            one,
            url_of_step(nomination, one.name),
            "primary" if one.name == leading else "secondary",
            GLYPHS.get(one.name, ""),
            asks=one.name in ("submit", "award"),
        )
        for one in sorted(
            shown, key=lambda one: (one.name != leading, PRIMARY.index(one.name) if one.name in PRIMARY else 99)
        )
    ]
    return {"offers": listed, "status": NOMINATION_BADGES[NominationState(nomination.state)]}


@dataclass(frozen=True)
class StageShown:
    """`standing`: "done", "now", "ended" or "ahead"."""

    label: str
    standing: str
    told: str = ""


def stages_shown(nomination: Nomination, standing: DossierStanding) -> list[StageShown]:
    """The way of the dossier in the bodies it goes through, ending with the decision."""
    labels = {
        Desk.OWN: str(nomination.organisation),
        Desk.PROVINCE: str(nomination.province or nomination.organisation.parent or ""),
        Desk.BOARD: str(nomination.board or _("Central Board for Emulation and Commendation")),
    }
    way = [_("Preparation"), *(labels[desk] for desk in standing.route), _("Council"), _("Decision")]
    state = nomination.state
    if standing.desk is None:
        here = 0
    elif state == NominationState.COUNCIL:
        here = len(way) - 2
    elif state == NominationState.AWARDED:
        here = len(way)
    else:
        here = 1 + standing.route.index(standing.desk)
    ended = state in (NominationState.DECLINED, NominationState.WITHDRAWN)
    word = NOMINATION_BADGES[NominationState(state)].word
    return [
        StageShown(
            label,
            "done" if place < here else "ended" if place == here and ended else "now" if place == here else "ahead",
            str(word) if place == here else "",
        )
        for place, label in enumerate(way)
    ]


def whereabouts(nomination: Nomination, standing: DossierStanding, today: date) -> Whereabouts | None:
    """None once it has ended."""
    if nomination.state in ENDED:
        return None
    since = timezone.localtime(nomination.held_since).date()
    due = standing.look_by or standing.send_by
    return Whereabouts(
        str(nomination.holder),
        since,
        max((today - since).days, 0),
        due.day if due else None,
        (due.day - today).days if due else None,
        due.is_verified if due else True,
        standing.unreckoned,
    )


def achievement_labels() -> dict[AchievementPart, str]:
    return {
        AchievementPart.TEXT: _("What was achieved"),
        AchievementPart.TARGET: _("Aimed at"),
        AchievementPart.RESULT: _("Reached"),
        AchievementPart.SOURCE: _("Source"),
    }


def _figures(rows) -> set[int]:
    return {row.figure_id for row in rows if row.figure_id}


def _papers(standing: DossierStanding) -> dict[str, Any]:
    by_key = {one.pk: one for one in standing.papers}
    given = [PaperGiven(one.pk, one.kind, one.on_paper_only) for one in standing.papers]
    beside = beside_the_checklist([line.asked for line in standing.lines], given)
    return {
        "checklist": [
            PaperLine(str(PAPERS[line.asked.kind]), tuple(by_key[key] for key in line.given), line)
            for line in standing.lines
        ],
        "beside": [
            PaperLine(str(PAPERS[PaperKind(one.kind)]) if one.kind else _("Kind not said yet"), (by_key[one.key],))
            for one in beside
        ],
        "there": sum(line.is_there for line in standing.lines),
        "guesses": sum(1 for one in standing.papers if one.kind and not one.is_confirmed),
        "missing": [str(PAPERS[line.asked.kind]) for line in standing.missing],
    }


def _record(nomination: Nomination, actor: Actor) -> Subject | None:
    """The page of the subject's years, for who may read it."""
    found = recorded_subject(nomination) if nomination.name else None
    return found if found is not None and actor.may("read", found) else None


def _findings(standing: DossierStanding) -> list[dict[str, Any]]:
    """Each rule with its answer, what stands in the way first; with what would settle what cannot be told."""
    names = award_words() if standing.findings else {}
    rank = {Answer.NOT_MET: 0, Answer.CANNOT_TELL: 1, Answer.MET: 2}
    return [
        {
            "rule": RULES[one.rule.code],
            "answer": FINDING_BADGES[one.finding.answer],
            "said": in_words(one.finding, names),
            "blocks": one.blocks,
            "law": one.rule.law,
            "is_verified": one.rule.is_verified,
            "links": [link_in_words(link, names) for link in one.finding.links],
            "settle": [settled_in_words(settle, names) for settle in one.finding.settle],
        }
        for one in sorted(standing.findings, key=lambda one: (not one.blocks, rank[one.finding.answer]))
    ]


def _alike(nomination: Nomination, actor: Actor, today: date) -> list[dict[str, Any]]:
    found = alike_dossiers(nomination, actor=actor)
    names = award_names([one.nomination for one in found], on=today)
    return [
        {
            "nomination": one.nomination,
            "award": names[one.nomination.pk],
            "why": LIKENESSES[one.why],
            "status": NOMINATION_BADGES[NominationState(one.nomination.state)],
        }
        for one in found
    ]


def _history(nomination: Nomination, actor: Actor, today: date) -> dict[str, Any]:
    rows = list(honours_of_subject(nomination, actor=actor)[: HISTORY_SHOWN + 1])
    names = printed_names(rows)
    received = [Received(row.decision_date, row.award_id, row.status, row) for row in rows[:HISTORY_SHOWN]]
    told = []
    for one in years_of(received, today=today) if received else ():
        if isinstance(one, Gap):
            told.append({"gap": one})
        else:
            lines = [
                {"honour": row.honour, "award": names[row.honour.pk], "counts": row.counts} for row in one.received
            ]
            told.append({"year": one.year, "rows": lines})
    surely = bool(nomination.recipient_key) or not nomination.is_of_a_person
    return {"years": told, "is_surely_one": surely, "more_history": len(rows) > HISTORY_SHOWN}


def _comments(nomination: Nomination, actor: Actor) -> CommentsAt:
    """While a desk still writes them, what nobody has answered yet is seen in that body only."""
    found = CommentsAt()
    rows = nomination.comments.standing().select_related("body", "paper")
    for one in rows:
        unsent = nomination.state == NominationState.REVIEW and not one.answer
        if unsent and one.body_id not in actor.bodies:
            continue
        if one.paper_id is not None:
            found.papers[one.paper_id].append(one)
        else:
            found.places[one.place].append(one)
    return found
