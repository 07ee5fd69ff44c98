"""Where a dossier is: its way, at whom, since when, how long it usually stays there, until when, and what then."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from awards.nominations.models.clock import StoppedClock
from awards.nominations.models.desks import WITH_THE_NOMINATOR
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standing import DossierStanding
from awards.nominations.models.usual import LEAST_STAYS, UsualDays, usual_days
from awards.nominations.models.wording import NOMINATION_BADGES
from awards.nominations.rules.clock import Forecast
from awards.nominations.rules.deadlines import StageDays
from awards.nominations.rules.route import Desk
from awards.nominations.rules.terms import ENDED, NominationState
from awards.procedures.models.wording import BODIES, STAGES
from awards.procedures.rules.terms import DaysCounted
from awards.procedures.rules.working_days import YearNotEntered
from emulation.core.actor import Actor


@dataclass(frozen=True)
class StageShown:
    """`standing`: "done", "now", "ended" or "ahead"."""

    label: str
    standing: str
    told: str = ""


@dataclass(frozen=True)
class Whereabouts:
    """`due`: the holder's last day; `stopped`: whose days stand still; `forecast`: by when the procedure's days are
    over, with the stages for which it gives none, or the year whose days off it lacks;
    `is_unsent`: that is reckoned as if it were sent today."""

    holder: str
    stage: str
    since: date
    days: int
    usual: UsualDays
    due: date | None = None
    left: int | None = None
    is_verified: bool = True
    unreckoned: int | None = None
    stopped: StoppedClock | None = None
    forecast: date | None = None
    forecast_verified: bool = True
    forecast_lacks: int | None = None
    uncounted: str = ""
    is_unsent: bool = False
    least_stays: int = LEAST_STAYS

    @property
    def overdue(self) -> int | None:
        """Days past the last one."""
        return -self.left if self.left is not None and self.left < 0 else None

    @property
    def stopped_counts_working(self) -> bool:
        return self.stopped is not None and self.stopped.counted is DaysCounted.WORKING


@dataclass(frozen=True)
class StandsIn:
    """`sitting`: on whose agenda it is, not concluded yet; `draft`: the draft decision it stands in. Each only for who
    reads it there."""

    sitting: Model | None = None
    draft: Model | None = None


def stands_in(nomination: Nomination, actor: Actor) -> StandsIn:
    if nomination.state != NominationState.COUNCIL:
        return StandsIn()
    item = nomination.sitting_items.pending().not_kept_from(actor).select_related("sitting__council__body").first()
    line = nomination.decision_lines.filter(stands=True).not_kept_from(actor).select_related("decision__body").first()
    return StandsIn(
        item.sitting if item is not None and actor.may("read", item.sitting) else None,
        line.decision if line is not None and actor.may("read", line.decision) else None,
    )


def stages_shown(nomination: Nomination, standing: DossierStanding) -> list[StageShown]:
    """The way of the dossier in the bodies it goes through, ending with the decision."""
    labels = {
        Desk.OWN: str(nomination.organisation),
        Desk.PROVINCE: str(nomination.province or nomination.organisation.parent or ""),
        Desk.BOARD: str(nomination.board or _("Central Board for Emulation and Commendation")),
    }
    way = [_("Preparation"), *(labels[desk] for desk in standing.route), _("Council"), _("Decision")]
    state = nomination.state
    desk = standing.desk
    if desk is None or _ended_in_preparation(nomination):
        here = 0
    elif state == NominationState.COUNCIL:
        here = len(way) - 2
    elif state == NominationState.AWARDED:
        here = len(way)
    else:
        here = 1 + standing.route.index(desk) if desk in standing.route else 0
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


def _ended_in_preparation(nomination: Nomination) -> bool:
    return nomination.state == NominationState.WITHDRAWN and any(
        step.target == NominationState.WITHDRAWN and step.source in WITH_THE_NOMINATOR
        for step in nomination.steps.all()
    )


def whereabouts(nomination: Nomination, standing: DossierStanding, today: date, reader: Actor) -> Whereabouts | None:
    """As the reader sees others; None once it has ended."""
    if nomination.state in ENDED:
        return None
    since = timezone.localtime(nomination.held_since).date()
    clock = standing.clock
    due = clock.look_by or standing.send_by
    ahead = standing.forecast if isinstance(standing.forecast, Forecast) else None
    missing = standing.forecast
    return Whereabouts(
        holder=str(nomination.holder),
        stage=str(NOMINATION_BADGES[NominationState(nomination.state)].word),
        since=since,
        days=max((today - since).days, 0),
        usual=usual_days(nomination, on=today, reader=reader),
        due=due.day if due else None,
        left=(due.day - today).days if due else None,
        is_verified=due.is_verified if due else True,
        unreckoned=clock.unreckoned,
        forecast_lacks=missing.year if isinstance(missing, YearNotEntered) else None,
        stopped=clock.stopped,
        forecast=ahead.day if ahead else None,
        forecast_verified=ahead.is_verified if ahead else True,
        uncounted="; ".join(_stage(one) for one in ahead.uncounted) if ahead else "",
        is_unsent=standing.desk is None,
    )


def _stage(one: StageDays) -> str:
    return f"{STAGES[one.stage]} ({BODIES[one.body]})"
