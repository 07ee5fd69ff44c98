"""Directives entered by the office that issued them, with the targets of their year."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.attachments.actions import file_paper
from clusters.directives.models import ROW, Directive, DirectiveTarget
from clusters.directives.rules import bases_of, numbered_later, signed_later
from clusters.directives.rules.rows import key_of, value_kind_of
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.targets import read_target
from clusters.indicators.rules.terms import TargetKind, ValueKind
from clusters.indicators.words import target_trouble
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts, require_reason
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.text import search_key, squash

FACTS = ("kind", "number", "dated", "year", "theme", "legal_bases")


@transaction.atomic
def set_directive(
    organisation: Organisation, directive: Directive | None, *, upload=None, actor: Actor, **entered: Any
) -> Directive:
    """`entered`: kind, number, dated, year, theme, legal_bases; `upload`: the scan. A new one where `directive` is
    None."""
    _require_own(organisation, actor)
    bases = bases_of(entered["legal_bases"])
    _refuse_days(organisation, entered["dated"], entered["year"], bases)
    before = None
    if directive is None:
        directive = Directive(organisation=organisation)
    else:
        directive = _locked(directive)
        before = _said(directive)
    directive.kind, directive.number, directive.dated = entered["kind"], squash(entered["number"]), entered["dated"]
    if not search_key(directive.number):
        raise Refusal(_("A number and symbol has letters or digits, such as 10/CT-UBND."), field="number")
    _refuse_number_twice(directive)
    directive.year, directive.theme = entered["year"], squash(entered["theme"])
    directive.legal_bases = "\n".join(bases)
    if upload is not None:
        directive.scan = file_paper(upload, organisation=organisation, actor=actor, field="file")
    with refusing_conflicts():
        directive.save()
    record(actor, "clusters.set_directive", directive, before=before, after=_said(directive))
    return directive


@transaction.atomic
def strike_out_directive(directive: Directive, *, why: str, actor: Actor) -> Directive:
    _require_own(directive.organisation, actor)
    require_reason(why)
    directive = _locked(directive)
    directive.withdrawn_at = clock.now()
    directive.save(update_fields=["withdrawn_at"])
    record(actor, "clusters.strike_out_directive", directive, before=_said(directive), why=why)
    return directive


@transaction.atomic
def set_directive_target(
    directive: Directive,
    target: DirectiveTarget | None,
    *,
    actor: Actor,
    indicator: Indicator | None,
    name: str,
    unit: str,
    kind: str,
    text: str,
) -> DirectiveTarget:
    """Of an indicator of the catalogue, whose name and unit it takes, or of a thing named here."""
    _require_own(directive.organisation, actor)
    directive = _locked(directive)
    name = indicator.name if indicator else squash(name)
    unit = indicator.unit if indicator else squash(unit)
    if not name:
        raise Refusal(_("Choose an indicator, or write what is to be reached."), field="name")
    value_kind = ValueKind(indicator.value_kind) if indicator else value_kind_of(TargetKind(kind), unit)
    found = read_target(text, kind=TargetKind(kind), value_kind=value_kind, unit=unit)
    if found.quantity is None:
        raise Refusal(target_trouble(found, squash(text), unit), field="text")
    before = None
    if target is None:
        target = DirectiveTarget(directive=directive)
    else:
        target = directive.targets.get(pk=target.pk)
        before = {"indicator": target.name, "value": target.text}
    target.indicator, target.name, target.unit, target.kind = indicator, name, unit, kind
    target.text, target.value = found.quantity.said, found.quantity
    with refusing_conflicts():
        target.save()
    after = {"indicator": target.name, "value": target.text}
    record(actor, "clusters.set_directive_target", directive, before=before, after=after)
    return target


@transaction.atomic
def drop_directive_target(target: DirectiveTarget, *, actor: Actor) -> None:
    _require_own(target.directive.organisation, actor)
    directive = _locked(target.directive)
    found = directive.targets.filter(pk=target.pk).first()
    if found is None:
        raise Refusal(_("This target was taken out already."))
    record(actor, "clusters.drop_directive_target", directive, before={"indicator": found.name, "value": found.text})
    found.delete()


def _refuse_number_twice(directive: Directive) -> None:
    """Whatever the letters and blanks of its number; under the office's lock."""
    Organisation.objects.select_for_update().get(pk=directive.organisation_id)
    same = Directive.objects.standing().filter(organisation=directive.organisation, dated=directive.dated)
    number = key_of(directive.number, directive.dated)
    if any(key_of(one.number, one.dated) == number for one in same.exclude(pk=directive.pk or 0)):
        raise Refusal(_("This document is entered already. Open that one."), field="number")


def _refuse_days(organisation: Organisation, dated, year: int, bases: tuple[str, ...]) -> None:
    if dated > clock.today():
        raise Refusal(
            _("%(day)s is still to come; a document is entered once it is signed.") % {"day": format_date(dated)},
            field="dated",
        )
    if not organisation.during.contains(dated):
        raise Refusal(
            _("%(unit)s did not exist on this day. Choose another day.") % {"unit": organisation}, field="dated"
        )
    if not year - 1 <= dated.year <= year:
        raise Refusal(
            _("A document for %(year)s is signed in that year or in the one before; look at day and year again.")
            % {"year": year},
            field="dated",
        )
    if later := signed_later(bases, dated):
        basis, day = later[0]
        raise Refusal(
            _("“%(basis)s” is of %(day)s, after the document itself (%(dated)s). Correct the day or the basis.")
            % {"basis": basis, "day": format_date(day), "dated": format_date(dated)},
            field="legal_bases",
        )
    if of_later_year := numbered_later(bases, dated):
        raise Refusal(
            _("“%(basis)s” bears a year after that of the document (%(dated)s). Correct the day or the basis.")
            % {"basis": of_later_year[0], "dated": format_date(dated)},
            field="legal_bases",
        )


def _require_own(organisation: Organisation, actor: Actor) -> None:
    if not actor.may("write", organisation, subject=ROW):
        raise Refusal(_("Only an officer of the office that issued it enters a document."))


def _locked(directive: Directive) -> Directive:
    kept = Directive.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=directive.pk)
    if kept.withdrawn_at is not None:
        raise Refusal(_("This document was struck out; enter it anew."))
    return kept


def _said(directive: Directive) -> dict[str, Any]:
    return {name: getattr(directive, name) for name in FACTS} | {
        "dated": format_date(directive.dated),
        "file": directive.scan.name if directive.scan else "",
    }
