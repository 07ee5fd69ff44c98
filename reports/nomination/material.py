"""What the submission letter of a dossier says, read from the database into one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.utils import timezone

from awards.catalogue.models.award import LawVersion
from awards.models import Consultation, DeclaredHonour, Honour, Nomination, Subject
from awards.nominations.models.desks import body_at
from awards.nominations.models.names import award_name
from awards.nominations.models.standing import standing_of
from awards.nominations.models.subjects import honours_of_subject
from awards.nominations.rules.consulting import Told
from awards.nominations.rules.route import Desk
from awards.procedures.models.wording import PAPERS, RULES
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import PaperKind
from awards.records.rules.terms import DeclaredState
from awards.register.models.honour import HonourQuerySet
from awards.register.models.printed import printed_names
from awards.sittings.models.agenda import SittingItem, agreed_on
from awards.sittings.rules.terms import ItemOutcome
from clusters.organisations.models.organisation import Organisation
from clusters.regulation.rules.laws import laws_begun_on
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from reports.document.rules.issuer import Issuer, Paper
from reports.runs.models.issuers import issuer_of

MOST_RECEIVED = 40


@dataclass(frozen=True)
class AchievementLine:
    text: str
    target: str
    result: str
    source: str


@dataclass(frozen=True)
class ReceivedLine:
    """`is_declared`: from before the register, declared and confirmed."""

    award: str
    number: str
    day: date
    year: int | None
    is_declared: bool = False


@dataclass(frozen=True)
class NominationMaterial:
    """`receiver`: to whom it is sent. `laws`: of the version that holds, as papers name them; none without a procedure.
    `papers`: (what goes along with the letter, whether only on paper). `overrides`: (rule, why it is sent over it).
    `received_besides`: how many honours more the register has than are printed. `proposed_by`: whose nomination a
    province passes on."""

    number: int
    issuer: Issuer
    receiver: str
    award: str
    laws: tuple[str, ...]
    kind: str
    name: str
    position: str
    unit: str
    birth_year: int | None
    first_day: date | None
    last_day: date | None
    summary: tuple[str, ...]
    achievements: tuple[AchievementLine, ...]
    received: tuple[ReceivedLine, ...]
    received_besides: int
    papers: tuple[tuple[str, bool], ...]
    overrides: tuple[tuple[str, str], ...]
    cluster: str
    as_of: date
    proposed_by: str = ""


@dataclass(frozen=True)
class OpinionLine:
    body: str
    opinion: str
    reason: str
    paper: str


@dataclass(frozen=True)
class CountedVote:
    """What a sitting came to, or an opinion in writing, on the day from which it can be relied on: votes for and
    against, `needed` out of `of`."""

    day: date
    is_in_writing: bool
    agreed: int
    against: int
    needed: int
    of: int
    is_agreed: bool


@dataclass(frozen=True)
class CouncilMaterial:
    """What the Council's minutes say of one dossier, as far as it is known here. `broken`, `exceptions`: (rule, why) of
    rules over which it was sent, and of those of which the Council accepts an exception; `vote`: None where none was
    counted here."""

    number: int
    issuer: Issuer
    award: str
    name: str
    position: str
    unit: str
    nominator: str
    first_day: date | None
    last_day: date | None
    broken: tuple[tuple[str, str], ...]
    exceptions: tuple[tuple[str, str], ...]
    opinions: tuple[OpinionLine, ...]
    vote: CountedVote | None
    as_of: date


def nomination_material(nomination: Nomination, *, actor: Actor, on: date) -> NominationMaterial:
    """`organisation__parent`, `province`, `award` and `place` are at hand. The same number of questions whatever lies
    in it. For who is of the province that passes it on, or of the board above it, the province's own letter."""
    standing = standing_of(nomination, on=on, reader=actor)
    submitter = _submitter(nomination, standing.route, actor)
    is_passed_on = submitter != nomination.organisation
    receiver = body_at(standing.route[-1] if is_passed_on else standing.route[0], nomination, on=on)
    sent_step = "forward" if is_passed_on else "submit"
    received = _in_the_register(nomination, actor, sent_step)
    declared = _confirmed(standing.recorded, _sent_on(nomination, sent_step)) if received is not None else []
    honours = list(received[:MOST_RECEIVED]) if received is not None else []
    besides = received.count() - len(honours) if received is not None and len(honours) == MOST_RECEIVED else 0
    names = printed_names(honours)
    procedure = standing.held.procedure
    place = nomination.place
    return NominationMaterial(
        number=nomination.pk,
        issuer=issuer_of(Paper.SUBMISSION, organisation=submitter, on=on),
        receiver=_addressed(receiver) if receiver else "",
        award=award_name(nomination, on=on),
        laws=laws_named(procedure.law) if procedure else (),
        kind=str(nomination.get_subject_kind_display()),
        name=nomination.name,
        position=nomination.position,
        unit=nomination.unit,
        birth_year=nomination.birth_year,
        first_day=nomination.achieved_from,
        last_day=nomination.achieved_to,
        summary=tuple(line.strip() for line in nomination.summary.splitlines() if line.strip()),
        achievements=tuple(
            AchievementLine(one.text, one.target, one.result, one.source)
            for one in nomination.achievements.exclude(text="")
        ),
        received=tuple(
            sorted((*declared, *(_received(one, names) for one in honours)), key=lambda one: one.day, reverse=True)
        ),
        received_besides=besides,
        papers=tuple(
            (str(PAPERS[one.kind]) if one.kind else PurePath(one.name).stem, one.on_paper_only)
            for one in standing.papers
            if one.kind != PaperKind.SUBMISSION_LETTER
        ),
        overrides=tuple(
            (str(RULES[RuleCode(one.code)]), one.why)
            for one in standing.overrides
            if is_passed_on or not one.by_council
        ),
        cluster=_led(place) if place is not None else "",
        as_of=_as_of(nomination, sent_step),
        proposed_by=str(nomination.organisation) if is_passed_on else "",
    )


