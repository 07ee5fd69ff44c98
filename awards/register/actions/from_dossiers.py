"""The decision on a dossier brings its honour into the register, once: where a list of the decision holds it already,
that line is the dossier's."""

from awards.register.actions.honours.lines import line_of, without_personal
from awards.register.actions.same import lock_register_of
from awards.register.models.honour import Honour
from awards.register.rules.same_decision import DecidedLine, is_one_honour, is_the_very_same
from emulation.core.actions.audit import record
from emulation.core.actor import Actor

TELLS_APART = ("name", "unit_key", "decision_number", "birth_date", "birth_year", "identity_digest")


def into_the_register(line: Honour, *, actor: Actor) -> Honour:
    """`line` as the dossier has it, not saved; the one that stands in the register. Under the register's lock."""
    lock_register_of(line.organisation_id)
    there = _there_already(line)
    if there is not None:
        honour = Honour.objects.select_related("award", "organisation").get(pk=there)
        record(actor, "awards.link_honour", honour, after={"name": honour.name}, organisation_id=honour.organisation_id)
        return honour
    line.from_dossier = True
    line.save()
    record(
        actor,
        "awards.enter_decided_honour",
        line,
        after=without_personal(line_of(line)),
        organisation_id=line.organisation_id,
    )
    return line


def _there_already(line: Honour) -> int | None:
    """The id of the line in force that is this honour, and no other dossier's; the very same before one that says
    less."""
    rows = Honour.objects.in_force().filter(
        organisation=line.organisation_id,
        award=line.award_id,
        subject_kind=line.subject_kind,
        decision_date=line.decision_date,
        dossiers__isnull=True,
    )
    own = DecidedLine(*(getattr(line, column) for column in TELLS_APART))
    found = []
    for pk, *columns in rows.order_by("pk").values_list("pk", *TELLS_APART):
        other = DecidedLine(*columns)
        if is_one_honour(own, other):
            found.append((not is_the_very_same(own, other), pk))
    return min(found)[1] if found else None
