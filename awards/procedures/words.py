"""Sentences about procedures and working days."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from awards.procedures.models import wording
from awards.procedures.models.changes import ProcedureChange
from awards.procedures.models.criteria import ProcedureCriterion
from awards.procedures.models.measures import ProcedureMeasure
from awards.procedures.models.parts import (
    ProcedureConsultation,
    ProcedurePaper,
    ProcedureRule,
    ProcedureStage,
    ProcedureTransition,
    Provisioned,
)
from awards.procedures.models.procedure import PARTS, Procedure
from awards.procedures.rules.terms import DayKind, DaysCounted, MeasureKind
from awards.procedures.rules.working_days import YearNotEntered
from emulation.core.dates import format_date
from emulation.core.numbers import format_decimal, format_integer
from emulation.core.period import Period
from emulation.core.words import term

YES, NO = gettext_lazy("yes"), gettext_lazy("no")
CHOSEN: dict[str, Mapping] = {
    "deciding_day": wording.DAY_KINDS,
    "days_counted": wording.DAYS_COUNTED,
    "effect": wording.EFFECTS,
    "base": wording.BASES,
    "stage": wording.STAGES,
    "body": wording.BODIES,
    "kind": wording.MEASURES,
}
KINDS: dict[str, type[Provisioned]] = {model.__name__: model for model in (Procedure, *PARTS)}


def deadline(stage: ProcedureStage) -> str:
    """Empty where the procedure sets none."""
    if stage.days is not None:
        if stage.days_counted == DaysCounted.CALENDAR:
            told = ngettext("%(number)s calendar day", "%(number)s calendar days", stage.days)
        else:
            told = ngettext("%(number)s working day", "%(number)s working days", stage.days)
        return told % {"number": stage.days}
    if stage.until_month is None:
        return ""
    return _("until %(day)s each year") % {"day": f"{stage.until_day:02d}/{stage.until_month:02d}"}


def manner(stage: ProcedureStage) -> str:
    """How a stage is called where it is listed, with whether the Council may be asked without a meeting."""
    name = str(stage.get_stage_display())
    return _("%(stage)s, or its opinion in writing") % {"stage": name} if stage.in_writing else name


def days_to_answer(row: ProcedureConsultation) -> str:
    """Empty where those of the stage hold."""
    if row.days is None:
        return ""
    return ngettext("%(number)s working day", "%(number)s working days", row.days) % {"number": row.days}


def measured(row: ProcedureMeasure) -> str:
    """A number as offices print it, with what it is taken of."""
    if row.is_share:
        share = f"{format_decimal(row.number.normalize())}%"
        return f"{share} {wording.BASES[row.known_base]}" if row.known_base else share
    if row.kind == MeasureKind.PUBLICATION_DAYS:
        return ngettext("%(number)s working day", "%(number)s working days", int(row.number)) % {
            "number": int(row.number)
        }
    if row.kind == MeasureKind.DOSSIER_SETS:
        return format_integer(int(row.number))
    return _("%(factor)s times the base salary") % {"factor": format_decimal(row.number.normalize())}


def scale(row: ProcedureCriterion) -> str:
    """How a criterion is judged."""
    if row.points is None:
        return _("met or not met")
    return ngettext("up to %(points)s point", "up to %(points)s points", row.points) % {
        "points": format_integer(row.points)
    }


def not_entered(missing: YearNotEntered) -> str:
    return _("The days off of %(year)s are not entered yet, so this day cannot be reckoned.") % {"year": missing.year}


def due(answer: date | YearNotEntered | None) -> str:
    """The answer of a reckoning of working days, in words."""
    if answer is None:
        return _("No deadline is set.")
    return not_entered(answer) if isinstance(answer, YearNotEntered) else format_date(answer)


def changes_of(change: ProcedureChange) -> list[dict[str, str]]:
    """What was changed, field by field, as labels and words."""
    model = KINDS[change.part]
    return [
        {
            "label": str(model._meta.get_field(name).verbose_name),
            "before": _said(name, change.before[name]),
            "after": _said(name, after),
        }
        for name, after in change.after.items()
    ]


def _said(name: str, value: Any) -> str:
    if value is None or value == "":
        return _("not recorded")
    if isinstance(value, bool):
        return str(YES if value else NO)
    if name in CHOSEN:
        return str(CHOSEN[name][value])
    if name == "during":
        return term(Period(*(value[end] and date.fromisoformat(value[end]) for end in ("from", "until"))))
    if name == "before":
        return format_date(date.fromisoformat(value))
    if name == "number":
        return format_decimal(Decimal(value).normalize())
    return str(value)


def name_of_gone(change: ProcedureChange) -> str:
    """What a value was called that is no longer there."""
    said = change.before if any(change.before.values()) else change.after
    return _said("body", said["body"]) if "body" in said else _said("kind", said.get("kind"))


def named(part: Provisioned) -> str:
    """What a value is called where it is changed."""
    if isinstance(part, Procedure):
        return str(wording.DAY_KINDS[DayKind(part.deciding_day)])
    if isinstance(part, ProcedureTransition):
        return _("%(kind)s before %(day)s") % {"kind": part, "day": format_date(part.before)}
    if isinstance(
        part,
        ProcedurePaper | ProcedureRule | ProcedureStage | ProcedureMeasure | ProcedureConsultation | ProcedureCriterion,
    ):
        return str(part)
    raise TypeError(type(part))
