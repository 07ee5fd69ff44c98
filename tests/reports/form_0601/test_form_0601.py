"""Form 0601.N: each campaign once in each part that can be told, on the page and in the three files."""

import io
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from awards.totals.rules.terms import Measure
from clusters.campaigns.rules.terms import CampaignForm, CampaignLevel
from clusters.membership.rules.half_years import Days
from clusters.models import Organisation, OrganisationKind
from emulation.core.period import Period
from reports.form_0601.compose import compose
from reports.form_0601.material import form_0601_material
from reports.form_0601.rules import Term, form_of, term_of
from tests.awards.totals.make import make_source, make_total
from tests.clusters.campaigns.make import make_campaign, make_office
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.membership.make import make_cluster
from tests.periods import DAY
from tests.reports.six_month.readings import docx_text, html_text, pdf_text, table_of, texts_of, xlsx_text

DAYS = date(2023, 1, 1)


@pytest.mark.parametrize(
    ("end", "term"),
    [
        (date(2023, 12, 31), Term.SHORTER),
        (date(2024, 1, 1), Term.ONE_YEAR),
        (date(2024, 1, 2), Term.TO_THREE),
        (date(2025, 12, 31), Term.TO_THREE),
        (date(2026, 1, 1), Term.TO_FIVE),
        (date(2028, 1, 1), Term.LONGER),
        (None, None),
    ],
)
def test_a_term_is_reckoned_by_anniversaries(end, term):
    assert term_of(Period(DAYS, end)) is term
    assert term_of(Period(date(2024, 2, 29), date(2025, 3, 1))) is Term.ONE_YEAR


def test_no_form_is_invented_for_years_before_the_first_known():
    assert form_of(2022) is None
    assert form_of(2024).number == "0601.N/BNV-TĐKT"


