"""How a list of years walks its flow."""

from collections.abc import Mapping
from typing import Any

from awards.year_lists.models.year_list import YearList, YearListStep
from awards.year_lists.rules.flow import FLOW, YearListCase
from awards.year_lists.rules.terms import TAKES
from awards.year_lists.words import hindrance_in_words, not_yours, state_refusal
from emulation.core.actions.walk import Course, Told, Walked
from emulation.core.flow import Step


def locked(year_list: YearList) -> YearList:
    rows = YearList.objects.select_for_update(of=("self",)).select_related("organisation", "proof", "job")
    return rows.get(pk=year_list.pk)


def case_of(year_list: YearList, *, working: bool | None = None, **context: Any) -> YearListCase:
    """`working`: said by the worker whose work on the list it is."""
    return YearListCase(
        takes=year_list.rows.filter(state__in=TAKES).count(),
        working=year_list.is_working if working is None else working,
    )


def nothing_besides(year_list: YearList, walked: Walked) -> Mapping[str, Any]:
    return {}


def _entered(year_list: YearList, step: Step, walked: Walked) -> Mapping[str, Any] | Told:
    """Each deed brings what its step does, as `entered`."""
    return walked.context.get("entered", nothing_besides)(year_list, walked)


YEAR_LIST = Course[YearList](
    flow=FLOW,
    steps=YearListStep,
    thing="year_list",
    verb="awards.{}_year_list",
    locked=locked,
    in_state=state_refusal,
    in_words=hindrance_in_words,
    case_of=case_of,
    effect=_entered,
    not_yours=not_yours,
    organisation_of=lambda year_list: year_list.organisation_id,
)
