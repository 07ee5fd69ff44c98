"""What is known of a dossier when it is looked at: its procedure, the checklist, the days. Asked once a page."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils import timezone

from awards.catalogue.rules.terms import SubjectKind
from awards.eligibility.rules.finding import Judged
from awards.nominations.models.clock import DossierClock, clock_calendar, dossier_clock, dossier_forecast, stays
from awards.nominations.models.consultation import Consultation
from awards.nominations.models.contents import NominationPaper
from awards.nominations.models.desks import desk_of, route
from awards.nominations.models.findings import findings_of
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.models.overrides import RuleOverride
from awards.nominations.models.recorded import recorded_subjects
from awards.nominations.models.subjects import bodies_nominated_by
from awards.nominations.rules.checklist import ChecklistLine, PaperAsked, PaperGiven, checklist, is_asked_of
from awards.nominations.rules.clock import Forecast
from awards.nominations.rules.deadlines import DueDay, StageDays, submission_due
from awards.nominations.rules.route import Desk, desk_after
from awards.procedures.models.holding import HeldProcedure
from awards.procedures.models.procedure import Procedure
from awards.procedures.rules.terms import Body, DaysCounted, Effect, PaperKind, Stage
from awards.procedures.rules.working_days import YearNotEntered
from awards.records.models.subject import Subject
from clusters.organisations.models.lineage import lineage_for
from emulation.core.actor import Actor
from emulation.core.text import search_key

SENDS = ("submit", "forward", "return", "fetch_back")


@dataclass(frozen=True)
class DossierStanding:
    """`held`: the procedure with the sentence that says why it is that one. `papers`: those that stand. `send_by`: last
    day to send it on; `clock`: the days of the desk that holds it; `forecast`: by when the procedure's days are over,
    or the year whose days off are missing. `consultations`: bodies that were asked and not let go; `was_ever_asked`:
    any at all. `findings`: what the numbered rules answer; `fallen`: overrides that were said of something else.
    `recorded`: who is nominated, as an office keeps it in the book of records, if it does."""

    held: HeldProcedure
    route: tuple[Desk, ...]
    desk: Desk | None
    papers: tuple[NominationPaper, ...] = ()
    lines: tuple[ChecklistLine, ...] = ()
    stages: tuple[StageDays, ...] = field(default=(), repr=False)
    send_by: DueDay | None = None
    findings: tuple[Judged, ...] = field(default=(), repr=False)
    overrides: tuple[RuleOverride, ...] = ()
    fallen: tuple[RuleOverride, ...] = field(default=(), repr=False)
    clock: DossierClock = field(default_factory=DossierClock)
    forecast: Forecast | YearNotEntered | None = None
    consultations: tuple[Consultation, ...] = field(default=(), repr=False)
    was_ever_asked: bool = True
    recorded: Subject | None = None

    @property
    def hindering(self) -> tuple[Judged, ...]:
        """Rules that block and that nobody has overridden."""
        overridden = {one.code for one in self.overrides}
        return tuple(one for one in self.findings if one.blocks and one.rule.code not in overridden)

    @property
    def missing(self) -> tuple[ChecklistLine, ...]:
        return tuple(line for line in self.lines if line.hinders)


def procedure_of(nomination: Nomination, *, on: date) -> HeldProcedure:
    """A draft that nobody received yet asks with today."""
    return Procedure.objects.for_award(
        nomination.award,
        receipt=nomination.received_on or on,
        decision=nomination.decision_date,
        achievement_end=nomination.achieved_to,
    )


def papers_asked(procedure: Procedure | None, nomination: Nomination) -> tuple[PaperAsked, ...]:
    """Those that are meant for such a subject."""
    if procedure is None:
        return ()
    return tuple(
        PaperAsked(PaperKind(row.kind), row.effect == Effect.BLOCKS, row.form_number, row.provision, row.verified)
        for row in procedure.papers.all()
        if is_asked_of(PaperKind(row.kind), nomination.subject_kind, nomination.target_group)
    )


def stage_days(procedure: Procedure | None) -> tuple[StageDays, ...]:
    if procedure is None:
        return ()
    return tuple(
        StageDays(
            Stage(row.stage),
            Body(row.body),
            row.days,
            DaysCounted(row.days_counted),
            row.until_month,
            row.until_day,
            row.verified,
        )
        for row in procedure.stages.all()
    )


def send_by(
    nomination: Nomination,
    stages: tuple[StageDays, ...],
    way: tuple[Desk, ...],
    desk: Desk | None,
    steps: Iterable[NominationStep],
) -> DueDay | None:
    """Until when who holds it is to send it to the next desk; None where nothing says so, or where that desk or a later
    one had it in time for the same subject and returned it itself: then it may go there again."""
    following = desk_after(way, desk)
    due = submission_due(stages, following, achieved_to=nomination.achieved_to) if following is not None else None
    if due is None:
        return None
    was_for_another = False
    for returning, came_on, sent_for in _returns(steps, way):
        until = submission_due(stages, returning, achieved_to=nomination.achieved_to)
        if way.index(returning) >= way.index(following) and (until is None or came_on <= until.day):
            if not sent_for or is_who_was_sent(nomination, sent_for):
                return None
            was_for_another = True
    return replace(due, was_for_another=was_for_another)


def who_is_sent(nomination: Nomination) -> str:
    """Digest that stays when birth, post or unit are mended: of the house's body, else of the name."""
    return _digest(nomination.subject_id or nomination.name_key)


