"""Deeds on a line of the register that is there: corrected, revoked, restored; its history keeps each as a step."""

from datetime import date

from django.utils.translation import gettext as _

from awards.register.actions.honours.correct import corrected
from awards.register.actions.honours.revoke import restored, revoked
from awards.register.actions.honours.said import Said
from awards.register.actions.honours.standing import case_of, hindrance_in_words, locked, state_refusal
from awards.register.models.honour import Honour
from awards.register.models.register import HonourCorrection
from awards.register.rules.flow import FLOW
from emulation.core.actions.walk import Course, Told, Walked, walk
from emulation.core.actor import Actor
from emulation.core.flow import Step


def correct_honour(
    honour: Honour, said: Said, *, version: int, why: str, same_seen: int | None = None, on: date, actor: Actor
) -> Honour:
    """`version` is the one the person looked at. The organisation stays; a wrong one is revoked and entered anew."""
    return walk(HONOUR, honour, "correct", actor=actor, why=why, said=said, version=version, same_seen=same_seen, on=on)


def revoke_honour(honour: Honour, *, version: int, day: date, basis: str, why: str, on: date, actor: Actor) -> Honour:
    """Out of every total from now on, never deleted. `basis` is the document, `day` its day; reports that were signed
    before keep what they counted."""
    return walk(HONOUR, honour, "revoke", actor=actor, why=why, version=version, day=day, basis=basis, on=on)


def by_decision(honour: Honour, name: str, *, day: date, basis: str, why: str, on: date, actor: Actor) -> Honour:
    """“suspend”, “revoke” or “restore”, as a later decision says; whoever records that answers for who may."""
    version = Honour.objects.values_list("version", flat=True).get(pk=honour.pk)
    said = {"version": version, "day": day, "basis": basis, "on": on}
    return walk(HONOUR, honour, name, actor=actor, why=why, by_itself=True, **said)


def restore_honour(honour: Honour, *, version: int, why: str, actor: Actor) -> Honour:
    """Back into force; its history keeps that it was revoked."""
    return walk(HONOUR, honour, "restore", actor=actor, why=why, version=version)


def _entered(honour: Honour, step: Step, walked: Walked) -> Told:
    if step.name == "correct":
        return corrected(honour, walked)
    return restored(honour, walked.source, walked) if step.name == "restore" else revoked(honour, walked.source, walked)


HONOUR = Course[Honour](
    flow=FLOW,
    steps=HonourCorrection,
    thing="honour",
    verb="awards.{}_honour",
    locked=locked,
    in_state=state_refusal,
    in_words=hindrance_in_words,
    case_of=case_of,
    effect=_entered,
    not_yours=lambda honour: _(
        "An honour is corrected by an officer of its organisation, revoked and restored by its approver."
    ),
    organisation_of=lambda honour: honour.organisation_id,
)
