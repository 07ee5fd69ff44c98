"""A Council is put among the stages of a procedure, with the share of votes that it needs; and taken out again."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from awards.procedures.actions.change import keep_change, named_for_journal
from awards.procedures.actions.reference import is_shipped
from awards.procedures.models.measures import ProcedureMeasure
from awards.procedures.models.parts import ProcedureStage, Provisioned
from awards.procedures.models.procedure import SUBJECT, Procedure
from awards.procedures.rules.terms import Body, MeasureKind, Stage, councils_on_the_way
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of, refusing_conflicts, require_administrator
from emulation.core.actor import Actor
from emulation.core.errors import Refusal


@transaction.atomic
def add_council(
    procedure: Procedure,
    *,
    body: Body,
    before: int,
    share: Decimal | None = None,
    base: str = "",
    why: str,
    actor: Actor,
) -> ProcedureStage:
    """Not verified, as a stage that comes before `before`. `share` of `base`, in per cent: the votes that it needs, of
    a procedure that sets none yet."""
    require_administrator(actor, SUBJECT)
    why = reason_of(why, needed=True)
    procedure = _locked(procedure)
    if body not in councils_on_the_way(procedure.award.level):
        raise Refusal(_("Dossiers of this award never come to this Council. Choose another one."), field="body")
    stage = ProcedureStage(
        procedure=procedure, stage=Stage.CONSIDER, body=body, position=_place_before(procedure, before)
    )
    added: list[Provisioned] = [stage]
    if share is not None:
        measure = ProcedureMeasure(procedure=procedure, kind=MeasureKind.VOTE_SHARE, number=share, base=base)
        added.append(measure)
    elif base:
        raise Refusal(_("Write how large the share is, or leave both empty."), field="share")
    for one in added:
        with refusing_conflicts():
            one.save(force_insert=True)
        keep_change(procedure, one, dict.fromkeys(_said(one)), _said(one), why, actor)
    after = {"procedure_of": named_for_journal(procedure), "body": str(stage.get_body_display())}
    record(actor, "awards.add_council", stage, after=after, why=why)
    return stage


@transaction.atomic
def take_council_out(stage: ProcedureStage, *, why: str, actor: Actor) -> Procedure:
    """Of one that a person put there and nobody verified; with the last that was added goes the share that it needs."""
    require_administrator(actor, SUBJECT)
    why = reason_of(why, needed=True)
    procedure = _locked(stage.procedure)
    found = ProcedureStage.objects.filter(pk=stage.pk).select_related("procedure__award", "procedure__law").first()
    if found is None or not may_be_taken_out(found):
        raise Refusal(_("Only a Council that was added here, and is not verified, is taken out. Open the page again."))
    gone: list[Provisioned] = [found]
    others = procedure.stages.filter(stage=Stage.CONSIDER).exclude(pk=found.pk)
    if all(map(is_shipped, others.select_related("procedure__award", "procedure__law"))):
        shares = procedure.measures.filter(kind=MeasureKind.VOTE_SHARE, verified=False)
        gone += [one for one in shares.select_related("procedure__award", "procedure__law") if not is_shipped(one)]
    for one in gone:
        keep_change(procedure, one, _said(one), dict.fromkeys(_said(one)), why, actor)
    before = {"procedure_of": named_for_journal(procedure), "body": str(found.get_body_display())}
    record(actor, "awards.take_council_out", found, before=before, why=why)
    for one in gone:
        one.delete()
    return procedure


def may_be_taken_out(stage: ProcedureStage) -> bool:
    """`stage.procedure` with its award and law is at hand."""
    return stage.stage == Stage.CONSIDER and not stage.verified and not is_shipped(stage)


def _locked(procedure: Procedure) -> Procedure:
    return Procedure.objects.select_for_update(of=("self",)).select_related("award", "law").get(pk=procedure.pk)


def _place_before(procedure: Procedure, before: int) -> int:
    """Between those of the reference, which are tens and stay where they are."""
    places = {one.pk: one.position for one in procedure.stages.all()}
    if before not in places:
        raise Refusal(_("This stage is no longer in the procedure. Open the page again."), field="before")
    following = places[before]
    earlier = max((place for place in places.values() if place < following), default=0)
    return (earlier + following) // 2


def _said(part: Provisioned) -> dict[str, Any]:
    names = ("stage", "body") if isinstance(part, ProcedureStage) else ("kind", "number", "base")
    return {name: getattr(part, name) for name in names}
