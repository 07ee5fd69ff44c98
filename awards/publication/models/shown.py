"""What the public reads: frozen values of named columns, read by name out of the database. Nothing here knows a dossier
or an honour; a column that is added to one of them is not asked for."""

from dataclasses import dataclass
from datetime import date

from awards.catalogue.models.award import Award
from awards.publication.models.publication import Publication
from awards.register.models.honour import Honour

SHOWN = 50


@dataclass(frozen=True)
class ShownLine:
    """`id`: of the line, for a comment on it."""

    id: int
    name: str
    office: str
    unit: str
    award: str


@dataclass(frozen=True)
class ShownHonour:
    name: str
    award: str
    decision: str
    decided_on: date
    issuer: str


def shown_lines(publication: Publication) -> list[ShownLine]:
    rows = publication.lines.filter(stands=True).order_by("award", "id")
    return [ShownLine(*row) for row in rows.values_list("id", "name", "office", "unit", "award")]


def released_honours(key: str, *, on: date) -> list[ShownHonour]:
    """In force, of decisions that their issuers released, bearing a name like `key`, a search key; the newest first."""
    rows = Honour.objects.in_force().named_like(key)
    rows = rows.filter(decision_lines__decision__release__is_released=True).order_by("-decision_date", "-id")
    named = "decision_lines__decision__"
    found = rows.values_list(
        "name", "award", f"{named}number", f"{named}symbol", "decision_date", f"{named}made_by", f"{named}body__name"
    )[:SHOWN]
    names = _names({row[1] for row in found}, on)
    return [
        ShownHonour(name, names[award], f"{number}/{symbol}", day, made_by or body)
        for name, award, number, symbol, day, made_by, body in found
    ]


def _names(awards: set[int], on: date) -> dict[int, str]:
    return dict(Award.objects.filter(pk__in=awards).named(on=on).values_list("pk", "printed_name"))
