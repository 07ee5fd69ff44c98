"""What a regulation begins with: last year's, the suggested template, or nothing."""

import csv
import json
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from django.utils.translation import gettext as _

from clusters.indicators.models.indicator import Indicator
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.rules.half_years import WHOLE_YEAR, span
from clusters.regulation.models.criterion import Criterion, KnockOut
from clusters.regulation.models.scheme import CriterionGroup, Scheme
from clusters.regulation.rules.terms import GroupKind, KnockOutKind
from emulation.core.errors import Refusal

THOUSAND = Decimal(1000)
CORE_SHARE = 50
ROOM = Path(__file__).resolve().parent.parent
SUGGESTED, SUGGESTED_TO_BLOCKS = ROOM / "suggested_scheme.csv", ROOM / "suggested_scheme_of_blocks.csv"
PARTICULARS = (
    "maximum",
    "cross_scorers",
    "appraiser",
    "jump_percent",
    "spread_percent",
    "tie_rule",
    "ballot_threshold",
    "ballot_base",
    "own_unit_excluded",
)
OF_A_LINE = (
    "number",
    "title",
    "maximum",
    "function",
    "register_figure",
    "terms",
    "cross_scored",
    "appraised",
    "guidance",
    "position",
)


class Origin(StrEnum):
    LAST_YEAR = "last_year"
    SUGGESTED = "suggested"
    BLANK = "blank"


def last_adopted(cluster_year: ClusterYear) -> Scheme | None:
    """The newest adopted scheme of an earlier year of the same cluster."""
    earlier = Scheme.objects.adopted().filter(
        cluster_year__cluster=cluster_year.cluster_id, cluster_year__year__lt=cluster_year.year
    )
    return earlier.select_related("cluster_year__cluster").order_by("-cluster_year__year").first()


def fill(cluster_year: ClusterYear, origin: Origin) -> Scheme:
    if origin is Origin.LAST_YEAR:
        earlier = last_adopted(cluster_year)
        if earlier is None:
            raise Refusal(_("No earlier year of this cluster has an adopted regulation to copy."))
        return _copied(cluster_year, earlier)
    if origin is Origin.SUGGESTED:
        return _suggested(cluster_year)
    return Scheme.objects.create(cluster_year=cluster_year, maximum=THOUSAND)


def _asked(cluster_year: ClusterYear):
    asked = Indicator.objects.asked_of(cluster_year.cluster_id, span(cluster_year.year, WHOLE_YEAR))
    return asked.reported_by_members()


def _copied(cluster_year: ClusterYear, earlier: Scheme) -> Scheme:
    """A line whose indicator is no longer reported stays out; the page of changes names it."""
    earlier = Scheme.objects.with_lines().get(pk=earlier.pk)
    scheme = Scheme.objects.create(
        cluster_year=cluster_year, copied_from=earlier, **{name: getattr(earlier, name) for name in PARTICULARS}
    )
    asked = set(_asked(cluster_year).values_list("pk", flat=True))
    lines = {}
    for old in earlier.listed:
        group = CriterionGroup.objects.create(
            scheme=scheme,
            kind=old.kind,
            number=old.number,
            title=old.title,
            maximum=old.maximum,
            position=old.position,
        )
        for line in old.lines:
            if line.indicator_id is None or line.indicator_id in asked:
                lines[line.pk] = Criterion.objects.create(
                    scheme=scheme,
                    group=group,
                    indicator_id=line.indicator_id,
                    **{name: getattr(line, name) for name in OF_A_LINE},
                )
    for old in earlier.listed_knock_outs:
        if old.criterion_id is None or old.criterion_id in lines:
            KnockOut.objects.create(
                scheme=scheme,
                kind=old.kind,
                title=old.title,
                criterion=lines.get(old.criterion_id),
                share=old.share,
                position=old.position,
            )
    return scheme


def _suggested(cluster_year: ClusterYear) -> Scheme:
    """The template of DOMAIN.md 6.6: a suggestion, no official text. The bodies of a block govern no place, so theirs
    asks for the tasks of an office where that of a cluster asks for what a place achieved. Lines whose indicator is not
    in the catalogue are left to be judged."""
    scheme = Scheme.objects.create(cluster_year=cluster_year, maximum=THOUSAND, from_suggestion=True)
    asked = {one.code: one for one in _asked(cluster_year)}
    group, first = None, None
    template = SUGGESTED_TO_BLOCKS if cluster_year.cluster.is_block else SUGGESTED
    with template.open(encoding="utf-8", newline="") as file:
        for place, row in enumerate(csv.DictReader(file)):
            if row["group_title"]:
                group = CriterionGroup.objects.create(
                    scheme=scheme,
                    kind=GroupKind(row["kind"]),
                    number=row["group"],
                    title=row["group_title"],
                    maximum=Decimal(row["group_maximum"]),
                    position=place,
                )
            line = _suggested_line(scheme, group, row, asked, place)
            first = first or line
    for place, (kind, title) in enumerate(_suggested_knock_outs()):
        below = kind is KnockOutKind.BELOW_SHARE
        KnockOut.objects.create(
            scheme=scheme,
            kind=kind,
            title=title,
            criterion=first if below else None,
            share=CORE_SHARE if below else None,
            position=place,
        )
    return scheme


def _suggested_line(scheme, group, row, asked, place) -> Criterion:
    indicator = asked.get(row["indicator"])
    is_judged = bool(row["indicator"]) and indicator is None
    return Criterion.objects.create(
        scheme=scheme,
        group=group,
        number=row["number"],
        title=row["title"],
        maximum=Decimal(row["maximum"]),
        function="panel" if is_judged else row["function"],
        indicator=indicator,
        register_figure=row["register_figure"],
        terms=json.loads(row["terms"]) if row["terms"] and not is_judged else {},
        cross_scored=is_judged or row["cross_scored"] == "yes",
        appraised=is_judged or row["cross_scored"] == "yes",
        guidance=row["guidance"],
        position=place,
    )


def _suggested_knock_outs():
    yield KnockOutKind.JUDGED, "Lãnh đạo chủ chốt của đơn vị bị khởi tố hoặc bị kỷ luật từ cảnh cáo trở lên"
    yield KnockOutKind.JUDGED, "Để xảy ra vụ việc đặc biệt nghiêm trọng về an ninh, trật tự, an toàn"
    yield KnockOutKind.PACT_UNSIGNED, "Không ký giao ước thi đua của năm"
    yield KnockOutKind.NO_REPORT, "Không gửi số liệu cả năm"
    yield KnockOutKind.BELOW_SHARE, "Chỉ tiêu nòng cốt không đạt"
