"""Cards of exemplars written by a unit, recognised by a board, applied by others and measured there."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.campaigns.models.campaign import Campaign
from clusters.exemplars.models import ROW_ADOPTION, ROW_CARD, Adoption, Exemplar
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import reason_of, refusing_conflicts, require_reason
from emulation.core.actor import CENTRAL, Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.text import search_key, sort_key, squash

FIRST_YEAR = 1948
SHORT, LONG = ("title", "cost", "contact"), ("problem", "steps", "result")
FACTS = ("kind", "campaign", *SHORT, *LONG)


@transaction.atomic
def set_exemplar(organisation: Organisation, exemplar: Exemplar | None, *, actor: Actor, **entered: Any) -> Exemplar:
    """`entered`: the facts. A new card where `exemplar` is None; one that is recognised stands as it was recognised."""
    if not actor.may("write", organisation, subject=ROW_CARD):
        raise Refusal(_("Only an officer of the unit itself writes its card."))
    before, campaign = None, entered["campaign"]
    if exemplar is None:
        exemplar = Exemplar(organisation=organisation)
    else:
        exemplar = _locked(exemplar)
        if exemplar.recognised_on is not None:
            raise Refusal(
                _("The card was recognised on %(day)s and stands as it was recognised.")
                % {"day": format_date(exemplar.recognised_on)}
            )
        before = _said(exemplar)
    reaching = Campaign.objects.in_scope_of([organisation.pk], on=clock.today())
    if campaign is not None and not reaching.filter(pk=campaign.pk).exists():
        raise Refusal(_("This campaign does not reach %(unit)s.") % {"unit": organisation}, field="campaign")
    exemplar.kind, exemplar.campaign = entered["kind"], campaign
    for name in SHORT:
        setattr(exemplar, name, squash(entered[name]))
    for name in LONG:
        setattr(exemplar, name, "\n".join(filter(None, (squash(line) for line in entered[name].splitlines()))))
    exemplar.sort_key = sort_key(exemplar.title)[:700]
    exemplar.text_key = search_key(" ".join([str(organisation), *(getattr(exemplar, name) for name in SHORT + LONG)]))
    with refusing_conflicts():
        exemplar.save()
    record(actor, "clusters.set_exemplar", exemplar, before=before, after=_said(exemplar))
    return exemplar


@transaction.atomic
def recognise_exemplar(exemplar: Exemplar, *, on: date, document: str, actor: Actor, why: str = "") -> Exemplar:
    """By who signs for the board of the province above the unit, or for the central board. What was entered of it is
    put right by the same board, with a reason (`why`)."""
    if not actor.may("recognise", exemplar):
        raise Refusal(_("Only who signs for the board above the unit recognises its card."))
    exemplar = _locked(exemplar)
    board, before = str(_board_of(exemplar, actor)), None
    if exemplar.recognised_on is not None:
        if exemplar.recognised_by != board:
            raise Refusal(
                _("%(board)s recognised the card on %(day)s; only that board corrects it.")
                % {"board": exemplar.recognised_by, "day": format_date(exemplar.recognised_on)}
            )
        why = reason_of(why, needed=True)
        before = {"on_day": format_date(exemplar.recognised_on), "document": exemplar.recognised_in}
    if on > clock.today():
        raise Refusal(
            _("%(day)s is still to come. Choose the day of the paper that recognises it.") % {"day": format_date(on)},
            field="on",
        )
    _refuse_before_it_was(exemplar.organisation, on)
    exemplar.recognised_on, exemplar.recognised_in, exemplar.recognised_by = on, squash(document), board
    exemplar.save()
    after = {"on_day": format_date(on), "document": exemplar.recognised_in}
    record(actor, "clusters.recognise_exemplar", exemplar, before=before, after=after, why=why)
    return exemplar


@transaction.atomic
def strike_out_exemplar(exemplar: Exemplar, *, why: str, actor: Actor) -> Exemplar:
    if not actor.may("write", exemplar):
        raise Refusal(_("Only an officer of the unit itself writes its card."))
    require_reason(why)
    exemplar = _locked(exemplar)
    if users := exemplar.adoptions.count():
        raise Refusal(_("%(number)s units apply it, so the card stays. Write a new one beside it.") % {"number": users})
    exemplar.withdrawn_at = clock.now()
    exemplar.save(update_fields=["withdrawn_at"])
    record(actor, "clusters.strike_out_exemplar", exemplar, before={"title": exemplar.title}, why=why)
    return exemplar


@transaction.atomic
def apply_exemplar(exemplar: Exemplar, organisation: Organisation, *, on: date, actor: Actor) -> Adoption:
    if not actor.may("write", organisation, subject=ROW_ADOPTION):
        raise Refusal(_("Only an officer of the unit itself says that it applies a model."))
    exemplar = _locked(exemplar)
    if exemplar.recognised_on is None:
        raise Refusal(_("Only what a board has recognised is applied by others."))
    if organisation.pk == exemplar.organisation_id:
        raise Refusal(_("This is the unit's own card; others say that they apply it."))
    if not organisation.during.contains(clock.today()):
        raise Refusal(_("%(unit)s no longer stands today, so it applies nothing.") % {"unit": organisation})
    _refuse_ahead(on)
    _refuse_before_it_was(organisation, on)
    adoption = Adoption(exemplar=exemplar, organisation=organisation, applied_on=on)
    with refusing_conflicts():
        adoption.save()
    record(actor, "clusters.apply_exemplar", adoption, after={"title": exemplar.title, "on_day": format_date(on)})
    return adoption


@transaction.atomic
def correct_adoption(adoption: Adoption, *, applied_on: date, actor: Actor, why: str) -> Adoption:
    """Since when it is applied, put right with a reason."""
    if not actor.may("write", adoption):
        raise Refusal(_("Only an officer of the unit itself says that it applies a model."))
    why, found = reason_of(why, needed=True), _locked_adoption(adoption)
    _refuse_ahead(applied_on, field="applied_on")
    _refuse_before_it_was(found.organisation, applied_on, field="applied_on")
    if found.measured_on is not None and found.measured_on <= applied_on:
        raise Refusal(
            _("Its result was measured on %(day)s; it was applied before that day.")
            % {"day": format_date(found.measured_on)},
            field="applied_on",
        )
    before, found.applied_on = {"on_day": format_date(found.applied_on)}, applied_on
    found.save(update_fields=["applied_on"])
    record(actor, "clusters.correct_adoption", found, before=before, after={"on_day": format_date(applied_on)}, why=why)
    return found


@transaction.atomic
def measure_exemplar(adoption: Adoption, *, on: date, result: str, actor: Actor) -> Adoption:
    """What it brought where it was applied, on a later day; a later measurement takes the place of an earlier one."""
    if not actor.may("write", adoption):
        raise Refusal(_("Only an officer of the unit itself says that it applies a model."))
    found = _locked_adoption(adoption)
    _refuse_ahead(on)
    if on <= found.applied_on:
        raise Refusal(
            _("It is applied since %(day)s; a result is measured on a later day.")
            % {"day": format_date(found.applied_on)},
            field="on",
        )
    if found.measured_on is not None and on < found.measured_on:
        raise Refusal(
            _("A result of %(day)s is recorded already; an earlier one does not take its place.")
            % {"day": format_date(found.measured_on)},
            field="on",
        )
    before = {"result": found.result} if found.result else None
    found.measured_on, found.result = on, squash(result)
    found.save()
    after = {"on_day": format_date(on), "result": found.result}
    record(actor, "clusters.measure_exemplar", found, before=before, after=after)
    return found


def _board_of(exemplar: Exemplar, actor: Actor) -> Organisation:
    """In whose name the person recognises: the province above the unit, else the central board."""
    parent = exemplar.organisation.parent
    if parent is not None and parent.pk in actor.approved:
        return parent
    return Organisation.objects.get(pk=actor.body_of(CENTRAL))


def _refuse_ahead(on: date, *, field="on") -> None:
    if on > clock.today():
        raise Refusal(
            _("%(day)s is still to come. Only what was done is reported.") % {"day": format_date(on)}, field=field
        )


def _refuse_before_it_was(unit: Organisation, on: date, *, field="on") -> None:
    if on.year < FIRST_YEAR or not unit.during.contains(on):
        raise Refusal(_("%(unit)s did not exist on this day. Choose another day.") % {"unit": unit}, field=field)


def _locked_adoption(adoption: Adoption) -> Adoption:
    rows = Adoption.objects.select_for_update(of=("self",)).select_related("organisation", "exemplar")
    return rows.get(pk=adoption.pk)


def _locked(exemplar: Exemplar) -> Exemplar:
    rows = Exemplar.objects.select_for_update(of=("self",)).select_related("organisation__parent")
    found = rows.get(pk=exemplar.pk)
    if found.withdrawn_at is not None:
        raise Refusal(_("This card was struck out; write it anew."))
    return found


def _said(exemplar: Exemplar) -> dict[str, str]:
    return {name: str(getattr(exemplar, name) or "") for name in ("title", "campaign", "result")}
