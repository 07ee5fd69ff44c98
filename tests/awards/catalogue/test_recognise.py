"""How lists write awards, subjects, target groups and ways: each writing seen, and what stays open."""

import unicodedata

import pytest

from awards.catalogue.models.aliases import alias_table
from awards.catalogue.rules.recognise import (
    AliasRow,
    AliasTable,
    Reason,
    alias_key,
    class_of,
    is_organisation_kind,
    recognise_award,
    recognise_subject,
    recognise_target_group,
    recognise_way,
)
from awards.catalogue.rules.terms import ProvinceKind, SubjectKind, TargetGroup, Way
from awards.models import Award

CITY = ProvinceKind.CITY

OFFICE_CATALOGUE = {
    "Bằng khen cấp bộ, ban, ngành, tỉnh, đoàn thể trung ương": "BK_TINH",
    "Bằng khen của Thủ tướng Chính phủ": "BK_TTG",
    "Cờ thi đua của Chính phủ": "CO_CP",
    "Cờ thi đua cấp Bộ, ngành, tỉnh, đoàn thể trung ương": "CO_TINH",
    "Cờ thi đua của UBND tỉnh": "CO_TINH",
    "Chiến sĩ thi đua cơ sở": "CSTDCS",
    "Chiến sĩ thi đua toàn quốc": "CSTDTQ",
    "Chiến sĩ thi đua cấp Bộ, ngành, tỉnh, đoàn thể trung ương": "CSTD_TINH",
    "Chiến sĩ tiên tiến": "CSTT",
    "Đơn vị quyết thắng": "DVQT",
    "Đơn vị tiên tiến": "DVTT",
    "Giải thưởng Hồ Chí Minh": "GT_HCM",
    "Gia đình văn hóa": "GDVH",
    "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã": "GK_XA",
    "Huy chương Kháng chiến chống mỹ hạng nhất": "HCH_KCCM_1",
    "Huân chương Độc lập hạng Nhất": "HC_DL_1",
    "Huân chương Lao động hạng ba": "HC_LD_3",
    "Huân chương Kháng chiến chống Pháp hạng nhì": "HC_KCCP_2",
    "Kỷ niệm chương, Huy hiệu": "KNC_TINH",
    "Nghệ sĩ Nhân dân": "DH_NSND",
    "Nhà giáo ưu tú": "DH_NGUT",
    "Lao động tiên tiến": "LDTT",
    "Tập thể lao động xuất sắc": "TTLDXS",
    "Tập thể lao động tiên tiến": "TTLDTT",
    "Tỉnh Anh hùng": "DH_TINHAH",
    "Thầy thuốc Ưu tú": "DH_TTUT",
    "Thôn văn hóa": "THON_VH",
}
OTHER_WRITINGS = {
    "CSTĐCS": "CSTDCS",
    "CSTĐ cơ sở": "CSTDCS",
    "Chiến sỹ thi đua cấp TP": "CSTD_TINH",
    "CSTĐ cấp bộ": "CSTD_BO",
    "TTLĐXS": "TTLDXS",
    "LĐTT": "LDTT",
    "HCLĐ hạng III": "HC_LD_3",
    "HCLĐ III": "HC_LD_3",
    "HC_LD_3": "HC_LD_3",
    "HUÂN CHƯƠNG LAO ĐỘNG HẠNG NHÌ": "HC_LD_2",
    "Huân chương  Lao động\u00a0hạng 3": "HC_LD_3",
    "Huân chương Lao động hạng Hai": "HC_LD_2",
    "Huy chương Chiến sĩ vẻ vang hạng I": "HCH_CSVV_1",
    "Bằng khen của Chủ tịch UBND thành phố": "BK_TINH",
    "Bằng khen của Chủ tịch UBND thành phố Cần Thơ": "BK_TINH",
    "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh": "BK_TINH",
    "Bằng khen cấp tỉnh": "BK_TINH",
    "Bằng khen UBND TP": "BK_TINH",
    "BK Thủ tướng": "BK_TTG",
    "Bằng khen của Bộ trưởng Bộ Y tế": "BK_BO",
    "Cờ thi đua của UBND thành phố": "CO_TINH",
    "Cờ thi đua của Ủy ban nhân dân Thành phố Hồ Chí Minh": "CO_TINH",
    "Giấy khen của Giám đốc Sở Giáo dục và Đào tạo": "GK_CS",
    "Giấy khen của Chủ tịch UBND phường An Bình": "GK_XA",
    "Lao động tiên tiến năm 2022": "LDTT",
    "Danh hiệu CSTĐ cơ sở": "CSTDCS",
    "Danh hiệu Tập thể Lao động xuất sắc": "TTLDXS",
    "Tặng thưởng Huân chương Lao động hạng Ba (lần 2)": "HC_LD_3",
    "Danh hiệu vinh dự nhà nước Nhà giáo ưu tú": "DH_NGUT",
    "Giấy khen của UBND quận Minh Họa": "GK_CS",
    "Bà mẹ Việt Nam anh hùng": "DH_BMVNAH",
    "Xã, phường, đặc khu tiêu biểu": "XA_TB",
}


