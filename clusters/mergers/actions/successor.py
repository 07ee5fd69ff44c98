"""A successor that is not recorded yet."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from clusters.mergers.actions.orders import MergerOrder, NewBody
from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.organisation import Organisation, OrganisationKind
from clusters.organisations.rules.lineage import successors_on
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.text import sort_key, squash


def make_successor(new: NewBody, order: MergerOrder, merged: Iterable[Organisation]) -> Organisation:
    name = squash(new.name)
    with refusing_conflicts():
        return Organisation.objects.create(
            code=new.code,
            name=name,
            kind=new.kind,
            during=Period(order.day),
            parent=_parent_of(order, merged) if new.kind == OrganisationKind.UNIT else None,
            legal_basis=order.legal_basis,
            sort_key=sort_key(name),
        )


def _parent_of(order: MergerOrder, merged: Iterable[Organisation]) -> Organisation:
    """What the units belong to on that day; a unit of two provinces is recorded where it belongs first."""
    links = lineage()
    above = {pk for one in merged if one.parent_id for pk in successors_on(one.parent_id, order.day, links)}
    if len(above) != 1:
        raise Refusal(
            _("The units belong to different provinces; record the new unit on the page of its province first."),
            field="successor",
        )
    return Organisation.objects.get(pk__in=above)
