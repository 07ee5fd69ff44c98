"""A decision is drafted from what sittings agreed to, issued under its number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award, AwardAuthority
from awards.decisions.actions.course import DECISION, locked_decision, whole_for
from awards.decisions.actions.numbers import refuse_number_of_the_register
from awards.decisions.actions.scans import keep_scan
from awards.decisions.models.decision import (
    Decision,
    DecisionLine,
    agreed,
    decidable,
    laws_in_force,
    possible_signers,
    rank_of,
)
from awards.decisions.rules.terms import DECIDES, SignedAs
from awards.decisions.words import state_refusal
from awards.nominations.actions.late import refuse_unexplained_day
from awards.nominations.models.names import name_of_award
from awards.nominations.models.nomination import Nomination
from awards.review.actions.following import note_work
from awards.rows.actions import fitting_symbol
from awards.sittings.models.agenda import agreed_items
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, refuse_unfit, refusing_conflicts
from emulation.core.actions.walk import keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.models.fields import longest
from emulation.core.paper import for_paper
from emulation.core.text import squash


@dataclass(frozen=True)
class IssueSaid:
    """`signer` None: a decision made elsewhere, signed by `signer_name` there; of one from before its dossiers were
    sent, `why` they came in after it."""

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
    number, symbol = squash(said.number), squash(said.symbol)
    if not number.isdecimal() or not int(number) or len(number) > longest(Decision, "number"):
        raise Refusal(_("Write the number in digits, for example 123; the symbol stands beside it."), field="number")
    symbol = fitting_symbol(symbol, most=longest(Decision, "symbol"), field="symbol")
    if not symbol:
        raise Refusal(_("Write the symbol, for example QĐ-UBND."), field="symbol")
    _refuse_wrong_day(decision, said.day)
    _refuse_wrong_signer(decision, said)
    if decision.made_by:
        refuse_unexplained_day(decision.lines.values("nomination"), said.day, said.why)
    else:
        _refuse_wrong_authority(decision, said.day)
    written = f"{int(number):02d}"
    taken = Decision.objects.issued().filter(
        body=decision.body, made_by=decision.made_by, symbol=symbol, year=said.day.year, number=written
    )
    if other := taken.first():
        raise Refusal(
            _("The number %(number)s/%(symbol)s of %(year)s was given to: %(other)s. Take another number.")
            % {"number": written, "symbol": symbol, "year": said.day.year, "other": other.subject},
            field="number",
        )
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


def _refuse_wrong_day(decision: Decision, day: date) -> None:
    if day > clock.today():
        raise Refusal(_("The decision is dated %(day)s, ahead of today.") % {"day": format_date(day)}, field="day")
    agreed_on = Coalesce("item__sitting__votes_until", "item__sitting__held_on")
    sat = decision.lines.alias(agreed_on=agreed_on).filter(agreed_on__gt=day).select_related("item__sitting").first()
    if sat is not None:
        said = (
            _("The decision is dated %(day)s, before the Council had agreed in writing on %(sat)s.")
            if sat.item.sitting.is_in_writing
            else _("The decision is dated %(day)s, before the sitting of %(sat)s that agreed to it.")
        )
        raise Refusal(
            said % {"day": format_date(day), "sat": format_date(sat.item.sitting.agreed_on)},
            field="day",
        )
    late = decision.lines.filter(nomination__achieved_to__gt=day).select_related("nomination").first()
    if late is not None:
        raise Refusal(
            _("%(name)s: the decision is dated %(day)s, before the achievement ended on %(last)s.")
            % {"name": late, "day": format_date(day), "last": format_date(late.nomination.achieved_to)},
            field="day",
        )
    given = Award.objects.on(day).filter(pk=OuterRef("nomination__award"))
    ungiven = decision.lines.filter(~Exists(given)).select_related("nomination__award").first()
    if ungiven is not None:
        raise Refusal(
            _("“%(award)s” was not given on %(day)s. Look at the day of the decision again.")
            % {"award": name_of_award(ungiven.nomination.award, decision.body, on=day), "day": format_date(day)},
            field="day",
        )
    if not laws_in_force(day):
        raise Refusal(
            _("No version of the law is recorded for %(day)s. Look at the day again.") % {"day": format_date(day)},
            field="day",
        )


def _refuse_wrong_signer(decision: Decision, said: IssueSaid) -> None:
    """The mandate is asked for on the day of the decision, not of today."""
    if decision.made_by:
        return
    if said.signer is None:
        raise Refusal(_("Choose who signs the decision."), field="signer")
    if not possible_signers(decision.body, said.day).filter(pk=said.signer.pk).exists():
        raise Refusal(
            _("%(name)s holds no mandate to sign there on %(day)s. Choose somebody else, or look at the day.")
            % {"name": said.signer.full_name, "day": format_date(said.day)},
            field="signer",
        )


def _refuse_wrong_authority(decision: Decision, day: date) -> None:
    """By who decides on each award that day; where nobody is recorded for an award, nothing can be told."""
    awards = set(decision.lines.order_by().values_list("nomination__award", flat=True))
    held: dict[int, list[AwardAuthority]] = {}
    for row in AwardAuthority.objects.on(day).filter(award__in=awards).select_related("award"):
        held.setdefault(row.award_id, []).append(row)
    own = DECIDES[rank_of(decision.body)]
    for rows in held.values():
        if own.isdisjoint({row.authority for row in rows}):
            raise Refusal(
                _("%(award)s is decided by: %(authorities)s. Record that decision as made elsewhere, with its scan.")
                % {
                    "award": name_of_award(rows[0].award, decision.body, on=day),
                    "authorities": ", ".join(map(str, rows)),
                }
            )
