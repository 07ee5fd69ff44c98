"""Parts of a dossier's page: its papers, what rules answer, what may be the same, what came before, comments."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from awards.eligibility.rules.terms import Answer
from awards.eligibility.words import ANSWERS, in_words, link_in_words, settled_in_words
from awards.nominations.models.alike import alike_dossiers
from awards.nominations.models.consultation import Consultation
from awards.nominations.models.contents import NominationComment, NominationPaper
from awards.nominations.models.names import award_names
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standing import DossierStanding
from awards.nominations.models.subjects import honours_of_subject
from awards.nominations.models.wording import CONSULTATION_BADGES, NOMINATION_BADGES, OPINION_BADGES
from awards.nominations.rules.checklist import ChecklistLine, PaperGiven, beside_the_checklist
from awards.nominations.rules.consulting import Opinion, Told
from awards.nominations.rules.terms import AchievementPart, NominationState
from awards.nominations.words import LIKENESSES, award_words, consultation_in_words
from awards.procedures.models.wording import PAPERS, RULES
from awards.procedures.rules.terms import PaperKind
from awards.records.models.declared import DeclaredHonour
from awards.records.models.subject import Subject
from awards.register.models.honour import Honour
from awards.register.models.printed import printed_names
from awards.register.rules.history import Gap, Received, years_of
from clusters.models import Organisation
from emulation.core.actor import Actor
from emulation.core.badges import Badge, Tone
from emulation.core.models.steps import StepTaken

HISTORY_SHOWN = 100
FINDING_BADGES = {
    Answer.MET: Badge(ANSWERS[Answer.MET], Tone.GOOD, "check"),
    Answer.NOT_MET: Badge(ANSWERS[Answer.NOT_MET], Tone.BAD, "close"),
    Answer.CANNOT_TELL: Badge(ANSWERS[Answer.CANNOT_TELL], Tone.WARNING, "info"),
}


@dataclass(frozen=True)
class PaperLine:
    """A line of the checklist with the papers that answer it, or a paper beside it (`line` is None)."""

    label: str
    papers: tuple[NominationPaper, ...] = ()
    line: ChecklistLine | None = None


@dataclass
class CommentsAt:
    """Of each place, and of each paper by its id."""

    places: dict[str, list[NominationComment]] = field(default_factory=lambda: defaultdict(list))
    papers: dict[int, list[NominationComment]] = field(default_factory=lambda: defaultdict(list))


def achievement_labels() -> dict[AchievementPart, str]:
    return {
        AchievementPart.TEXT: _("What was achieved"),
        AchievementPart.TARGET: _("Aimed at"),
        AchievementPart.RESULT: _("Reached"),
        AchievementPart.SOURCE: _("Source"),
    }


def figures_of(rows) -> set[int]:
    return {row.figure_id for row in rows if row.figure_id}


def papers_told(standing: DossierStanding) -> dict[str, Any]:
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


def record_of(standing: DossierStanding, actor: Actor) -> Subject | None:
    """The page of the subject's years, for who may read it."""
    found = standing.recorded
    return found if found is not None and actor.may("read", found) else None


def findings_told(standing: DossierStanding, *, on: date, override_url: Callable[[str], str]) -> list[dict[str, Any]]:
    """Each rule with its answer, what stands in the way first; with what would settle what cannot be told.
    `override_url`: where the person may let the dossier go on over a rule, empty where not."""
    names = award_words(on=on) if standing.findings else {}
    overridden = {one.code: one for one in standing.overrides}
    fallen = {one.code: one for one in standing.fallen}
    rank = {Answer.NOT_MET: 0, Answer.CANNOT_TELL: 1, Answer.MET: 2}
    return [
        {
            "rule": RULES[one.rule.code],
            "answer": FINDING_BADGES[one.finding.answer],
            "said": in_words(one.finding, names),
            "code": one.rule.code,
            "blocks": one.blocks and one.rule.code not in overridden,
            "overridden": overridden.get(one.rule.code),
            "fallen": fallen.get(one.rule.code) if one.rule.code not in overridden and one.blocks else None,
            "override_url": override_url(one.rule.code) if one.blocks and one.rule.code not in overridden else "",
            "law": one.rule.law,
            "is_verified": one.rule.is_verified,
            "links": [link_in_words(link, names) for link in one.finding.links],
            "settle": [settled_in_words(settle, names) for settle in one.finding.settle],
        }
        for one in sorted(standing.findings, key=lambda one: (not one.blocks, rank[one.finding.answer]))
    ]


def alike_told(nomination: Nomination, actor: Actor, today: date) -> list[dict[str, Any]]:
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


