"""What the departments of the block report on in 2023, and what their pact sets itself of it. All of it is invented."""

from collections.abc import Mapping
from datetime import date

from clusters.indicators.actions import add_indicator
from clusters.indicators.rules.terms import Derivation, Direction, TargetKind, ValueKind
from clusters.models import Cluster, Organisation, Pact
from clusters.pacts.actions.contents import PromisedAim, set_targets
from clusters.pacts.rules.terms import TargetOrigin
from emulation.core.actor import Actor
from emulation.core.period import Period
from emulation.desk.demonstration.accounts import NAME

DURING = Period(date(2023, 1, 1))
FIRST_POSITION = 101
SHARE = "Số phần đạt trên tổng số, ví dụ: 96/98."
AT_LEAST_95, AT_LEAST_98 = "từ 95% trở lên", "từ 98% trở lên"
# (name, unit, kind, how the block's figure comes from its members', how to reckon it, targets of the three)
INDICATORS = (
    (
        "Nhiệm vụ Ủy ban nhân dân thành phố giao hoàn thành đúng hạn",
        "nhiệm vụ",
        ValueKind.RATIO,
        Derivation.RATIO,
        f"{SHARE} Theo hệ thống theo dõi nhiệm vụ.",
        (TargetKind.AT_LEAST, (AT_LEAST_98, AT_LEAST_98, AT_LEAST_95)),
    ),
    (
        "Văn bản tham mưu trình Ủy ban nhân dân thành phố đúng hạn",
        "văn bản",
        ValueKind.RATIO,
        Derivation.RATIO,
        SHARE,
        (TargetKind.AT_LEAST, (AT_LEAST_95, AT_LEAST_95, AT_LEAST_95)),
    ),
    (
        "Hồ sơ thủ tục hành chính giải quyết đúng hạn",
        "hồ sơ",
        ValueKind.RATIO,
        Derivation.RATIO,
        f"{SHARE} Theo hệ thống một cửa.",
        (TargetKind.AT_LEAST, (AT_LEAST_98, AT_LEAST_98, AT_LEAST_98)),
    ),
    (
        "Hồ sơ thủ tục hành chính nộp trực tuyến",
        "hồ sơ",
        ValueKind.RATIO,
        Derivation.RATIO,
        f"{SHARE} Theo hệ thống một cửa.",
        (TargetKind.AT_LEAST, ("từ 60% trở lên", "từ 70% trở lên", "từ 65% trở lên")),
    ),
    (
        "Tỷ lệ giải ngân dự toán được giao",
        "%",
        ValueKind.PERCENT,
        Derivation.COMMON_BOUND,
        "Lũy kế từ đầu năm đến hết kỳ báo cáo.",
        (TargetKind.AT_LEAST, (AT_LEAST_95, AT_LEAST_98, AT_LEAST_95)),
    ),
    (
        "Số sáng kiến được công nhận",
        "sáng kiến",
        ValueKind.WHOLE,
        Derivation.SUM,
        "Số mới trong kỳ báo cáo.",
        (TargetKind.AMOUNT, ("8 sáng kiến", "10 sáng kiến", "6 sáng kiến")),
    ),
    (
        "Số phong trào thi đua theo chuyên đề của sở",
        "phong trào",
        ValueKind.WHOLE,
        Derivation.SUM,
        "Số phong trào do sở phát động trong kỳ.",
        None,
    ),
    (
        "Số điển hình tiên tiến của sở được biểu dương",
        "điển hình",
        ValueKind.WHOLE,
        Derivation.SUM,
        "Số mới trong kỳ báo cáo.",
        None,
    ),
)


def ask_departments(block: Cluster, *, actor: Actor) -> None:
    """`actor` has an administrator's rights."""
    for position, (name, unit, kind, derivation, guidance, _aims) in enumerate(INDICATORS, FIRST_POSITION):
        add_indicator(
            name=name,
            unit=unit,
            value_kind=kind,
            direction=Direction.HIGHER,
            derivation=derivation,
            guidance=guidance,
            cluster=block,
            during=DURING,
            source=NAME,
            verified=False,
            position=position,
            actor=actor,
        )


def set_aims(pact: Pact, units: Mapping[str, Organisation], *, actor: Actor) -> None:
    asked = {one.name: one for one in pact.cluster_year.cluster.indicators.all()}
    for name, *_particulars, aims in INDICATORS:
        if aims is not None:
            kind, texts = aims
            promised = {
                unit.pk: PromisedAim(kind, text, TargetOrigin.OWN)
                for unit, text in zip(units.values(), texts, strict=True)
            }
            set_targets(pact, asked[name], promised, actor=actor)
