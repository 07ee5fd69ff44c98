"""The way of a campaign that is launched here: prepared by an officer, launched by the approver, or dropped. Pure. One
launched elsewhere is recorded as launched and takes no step."""

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


@dataclass(frozen=True)
class LaunchCase:
    """`ended_on`: the last day, where it lies before the launch."""

    said: Said
    ended_on: date | None = None


def says_what_it_is_measured_by(case: LaunchCase) -> str | None:
    return CampaignHindrance.INCOMPLETE if hinders_launch(case.said) else None


def has_not_ended(case: LaunchCase) -> str | None:
    return CampaignHindrance.OVER if case.ended_on else None


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
    ),
    final=(CampaignState.LAUNCHED, CampaignState.DROPPED),
)
