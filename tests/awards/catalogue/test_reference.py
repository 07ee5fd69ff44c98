"""The catalogue that ships: complete, loaded twice without harm, named by law and kind of province."""

from datetime import date

import pytest
from django.db.models import Count

from awards.catalogue.actions import load_reference
from awards.catalogue.rules.naming import NameRow, name_on
from awards.catalogue.rules.terms import Authority, AwardGroup, Family, Level, ProvinceKind
from awards.models import Award, AwardAlias, AwardAuthority, AwardName, LawVersion, ReportLine
from emulation.core.actor import Actor
from emulation.core.models import AuditEntry
from emulation.core.period import Period

pytestmark = pytest.mark.django_db
LAW_2003, LAW_2022, DECREE_152 = date(2023, 6, 30), date(2024, 1, 1), date(2025, 7, 1)
PRINTED_IN_CITIES = [
    "Cờ thi đua của UBND thành phố",
    "Tập thể Lao động xuất sắc",
    "Chiến sĩ thi đua cấp thành phố",
    "Chiến sĩ thi đua toàn quốc",
    "Bằng khen của Chủ tịch UBND thành phố",
    "Cờ thi đua của Chính phủ",
    "Huân chương các loại",
    "Bằng khen của Thủ tướng Chính phủ",
]


def name_of(code, day, kind=ProvinceKind.ANY):
    return Award.objects.named(on=day, province_kind=kind).get(code=code).printed_name


def test_loading_again_changes_nothing_and_audits_nothing():
    tables = (LawVersion, ReportLine, Award, AwardAuthority, AwardName, AwardAlias)
    before = [list(table.objects.order_by("pk").values_list()) for table in tables]
    entries = AuditEntry.objects.count()
    assert load_reference(Actor.system("test")) == {}
    assert [list(table.objects.order_by("pk").values_list()) for table in tables] == before
    assert AuditEntry.objects.count() == entries


def test_a_changed_row_is_mended_and_audited_once():
    Award.objects.filter(code="LDTT").update(level=Level.STATE)
    entries = AuditEntry.objects.count()
    assert load_reference(Actor.system("test")) == {"Award": 1}
    assert Award.objects.get(code="LDTT").level == Level.GRASSROOTS
    assert AuditEntry.objects.count() == entries + 1


def test_report_lines_stand_first_as_the_press_printed_them():
    lines = list(ReportLine.objects.all())
    assert [line.name_for(ProvinceKind.CITY) for line in lines[:8]] == PRINTED_IN_CITIES
    assert lines[0].name_for(ProvinceKind.PROVINCE) == "Cờ thi đua của UBND tỉnh"


def test_every_order_reports_under_one_line():
    orders = Award.objects.filter(group=AwardGroup.ORDER)
    assert set(orders.values_list("report_line__code", flat=True)) == {"HC_ALL"}
    assert orders.count() == 2 + 5 * 3 + 3 + 2 * 3


def test_state_level_titles_are_exactly_two():
    titles = Award.objects.filter(family=Family.TITLE, level=Level.STATE)
    assert set(titles.values_list("code", flat=True)) == {"CSTDTQ", "CO_CP"}


def test_families_are_not_mixed():
    assert not Award.objects.filter(family=Family.TITLE).exclude(group=AwardGroup.EMULATION_TITLE).exists()
    assert not Award.objects.filter(family=Family.FORM, group=AwardGroup.EMULATION_TITLE).exists()


def test_a_class_is_an_award_of_its_own_and_the_code_without_is_none():
    assert list(Award.objects.filter(code__startswith="HC_LD").values_list("code", "class_rank")) == [
        ("HC_LD_1", 1),
        ("HC_LD_2", 2),
        ("HC_LD_3", 3),
    ]


def test_what_the_domain_notes_leave_open_is_marked():
    unverified = set(Award.objects.filter(verified=False).values_list("code", flat=True))
    assert {"HC_KCCM_3", "HCH_KCCP_1", "XA_TB", "HCH_TNXP", "CO_QK"} <= unverified
    assert not unverified & {"CSTDTQ", "TTLDXS", "BK_TTG", "BK_TINH", "HC_LD_3"}
    assert all(award.resistance_era for award in Award.objects.filter(code__contains="_KCC"))


