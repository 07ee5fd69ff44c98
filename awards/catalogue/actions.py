"""The catalogue as it ships, from `awards/reference/`: laws, report lines, awards, their names and their aliases."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from django.db import transaction

from awards.catalogue.models.award import Award, AwardAlias, AwardAuthority, AwardName, LawVersion, ReportLine
from awards.catalogue.rules.recognise import alias_key
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.period import Period

FOLDER = Path(__file__).resolve().parent / "reference"
TABLES = (LawVersion, ReportLine, Award, AwardAuthority, AwardName, AwardAlias)
Row = dict[str, str]


def load_reference(actor: Actor) -> dict[str, int]:
    """Upserts by code, so it may run at every start; audited only when something changed. Rows changed, by table."""
    with transaction.atomic():
        before = _held()
        _load_laws()
        _load_report_lines()
        _load_awards()
        awards = {award.code: award for award in Award.objects.all()}
        _load_authorities(awards)
        _load_names(awards)
        _load_aliases(awards)
        after = _held()
        changed = {table: _differing(before[table], rows) for table, rows in after.items() if rows != before[table]}
        if changed:
            newest = LawVersion.objects.order_by("-during").first()
            record(actor, "awards.load_reference", newest, after={"changed": changed})
    return changed


def _load_laws() -> None:
    """A law ends where the file says so, and is never opened again: an administrator may have begun the next. One whose
    days are taken is not added."""
    held = {law.code: law for law in LawVersion.objects.all()}
    for row in _rows("laws"):
        during = _period(row)
        law = held.get(row["code"])
        if law is None:
            if not LawVersion.objects.overlapping(during).exists():
                LawVersion.objects.create(code=row["code"], name=row["name"], number=row["number"], during=during)
            continue
        ends = during if law.during.covers(during) else law.during
        if (law.name, law.number, law.during) != (row["name"], row["number"], ends):
            law.name, law.number, law.during = row["name"], row["number"], ends
            law.save()


def _load_report_lines() -> None:
    ReportLine.objects.bulk_create(
        [ReportLine(position=place * 10, **row) for place, row in enumerate(_rows("report_lines"), start=1)],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["position", "name", "name_city", "name_province"],
    )


def _load_awards() -> None:
    lines = dict(ReportLine.objects.values_list("code", "pk"))
    awards = [_award(row, lines) for row in _rows("awards")]
    shipped = [field.name for field in Award._meta.concrete_fields if field.name not in ("id", "code")]
    Award.objects.bulk_create(awards, update_conflicts=True, unique_fields=["code"], update_fields=shipped)


def _award(row: Row, lines: Mapping[str, int]) -> Award:
    return Award(
        code=row["code"],
        family=row["family"],
        group=row["group"],
        class_rank=int(row["class_rank"]) if row["class_rank"] else None,
        level=row["level"],
        subject_kinds=row["subject_kinds"].split(),
        report_line_id=lines[row["report_line"]],
        during=_period(row),
        resistance_era=row["resistance_era"] == "1",
        legal_basis=row["legal_basis"],
        verified=row["verified"] == "1",
        position=int(row["position"]),
    )


def _load_authorities(awards: Mapping[str, Award]) -> None:
    """As shipped: a row that is shipped no more, or with other days, goes."""
    shipped = [
        AwardAuthority(
            award=awards[row["award"]],
            authority=row["authority"],
            during=_period(row),
            legal_basis=row["legal_basis"],
            verified=row["verified"] == "1",
        )
        for row in _rows("authorities")
    ]
    held = {_key(row): row for row in AwardAuthority.objects.all()}
    gone = held.keys() - {_key(row) for row in shipped}
    AwardAuthority.objects.filter(pk__in=[held[key].pk for key in gone]).delete()
    for row in shipped:
        there = held.get(_key(row))
        if there is not None:
            row.pk = there.pk
        if there is None or (there.legal_basis, there.verified) != (row.legal_basis, row.verified):
            row.save()


def _key(row: AwardAuthority) -> tuple[int, str, Period]:
    return row.award_id, row.authority, row.during


def _load_names(awards: Mapping[str, Award]) -> None:
    laws = {law.code: law for law in LawVersion.objects.all()}
    AwardName.objects.bulk_create(
        [
            AwardName(
                award=awards[row["award"]],
                law=laws[row["law"]],
                province_kind=row["province_kind"],
                name=row["name"],
            )
            for row in _rows("names")
        ],
        update_conflicts=True,
        unique_fields=["award", "law", "province_kind"],
        update_fields=["name"],
    )


def _load_aliases(awards: Mapping[str, Award]) -> None:
    """The code and every printed name count as aliases too; two writings of one key are kept once."""
    written = [(code, code) for code in awards]
    written += [(row["award"], row["name"]) for row in _rows("names")]
    written += [(code, row["alias"]) for row in _rows("aliases") for code in row["awards"].split()]
    by_key = {(code, alias_key(alias)): alias for code, alias in reversed(written)}
    AwardAlias.objects.bulk_create(
        [AwardAlias(award=awards[code], key=key, alias=alias) for (code, key), alias in by_key.items()],
        update_conflicts=True,
        unique_fields=["award", "key"],
        update_fields=["alias"],
    )


def _held() -> dict[str, set[str]]:
    return {table.__name__: {repr(row) for row in table.objects.order_by().values_list()} for table in TABLES}


def _differing(before: set[str], after: set[str]) -> int:
    """Added, changed or gone; a changed row counts once."""
    return max(len(after - before), len(before - after))


def _rows(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _period(row: Row) -> Period:
    return Period(_day(row["valid_from"]), _day(row["valid_to"]))


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