def _in_the_register(nomination: Nomination, actor: Actor, step: str) -> HonourQuerySet | None:
    """What it had of the subject when that was sent, without what came of it; as it stands now while it is not sent.
    None where the register cannot tell the subject from namesakes."""
    if not _is_certain(nomination):
        return None
    rows = honours_of_subject(nomination, actor=actor).in_force().exclude(pk=nomination.honour_id)
    sent_on = _sent_on(nomination, step)
    return rows if sent_on is None else rows.filter(decision_date__lte=sent_on)


def _received(one: Honour | DeclaredHonour, names: Mapping[int, str]) -> ReceivedLine:
    is_declared = isinstance(one, DeclaredHonour)
    return ReceivedLine(names[one.pk], one.decision_number, one.decision_date, one.achievement_year, is_declared)


def _confirmed(recorded: Subject | None, sent_on: date | None) -> list[ReceivedLine]:
    """From before the register: what the rules count as held, as of the sending."""
    if recorded is None:
        return []
    rows = recorded.declared.filter(state=DeclaredState.CONFIRMED).select_related("award")
    held = list(rows if sent_on is None else rows.filter(decision_date__lte=sent_on))
    names = printed_names(held) if held else {}
    return [_received(one, names) for one in held]


def laws_named(version: LawVersion) -> tuple[str, ...]:
    """As papers name them. A version that begins with none of the laws known here is named as it was entered."""
    start = version.during.start
    return (laws_begun_on(start) if start else ()) or (str(version),)


def council_material(nomination: Nomination, *, actor: Actor, on: date) -> CouncilMaterial:
    """Of the Council beside the body that holds the dossier; read by who may read the opinions."""
    standing = standing_of(nomination, on=on)
    asked = Consultation.objects.filter(nomination=nomination).visible_to(actor).standing()
    put_on = _as_of(nomination, "put_to_council")
    vote = _vote(nomination, actor, since=put_on)
    return CouncilMaterial(
        number=nomination.pk,
        issuer=issuer_of(Paper.COUNCIL_EXTRACT, organisation=nomination.holder, on=on),
        award=award_name(nomination, on=on),
        name=nomination.name,
        position=nomination.position,
        unit=nomination.unit,
        nominator=str(nomination.organisation),
        first_day=nomination.achieved_from,
        last_day=nomination.achieved_to,
        broken=tuple((str(RULES[RuleCode(one.code)]), one.why) for one in standing.overrides if not one.by_council),
        exceptions=tuple((str(RULES[RuleCode(one.code)]), one.why) for one in standing.overrides if one.by_council),
        opinions=tuple(_opinion(one, on) for one in asked),
        vote=vote,
        as_of=vote.day if vote else put_on,
    )


def _vote(nomination: Nomination, actor: Actor, *, since: date) -> CountedVote | None:
    """The last one since the dossier was put to the Council; none for whom a conflict of interest keeps it from."""
    concluded = SittingItem.objects.filter(
        nomination=nomination, outcome__in=(ItemOutcome.AGREED, ItemOutcome.NOT_AGREED)
    )
    seen = concluded.not_kept_from(actor).annotate(agreed_on=agreed_on())
    item = seen.select_related("sitting").order_by("-pk").first()
    if item is None or item.agreed_on < since:
        return None
    return CountedVote(
        item.agreed_on,
        item.sitting.is_in_writing,
        item.agreed_votes or 0,
        item.against_votes or 0,
        item.needed or 0,
        item.of or 0,
        item.outcome == ItemOutcome.AGREED,
    )


def _opinion(one: Consultation, on: date) -> OpinionLine:
    silent = "không trả lời trong thời hạn" if one.told(on) is Told.SILENT else "chưa trả lời"
    said = str(one.get_opinion_display()) if one.opinion else f"{silent} (hạn {format_date(one.due_on)})"
    paper = f"{one.number}, {format_date(one.answered_on)}" if one.number and one.answered_on else ""
    return OpinionLine(one.name, said, one.reason, paper)


def _submitter(nomination: Nomination, route: tuple[Desk, ...], actor: Actor) -> Organisation:
    """Whose letter a person is shown: of the province and of what is above it the province's, of others the
    nominator's."""
    province = nomination.province
    above = {nomination.province_id, nomination.board_id} - {None}
    if province is None or route[-1] is not Desk.BOARD or actor.bodies.isdisjoint(above):
        return nomination.organisation
    return province


def _addressed(receiver: Organisation) -> str:
    return receiver.on_paper.full_name


def _is_certain(nomination: Nomination) -> bool:
    """Whether the register can tell the subject from namesakes: nothing is printed of another one."""
    return bool(nomination.recipient_key) or not nomination.is_of_a_person


def _led(place) -> str:
    year = place.result.cluster_year
    return f"{year.cluster.name} năm {year.year}" if place.is_acclaimed else ""


def _as_of(nomination: Nomination, step: str) -> date:
    """The one day a file carries: of the last such step, before it of the last sending, before that of the beginning;
    never the clock's."""
    return _sent_on(nomination, step) or timezone.localtime(nomination.created_at).date()


def _sent_on(nomination: Nomination, step: str) -> date | None:
    """None while it was never sent."""
    taken = dict(nomination.steps.filter(name__in=(step, "submit")).order_by("pk").values_list("name", "taken_at"))
    at = taken.get(step) or taken.get("submit")
    return timezone.localtime(at).date() if at else None
