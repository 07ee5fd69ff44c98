"""The submission letter of a dossier: what it says, the same bytes for the same contents, for nobody without a part."""

import hashlib
import io
import zipfile
from datetime import timedelta

import docx
import pytest
from django.urls import reverse
from pypdf import PdfReader

from awards.models import Nomination
from awards.nominations.actions.achievements import add_achievement, write_achievement
from awards.nominations.rules.terms import AchievementPart
from awards.records.rules.terms import DeclaredState
from emulation.core.models import User
from reports.nomination.material import MOST_RECEIVED
from reports.runs.views.papers import file_name
from tests.awards.nominations.make import NAME, SUMMARY, make_nomination, make_nominators, sent, with_paper
from tests.awards.records.make import make_declared, make_subject
from tests.awards.register.make import make_honour
from tests.clusters.attachments.make import small_pdf
from tests.periods import DAY
from tests.reading import client_in

pytestmark = pytest.mark.django_db
HOSTILE = '#import "x" <b>đậm</b> *sao* $a$ =1+1'


@pytest.fixture
def offices(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_nominators()


def letter(actor, nomination, form):
    client = client_in("en")
    client.force_login(User.objects.get(pk=actor.user_id), "django.contrib.auth.backends.ModelBackend")
    return client.get(reverse("reports:nomination-paper", args=[nomination.pk, form]))


def test_it_names_the_subject_the_award_the_papers_and_what_came_before(offices):
    officer = offices.unit.officer
    nomination = make_nomination(offices.unit)
    row = add_achievement(nomination, actor=officer)
    write_achievement(nomination, row.pk, AchievementPart.TEXT, text=HOSTILE, seen="", actor=officer)
    with_paper(nomination, officer, name="Tờ trình.pdf")
    with_paper(nomination, officer, name="Báo cáo thành tích.pdf", content=small_pdf(trailer=b"/Place 2"))
    make_honour(offices.city.organisation, name=NAME, subject_kind="collective", unit="")
    pdf = letter(officer, nomination, "pdf")
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages).split())
    for words in (
        "TỜ TRÌNH",
        "Kính gửi: Ủy ban nhân dân Thành phố Thử",
        NAME,
        "Khen thưởng thử",
        "từ ngày 01/01/2022 đến hết ngày 31/12/2022",
        "Hồ sơ trình kèm gồm: - Báo cáo thành tích. Danh sách",
        SUMMARY,
        HOSTILE,
        "123/QĐ-UBND",
    ):
        assert words in said, words
    assert letter(officer, nomination, "pdf").content == pdf.content
    kept = make_subject(organisation=offices.city.organisation, kind="collective", name=NAME, unit="")
    for state, number in ((DeclaredState.CONFIRMED, "88/QĐ-TTg"), (DeclaredState.DECLARED, "99/QĐ-TTg")):
        make_declared(subject=kept, award="CO_TINH", state=state, decision_number=number)
    pdf = letter(officer, nomination, "pdf")
    said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages)
    assert ("88/QĐ-TTg" in said, "99/QĐ-TTg" in said) == (True, False)
    assert "tự khai, đã xác nhận" in " ".join(said.split())
    text = docx.Document(io.BytesIO(letter(officer, nomination, "docx").content))
    assert NAME in " ".join(cell.text for table in text.tables for row in table.rows for cell in row.cells)


def test_of_many_honours_the_newest_are_printed_and_the_others_counted(offices):
    nomination = make_nomination(offices.unit)
    for number in range(MOST_RECEIVED + 2):
        make_honour(
            offices.city.organisation, name=NAME, subject_kind="collective", unit="", decision_number=f"{number}/QĐ"
        )
    pdf = letter(offices.city.officer, sent(nomination, offices.unit), "pdf")
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages).split())
    assert "Bảng trên ghi 40 lượt khen gần nhất; sổ khen thưởng còn 2 lượt khen trước đó" in said


def test_what_came_of_the_dossier_is_not_among_what_came_before_it(offices):
    nomination = sent(make_nomination(offices.unit), offices.unit)
    same = {"name": NAME, "subject_kind": "collective", "unit": ""}
    make_honour(offices.city.organisation, decision_number="7/QĐ-CU", **same)
    make_honour(offices.city.organisation, decision_number="8/QĐ-SAU", decision_date=DAY + timedelta(days=1), **same)
    outcome = make_honour(offices.city.organisation, decision_number="9/QĐ-KQ", decision_date=DAY, **same)
    Nomination.objects.filter(pk=nomination.pk).update(honour=outcome)
    pdf = letter(offices.city.officer, nomination, "pdf")
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages).split())
    assert "7/QĐ-CU" in said
    assert "8/QĐ-SAU" not in said
    assert "9/QĐ-KQ" not in said


def test_it_is_there_for_those_who_read_the_dossier_only(offices):
    nomination = make_nomination(offices.unit)
    read = letter(offices.unit.approver, nomination, "docx")
    assert read.headers["Content-Disposition"].endswith(f'-cho-{file_name(NAME)}.docx"')
    assert 'filename="to-trinh-de-nghi-tang-khen-thuong-thu-' in read.headers["Content-Disposition"]
    assert letter(offices.city.officer, nomination, "docx").status_code == 404
    assert letter(offices.unit.officer, nomination, "xlsx").status_code == 404


def test_the_whole_dossier_is_one_zip_with_its_checksums_the_same_bytes_each_time(offices):
    officer = offices.unit.officer
    nomination = make_nomination(offices.unit)
    with_paper(nomination, officer, name="Tờ trình.pdf")
    first, second = (_zip(officer, nomination) for _time in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert packed.namelist() == [
            "to-trinh.docx",
            "to-trinh.pdf",
            "danh-sach.xlsx",
            "van-ban/01-Tờ trình.pdf",
            "SHA256SUMS.txt",
        ]
        for line in packed.read("SHA256SUMS.txt").decode().splitlines():
            checksum, name = line.split("  ", 1)
            assert hashlib.sha256(packed.read(name)).hexdigest() == checksum


def _zip(actor, nomination) -> bytes:
    client = client_in("vi")
    client.force_login(User.objects.get(pk=actor.user_id), "django.contrib.auth.backends.ModelBackend")
    return b"".join(client.get(reverse("reports:nomination-files", args=[nomination.pk])).streaming_content)
