"""The way of a campaign that is launched here: prepared by an officer, launched by the approver, or dropped. One
launched elsewhere is recorded as launched and takes one step at most: recorded by mistake, it is struck out, as long as
nothing hangs on it; of the whole country by the central board. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clusters.campaigns.rules.missing import Said, hinders_launch
from clusters.campaigns.rules.terms import CampaignState
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class CampaignHindrance(StrEnum):
    INCOMPLETE = "incomplete"
    OVER = "over"
    LAUNCHED_HERE = "launched_here"
    HELD = "held"


@dataclass(frozen=True)
class LaunchCase:
    """`ended_on`: the last day, where it lies before the launch. `held_by`: what hangs on it, by the names of such
    things."""

    said: Said
    ended_on: date | None = None
    is_recorded: bool = False
    held_by: tuple[str, ...] = ()


def says_what_it_is_measured_by(case: LaunchCase) -> str | None:
    return CampaignHindrance.INCOMPLETE if hinders_launch(case.said) else None


def has_not_ended(case: LaunchCase) -> str | None:
    return CampaignHindrance.OVER if case.ended_on else None


def was_only_recorded(case: LaunchCase) -> str | None:
    return None if case.is_recorded else CampaignHindrance.LAUNCHED_HERE


def nothing_hangs_on_it(case: LaunchCase) -> str | None:
    return CampaignHindrance.HELD if case.held_by else None


FLOW = Flow(
    name="campaign",
    initial=CampaignState.DRAFT,
    steps=(
        Step(
            "launch",
            (CampaignState.DRAFT,),
            CampaignState.LAUNCHED,
            (R.OWN_APPROVER,),
            (says_what_it_is_measured_by, has_not_ended),
        ),
        Step("drop", (CampaignState.DRAFT,), CampaignState.DROPPED, (R.OWN_OFFICER,), needs_reason=True),
        Step(
            "strike_out",
            (CampaignState.LAUNCHED,),
            CampaignState.STRUCK_OUT,
            (R.OWN_OFFICER, R.CENTRAL),
            (was_only_recorded, nothing_hangs_on_it),
            needs_reason=True,
        ),
    ),
    final=(CampaignState.LAUNCHED, CampaignState.DROPPED, CampaignState.STRUCK_OUT),
)
