"""A draft worded by hand: words around figures, figures changed with a reason and named in the notes, and what was
worded taken along to the next draft, to the correction and to the next period."""

import io
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from openpyxl import load_workbook

from clusters.models import PostKind
from emulation.core.actor import Role
from emulation.core.errors import Overtaken, Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from reports.document.rules.cells import cells_of
from reports.document.rules.sentences import in_brackets, plain, sentences_of
from reports.document.rules.snapshot import thaw
from reports.models import ChangedFigure, DraftDecision, Report, SentenceWording
from reports.runs.actions.drafts import carry_wording, word_sentence
from reports.runs.views.shown import rows_behind
from tests.awards.register.make import make_honour
from tests.clusters.membership.make import make_cluster_year, make_post
from tests.clusters.people.make import actor_for
from tests.reports.runs.test_corrections import correction_of
from tests.reports.signing.make import made, person, signed, words_of
from tests.reports.six_month.readings import docx_text, pdf_text, xlsx_cells, xlsx_text
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
ON = date(YEAR, 7, 10)
WHY = "Cộng cả quyết định giấy chưa nhập"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.DEMONSTRATION_DAY = ON


@pytest.fixture
def year():
    return make_headed_year()


@pytest.fixture
def officer(year):
    return person(year.cities[0], Role.OFFICER)


@pytest.fixture
def draft(year, officer):
    make_honour(year.cities[0])
    return made(year, officer, on=ON)


def sentence_of(report, words="lượt khen thưởng, trong đó"):
    found = sentences_of(thaw(report.computed), year=report.subject.year)
    return next(one for one in found if words in one.paragraph.text)


def shown(report) -> str:
    report.refresh_from_db()
    document = thaw(report.document)
    return "\n".join(plain(one.paragraph.text) for one in sentences_of(document, year=report.subject.year))


def word(report, user, text, *, whys=None, words="lượt khen thưởng, trong đó", seen=None):
    sentence = sentence_of(report, words)
    now = seen or plain(in_brackets(sentence.paragraph.runs))
    return word_sentence(report, sentence.key, text=text, whys=whys or {}, seen=now, actor=actor_for(user=user))


def test_words_around_figures_are_printed_and_the_figures_stay_the_data_s(draft, officer):
    word(draft, officer, "Nửa năm qua cả Cụm có [1 lượt khen thưởng], gồm [1 lượt cá nhân].")
    assert "Nửa năm qua cả Cụm có 1 lượt khen thưởng, gồm 1 lượt cá nhân." in shown(draft)
    assert "Số do cơ quan lập báo cáo ghi khác" not in shown(draft)
    figure = sentence_of(draft).figures[0]
    assert thaw(draft.document).blocks != thaw(draft.computed).blocks
    assert figure.source in str(draft.document)
    entry = AuditEntry.objects.get(verb="reports.word_sentence")
    assert entry.before["sentence"].startswith("Các đơn vị thành viên có [1 lượt khen thưởng]")


def test_a_figure_changed_by_hand_is_named_in_the_notes_with_both_values_and_the_reason(draft, officer, year):
    text = "Các đơn vị thành viên có [3 lượt khen thưởng], trong đó: [1 lượt cá nhân]."
    with pytest.raises(Refusal, match="Nêu lý do") as refused:
        word(draft, officer, text)
    assert refused.value.field == "why_0"
    assert not SentenceWording.objects.exists()
    word(draft, officer, text, whys={0: WHY})
    said = shown(draft)
    assert "có 3 lượt khen thưởng, trong đó: 1 lượt cá nhân." in said
    assert f"ghi 3 lượt khen thưởng, số tính được là 1 lượt khen thưởng; lý do: {WHY}." in said
    assert said.rstrip().splitlines()[-1].startswith("Trên đây là báo cáo")
    row = ChangedFigure.objects.get()
    assert (row.computed, row.written, row.why) == ("1 lượt khen thưởng", "3 lượt khen thưởng", WHY)
    with pytest.raises(IntegrityError, match="figure_changed_with_reason"), transaction.atomic():
        ChangedFigure.objects.update(why="")
    paper = signed(draft, actor=actor_for(user=person(year.cities[0], Role.APPROVER)), number=7).signed_paper
    assert f"ghi 3 lượt khen thưởng, số tính được là 1 lượt khen thưởng; lý do: {WHY}." in words_of(paper)
    for deed in (
        lambda: ChangedFigure.objects.update(written="4 lượt"),
        lambda: SentenceWording.objects.update(part="x"),
        lambda: DraftDecision.objects.create(
            report=draft, key="a", part="b", told="c", choice="keep", day=ON, decided_at=draft.as_of
        ),
    ):
        with pytest.raises(IntegrityError, match="signed"), transaction.atomic():
            deed()


