"""How a result of the year walks its flow, and the draft of one under lock."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.results.models.board import bars, checksum_of, places_in_order, rules_of
from clusters.results.models.result import ResultStep, YearResult
from clusters.results.rules.flow import FLOW, ResultCase, ResultHindrance
from clusters.results.rules.terms import ElectedPost, ResultState
from clusters.results.words import hindrance_in_words
from emulation.core import clock
from emulation.core.actions.refusals import fitting
from emulation.core.actions.walk import Course, Walked
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.models.fields import longest


def require_drafter(of: ClusterYear | YearResult, actor: Actor) -> None:
    if not actor.may("write", of, subject="result_draft"):
        raise Refusal(_("Only an officer of the head of the cluster draws up its result."))


def locked_draft(result: YearResult, actor: Actor) -> YearResult:
    """Under the lock of its year; refused unless it is a draft."""
    require_drafter(result, actor)
    result = locked_result(result)
    if not result.is_draft:
        raise Refusal(state_refusal(result))
    return result


def locked_result(result: YearResult) -> YearResult:
    cluster_year = locked_open_year(result.cluster_year)
    result = YearResult.objects.select_for_update(of=("self",)).select_related("changes").get(pk=result.pk)
    result.cluster_year = cluster_year
    return result


def state_refusal(result: YearResult) -> str:
    return _("This result is in the state “%(state)s”; it changes only by a later act that names it.") % {
        "state": result.get_state_display()
    }


def case_of(result: YearResult, *, why: str = "", gathered: ResultCase | None = None, **context: Any) -> ResultCase:
    """`why`: of what is left open. `gathered`: the case without a word why, where it is at hand."""
    if gathered is not None:
        return replace(gathered, is_explained=bool(why))
    places = list(result.places.all())
    order = places_in_order(places, Scheme.objects.get(cluster_year=result.cluster_year_id))
    proposed = [
        (member, ProposedAward(award)) for member, award in result.proposals.values_list("organisation", "award")
    ]
    rules = rules_of(result.cluster_year.cluster, clock.today())
    barred = bars(places, {award for _member, award in proposed}, rules)
    return ResultCase(
        number=result.number,
        open_places=sum(place.is_open for place in order.values()),
        has_minutes=bool(result.minutes or result.conference_id),
        is_acclaimed=any(place.is_acclaimed for place in places),
        has_head=_has_head(result),
        barred=sum(barred[one] is not None for one in proposed),
        is_explained=bool(why),
    )


def _has_head(result: YearResult) -> bool:
    return result.elections.filter(post=ElectedPost.HEAD).exists()


def _entered(result: YearResult, step: Step, walked: Walked) -> dict[str, Any]:
    """Who froze it and in which office, why something is left open, and the checksum of all it says."""
    if step.target == ResultState.FROZEN:
        office = fitting(walked.context["office"], most=longest(YearResult, "frozen_by_office"), field="office")
        if not office:
            raise Refusal(_("Say in which office you sign, for example Phó Chủ tịch UBND thành phố."), field="office")
        is_left_open = not (result.places.filter(is_acclaimed=True).exists() and _has_head(result))
        result.left_open_why = walked.why if is_left_open else ""
        result.frozen_by_name, result.frozen_by_office = walked.actor.name, office
        result.frozen_at = walked.at
        result.checksum = checksum_of(result)
    return {"checksum": result.checksum}


RESULT = Course[YearResult](
    flow=FLOW,
    steps=ResultStep,
    thing="result",
    verb="clusters.{}_result",
    locked=locked_result,
    in_state=state_refusal,
    in_words=lambda hindrance, case, result: hindrance_in_words(ResultHindrance(hindrance), case),
    case_of=case_of,
    effect=_entered,
    not_yours=lambda result: _(
        "The result is drawn up by an officer of the head of the cluster and frozen by the approver of the head."
    ),
    field_of_hindrance="why",
    organisation_of=lambda result: result.cluster_year.cluster.owner_id,
)
