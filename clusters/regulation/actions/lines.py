"""Groups, criteria and knock-out conditions of a draft. Lines of a draft may go; an adopted scheme keeps all."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.indicators.models.indicator import Indicator
from clusters.membership.rules.half_years import WHOLE_YEAR, span
from clusters.regulation.actions.schemes import locked_draft
from clusters.regulation.models.criterion import Criterion, KnockOut
from clusters.regulation.models.scheme import CriterionGroup, Scheme
from clusters.regulation.rules.terms import FunctionKind, KnockOutKind
from emulation.core.actions.audit import record
from emulation.core.actions.marks import refuse_if_changed
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

OF_GROUP = ("kind", "number", "title", "maximum", "position")
OF_LINE = (
    "group",
    "number",
    "title",
    "maximum",
    "function",
    "indicator",
    "register_figure",
    "terms",
    "cross_scored",
    "appraised",
    "guidance",
    "position",
)
OF_KNOCK_OUT = ("kind", "title", "criterion", "share", "position")
AS_IT_IS = (bool, int, list, dict, type(None))


@transaction.atomic
def keep_group(
    scheme: Scheme, *, group: CriterionGroup | None = None, seen="", actor: Actor, **particulars
) -> CriterionGroup:
    """Adds a group, or changes `group`. `seen`: the mark of what the form was filled from."""
    scheme = locked_draft(scheme, actor)
    group = _locked(scheme, group, OF_GROUP, seen)
    return _kept(CriterionGroup, OF_GROUP, scheme, group, particulars, "group", actor)


@transaction.atomic
def keep_criterion(
    scheme: Scheme, *, criterion: Criterion | None = None, seen="", actor: Actor, **particulars
) -> Criterion:
    """Adds a line, or changes `criterion`. An indicator stands in one line of a scheme."""
    scheme = locked_draft(scheme, actor)
    criterion = _locked(scheme, criterion, OF_LINE, seen)
    group, indicator = particulars["group"], particulars.get("indicator")
    if group.scheme_id != scheme.pk:
        raise Refusal(_("This group belongs to another regulation. Open the page again."), field="group")
    if not _is_there(group):
        raise Refusal(_("This group was taken out meanwhile. Choose another."), field="group")
    if indicator is not None:
        _refuse_unless_free(scheme, indicator, criterion)
    if particulars["function"] != FunctionKind.FROM_REGISTER:
        particulars["register_figure"] = ""
    return _kept(Criterion, OF_LINE, scheme, criterion, particulars, "criterion", actor)


@transaction.atomic
def keep_knock_out(
    scheme: Scheme, *, knock_out: KnockOut | None = None, seen="", actor: Actor, **particulars
) -> KnockOut:
    scheme = locked_draft(scheme, actor)
    knock_out = _locked(scheme, knock_out, OF_KNOCK_OUT, seen)
    if particulars["kind"] != KnockOutKind.BELOW_SHARE:
        particulars["criterion"] = particulars["share"] = None
    elif particulars["criterion"] is None or particulars["criterion"].scheme_id != scheme.pk:
        raise Refusal(
            _("Say of which criterion, and below which share, from 1 to 100 per cent."),
            field="criterion",
        )
    elif not _is_there(particulars["criterion"]):
        raise Refusal(_("This criterion was taken out meanwhile. Choose another."), field="criterion")
    return _kept(KnockOut, OF_KNOCK_OUT, scheme, knock_out, particulars, "knock_out", actor)


@transaction.atomic
def remove_part(scheme: Scheme, part, *, actor: Actor) -> None:
    """A group goes with its lines, a line with the conditions that speak of it."""
    scheme = locked_draft(scheme, actor)
    part = _locked(scheme, part)
    record(actor, "clusters.remove_scheme_part", scheme, before={"part": str(part), "maximum": _maximum(part)})
    part.delete()


def _is_there(part) -> bool:
    return type(part).objects.filter(pk=part.pk).exists()


def _locked(scheme: Scheme, part, names=(), seen=""):
    """As it is now; nobody changes it while the scheme is locked."""
    if part is None:
        return None
    if part.scheme_id != scheme.pk:
        raise Refusal(_("This line belongs to another regulation. Open the page again."))
    now = type(part).objects.filter(pk=part.pk).first()
    if now is None:
        raise Refusal(_("“%(part)s” was taken out meanwhile. Open the regulation again.") % {"part": part})
    refuse_if_changed(now, names, seen)
    return now


def _maximum(part) -> str:
    return str(getattr(part, "maximum", ""))


def _refuse_unless_free(scheme: Scheme, indicator: Indicator, criterion: Criterion | None) -> None:
    year = scheme.cluster_year
    asked = Indicator.objects.asked_of(year.cluster_id, span(year.year, WHOLE_YEAR)).reported_by_members()
    if not asked.filter(pk=indicator.pk).exists():
        raise Refusal(_("This indicator is not reported in this year. Choose another."), field="indicator")
    taken = Criterion.objects.filter(scheme=scheme, indicator=indicator).select_related("group")
    other = taken.exclude(pk=criterion and criterion.pk).first()
    if other is not None:
        raise Refusal(
            _("This indicator is already scored in “%(line)s” of “%(group)s”. Take it out there, or choose another.")
            % {"line": other, "group": other.group},
            field="indicator",
        )


def _kept(model, names, scheme, part, particulars, word, actor: Actor):
    verb = f"clusters.add_scheme_{word}" if part is None else f"clusters.change_scheme_{word}"
    before = None if part is None else _held(part, names)
    part = part or model(scheme=scheme)
    for name in names:
        if name in particulars:
            setattr(part, name, particulars[name])
    after = _held(part, names)
    if before == after:
        return part
    with refusing_conflicts():
        part.save()
    record(actor, verb, scheme, before=before and _said(before), after=_said(after))
    return part


def _held(part, names) -> dict:
    return {name: getattr(part, name) for name in names}


def _said(found: dict) -> dict:
    return {name: value if isinstance(value, AS_IT_IS) else str(value) for name, value in found.items()}
