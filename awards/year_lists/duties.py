"""Lists of years that are checked and wait to be taken."""

from django.utils.translation import gettext as _

from awards.year_lists.models.year_list import YearList
from emulation.core.actor import Actor
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.numbers import format_integer

SHOWN = 5


class YearListDuty(DutyKind):
    TAKE = "year_lists.take"


def year_lists_to_take(actor: Actor) -> list[Duty]:
    if not actor.entered:
        return []
    return [_duty(one) for one in YearList.objects.waiting_for(actor).counted()[:SHOWN]]


def _duty(year_list: YearList) -> Duty:
    told = {"takes": format_integer(year_list.takes), "refused": format_integer(year_list.refused)}
    return Duty(
        kind=YearListDuty.TAKE,
        title=_("Take the list of years “%(file)s” into the book of records") % {"file": year_list.file_name},
        url=year_list.get_absolute_url(),
        why=_("Checked: %(takes)s rows can be taken, %(refused)s are refused.") % told,
        subject=about(year_list),
        organisation=year_list.organisation_id,
    )
