"""Directives of an office and their targets recorded from a sheet: all that it may take, or none."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.directives.actions import set_directive, set_directive_target
from clusters.directives.models import ROW, Directive, DirectiveTarget
from clusters.directives.rules import bases_of
from clusters.directives.rules.rows import LEFT_OUT, Against, Column, Key, Known, key_of, read_rows
from clusters.directives.words import row_in_words
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.terms import ValueKind
from clusters.organisations.models.organisation import Organisation
from clusters.sheets.rules import ReadRow, SheetRow
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.forms.parts import LONGEST_TEXT
from emulation.core.models.fields import longest
from emulation.core.period import Period
from emulation.core.text import search_key

LONGEST: dict[str, int] = {
    Column.NUMBER: longest(Directive, "number"),
    Column.THEME: longest(Directive, "theme"),
    Column.BASES: LONGEST_TEXT,
    Column.TARGET: longest(DirectiveTarget, "name"),
    Column.UNIT: longest(DirectiveTarget, "unit"),
    Column.VALUE: longest(DirectiveTarget, "text"),
}


def judged_rows(organisation: Organisation, rows: Iterable[SheetRow], *, actor: Actor) -> tuple[ReadRow, ...]:
    """Against what the office has recorded and the catalogue of each year."""
    catalogue = Catalogue()

    def measured(year: int, name: str) -> tuple[str, ValueKind] | None:
        found = catalogue.named(year, name)
        return (found.unit, ValueKind(found.value_kind)) if found else None

    kept = _kept(organisation)
    known = {key: _known(found) for key, found in kept.items()}
    alive = organisation.during or Period()
    return read_rows(rows, Against(organisation, clock.today(), alive, known, measured, LONGEST))


@transaction.atomic
def record_rows(organisation: Organisation, rows: Iterable[Mapping[str, str]], *, actor: Actor) -> int:
    """`rows`: texts of those that were shown as taken; how many are recorded now. What was recorded meanwhile is left
    as it is."""
    if not actor.may("write", organisation, subject=ROW):
        raise Refusal(_("Only an officer of the office that issued it enters a document."))
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    judged = judged_rows(organisation, [SheetRow(str(at), row) for at, row in enumerate(rows, 1)], actor=actor)
    documents, catalogue = _kept(organisation), Catalogue()
    for row in judged:
        if row.texts is None and row.fate not in LEFT_OUT:
            raise Refusal(_("“%(document)s”: %(why)s") % {"document": row.name, "why": row_in_words(row)})
    taken = [row for row in judged if row.texts is not None]
    for row in taken:
        try:
            _record(organisation, row.texts or {}, documents, catalogue, actor)
        except Refusal as refusal:
            raise Refusal(_("“%(document)s”: %(why)s") % {"document": row.name, "why": refusal.message}) from refusal
    return len(taken)


def _record(organisation: Organisation, texts: Mapping[str, str], documents, catalogue: "Catalogue", actor) -> None:
    dated, year = date.fromisoformat(texts[Column.DATED]), int(texts[Column.YEAR])
    key = key_of(texts[Column.NUMBER], dated)
    if key not in documents:
        documents[key] = set_directive(
            organisation,
            None,
            kind=texts[Column.KIND],
            number=texts[Column.NUMBER],
            dated=dated,
            year=year,
            theme=texts[Column.THEME],
            legal_bases="\n".join(texts[Column.BASES].split("; ")),
            actor=actor,
        )
    if Column.TARGET in texts:
        set_directive_target(
            documents[key],
            None,
            indicator=catalogue.named(year, search_key(texts[Column.TARGET])),
            name=texts[Column.TARGET],
            unit=texts[Column.UNIT],
            kind=texts["target_kind"],
            text=texts[Column.VALUE],
            actor=actor,
        )


def _known(found: Directive) -> Known:
    stated: dict[str, str] = {
        Column.KIND: found.kind,
        Column.YEAR: str(found.year),
        Column.THEME: found.theme,
        Column.BASES: "; ".join(bases_of(found.legal_bases)),
    }
    return Known(stated, frozenset(search_key(one.name) for one in found.targets.all()))


def _kept(organisation: Organisation) -> dict[Key, Directive]:
    standing = Directive.objects.standing().filter(organisation=organisation).prefetch_related("targets")
    return {key_of(one.number, one.dated): one for one in standing.select_related("organisation")}


class Catalogue:
    """Indicators of a year by their names, asked once a year."""

    def __init__(self) -> None:
        self._years: dict[int, dict[str, Indicator]] = {}

    def named(self, year: int, key: str) -> Indicator | None:
        if year not in self._years:
            asked = Indicator.objects.overlapping(Period.year(year)).filter(cluster__isnull=True)
            self._years[year] = {search_key(one.name): one for one in asked}
        return self._years[year].get(key)
