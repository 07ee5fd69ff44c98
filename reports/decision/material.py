"""What a decision on honours says, read from the database into one frozen value."""

from dataclasses import dataclass
from datetime import date

from awards.decisions.models.decision import laws_in_force
from awards.models import Decision
from awards.nominations.models.names import award_names
from clusters.models import Organisation
from emulation.core.text import person_sort_key, sort_key
from reports.document.rules.issuer import CapacityCode, Issuer, Paper
from reports.nomination.material import laws_named
from reports.runs.models.issuers import issuer_of

SHORT, COMMITTEE = "UBND", "Ủy ban nhân dân"


@dataclass(frozen=True)
class HonourLine:
    """`beside`: post and unit, or of a collective what it belongs to."""

    name: str
    beside: str


@dataclass(frozen=True)
class AwardGroup:
    """Everybody who gets one award, people and collectives apart. `achieved`: the year, where all have the same."""

    award: str
    people: tuple[HonourLine, ...]
    collectives: tuple[HonourLine, ...]
    achieved: int | None

    @property
    def number(self) -> int:
        return len(self.people) + len(self.collectives)


@dataclass(frozen=True)
class DecisionMaterial:
    """`laws`: in force on its day, as papers name them; `bases`: what it rests on besides; `sittings`: days on which
    the Council agreed, `in_writing`: without meeting; `made_by`: of one made elsewhere."""

    id: int
    issuer: Issuer
    committee: str
    number: str
    symbol: str
    day: date | None
    as_of: date
    subject: str
    laws: tuple[str, ...]
    bases: tuple[str, ...]
    sittings: tuple[date, ...]
    in_writing: tuple[date, ...]
    groups: tuple[AwardGroup, ...]
    signer: str
    signed_as: CapacityCode
    made_by: str
    is_draft: bool


def decision_material(decision: Decision, *, on: date) -> DecisionMaterial:
    """`body__parent` is at hand. `on`: the day of a draft. The same number of questions however many lines."""
    day = decision.day or on
    lines = list(decision.lines.with_names())
    names = award_names([one.nomination for one in lines], on=day)
    by_award: dict[str, list] = {}
    for one in sorted(lines, key=lambda one: one.nomination.award.position):
        by_award.setdefault(names[one.nomination_id], []).append(one.nomination)
    body = decision.body.on_paper
    sat = [one.item.sitting for one in lines if one.item is not None]
    return DecisionMaterial(
        id=decision.pk,
        issuer=issuer_of(Paper.DECISION, organisation=decision.body, on=day),
        committee=body.full_name if body.is_committee else "",
        number=decision.number,
        symbol=decision.symbol,
        day=decision.day,
        as_of=day,
        subject=decision.subject,
        laws=tuple(law for version in laws_in_force(day) for law in laws_named(version)),
        bases=tuple(line.strip() for line in decision.bases.splitlines() if line.strip()),
        sittings=tuple(sorted({one.held_on for one in sat if not one.is_in_writing})),
        in_writing=tuple(sorted({one.agreed_on for one in sat if one.is_in_writing})),
        groups=tuple(_group(award, nominations) for award, nominations in by_award.items()),
        signer=decision.signer_name,
        signed_as=CapacityCode(decision.signed_as),
        made_by=decision.made_by,
        is_draft=decision.is_draft,
    )


def _group(award: str, nominations: list) -> AwardGroup:
    people = sorted(
        (one for one in nominations if one.is_of_a_person), key=lambda one: (person_sort_key(one.name), one.pk)
    )
    others = sorted(
        (one for one in nominations if not one.is_of_a_person), key=lambda one: (sort_key(one.name), one.pk)
    )
    years = {one.achieved_to.year if one.achieved_to else None for one in nominations}
    return AwardGroup(
        award.replace(SHORT, COMMITTEE),
        tuple(HonourLine(one.name, beside(one.name, one.position, one.unit, one.organisation)) for one in people),
        tuple(HonourLine(one.name, beside(one.name, "", one.unit, one.organisation)) for one in others),
        years.pop() if len(years) == 1 else None,
    )


def beside(name: str, position: str, unit: str, nominator: Organisation) -> str:
    """What papers say beneath a name, on the decision as on the certificate of it: the nominating office last. An
    office that is awarded itself stands beneath itself nowhere."""
    said = dict.fromkeys((position, unit, str(nominator)))
    return ", ".join(each for each in said if each and each != name)
