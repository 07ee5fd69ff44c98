"""Asks for what is compared before a report of a cluster is signed, as the register stands now."""

from collections.abc import Iterator

from awards.catalogue.rules.terms import Way
from awards.models import Honour
from awards.register.models.honour import HonourQuerySet
from awards.register.models.tally import count_honours
from awards.register.rules.register import RegisterFilter
from clusters.membership.rules.half_years import Days
from reports.agreement.material.register import beside_earlier, campaigns_of, levels_of_lines, people, printed_total
from reports.agreement.rules.counted import (
    kinds_and_all,
    members_without_figures,
    members_without_honours,
    parts_and_totals,
)
from reports.agreement.rules.declared import campaigns_twice, declared_and_counted, declared_kinds_and_all
from reports.agreement.rules.terms import About, Compared
from reports.runs.models.report import Report
from reports.six_month.material.collect import Material, collect
from reports.six_month.material.declared import declared_figures


def compared_of_cluster(report: Report) -> Iterator[Compared]:
    material = collect(report.subject, report.half, as_of=report.day, days=Days(report.days))
    counted = material.counted
    names = {member.id: member.name for member in material.members}
    figures = declared_figures(
        material.year,
        material.half,
        material.days,
        names=names,
        kind=material.province_kind,
        counted=counted,
        every=True,
    )
    rows = Honour.objects.decided_during(material.period).decided_by_members_of(report.subject.cluster_id)
    asked = RegisterFilter(cluster=report.subject.cluster_id, period=material.period)
    listed = count_honours(rows.in_force(), asked)
    yield from parts_and_totals(
        counted, _known(material), listed=listed.total, is_bound=listed.more, drafted=printed_total(report)
    )
    yield from people(counted, rows.in_force())
    yield from kinds_and_all(counted)
    yield from declared_kinds_and_all(figures)
    yield from declared_and_counted(counted, figures, levels_of_lines(), half=material.half, days=material.days)
    yield from campaigns_twice(figures, campaigns_of(material.indicators), half=material.half, days=material.days)
    yield from beside_earlier(report, counted, _rows_of)
    yield from members_without_honours(counted, names)
    if material.indicators:
        yield from members_without_figures(names, material.reporting, report.subject.pk)


def _rows_of(report: Report) -> HonourQuerySet:
    return Honour.objects.decided_during(report.during).decided_by_members_of(report.subject.cluster_id)


def _known(material: Material) -> dict[About, tuple[str, set]]:
    return {
        About.BY_LINE: ("line", {code for code, _name in material.lines}),
        About.BY_WAY: ("way", set(Way)),
        About.BY_MEMBER: ("organisation", {member.id for member in material.members}),
    }
