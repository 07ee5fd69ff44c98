"""Campaigns in sentences: what is missing, how far a life has come."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.campaigns.models.wording import PARTS
from clusters.campaigns.rules.flow import CampaignHindrance, LaunchCase
from clusters.campaigns.rules.life import StageSeen
from clusters.campaigns.rules.missing import hinders_launch
from clusters.campaigns.rules.rows import RowFate
from clusters.campaigns.rules.terms import Part, Stage, StageState
from clusters.sheets.rules import ReadRow
from emulation.core.dates import format_date


def parts_in_words(parts: tuple[Part, ...]) -> str:
    return ", ".join(str(PARTS[part]) for part in parts)


def launch_hindrance(hindrance: str, case: LaunchCase) -> str:
    if hindrance == CampaignHindrance.OVER:
        return _("Its last day %(day)s went by. Change its days before it is launched.") % {
            "day": format_date(case.ended_on)
        }
    if hindrance == CampaignHindrance.LAUNCHED_HERE:
        return _("It was launched here and stays; only what was recorded by mistake is struck out.")
    if hindrance == CampaignHindrance.HELD:
        return _("The campaign stays as long as anything refers to it: %(things)s.") % {
            "things": ", ".join(case.held_by)
        }
    return _("Still missing for the launch: %(parts)s.") % {"parts": parts_in_words(hinders_launch(case.said))}


ROWS = {
    RowFate.IS_A_SUM: gettext_lazy("a sum, no campaign"),
    RowFate.REPEATED: gettext_lazy("the same name stands at %(seen)s already"),
    RowFate.RECORDED: gettext_lazy("recorded already under this or another name"),
    RowFate.OF_ANOTHER: gettext_lazy("launched by %(seen)s and recorded there; units take part in it"),
    RowFate.WHOSE: gettext_lazy(
        "%(seen)s launched one of this name; write your office as launching it, if it is your own"
    ),
    RowFate.NOT_OWN: gettext_lazy("launched by %(seen)s; an office records only what it launched itself"),
    RowFate.NO_NAME: gettext_lazy("without a name; write it in full"),
    RowFate.TOO_LONG: gettext_lazy("“%(seen)s” is too long; shorten it"),
    RowFate.FORM_UNKNOWN: gettext_lazy("“%(seen)s” is no form of emulation; write Thường xuyên or Chuyên đề"),
    RowFate.NO_DAY: gettext_lazy("“%(seen)s” is no day; write it as 31/12/2023"),
    RowFate.BACKWARDS: gettext_lazy("the last day %(seen)s comes before the first"),
    RowFate.AHEAD: gettext_lazy("the day of launching %(seen)s is still to come"),
    RowFate.OVER: gettext_lazy("the day of launching %(seen)s comes after the last day"),
    RowFate.NOT_THEN: gettext_lazy("the office did not exist in this time; look at the days"),
}


def row_in_words(row: ReadRow) -> str:
    return "" if row.is_taken else str(ROWS[row.fate]) % {"seen": row.seen}


def stage_in_words(seen: StageSeen) -> str:
    """What stands beneath a stage of the bar; colour and sign never speak alone."""
    day = {"day": format_date(seen.on) if seen.on else ""}
    if seen.state is StageState.DONE:
        return day["day"]
    if seen.state is StageState.UNKNOWN:
        return _("day not stated")
    if seen.state is StageState.LATE:
        return _("was due on %(day)s") % day
    if seen.state is StageState.TO_COME:
        return _("due on %(day)s") % day if seen.on else _("no day set")
    return _("nobody yet") if seen.stage is Stage.JOINED else _("nothing heard")