def test_a_figure_of_a_table_is_changed_as_one_of_a_sentence(draft, officer, client, year):
    client.force_login(officer)
    cells = [one for one in cells_of(thaw(draft.computed), year=YEAR) if one.figures[0].value == 1]
    cell = next(one for one in cells if one.at.annex is None)
    opened = f"{draft.get_absolute_url()}?bang={cell.at.block}"
    url = reverse("reports:sentence", args=[draft.pk, cell.key])
    closed = client.get(draft.get_absolute_url()).content.decode()
    assert f"{opened}#bang-{cell.at.block}" in closed
    assert url not in closed
    assert url in client.get(opened).content.decode()
    assert 'name="why_0"' in client.get(url).content.decode()
    typed = {"text": "1.250", "seen": "[1]"}
    for said, sentence in (
        (typed, "Nêu lý do: báo cáo ghi lý do này"),
        (typed | {"text": "", "why_0": WHY}, "Chỉ ghi riêng con số"),
        (typed | {"text": "1] và [2", "why_0": WHY}, "Chỉ ghi riêng con số"),
        (typed | {"text": "rất nhiều", "why_0": WHY}, "Chỉ ghi riêng con số"),
        (typed | {"text": "5 lượt", "why_0": WHY}, "Chỉ ghi riêng con số"),
        (typed | {"text": "-5", "why_0": WHY}, "cột này ghi số đếm"),
        (typed | {"text": "2,5", "why_0": WHY}, "cột này ghi số đếm"),
        (typed | {"text": "1.000.000.000", "why_0": WHY}, "cột này ghi số đếm"),
    ):
        refused = client.post(url, said)
        assert refused.status_code == 422
        assert sentence in refused.content.decode()
    kept = client.post(url, typed | {"why_0": WHY})
    assert kept.url == f"{opened}#cau-{cell.key}"
    assert f"cột “{cell.part[-1].rsplit('cột “', 1)[1]}: ghi 1.250, số tính được là 1; lý do: {WHY}." in shown(draft)
    assert f"số ghi tay; số tính được: 1; lý do: {WHY}" in client.get(draft.get_absolute_url()).content.decode()
    sheets = load_workbook(io.BytesIO(client.get(reverse("reports:file", args=[draft.pk, "xlsx"])).content))
    assert 1250 in [cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert client.post(url, {"text": "trên 500", "seen": "[1.250]", "why_0": WHY}).url == kept.url
    assert f"ghi trên 500, số tính được là 1; lý do: {WHY}." in shown(draft)
    client.post(url, {"text": "0001250", "seen": "[trên 500]", "why_0": WHY})
    make_honour(year.cities[0])
    again = made(year, officer, on=ON)
    assert f"ghi 1.250, số tính được là 2; lý do: {WHY}." in shown(again)
    client.post(url, {"text": "1,0", "seen": "[1.250]"})
    assert "số tính được là 1;" not in shown(draft), "the same value is no change"
    assert ChangedFigure.objects.filter(wording__report=draft, is_in_use=False).count() == 1


def test_a_cell_of_which_nothing_is_known_is_filled_by_hand_with_a_reason_in_every_format(
    draft, officer, client, tmp_path
):
    client.force_login(officer)
    silent = "dòng “Thử Hai”, cột “Tổng số (lượt)”"
    cell = next(one for one in cells_of(thaw(draft.computed), year=YEAR) if one.part[-1].endswith(silent))
    opened = f"{draft.get_absolute_url()}?bang={cell.at.block}"
    url = reverse("reports:sentence", args=[draft.pk, cell.key])
    assert url in client.get(opened).content.decode()
    typed = {"text": "1.250", "seen": "[…]"}
    for said, sentence in (
        (typed, "Nêu lý do: báo cáo ghi lý do này"),
        (typed | {"text": "chưa rõ", "why_0": WHY}, "Chỉ ghi riêng con số"),
        (typed | {"text": "-5", "why_0": WHY}, "cột này ghi số đếm"),
    ):
        refused = client.post(url, said)
        assert (refused.status_code, sentence in refused.content.decode()) == (422, True)
    assert client.post(url, typed | {"why_0": WHY}).url == f"{opened}#cau-{cell.key}"
    told = f"ghi 1.250, dữ liệu chưa có số (…); lý do: {WHY}."
    assert f"{silent}: {told}" in shown(draft)
    assert f"số ghi tay; số tính được: …; lý do: {WHY}" in client.get(draft.get_absolute_url()).content.decode()
    agreement = client.get(reverse("reports:agreement", args=[draft.pk])).content.decode()
    assert "báo cáo ghi tay 1.250, dữ liệu chưa có số." in agreement
    assert "dòng “Thử Hai”: các phần" not in agreement, "of parts that nobody knows there is no sum"
    document = thaw(draft.document)
    for format in (docx_text(document), pdf_text(document, tmp_path), xlsx_text(document)):
        assert told in " ".join(format.split())
    cells = xlsx_cells(document)
    assert 1250 in cells
    client.post(url, {"text": "…", "seen": "[1.250]"})
    assert told not in shown(draft)


def test_a_number_without_brackets_is_changed_with_a_reason_and_told_everywhere(draft, officer, client, year):
    sentence = sentence_of(draft, words="gồm 2 đơn vị")
    said = plain(in_brackets(sentence.paragraph.runs))
    added = (f"{said} Xếp thứ 1.", f"{said} Được ⅔.", said + "%")
    for typed in (said.replace("gồm 2 ", "gồm 9 "), said.replace("gồm 2 ", "gồm "), *added):
        with pytest.raises(Refusal, match="đã bị sửa, thêm, bỏ hoặc đổi chỗ") as refused:
            word(draft, officer, typed, words="gồm 2 đơn vị")
        assert refused.value.field == "why"
    word(draft, officer, f"{said} Năm {YEAR}.", words="gồm 2 đơn vị")
    assert "câu tính từ dữ liệu" not in shown(draft)
    client.force_login(officer)
    url = reverse("reports:sentence", args=[draft.pk, sentence.key])
    typed = {"text": said.replace("gồm 2 ", "gồm 9 "), "seen": f"{said} Năm {YEAR}."}
    assert 'name="why"' in client.post(url, typed).content.decode()
    assert client.post(url, typed | {"why": WHY}).status_code == 302
    assert "lý do: " + WHY in shown(draft)
    page = client.get(draft.get_absolute_url()).content.decode()
    assert "câu có số sửa tay; câu tính từ dữ liệu: “" in page
    assert "Số câu có số sửa tay: 1." in page
    agreement = client.get(reverse("reports:agreement", args=[draft.pk])).content.decode()
    assert "câu có số sửa tay: báo cáo ghi" in agreement
    again = made(year, officer, on=ON)
    assert "lý do: " + WHY in shown(again)


def test_taken_back_the_sentence_is_the_data_s_again_and_both_values_stay_known(draft, officer):
    before = shown(draft)
    text = "Cụm có [3 lượt khen thưởng], trong đó: [1 lượt cá nhân]."
    word(draft, officer, text, whys={0: WHY})
    word(draft, officer, plain(in_brackets(sentence_of(draft).paragraph.runs)), seen=text)
    assert shown(draft) == before
    assert not SentenceWording.objects.in_use().exists()
    assert ChangedFigure.objects.get().is_in_use is False


def test_two_at_once_the_later_one_is_shown_what_stands(draft, officer):
    word(draft, officer, "Bản một: [1 lượt khen thưởng], [1 lượt cá nhân].")
    with pytest.raises(Overtaken) as overtaken:
        word(draft, officer, "Bản hai: [1 lượt khen thưởng], [1 lượt cá nhân].")
    assert overtaken.value.theirs == "Bản một: [1 lượt khen thưởng], [1 lượt cá nhân]."
    assert "Bản một" in shown(draft)


def test_only_who_makes_the_draft_words_it_and_only_while_it_is_one(draft, officer, year):
    with pytest.raises(Refusal, match="cụm trưởng"):
        word(draft, person(year.cities[1], Role.OFFICER), "x [1 lượt khen thưởng] [1 lượt cá nhân]")
    signed(draft, actor=actor_for(user=person(year.cities[0], Role.APPROVER)), number=7)
    with pytest.raises(Refusal, match="trạng thái"):
        word(draft, officer, "x [1 lượt khen thưởng] [1 lượt cá nhân]")


def test_a_draft_made_again_keeps_what_was_worded_with_its_newer_figures(draft, officer, year):
    word(draft, officer, "Cả Cụm có [3 lượt khen thưởng], gồm [1 lượt cá nhân].", whys={0: WHY})
    make_honour(year.cities[0])
    again = made(year, officer, on=ON)
    assert "Cả Cụm có 3 lượt khen thưởng, gồm 2 lượt cá nhân." in shown(again)
    assert f"ghi 3 lượt khen thưởng, số tính được là 2 lượt khen thưởng; lý do: {WHY}." in shown(again)


def test_a_correction_begins_as_the_report_it_corrects_was_worded(draft, officer, year):
    word(draft, officer, "Cả Cụm có [1 lượt khen thưởng], gồm [1 lượt cá nhân].")
    signed(draft, actor=actor_for(user=person(year.cities[0], Role.APPROVER)), number=7)
    correction = correction_of(Report.objects.get(pk=draft.pk), officer)
    assert "Cả Cụm có 1 lượt khen thưởng, gồm 1 lượt cá nhân." in shown(correction)
    assert correction.draft_number == 1
    assert correction.mark == "đính chính, dự thảo lần 1"
    assert thaw(correction.document).draft == "DỰ THẢO LẦN 1"


def test_the_next_period_is_offered_the_words_and_takes_them_by_one_click(draft, officer, year, client):
    word(draft, officer, f"Năm {YEAR} cả Cụm có [3 lượt khen thưởng], gồm [1 lượt cá nhân].", whys={0: WHY})
    signed(draft, actor=actor_for(user=person(year.cities[0], Role.APPROVER)), number=7)
    later = make_cluster_year(cluster=year.cluster, year=YEAR + 1)
    make_post(cluster_year=later, organisation=year.cities[0], kind=PostKind.HEAD, during=Period.year(YEAR + 1))
    make_honour(year.cities[0], decision_date=date(YEAR + 1, 2, 1), achievement_year=YEAR)
    report = made(later, officer, on=date(YEAR + 1, 7, 10))
    assert "cả Cụm" not in shown(report)
    client.force_login(officer)
    told = f"Năm {YEAR + 1} cả Cụm có 1 lượt khen thưởng, gồm 1 lượt cá nhân."
    page = client.get(report.get_absolute_url()).content.decode()
    assert told in page
    assert "lời văn mang sang, chưa sửa" not in page
    key = sentence_of(report).key
    client.post(reverse("reports:carry-sentence", args=[report.pk, key]))
    assert told in shown(report)
    assert "lời văn mang sang, chưa sửa" in client.get(report.get_absolute_url()).content.decode()
    word(report, officer, "Của riêng: [1 lượt khen thưởng], [1 lượt cá nhân].", seen=told_in_brackets(YEAR + 1))
    assert "lời văn mang sang" not in client.get(report.get_absolute_url()).content.decode()
    with pytest.raises(Refusal, match="không sửa câu này"):
        carry_wording(report, sentence_of(report, "Trên đây là").key, actor=actor_for(user=officer))


def told_in_brackets(year):
    return f"Năm {year} cả Cụm có [1 lượt khen thưởng], gồm [1 lượt cá nhân]."


def test_the_page_words_a_sentence_in_place_and_keeps_what_was_typed(draft, officer, client, year):
    client.force_login(officer)
    key = sentence_of(draft).key
    url = reverse("reports:sentence", args=[draft.pk, key])
    assert f'hx-get="{url}"' in client.get(draft.get_absolute_url()).content.decode()
    form = client.get(url).content.decode()
    assert "[1 lượt khen thưởng]" in form
    typed = {
        "text": "Có [9 lượt], [1 lượt cá nhân] <b>.",
        "seen": plain(in_brackets(sentence_of(draft).paragraph.runs)),
    }
    refused = client.post(url, typed)
    assert refused.status_code == 422
    assert "Có [9 lượt], [1 lượt cá nhân] &lt;b&gt;." in refused.content.decode()
    assert "Nêu lý do: báo cáo ghi lý do này" in refused.content.decode()
    assert client.post(url, typed | {"why_0": WHY}, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    page = client.get(draft.get_absolute_url()).content.decode()
    assert "số ghi tay; số tính được: 1\xa0lượt khen thưởng; lý do: " + WHY in page
    assert "&lt;b&gt;" in page
    named = client.get(reverse("reports:file", args=[draft.pk, "docx"]))
    assert "du-thao-lan-1.docx" in named.headers["Content-Disposition"]
    assert named.content[:2] == b"PK"
    mine = {"text": "Của tôi: [1 lượt khen thưởng], [1 lượt cá nhân].", "seen": typed["seen"]}
    overtaken = client.post(url, mine)
    assert overtaken.status_code == 422
    assert "Có [9 lượt], [1 lượt cá nhân] &lt;b&gt;." in overtaken.content.decode()
    kept = overtaken.context["form"]["seen"].value()
    assert client.post(url, mine | {"seen": kept}).status_code == 302
    assert "Của tôi: 1 lượt khen thưởng" in shown(draft)
    client.force_login(person(year.cities[1], Role.OFFICER))
    assert client.get(url).status_code == 404


def test_a_snapshot_altered_in_the_database_is_told_on_its_page_and_not_signed(draft, officer, client, year):
    client.force_login(officer)
    assert "không khớp mã xác thực" not in client.get(draft.get_absolute_url()).content.decode()
    Report.objects.filter(pk=draft.pk).update(document=draft.document | {"subject": "Khác"})
    assert "không khớp mã xác thực" in client.get(draft.get_absolute_url()).content.decode()
    with pytest.raises(Refusal, match="bị sửa từ bên ngoài phần mềm"):
        signed(Report.objects.get(pk=draft.pk), actor=actor_for(user=person(year.cities[0], Role.APPROVER)), number=7)


def test_a_figure_of_indicators_opens_its_rows_for_who_may_see_them_only(officer, year):
    source = f"figures:{year.pk}/1"
    assert rows_behind(actor_for(user=officer), source) == reverse("clusters:cluster-figures", args=[year.pk, 1])
    stranger = make_headed_year()
    assert rows_behind(actor_for(user=person(stranger.cities[0], Role.OFFICER)), source) is None
