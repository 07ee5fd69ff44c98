"""Totals come in: all lines of a table by one document, or none."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from awards.register.actions.same import lock_register_of
from awards.totals import words
from awards.totals.actions.said import (
    SaidTotal,
    number_of,
    refuse_beside_others,
    refuse_unfit_content,
    refuse_unfit_source,
)
from awards.totals.actions.sources import source_of
from awards.totals.actions.steps import TOTAL, told
from awards.totals.models.total import DeclaredTotal
from clusters.membership.rules.half_years import Days, span
from clusters.models import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.walk import keep_beginning
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


class LineRefusals(Refusal):
    """All that is wrong with the lines: `found` as (number of the line, refusal)."""

    def __init__(self, found: list[tuple[int, Refusal]]):
        super().__init__(found[0][1].message)
        self.found = found


@transaction.atomic
def declare_totals(
    organisation: Organisation,
    *,
    year: int,
    half: int,
    days: Days,
    number: str,
    day: date,
    upload=None,
    lines: Sequence[tuple[int, SaidTotal]],
    actor: Actor,
    on: date,
) -> list[DeclaredTotal]:
    """`lines`: each with its number in the table. `on` is today: a document is not of a later day."""
    if not actor.may("write", organisation, subject="declared_total"):
        raise Refusal(words.NOT_YOURS)
    if not lines:
        raise Refusal(words.NOTHING_SAID)
    refuse_unfit_source(span(year, half, days), day, on=on)
    lock_register_of(organisation.pk)
    source = source_of(organisation, number=number, day=day, upload=upload, actor=actor)
    made, refused = [], []
    for place, said in lines:
        try:
            made.append(
                _declared(DeclaredTotal(organisation=organisation, year=year, half=half, days=days), said, source)
            )
        except Refusal as refusal:
            refused.append((place, refusal))
    if refused:
        raise LineRefusals(refused)
    for total in made:
        keep_beginning(TOTAL, total, "declare", actor=actor)
        record(actor, "awards.declare_total", total, after=told(total))
    return made


def _declared(total: DeclaredTotal, said: SaidTotal, source) -> DeclaredTotal:
    refuse_unfit_content(said)
    total.measure, total.subject, total.level = said.measure, said.subject, said.level
    total.report_line, total.source = said.report_line, source
    for column, value in number_of(said.measure, said.value).items():
        setattr(total, column, value)
    refuse_beside_others(total)
    total.save()
    return total
