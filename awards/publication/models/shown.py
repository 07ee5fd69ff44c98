"""What the public reads: frozen values of named columns, read by name out of the database. Nothing here knows a dossier
or an honour; a column that is added to one of them is not asked for."""

from dataclasses import dataclass
from datetime import date

from awards.catalogue.models.award import Award
from awards.catalogue.models.kinds import KINDS
from awards.catalogue.rules.terms import ProvinceKind
from awards.publication.models.publication import Publication
from awards.register.models.honour import Honour
from clusters.models import OrganisationKind

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
    issuer = (f"{named}made_by", f"{named}body__name", f"{named}body__kind")
    found = rows.values_list("name", "award", f"{named}number", f"{named}symbol", "decision_date", *issuer)[:SHOWN]
    names = _names({(award, kind) for _name, award, *_decision, kind in found}, on)
    return [
        ShownHonour(name, names[award, kind], f"{number}/{symbol}", day, made_by or body)
        for name, award, number, symbol, day, made_by, body, kind in found
    ]


def _names(awards: set[tuple[int, str]], on: date) -> dict[tuple[int, str], str]:
    """{(award, kind of the body that decided): its name there}; one query for each kind of body among them."""
    found: dict[tuple[int, str], str] = {}
    for kind in {kind for _award, kind in awards}:
        wanted = Award.objects.filter(pk__in=[award for award, of_kind in awards if of_kind == kind])
        named = wanted.named(on=on, province_kind=KINDS.get(OrganisationKind(kind), ProvinceKind.ANY))
        found |= {(award, kind): name for award, name in named.values_list("pk", "printed_name")}
    return found