def history_told(nomination: Nomination, recorded: Subject | None, actor: Actor, today: date) -> dict[str, Any]:
    """`recorded`: the subject in the book of records; what it declares stands among the honours of the register."""
    rows = list(honours_of_subject(nomination, actor=actor)[: HISTORY_SHOWN + 1])
    declared = _declared_by(recorded, actor)
    names = {DeclaredHonour: printed_names(declared) if declared else {}, Honour: printed_names(rows)}
    received = [Received(row.decision_date, row.award_id, row.status, row) for row in rows[:HISTORY_SHOWN]]
    received += [Received(row.decision_date, row.award_id, row.state, row) for row in declared]
    told = []
    for one in years_of(received, today=today) if received else ():
        if isinstance(one, Gap):
            told.append({"gap": one})
        else:
            lines = [
                {
                    "honour": row.honour,
                    "award": names[type(row.honour)][row.honour.pk],
                    "is_declared": isinstance(row.honour, DeclaredHonour),
                    "counts": row.counts,
                }
                for row in one.received
            ]
            told.append({"year": one.year, "rows": lines})
    return {"years": told, "more_history": len(rows) > HISTORY_SHOWN}


def _declared_by(recorded: Subject | None, actor: Actor) -> list[DeclaredHonour]:
    if recorded is None:
        return []
    return list(recorded.declared.counting().visible_to(actor).select_related("organisation", "award"))


def consultations_told(
    nomination: Nomination, standing: DossierStanding, actor: Actor, today: date, *, is_held: bool = False
) -> dict[str, Any]:
    """Bodies that were asked, with what they answered, for who may read that; for others only how many are waited for,
    and until when. `is_held`: a colleague of the desk has the dossier in charge. `steps`: what happened to it, with
    their answers among it."""
    steps: list[Any] = [step_as_told(step, step.desk, actor) for step in nomination.steps.all()]
    rows: list[Consultation] = []
    if actor.bodies and standing.was_ever_asked:
        readable = Consultation.objects.filter(nomination=nomination).visible_to(actor).with_names()
        rows = list(readable.prefetch_related("steps"))
    for one in rows:
        one.nomination = nomination
        steps += [
            EventTold(step_as_told(step, None if step.name == "answer" else one.asker, actor), one.name)
            for step in one.steps.all()
        ]
    open_ones = [one for one in standing.consultations if one.is_open and one.due_on >= today]
    return {
        "consultations": [consultation_told(one, actor, today, is_held=is_held) for one in rows],
        "waited_for": len(open_ones),
        "waited_until": max((one.due_on for one in open_ones), default=None),
        "steps": sorted(steps, key=lambda step: step.taken_at, reverse=True),
    }


def step_as_told(step: StepTaken, desk: Organisation | None, actor: Actor) -> "StepTaken | StepOfDesk":
    """At the desk itself only who decides reads which colleague took a step: who has the dossier in charge is not told
    to a colleague whose independent opinion is asked (docs/adr/0032)."""
    if desk is None or desk.pk not in actor.bodies or desk.pk in actor.decided or step.taken_by_name == actor.name:
        return step
    return StepOfDesk(step, str(desk))


@dataclass(frozen=True)
class StepOfDesk:
    """A step told under the name of the desk that took it."""

    step: StepTaken
    taken_by_name: str

    @property
    def taken_at(self) -> datetime:
        return self.step.taken_at

    @property
    def why(self) -> str:
        return self.step.why

    @property
    def word(self) -> str:
        return self.step.word


@dataclass(frozen=True)
class EventTold:
    """A step of a consultation among those of its dossier."""

    step: StepTaken | StepOfDesk
    body: str

    @property
    def taken_at(self) -> datetime:
        return self.step.taken_at

    @property
    def taken_by_name(self) -> str:
        return self.step.taken_by_name

    @property
    def why(self) -> str:
        return self.step.why

    @property
    def word(self) -> str:
        return f"{self.step.word} ({self.body})"


def consultation_told(one: Consultation, actor: Actor, today: date, *, is_held: bool = False) -> dict[str, Any]:
    told = one.told(today)
    return {
        "consultation": one,
        "status": CONSULTATION_BADGES[told],
        "opinion": OPINION_BADGES[Opinion(one.opinion)] if one.opinion else None,
        "said": consultation_in_words(one, today),
        "enters": one.is_open and not is_held and actor.may("enter", one),
        "answers": one.is_open and actor.may("answer", one),
        "is_late": told is Told.LATE,
        "reads_scan": bool(one.file),
    }


def comments_told(nomination: Nomination, actor: Actor, *, is_apart: bool = False) -> CommentsAt:
    """While a desk still writes them, what nobody has answered yet is seen in that body only, and there not by who
    gives an independent opinion (`is_apart`). One on a paper that was taken out stands with the papers: it is still to
    be answered."""
    found = CommentsAt()
    rows = nomination.comments.standing().select_related("body", "paper")
    for one in rows:
        unsent = nomination.state == NominationState.REVIEW and not one.answer
        if unsent and (is_apart or one.body_id not in actor.bodies):
            continue
        if one.paper is not None and one.paper.withdrawn_at is None:
            found.papers[one.paper.pk].append(one)
        else:
            found.places[one.place].append(one)
    return found
