"""The decision on dossiers brings their honours into the register, once: where a list of the decision holds one
already, that line is the dossier's."""

from collections import defaultdict
from collections.abc import Sequence

from awards.register.actions.honours.lines import line_of, without_personal
from awards.register.actions.same import lock_register_of
from awards.register.models.honour import Honour
from awards.register.models.printed import printed_names
from awards.register.rules.same_decision import DecidedLine, is_one_honour, is_the_very_same
from awards.rows.rules.person import with_i
from emulation.core.actions.audit import record_each
from emulation.core.actions.copying import copy_in
from emulation.core.actor import Actor
from emulation.core.text import accent_key

TELLS_APART = ("name", "unit_key", "decision_number", "birth_date", "birth_year", "identity_digest")
KINDS = ("organisation_id", "award_id", "subject_kind", "decision_date")


def into_the_register(line: Honour, *, actor: Actor) -> Honour:
    return into_the_register_together([line], actor=actor)[0]


def into_the_register_together(lines: Sequence[Honour], *, actor: Actor) -> list[Honour]:
    """`lines` as dossiers have them, not saved; for each, in their order, the one that stands in the register. Under
    the registers' locks, which are taken in one order; the same number of questions however many lines. No two lines
    become one."""
    for organisation in sorted({one.organisation_id for one in lines}):
        lock_register_of(organisation)
    there = _there_already(lines)
    taken: set[int] = set()
    stands: list[Honour | None] = []
    for line in lines:
        kept = _kept_for(line, there[_kind_of(line)], taken)
        if kept is not None:
            taken.add(kept.pk)
        stands.append(kept)
    new = [line for line, kept in zip(lines, stands, strict=True) if kept is None]
    for line in new:
        line.from_dossier = True
    copy_in(new)
    record_each(
        actor,
        "awards.link_honour",
        [(kept, None, {"name": kept.name}) for kept in stands if kept is not None],
        organisation_of=lambda honour: honour.organisation_id,
    )
    names = printed_names(new)
    record_each(
        actor,
        "awards.enter_decided_honour",
        [(line, None, without_personal(line_of(line, award=names[line.pk]))) for line in new],
        organisation_of=lambda honour: honour.organisation_id,
    )
    return [kept or line for kept, line in zip(stands, lines, strict=True)]


def _there_already(lines: Sequence[Honour]) -> dict[tuple, list[Honour]]:
    """Lines in force that are no dossier's yet, of the same decisions as far as columns tell, by kind and name."""
    found: dict[tuple, list[Honour]] = defaultdict(list)
    rows = Honour.objects.in_force().filter(
        organisation__in={one.organisation_id for one in lines},
        award__in={one.award_id for one in lines},
        decision_date__in={one.decision_date for one in lines},
        dossiers__isnull=True,
    )
    for one in rows.select_related("award", "organisation").order_by("pk"):
        found[_kind_of(one)].append(one)
    return found


def _kind_of(line: Honour) -> tuple:
    return (*(getattr(line, column) for column in KINDS), with_i(accent_key(line.name)))


def _kept_for(line: Honour, rows: Sequence[Honour], taken: set[int]) -> Honour | None:
    """The line that is this honour; the very same before one that says less."""
    own = _told_apart(line)
    found = [
        (not is_the_very_same(own, other), row.pk, row)
        for row in rows
        if row.pk not in taken and is_one_honour(own, other := _told_apart(row))
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def _told_apart(line: Honour) -> DecidedLine:
    return DecidedLine(*(getattr(line, column) for column in TELLS_APART))