def is_who_was_sent(nomination: Nomination, sent_for: str) -> bool:
    """Also where the writing of the name was mended, or a body of the house was chosen for its typed name or the name
    typed for it. A namesake among the house's bodies is another one."""
    if sent_for in (who_is_sent(nomination), _digest(nomination.name_key)):
        return True
    if nomination.subject_id is not None or nomination.subject_kind != SubjectKind.COLLECTIVE:
        return False
    own = bodies_nominated_by(nomination).values_list("pk", "name")
    return any(sent_for == _digest(pk) for pk, name in own if search_key(name)[:300] == nomination.name_key)


def _digest(who: int | str) -> str:
    return hashlib.sha256(repr(who).encode()).hexdigest()


def _returns(steps: Iterable[NominationStep], way: tuple[Desk, ...]) -> Iterator[tuple[Desk, date, str]]:
    """(desk that returned the dossier, day on which that desk was sent it first for whom it returned it for, who that
    was), oldest return first."""
    place, sent_for, came = -1, "", dict[tuple[int, str], date]()
    for step in sorted(steps, key=lambda one: one.pk):
        if step.name in ("submit", "forward"):
            place, sent_for = 0 if step.name == "submit" else place + 1, step.sent_for
            came.setdefault((place, sent_for), timezone.localtime(step.taken_at).date())
        elif step.name == "fetch_back":
            place -= 1
        elif step.name == "return" and (place, sent_for) in came and place < len(way):
            yield way[place], came[place, sent_for], sent_for


def standing_of(nomination: Nomination, *, on: date, reader: Actor | None = None) -> DossierStanding:
    """`reader`: for whose eyes its findings are."""
    held = procedure_of(nomination, on=on)
    way, desk = route(nomination), desk_of(nomination)
    papers = tuple(nomination.papers.standing())
    given = [PaperGiven(one.pk, one.kind, one.on_paper_only) for one in papers]
    stages, reasons = stage_days(held.procedure), list(nomination.overrides.all())
    passed = stays(nomination)
    calendar = clock_calendar(passed, on=on)
    clock = dossier_clock(nomination, stages, passed, calendar)
    ever_asked = list(nomination.consultations.all())
    asked = tuple(one for one in ever_asked if one.stands)
    links = lineage_for(reader)
    recorded = recorded_subjects([nomination], links=links) if nomination.name else {}
    return DossierStanding(
        held=held,
        route=way,
        desk=desk,
        papers=papers,
        lines=checklist(
            papers_asked(held.procedure, nomination),
            given,
            desk=desk,
            route=way,
            opinions=[one.kind for one in asked if one.opinion],
        ),
        stages=stages,
        send_by=send_by(nomination, stages, way, desk, nomination.steps.all()),
        findings=findings_of(nomination, held, on=on, reader=reader, recorded=recorded, links=links),
        recorded=recorded.get(nomination.pk),
        overrides=tuple(one for one in reasons if one.stands_in(nomination)),
        fallen=tuple(one for one in reasons if not one.stands_in(nomination)),
        clock=clock,
        forecast=dossier_forecast(nomination, stages, clock, asked, passed, on=on, calendar=calendar),
        consultations=asked,
        was_ever_asked=bool(ever_asked),
    )