@pytest.fixture
def table(db):
    return alias_table()


@pytest.mark.parametrize(("text", "code"), [*OFFICE_CATALOGUE.items(), *OTHER_WRITINGS.items()])
def test_a_writing_means_one_award(table, text, code):
    found = recognise_award(table, text, province_kind=CITY)
    assert (found.award_code, found.exact) == (code, True)


def test_every_writing_in_nfd_and_in_capitals_too(table):
    for text, code in (OFFICE_CATALOGUE | OTHER_WRITINGS).items():
        for other in (unicodedata.normalize("NFD", text), text.upper(), f"  {text} "):
            assert recognise_award(table, other, province_kind=CITY).award_code == code, other


def test_every_name_and_code_of_the_catalogue_means_its_award(table):
    awards = Award.objects.prefetch_related("names")
    assert len(awards) > 70
    for award in awards:
        assert recognise_award(table, award.code).award_code == award.code
        for name in award.names.all():
            assert recognise_award(table, name.name).award_code == award.code, name.name


@pytest.mark.parametrize(
    ("text", "reason", "some"),
    [
        ("BK", Reason.SEVERAL, {"BK_TTG", "BK_BO", "BK_TINH"}),
        ("Bằng khen", Reason.SEVERAL, {"BK_TTG", "BK_BO", "BK_TINH"}),
        ("Giấy khen", Reason.SEVERAL, {"GK_CS", "GK_XA"}),
        ("Cờ thi đua", Reason.SEVERAL, {"CO_CP", "CO_BO", "CO_TINH"}),
        ("CSTĐ", Reason.SEVERAL, {"CSTDTQ", "CSTD_TINH", "CSTDCS"}),
        ("Huân chương Lao động", Reason.CLASS_MISSING, {"HC_LD_1", "HC_LD_2", "HC_LD_3"}),
        ("CSTĐCS; LĐTT", Reason.SEVERAL, {"CSTDCS", "LDTT"}),
        ("Chiến sĩ thi đua cơ sở, Bằng khen của Chủ tịch UBND tỉnh", Reason.SEVERAL, {"CSTDCS", "BK_TINH"}),
        ("Huân chương Kháng chiến hạng Ba", Reason.SEVERAL, {"HC_KCCP_3", "HC_KCCM_3"}),
        ("Huy chương Kháng chiến chống Mỹ hạng Ba", Reason.NO_SUCH_CLASS, {"HCH_KCCM_1", "HCH_KCCM_2"}),
        ("Bằng khen hạng Nhất", Reason.NO_SUCH_CLASS, {"BK_TTG"}),
    ],
)
def test_what_stays_open_names_its_candidates(table, text, reason, some):
    found = recognise_award(table, text, province_kind=CITY)
    assert not found.exact
    assert found.award_code is None
    assert found.reason == reason
    assert some <= set(found.award_codes)


@pytest.mark.parametrize("text", ["", "   ", "xyz", "Chiến sĩ thi đua bộ đội biên phòng", "Tổng cộng: 125", "15.0"])
def test_what_is_like_nothing_is_unknown(table, text):
    found = recognise_award(table, text, province_kind=CITY)
    assert found.award_codes == ()
    assert found.reason == Reason.UNKNOWN


@pytest.mark.parametrize("class_text", ["hạng Ba", "Hạng III", "3", "3.0", "ba"])
def test_the_class_may_stand_apart(table, class_text):
    assert recognise_award(table, "Huân chương Lao động", class_text=class_text).award_code == "HC_LD_3"


def test_a_class_column_is_no_matter_for_an_award_without_classes(table):
    assert recognise_award(table, "Bằng khen của Thủ tướng Chính phủ", class_text="1").award_code == "BK_TTG"


