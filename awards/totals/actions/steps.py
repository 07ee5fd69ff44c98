"""Deeds on a declared total that is there: corrected, withdrawn; its history keeps each as a step."""

from datetime import date
from decimal import Decimal
from typing import Any

from awards.register.actions.same import lock_register_of
from awards.totals import words
from awards.totals.actions.said import number_of, refuse_beside_others, refuse_unfit_source
from awards.totals.actions.sources import source_of
from awards.totals.models.total import DeclaredTotal, TotalStep
from awards.totals.rules.flow import FLOW
from awards.totals.rules.terms import Measure
from emulation.core.actions.walk import Course, Told, Walked, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.flow import Step


def correct_total(
    total: DeclaredTotal,
    *,
    value: Decimal,
    number: str,
    day: date,
    upload=None,
    version: int,
    why: str,
    on: date,
    actor: Actor,
) -> DeclaredTotal:
    """Its number and its document; what it counts, and of which period, stays: a wrong one is withdrawn and declared
    anew. `version` is the one the person looked at."""
    said = {"value": value, "number": number, "day": day, "upload": upload, "version": version, "on": on}
    return walk(TOTAL, total, "correct", actor=actor, why=why, **said)


def withdraw_total(total: DeclaredTotal, *, version: int, why: str, actor: Actor) -> DeclaredTotal:
    """Out of every report made from now on, never deleted; reports made before keep what they printed."""
    return walk(TOTAL, total, "withdraw", actor=actor, why=why, version=version)


def told(total: DeclaredTotal) -> dict[str, Any]:
    """As the journal and the history keep it."""
    return {
        "measure": str(total.measure),
        "award": total.report_line.code if total.report_line else "",
        "level": total.level,
        "subject": str(total.subject),
        "year": total.year,
        "half": total.half,
        "days": str(total.days),
        "value": total.number,
        "source": str(total.source),
    }


def _entered(total: DeclaredTotal, step: Step, walked: Walked) -> Told:
    if total.version != walked.context["version"]:
        raise Refusal(words.NOT_NEWEST)
    total.version += 1
    if step.name == "withdraw":
        before, after = {"state": walked.source}, {"state": str(total.state)}
    else:
        before, after = _corrected(total, walked)
    return Told(before=before, after=after, columns={"before": before, "after": after})


def _corrected(total: DeclaredTotal, walked: Walked) -> tuple[dict[str, Any], dict[str, Any]]:
    asked, was = walked.context, told(total)
    refuse_unfit_source(total.during, asked["day"], on=asked["on"])
    for column, value in number_of(Measure(total.measure), asked["value"]).items():
        setattr(total, column, value)
    total.source = source_of(
        total.organisation, number=asked["number"], day=asked["day"], upload=asked["upload"], actor=walked.actor
    )
    becomes = told(total)
    changed = [name for name in was if was[name] != becomes[name]]
    if not changed and asked["upload"] is None:
        raise Refusal(words.UNCHANGED)
    refuse_beside_others(total)
    return {name: was[name] for name in changed}, {name: becomes[name] for name in changed}


def locked(total: DeclaredTotal) -> DeclaredTotal:
    """The newest row, under the lock that lists of its organisation take too."""
    lock_register_of(total.organisation_id)
    related = ("organisation", "report_line", "source")
    return DeclaredTotal.objects.select_for_update(of=("self",)).select_related(*related).get(pk=total.pk)


TOTAL = Course[DeclaredTotal](
    flow=FLOW,
    steps=TotalStep,
    thing="total",
    verb="awards.{}_total",
    locked=locked,
    in_state=lambda total: str(words.WITHDRAWN),
    in_words=lambda hindrance, case, total: hindrance,
    case_of=lambda total, **context: None,
    effect=_entered,
    not_yours=lambda total: str(words.NOT_YOURS),
    organisation_of=lambda total: total.organisation_id,
)
