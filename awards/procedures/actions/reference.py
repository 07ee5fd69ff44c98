"""Procedures as they ship, from `awards/procedures/reference/`. What a person has changed is left as it is; the rest
follows the files, so that a mistake in them is mended by the next release."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import models, transaction

from awards.catalogue.models.award import Award, LawVersion
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
from awards.procedures.models.procedure import Procedure
from awards.procedures.rules.stages import stage_faults
from awards.procedures.rules.terms import Body, Stage
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.period import Period

FOLDER = Path(__file__).resolve().parent.parent / "reference"
KEYS: dict[type[Provisioned], tuple[str, tuple[str, ...]]] = {
    ProcedureStage: ("stages", ("stage", "body")),
    ProcedurePaper: ("papers", ("kind",)),
    ProcedureRule: ("rules", ("code",)),
    ProcedureCriterion: ("criteria", ("kind",)),
    ProcedureMeasure: ("measures", ("kind",)),
    ProcedureConsultation: ("consultations", ("kind",)),
    ProcedureTransition: ("transitions", ("day_kind",)),
}
NOT_SHIPPED = {"id", "procedure"}
Row = dict[str, str]
Values = dict[str, Any]


@transaction.atomic
def load_procedures(actor: Actor) -> dict[str, int]:
    """How many rows of each kind were added or mended; audited only when some were."""
    changed: Counter[str] = Counter()
    touched = ProcedureChange.objects.rows()
    procedures = _load_whole(touched, changed)
    for part, (name, key) in KEYS.items():
        _load_part(part, key, _rows_of(name, procedures), touched, changed)
    if changed:
        subject = LawVersion.objects.order_by("-during").first()
        record(actor, "awards.load_procedures", subject, after={"changed": dict(changed)})
    return dict(changed)


def _load_whole(touched: set[tuple[str, int]], changed: Counter[str]) -> dict[tuple[str, str], Procedure]:
    """By the codes of award and law. One ends where the file says so, whoever has changed it, and is never opened
    again; one whose days another version has taken is not added."""
    awards = {award.code: award for award in Award.objects.all()}
    laws = {law.code: law for law in LawVersion.objects.all()}
    held = {(one.award.code, one.law.code): one for one in Procedure.objects.select_related("award", "law")}
    found = {}
    for row in read("procedures"):
        code, law_code = row["award"], row["law"]
        if law_code not in laws:
            continue
        during = Period(_day(row["valid_from"]), _day(row["valid_to"]))
        values: Values = {
            "award": awards[code],
            "law": laws[law_code],
            "deciding_day": row["deciding_day"],
            **_provided(row),
        }
        there = held.get((code, law_code))
        if there is None:
            if Procedure.objects.of_award(awards[code]).overlapping(during).exists():
                continue
            values["during"] = during
        elif there.during != during and there.during.covers(during):
            there.during = during
            there.save(update_fields=["during"])
            changed[Procedure.__name__] += 1
        found[code, law_code] = _kept(Procedure, there, values, touched, changed)
    return found


def _load_part(
    part: type[Provisioned],
    key: tuple[str, ...],
    rows: Iterable[tuple[Procedure, int, Row]],
    touched: set[tuple[str, int]],
    changed: Counter[str],
) -> None:
    def key_of(one: Any) -> tuple[Any, ...]:
        return (one.procedure_id, *(getattr(one, name) for name in key))

    held = {key_of(one): one for one in part._default_manager.all()}
    fields = {field.name: field for field in part._meta.concrete_fields if field.name not in NOT_SHIPPED}
    new = []
    for procedure, place, row in rows:
        values = {name: _read(fields[name], row[name]) for name in fields if name in row} | _provided(row)
        if "position" in fields:
            values["position"] = place * 10
        one = part(procedure=procedure, **values)
        there = held.get(key_of(one))
        if there is None:
            new.append(one)
        else:
            _kept(part, there, values, touched, changed)
    part._default_manager.bulk_create(new)
    if new:
        changed[part.__name__] += len(new)


def _kept(
    model: type[Provisioned],
    there: Any,
    values: Mapping[str, Any],
    touched: set[tuple[str, int]],
    changed: Counter[str],
) -> Any:
    """The row with these values, unless a person has changed it."""
    if there is None:
        changed[model.__name__] += 1
        return model._default_manager.create(**values)
    differs = any(getattr(there, name) != value for name, value in values.items())
    if differs and (model.__name__, there.pk) not in touched:
        for name, value in values.items():
            setattr(there, name, value)
        there.save()
        changed[model.__name__] += 1
    return there


def _rows_of(name: str, procedures: Mapping[tuple[str, str], Procedure]) -> list[tuple[Procedure, int, Row]]:
    """(procedure, place among its rows, row): a row stands for each of the versions that it names."""
    places: Counter[int] = Counter()
    found = []
    for row in read(name):
        for law in row["laws"].split():
            if (procedure := procedures.get((row["award"], law))) is not None:
                places[procedure.pk] += 1
                found.append((procedure, places[procedure.pk], row))
    if name == "stages":
        _refuse_faulty(found)
    return found


def _refuse_faulty(rows: Iterable[tuple[Procedure, int, Row]]) -> None:
    chosen: dict[Procedure, list[tuple[Stage, Body]]] = defaultdict(list)
    for procedure, _place, row in rows:
        chosen[procedure].append((Stage(row["stage"]), Body(row["body"])))
    for procedure, stages in chosen.items():
        if faults := stage_faults(stages):
            raise ValueError(f"{procedure.award.code}, {procedure.law}: {', '.join(faults)}")


def _provided(row: Row) -> Values:
    return {"provision": row["provision"], "verified": row["verified"] == "1", "note": row["note"]}


def _read(field: models.Field, written: str) -> Any:
    if isinstance(field, models.BooleanField):
        return written == "1"
    if isinstance(field, models.DateField):
        return _day(written)
    if isinstance(field, models.IntegerField):
        return int(written) if written else None
    if isinstance(field, models.DecimalField):
        return Decimal(written)
    return written


def is_shipped(part: Provisioned) -> bool:
    """Whether the reference names it, so that it would come back. `part.procedure` with award and law is at hand."""
    name, key = KEYS[type(part)]
    procedure: Procedure = part.procedure  # type: ignore[attr-defined]
    return any(
        row["award"] == procedure.award.code
        and procedure.law.code in row["laws"].split()
        and all(row[column] == getattr(part, column) for column in key)
        for row in read(name)
    )


def read(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
