"""What the submission letter of a dossier says, read from the database into one frozen value."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from awards.models import Nomination
from awards.nominations.models.desks import body_at
from awards.nominations.models.names import award_name
from awards.nominations.models.standing import standing_of
from awards.nominations.models.subjects import honours_of_subject
from awards.procedures.models.wording import PAPERS, RULES
from awards.procedures.rules.rule_codes import RuleCode
from awards.register.models.printed import printed_names
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.actor import Actor
from reports.document.rules.issuer import Issuer, Paper
from reports.runs.models.issuers import issuer_of


@dataclass(frozen=True)
class AchievementLine:
    text: str
    target: str
    result: str
    source: str


@dataclass(frozen=True)
class ReceivedLine:
    award: str
    number: str
    day: date
    year: int | None


@dataclass(frozen=True)
class NominationMaterial:
    """`receiver`: to whom it is sent. `law`: the version that holds, as its procedure is named; empty without one.
    `papers`: (what it is, whether only on paper). `overrides`: (rule, why it is sent over it)."""

    number: int
    issuer: Issuer
    receiver: str
    award: str
    law: str
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
    papers: tuple[tuple[str, bool], ...]
    overrides: tuple[tuple[str, str], ...]
    cluster: str
    as_of: date


def nomination_material(nomination: Nomination, *, actor: Actor) -> NominationMaterial:
    """`organisation__parent`, `award` and `place` are at hand. The same number of questions whatever lies in it."""
    today = clock.today()
    standing = standing_of(nomination, on=today, reader=actor)
    nominator = nomination.organisation
    receiver = body_at(standing.route[0], nomination, on=today)
    honours = list(honours_of_subject(nomination, actor=actor).in_force()[:40]) if _is_certain(nomination) else []
    names = printed_names(honours)
    procedure = standing.held.procedure
    place = nomination.place
    return NominationMaterial(
        number=nomination.pk,
        issuer=issuer_of(Paper.SUBMISSION, organisation=nominator, on=today),
        receiver=_addressed(receiver) if receiver else "",
        award=award_name(nomination, on=today),
        law=str(procedure.law) if procedure else "",
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
            ReceivedLine(names[one.pk], one.decision_number, one.decision_date, one.achievement_year) for one in honours
        ),
        papers=tuple((str(PAPERS[one.kind]) if one.kind else one.name, one.on_paper_only) for one in standing.papers),
        overrides=tuple((str(RULES[RuleCode(one.code)]), one.why) for one in standing.overrides),
        cluster=_led(place) if place is not None else "",
        as_of=_as_of(nomination),
    )


def _addressed(receiver: Organisation) -> str:
    return receiver.on_paper.full_name


def _is_certain(nomination: Nomination) -> bool:
    """Whether the register can tell the subject from namesakes: nothing is printed of another one."""
    return bool(nomination.recipient_key) or not nomination.is_of_a_person


def _led(place) -> str:
    year = place.result.cluster_year
    return f"{year.cluster.name} năm {year.year}" if place.is_acclaimed else ""


def _as_of(nomination: Nomination) -> date:
    """The one day a file carries: of the last sending, before it of the beginning; never the clock's."""
    sent = nomination.steps.filter(name="submit").values_list("taken_at", flat=True).first()
    return timezone.localtime(sent or nomination.created_at).date()
