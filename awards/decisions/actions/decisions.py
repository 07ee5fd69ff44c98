"""A decision is drafted from what sittings agreed to, issued under its number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.decisions.actions.checks import (
    refuse_not_agreed,
    refuse_wrong_authority,
    refuse_wrong_day,
    refuse_wrong_signer,
)
from awards.decisions.actions.course import DECISION, locked_decision, whole_for
from awards.decisions.actions.numbers import (
    fitting_symbol_of_decision,
    hold_numbers_of,
    refuse_given_number,
    refuse_number_of_the_register,
)
from awards.decisions.actions.scans import keep_scan
from awards.decisions.models.decision import (
    Decision,
    DecisionLine,
    agreed,
    decidable,
)
from awards.decisions.rules.terms import SignedAs
from awards.decisions.words import state_refusal
from awards.nominations.actions.late import refuse_unexplained_day
from awards.nominations.models.nomination import Nomination
from awards.review.actions.following import note_work
from awards.sittings.models.agenda import agreed_items
from clusters.models import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, refuse_unfit, refusing_conflicts
from emulation.core.actions.walk import keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.models.fields import longest
from emulation.core.paper import for_paper
from emulation.core.text import squash


@dataclass(frozen=True)
class IssueSaid:
    """`signer` None: a decision made elsewhere, signed by `signer_name` there; of one from before its dossiers were
    put to the Council, `why` they came in after it."""

    number: str
    symbol: str
    day: date
    signer: User | None = None
    signer_name: str = ""
    signed_as: SignedAs = SignedAs.CHIEF
    why: str = ""


@transaction.atomic
def begin_decision(body: Organisation, *, subject: str, bases: str = "", made_by: str = "", actor: Actor) -> Decision:
    """`made_by`: whose decision it is, where it was made elsewhere and is only recorded."""
    decision = Decision(body=body)
    if not actor.may("write", decision):
        raise Refusal(_("A decision is drafted by an officer of the body that makes it."))
    _set_texts(decision, subject, bases, made_by)
    decision.save()
    keep_beginning(DECISION, decision, "begin", actor=actor)
    record(
        actor,
        "awards.begin_decision",
        decision,
        after={"subject": decision.subject, "made_by": decision.made_by},
        organisation_id=body.pk,
    )
    return decision


@transaction.atomic
def change_decision(decision: Decision, *, subject: str, bases: str, made_by: str, actor: Actor) -> Decision:
    decision = _drafted(whole_for(decision, actor), actor)
    before = {"subject": decision.subject, "bases": decision.bases, "made_by": decision.made_by}
    _set_texts(decision, subject, bases, made_by)
    if bool(decision.made_by) != bool(before["made_by"]) and decision.lines.exists():
        raise Refusal(
            _(
                "Whether the decision was made elsewhere is not changed while dossiers stand in it. Leave them out "
                "first, or begin another draft."
            ),
            field="made_by",
        )
    decision.save()
    after = {"subject": decision.subject, "bases": decision.bases, "made_by": decision.made_by}
    record(actor, "awards.change_decision", decision, before=before, after=after, organisation_id=decision.body_id)
    return decision


@transaction.atomic
def take_dossiers(decision: Decision, nominations: Iterable[Nomination], *, actor: Actor) -> int:
    """Into the draft: what sittings agreed to; into a decision made elsewhere, whatever waits before the Council."""
    decision = _drafted(decision, actor)
    chosen = {one.pk: one for one in nominations}
    if not chosen:
        raise Refusal(_("No dossier is chosen. Tick those that are meant."))
    list(Nomination.objects.select_for_update(of=("self",)).filter(pk__in=chosen).order_by("pk").values_list("pk"))
    open_to_it = (decidable if decision.made_by else agreed)(decision.body_id, actor)
    fit = set(open_to_it.filter(pk__in=chosen).values_list("pk", flat=True))
    if unfit := [str(one) for pk, one in chosen.items() if pk not in fit]:
        raise Refusal(
            _("Not agreed to by a sitting, or in another decision: %(names)s. Open the page again.")
            % {"names": ", ".join(unfit)}
        )
    items = agreed_items().filter(nomination__in=chosen).order_by("pk")
    by_nomination = dict(items.values_list("nomination", "pk"))
    with refusing_conflicts():
        DecisionLine.objects.bulk_create(
            [DecisionLine(decision=decision, nomination_id=pk, item_id=by_nomination.get(pk)) for pk in chosen],
            batch_size=1000,
        )
    note_work(chosen, actor)
    record(
        actor,
        "awards.take_into_decision",
        decision,
        after={"dossiers": len(chosen)},
        organisation_id=decision.body_id,
        tells_of=chosen.values(),
    )
    return len(chosen)


@transaction.atomic
def leave_out(line: DecisionLine, *, actor: Actor) -> Decision:
    decision = _drafted(line.decision, actor)
    name = str(line.nomination)
    DecisionLine.objects.filter(pk=line.pk, decision=decision).delete()
    record(
        actor,
        "awards.leave_out_of_decision",
        decision,
        before={"dossiers": name},
        organisation_id=decision.body_id,
        tells_of=[line.nomination],
    )
    return decision


@transaction.atomic
def attach_scan(decision: Decision, upload, *, actor: Actor) -> Decision:
    """The scan of the paper signed by hand, or the file signed digitally; offered before every other file."""
    decision = whole_for(decision, actor)
    if not (actor.may("write", decision) or actor.may("issue", decision)):
        raise Refusal(_("The scan is attached by the body that makes the decision."))
    filed = keep_scan(decision, upload, actor=actor)
    record(
        actor,
        "awards.attach_scan",
        decision,
        after={"file": filed.name, "checksum": filed.checksum},
        organisation_id=decision.body_id,
    )
    return decision


@transaction.atomic
def issue_decision(decision: Decision, said: IssueSaid, *, actor: Actor) -> Decision:
    """Once: every dossier is decided, every honour in the register, or nothing is."""
    decision = whole_for(decision, actor)
    number = squash(said.number)
    if not number.isdecimal() or not int(number) or len(number) > longest(Decision, "number"):
        raise Refusal(_("Write the number in digits, for example 123; the symbol stands beside it."), field="number")
    symbol = fitting_symbol_of_decision(said.symbol)
    hold_numbers_of(decision)
    refuse_wrong_day(decision, said.day)
    refuse_wrong_signer(decision, said.day, said.signer, said.signer_name)
    refuse_unexplained_day(decision.lines.values("nomination"), said.day, said.why)
    refuse_wrong_authority(decision, said.day)
    if decision.is_draft and not decision.made_by:
        refuse_not_agreed(decision)
    written = f"{int(number):02d}"
    refuse_given_number(decision, written, symbol, said.day)
    if not decision.made_by:
        refuse_number_of_the_register(decision, int(number), symbol, said.day)
    name = (
        said.signer.full_name
        if said.signer
        else fitting(said.signer_name, most=longest(Decision, "signer_name"), field="signer_name")
    )
    settled = IssueSaid(written, symbol, said.day, said.signer, name, said.signed_as, said.why)
    with refusing_conflicts():
        return walk(DECISION, decision, "issue", actor=actor, why=said.why, said=settled)


@transaction.atomic
def drop_decision(decision: Decision, *, why: str, actor: Actor) -> Decision:
    return walk(DECISION, whole_for(decision, actor), "drop", actor=actor, why=why)


def _drafted(decision: Decision, actor: Actor) -> Decision:
    decision = locked_decision(decision)
    if not actor.may("write", decision):
        raise Refusal(_("A decision is drafted by an officer of the body that makes it."))
    if not decision.is_draft:
        raise Refusal(state_refusal(decision))
    return decision


def _set_texts(decision: Decision, subject: str, bases: str, made_by: str) -> None:
    decision.subject = fitting(subject, most=longest(Decision, "subject"), field="subject")
    if not decision.subject:
        raise Refusal(_("Say what the decision is about, for example “Về việc tặng Bằng khen”."), field="subject")
    decision.bases = for_paper(bases).strip()
    refuse_unfit(decision.bases, most=longest(Decision, "bases"), field="bases")
    decision.made_by = fitting(made_by, most=longest(Decision, "made_by"), field="made_by")