@pytest.mark.django_db
def test_each_campaign_stands_once_in_each_part_and_what_nobody_stated_is_told(settings, tmp_path):
    settings.DEMONSTRATION_DAY = DAY
    city = make_office()
    unit = make_office("Sở Thử", kind=OrganisationKind.UNIT, parent=city.organisation)
    thematic = {"form": CampaignForm.THEMATIC}
    make_campaign(name="Của thành phố", organisation=city.organisation, **thematic)
    make_campaign(name="Của sở", organisation=unit.organisation, level=CampaignLevel.UNIT, form=CampaignForm.REGULAR)
    make_campaign(
        name="Của cụm",
        organisation=city.organisation,
        level=CampaignLevel.CLUSTER,
        cluster=make_cluster(),
        during=Period(DAYS, None),
    )
    make_campaign(
        name="Từ ngày phát động",
        organisation=city.organisation,
        during=Period(None, date(2023, 7, 1)),
        launched_on=DAYS,
        **thematic,
    )
    make_campaign(name="Năm trước", organisation=city.organisation, during=Period.year(2022))
    open_ended = {"organisation": city.organisation, "during": Period(None, None)}
    make_campaign(name="Không rõ từ bao giờ", recorded_on=date(2023, 3, 1), **open_ended)
    make_campaign(name="Ghi năm sau", recorded_on=date(2024, 3, 1), **open_ended)
    make_campaign(name="Phát động năm sau", launched_on=date(2024, 1, 1), **open_ended)
    make_campaign(
        name="Tổng kết năm trước", launched_on=date(2021, 1, 1), summed_up_on=date(2022, 12, 31), **open_ended
    )
    make_campaign(name="Nơi khác", organisation=make_office("Tỉnh Lạ").organisation)
    make_campaign(name="Cả nước")
    paper = make_source(city.organisation)
    make_total(city.organisation, source=paper, measure=Measure.CAMPAIGNS, count=70, half=0)
    half = make_source(unit.organisation)
    make_total(unit.organisation, source=half, measure=Measure.CAMPAIGNS, count=64, half=1, days=Days.CUT_OFF)
    document = compose(form_0601_material(city.organisation, 2023, as_of=DAY))
    table = table_of(document, "Số phong trào")
    shown = {row.cells[1]: row.cells[2:] for row in table.rows if len(row.cells) > 1}
    assert shown["01"] == (4, 0, 3, 1)
    assert {code: shown[code][0] for code in ("02", "03", "04", "05")} == {"02": 0, "03": 2, "04": 1, "05": 1}
    assert [shown[code][0] for code in ("06", "07", "08", "09", "10")] == [1, 2, 0, 0, 0]
    assert (shown["11"], shown["12"]) == ((2, 0, 2, 0), (1, 0, 0, 1))
    said = " ".join(texts_of(document))
    assert "1 phong trào chưa nêu thời hạn" in said
    assert "1 phong trào chưa nêu ngày bắt đầu hoặc ngày phát động, không tính vào biểu" in said
    assert "1 phong trào chưa nêu phương thức" in said
    assert "báo cáo 70 phong trào trong năm 2023, không kèm danh sách" in said
    assert "báo cáo 64 phong trào trong 6 tháng đầu năm 2023 tính theo ngày chốt số liệu báo cáo định kỳ, không" in said
    for text in (docx_text(document), xlsx_text(document)):
        assert "Thi đua thường xuyên hằng năm" in text
    foot = [[*one.lines, one.note] for one in document.signers]
    assert foot == [
        ["NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"],
        ["THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu, ghi rõ họ tên)"],
    ]
    for text in (docx_text(document), pdf_text(document, tmp_path), html_text(document), xlsx_text(document)):
        said = " ".join(text.split())
        assert "(Ký, đóng dấu, ghi rõ họ tên)" in said
        assert f"{document.place}, ngày {DAY.day:02d} tháng" in said
    page = signed_in(city.officer, "vi")
    assert "0601.N/BNV-TĐKT" in words(page.get(reverse("reports:form-0601", args=[city.organisation.pk, 2023])))
    ended = make_office("Tỉnh Cũ")
    Organisation.objects.filter(pk=ended.organisation.pk).update(during=Period(None, date(2023, 1, 1)))
    for office, year, said in (
        (city, 2022, "từ năm 2023"),
        (city, 2024, "Năm 2024 chưa bắt đầu"),
        (city, 9999, "Năm 9999 chưa bắt đầu"),
        (city, 10**20, "chưa bắt đầu nên chưa có biểu"),
        (ended, 2023, "chưa có hoặc không còn"),
    ):
        reader = signed_in(office.officer, "vi")
        assert said in words(reader.get(reverse("reports:form-0601", args=[office.organisation.pk, year])))
        address = reverse("reports:form-0601-paper", args=[office.organisation.pk, year, "pdf"])
        assert reader.get(address).status_code == 404
    for form in ("docx", "pdf", "xlsx"):
        address = reverse("reports:form-0601-paper", args=[city.organisation.pk, 2023, form])
        answer = page.get(address)
        assert answer.status_code == 200
    sheet = load_workbook(io.BytesIO(answer.content)).active
    said = [row[0].value for row in sheet.iter_rows() if row[0].value]
    written = texts_of(document)
    head, notes = written[:4], written[5:]
    assert (written[4], head[-1]) == ("Ghi chú:", "Đơn vị tính: phong trào.")
    assert said[2 : 2 + len(head)] == [f"- {one}" for one in head]
    at = said.index("Ghi chú:")
    assert said[at - 1] == "Thi đua thường xuyên hằng năm"
    assert said[at + 1 : at + 1 + len(notes)] == [f"- {one}" for one in notes]
    stranger = signed_in(make_office("Tỉnh Khác").officer)
    assert stranger.get(reverse("reports:form-0601", args=[city.organisation.pk, 2023])).status_code == 404
    assert reverse("reports:form-0601", args=[city.organisation.pk, 2023]) in words(
        page.get(reverse("clusters:campaigns"))
    )
