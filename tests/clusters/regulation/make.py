"""Builders of regulations: small tables that add up, adopted or not."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters.models import ClusterYear, Criterion, CriterionGroup, KnockOut, Scheme
from clusters.regulation.rules.terms import FunctionKind, GroupKind, KnockOutKind, SchemeState


@dataclass(frozen=True)
class MadeScheme:
    scheme: Scheme
    group: CriterionGroup
    criterion: Criterion
    knock_out: KnockOut

    @property
    def as_world(self) -> dict:
        return {"scheme": self.scheme, "group": self.group, "criterion": self.criterion, "knock_out": self.knock_out}


def make_scheme(*, cluster_year: ClusterYear, adopted=False, lines=2, function=FunctionKind.PANEL) -> MadeScheme:
    """One group of `lines` criteria of 10 points each, one judged knock-out condition."""
    scheme = Scheme.objects.create(cluster_year=cluster_year, maximum=Decimal(10 * lines))
    group = make_group(scheme=scheme, maximum=10 * lines, title="Nhóm thử")
    criteria = [make_criterion(group=group, function=function) for _ in range(lines)]
    knock_out = KnockOut.objects.create(scheme=scheme, kind=KnockOutKind.JUDGED, title="Điều kiện thử")
    if adopted:
        adopt(scheme)
    return MadeScheme(scheme, group, criteria[0], knock_out)


def make_group(*, scheme, maximum=10, title="Nhóm thử", kind=GroupKind.CRITERIA) -> CriterionGroup:
    return CriterionGroup.objects.create(scheme=scheme, kind=kind, number="I", title=title, maximum=Decimal(maximum))


def make_criterion(
    *, group, function=FunctionKind.PANEL, maximum=10, indicator=None, title=None, **particulars
) -> Criterion:
    number = Criterion.objects.filter(scheme=group.scheme_id).count() + 1
    return Criterion.objects.create(
        scheme_id=group.scheme_id,
        group=group,
        title=title or f"Tiêu chí thử {number}",
        maximum=Decimal(maximum),
        function=function,
        indicator=indicator,
        position=number,
        **particulars,
    )


def adopt(scheme: Scheme) -> Scheme:
    """Without walking there: for tests of what happens next."""
    scheme.state = SchemeState.ADOPTED
    scheme.adopted_on, scheme.votes_for, scheme.votes_cast = date(2023, 3, 30), 2, 2
    scheme.save()
    return scheme
