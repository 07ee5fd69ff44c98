"""What the central administrator does to the values of a procedure: write one that nobody has checked, verify it by its
provision, take a verification back."""

from typing import Any, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award
from awards.procedures.models.changes import ProcedureChange
from awards.procedures.models.criteria import ProcedureCriterion
from awards.procedures.models.measures import ProcedureMeasure
from awards.procedures.models.parts import (
    WRITING_BY_PROVISION,
    ProcedureConsultation,
    ProcedurePaper,
    ProcedureRule,
    ProcedureStage,
    ProcedureTransition,
    Provisioned,
)
from awards.procedures.models.procedure import SUBJECT, Procedure
from awards.procedures.rules.terms import Effect
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of, refusing_conflicts, require_administrator
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

ProcedurePart = TypeVar("ProcedurePart", bound=Provisioned)
COMMON = ("provision", "verified", "note")
VALUES: dict[type[Provisioned], tuple[str, ...]] = {
    Procedure: ("deciding_day",),
    ProcedureStage: ("days", "days_counted", "until_month", "until_day", "in_writing"),
    ProcedurePaper: ("effect", "form_number"),
    ProcedureRule: ("effect",),
    ProcedureCriterion: ("points",),
    ProcedureMeasure: ("number", "base"),
    ProcedureConsultation: ("days",),
    ProcedureTransition: ("before",),
}


@transaction.atomic
def change_value(
    part: ProcedurePart, *, why: str, actor: Actor, seen: int | None = None, **changes: Any
) -> ProcedurePart:
    """`changes`: of the part's own values and of `provision`, `verified`, `note`. Only of what is not verified. `seen`:
    the last change that the writer saw, 0 for none; a later one is not written over."""
    require_administrator(actor, SUBJECT)
    why = reason_of(why, needed=True)
    part = _locked(part)
    _refuse_overtaken(part, seen)
    if part.verified:
        raise Refusal(
            _("This value was verified by %(provision)s. Take the verification back first, and say why.")
            % {"provision": part.provision}
        )
    if changes.get("verified") and not changes.get("provision", part.provision).strip():
        raise Refusal(_("A value is verified against a provision; write which."), field="provision")
    if changes.get("effect") == Effect.BLOCKS and not changes.get("verified"):
        raise Refusal(_("What is not verified can only warn; verify it first."), field="effect")
    if changes.get("in_writing") and not changes.get("verified"):
        raise Refusal(str(WRITING_BY_PROVISION), field="in_writing")
    return _written(part, changes, verb="awards.change_procedure", why=why, actor=actor)


@transaction.atomic
def take_verification_back(part: ProcedurePart, *, why: str, actor: Actor) -> ProcedurePart:
    """It can be changed again; what blocked only warns, and no Council is asked in writing by it."""
    require_administrator(actor, SUBJECT)
    why = reason_of(why, needed=True)
    part = _locked(part)
    if not part.verified:
        raise Refusal(_("This value is not verified; change it as it is."))
    changes: dict[str, Any] = {"verified": False}
    if "effect" in VALUES[type(part)]:
        changes["effect"] = Effect.WARNS
    if "in_writing" in VALUES[type(part)]:
        changes["in_writing"] = False
    return _written(part, changes, verb="awards.unverify_procedure", why=why, actor=actor)


def _refuse_overtaken(part: Provisioned, seen: int | None) -> None:
    latest = ProcedureChange.objects.latest_of(part)
    if seen is not None and latest is not None and latest.pk != seen:
        raise Refusal(
            _("%(person)s changed this value meanwhile. Open the page again to see what stands there now.")
            % {"person": latest.changed_by_name}
        )


def _locked(part: ProcedurePart) -> ProcedurePart:
    return type(part)._default_manager.select_for_update(of=("self",)).get(pk=part.pk)


def _written(part: ProcedurePart, changes: dict[str, Any], *, verb: str, why: str, actor: Actor) -> ProcedurePart:
    known = (*VALUES[type(part)], *COMMON)
    before = {name: getattr(part, name) for name in changes if name in known}
    differing = [name for name, value in before.items() if value != changes[name]]
    if not differing:
        return part
    for name in differing:
        setattr(part, name, changes[name])
    with refusing_conflicts():
        part.save(update_fields=differing)
    procedure = part if isinstance(part, Procedure) else _procedure_of(part)
    was, became = ({name: values[name] for name in differing} for values in (before, changes))
    keep_change(procedure, part, was, became, why, actor)
    record(actor, verb, part, before=was, after={"procedure_of": named_for_journal(procedure), **became}, why=why)
    return part


def keep_change(
    procedure: Procedure,
    part: Provisioned,
    before: dict[str, Any],
    after: dict[str, Any],
    why: str,
    actor: Actor,
) -> None:
    """In the history of the procedure, as its page tells it."""
    ProcedureChange.objects.create(
        procedure=procedure,
        part=type(part).__name__,
        part_id=part.pk,
        before=before,
        after=after,
        why=why,
        changed_by_name=actor.name,
        changed_at=clock.now(),
    )


def _procedure_of(part: models.Model) -> Procedure:
    return Procedure.objects.select_related("law").get(pk=part.procedure_id)  # type: ignore[attr-defined]


def named_for_journal(procedure: Procedure) -> str:
    since = procedure.during.start or clock.today()
    return f"{Award.objects.named(on=since).get(pk=procedure.award_id).printed_name}, {procedure.law}"