def test_no_award_is_without_a_name_and_no_unverified_resistance_award_has_an_article():
    assert not Award.objects.annotate(names_held=Count("names")).filter(names_held=0).exists()
    assert not Award.objects.filter(resistance_era=True).exclude(legal_basis="").exists()


@pytest.mark.parametrize(
    ("code", "day", "authorities"),
    [
        ("CO_BO", LAW_2022, {Authority.MINISTER}),
        ("CO_TINH", LAW_2022, {Authority.PROVINCE_CHAIR}),
        ("TTLDXS", LAW_2022, {Authority.MINISTER, Authority.PROVINCE_CHAIR}),
        ("CSTDCS", date(2025, 6, 30), {Authority.UNIT_HEAD, Authority.DISTRICT_CHAIR}),
        ("CSTDCS", DECREE_152, {Authority.UNIT_HEAD}),
        ("THON_VH", date(2025, 6, 30), {Authority.DISTRICT_CHAIR}),
        ("THON_VH", DECREE_152, {Authority.COMMUNE_CHAIR}),
    ],
)
def test_who_decides_on_a_day(code, day, authorities):
    award = Award.objects.with_authorities(on=day).get(code=code)
    assert {held.authority for held in award.authorities_held} == authorities


def test_every_award_has_somebody_who_decides_on_every_day_of_three_laws():
    for day in (LAW_2003, LAW_2022, DECREE_152):
        assert [award.code for award in Award.objects.with_authorities(on=day) if not award.authorities_held] == []


def test_an_authority_that_is_shipped_no_more_goes():
    award = Award.objects.get(code="CO_BO")
    AwardAuthority.objects.create(award=award, authority=Authority.PROVINCE_CHAIR, during=Period())
    assert load_reference(Actor.system("test")) == {"AwardAuthority": 1}
    assert {row.authority for row in award.authorities.all()} == {Authority.MINISTER}


@pytest.mark.parametrize(
    ("code", "day", "kind", "name"),
    [
        ("CSTD_TINH", LAW_2003, ProvinceKind.CITY, "Chiến sĩ thi đua cấp thành phố"),
        ("CSTD_TINH", LAW_2003, ProvinceKind.PROVINCE, "Chiến sĩ thi đua cấp tỉnh"),
        ("CSTD_TINH", date(2023, 12, 31), ProvinceKind.PROVINCE, "Chiến sĩ thi đua cấp tỉnh"),
        ("CSTD_TINH", LAW_2022, ProvinceKind.PROVINCE, "Chiến sĩ thi đua tỉnh"),
        ("CO_TINH", LAW_2003, ProvinceKind.CITY, "Cờ thi đua của UBND thành phố"),
        ("BK_TINH", LAW_2003, ProvinceKind.CITY, "Bằng khen của Chủ tịch UBND thành phố"),
        ("BK_TINH", DECREE_152, ProvinceKind.PROVINCE, "Bằng khen của Chủ tịch UBND tỉnh"),
        ("XA_TB", date(2025, 6, 30), ProvinceKind.ANY, "Xã, phường, thị trấn tiêu biểu"),
        ("XA_TB", DECREE_152, ProvinceKind.ANY, "Xã, phường, đặc khu tiêu biểu"),
        ("HC_LD_3", date(1999, 1, 1), ProvinceKind.CITY, "Huân chương Lao động hạng Ba"),
    ],
)
def test_the_name_of_a_day(code, day, kind, name):
    assert name_of(code, day, kind) == name


@pytest.mark.parametrize("day", [date(2001, 1, 1), LAW_2003, LAW_2022, DECREE_152])
@pytest.mark.parametrize("kind", list(ProvinceKind))
def test_the_query_and_the_rule_name_alike(day, kind):
    rows = {}
    for name in AwardName.objects.select_related("law", "award"):
        rows.setdefault(name.award.code, []).append(NameRow(name.law.during.start, name.province_kind, name.name))
    for award in Award.objects.named(on=day, province_kind=kind):
        assert award.printed_name == name_on(rows[award.code], day, kind)


def test_names_come_with_the_awards_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert all(award.printed_name for award in Award.objects.named(on=LAW_2003))


def test_a_name_of_nothing_is_empty():
    assert name_on([], LAW_2003) == ""