def test_whose_list_it_is_decides_between_ministry_and_province(table):
    text = "Bằng khen cấp bộ, ban, ngành, tỉnh, đoàn thể trung ương"
    assert recognise_award(table, text, province_kind=ProvinceKind.PROVINCE).reason == Reason.BY_CONTEXT
    alone = recognise_award(table, text)
    assert alone.award_codes == ("BK_BO", "BK_TINH")
    assert not alone.exact


def test_the_subject_decides_when_only_one_candidate_is_given_to_it():
    rows = [
        AliasRow("co", "A", subject_kinds=frozenset({SubjectKind.COLLECTIVE})),
        AliasRow("co", "B", subject_kinds=frozenset({SubjectKind.INDIVIDUAL})),
    ]
    found = recognise_award(AliasTable(rows), "Cờ", subject_kind=SubjectKind.INDIVIDUAL)
    assert found.award_code == "B"


def test_keys_write_short_forms_out():
    assert alias_key("CSTĐ cấp TP") == alias_key("Chiến sĩ thi đua thành phố")
    assert alias_key("Ủy ban nhân dân") == "ubnd"


@pytest.mark.parametrize(("text", "rank"), [("Nhất", 1), ("hạng II", 2), ("Hạng 3", 3), ("", None), ("đặc biệt", None)])
def test_class_of(text, rank):
    assert class_of(text) == rank


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Khen thưởng tập thể", SubjectKind.COLLECTIVE),
        ("Khen thưởng cá nhân", SubjectKind.INDIVIDUAL),
        ("Khen thưởng hộ gia đình", SubjectKind.HOUSEHOLD),
        ("TT", SubjectKind.COLLECTIVE),
        ("CN", SubjectKind.INDIVIDUAL),
        ("I. TẬP THỂ", SubjectKind.COLLECTIVE),
        ("II. CÁ NHÂN:", SubjectKind.INDIVIDUAL),
        ("B. Hộ gia đình", SubjectKind.HOUSEHOLD),
        ("1. Tập thể", SubjectKind.COLLECTIVE),
        ("tập thể, cá nhân", None),
        ("Quận Minh Họa", None),
        ("", None),
    ],
)
def test_subjects(text, kind):
    assert recognise_subject(text) == kind


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên", TargetGroup.SENIOR_EXECUTIVE),
        ("Lãnh đạo cấp vụ, sở, ngành và tương đương", TargetGroup.DEPARTMENT_EXECUTIVE),
        ("Doanh nhân", TargetGroup.ENTREPRENEUR),
        ("Các cấp lãnh đạo khác từ phó phòng trở lên", TargetGroup.OTHER_EXECUTIVE),
        (
            "+ Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân, …)",
            TargetGroup.DIRECT_WORKER,
        ),
        ("Trực tiếp", TargetGroup.DIRECT_WORKER),
        ("Người lao động trực tiếp", TargetGroup.DIRECT_WORKER),
        ("Công chức, viên chức không giữ chức vụ", TargetGroup.DIRECT_WORKER),
        ("công nhân", TargetGroup.DIRECT_WORKER),
        ("LĐ cấp tỉnh", TargetGroup.SENIOR_EXECUTIVE),
        ("Lãnh đạo sở", TargetGroup.DEPARTMENT_EXECUTIVE),
        ("Trưởng phòng, phó phòng", TargetGroup.OTHER_EXECUTIVE),
        ("Doanh nghiệp", None),
        ("Cơ quan hành chính", None),
        ("Đơn vị sự nghiệp", None),
        ("", None),
    ],
)
def test_target_groups(text, group):
    assert recognise_target_group(text) == group


@pytest.mark.parametrize(
    ("text", "is_kind"),
    [("Doanh nghiệp", True), ("Đơn vị sự nghiệp", True), ("Phường", True), ("Doanh nhân", False), ("xyz", False)],
)
def test_kinds_of_bodies(text, is_kind):
    assert is_organisation_kind(text) is is_kind


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Thường xuyên", Way.REGULAR),
        ("Khen thưởng công trạng", Way.REGULAR),
        ("Chuyên đề", Way.THEMATIC),
        ("Khen thưởng theo chuyên đề", Way.THEMATIC),
        ("Phong trào thi đua", Way.THEMATIC),
        ("ĐỘT XUẤT", Way.UNSCHEDULED),
        ("Đối ngoại", Way.DIPLOMATIC),
        ("Quá trình cống hiến", Way.SERVICE),
        ("Niên hạn", Way.TENURE),
        ("Khen thưởng kháng chiến", Way.RESISTANCE),
        ("", None),
        ("khác", None),
    ],
)
def test_ways(text, way):
    assert recognise_way(text) == way
