"""Signing a report: what is asked, refused, kept and printed; drafts told apart and put away."""

from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from awards.models import Honour
from awards.register.rules.terms import HonourStatus
from clusters.membership.rules.half_years import Days
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from reports.document.rules.issuer import CapacityCode
from reports.document.rules.snapshot import thaw
from reports.models import FileFormat, Report, ReportState, SignedPaper
from reports.runs.actions.making import bring_back, put_away
from reports.signing.actions.signing import sign_report
from reports.signing.actions.to_sign import report_to_sign
from reports.signing.rules import Signatory
from tests.at_once import at_once, second_while_first
from tests.awards.register.make import make_honour
from tests.clusters.people.make import actor_for
from tests.reports.runs.test_corrections import correction_of
from tests.reports.signing.make import NAME, made, person, said_of, signed, words_of
from tests.reports.six_month.world import make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
MADE_ON, ON = date(2023, 7, 5), date(2023, 7, 10)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.DEMONSTRATION_DAY = ON
    return tmp_path


@pytest.fixture
def year():
    return make_headed_year()


@pytest.fixture
def draft(year):
    make_honour(organisation=year.cities[0])
    return made(year, person(year.cities[0], Role.OFFICER), on=MADE_ON)


@pytest.fixture
def approver(year):
    return actor_for(user=person(year.cities[0], Role.APPROVER))


def said(report, **more):
    return said_of(report_to_sign(report).issuer, **{"number": 7, "dated": MADE_ON, **more})


def test_a_signed_report_bears_what_was_asked_and_its_files_say_it(draft, approver):
    deputy = report_to_sign(draft).issuer.capacity(CapacityCode.DEPUTY)
    paper = sign_report(draft, said(draft, signatories=(Signatory(deputy, NAME),)), actor=approver)
    draft.refresh_from_db()
    assert (draft.state, draft.signed_by) == (ReportState.SIGNED, approver.name)
    assert paper.reference == "số 07/BC-UBND ngày 05/07/2023"
    assert draft.heading.endswith(paper.reference)
    document = thaw(paper.document)
    assert (document.number, document.draft, document.signature.lines) == ("07", "", deputy.lines)
    standing = Signatory(deputy, NAME, "Phó Chủ tịch Thường trực").lines
    assert standing == (*deputy.lines[:-1], "PHÓ CHỦ TỊCH THƯỜNG TRỰC")
    words = words_of(paper)
    for printed in ("Số: 07/BC-UBND", "Cần Thơ, ngày 05 tháng 7 năm 2023", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", NAME):
        assert printed in words, printed
    assert "DỰ THẢO" not in words
    assert set(paper.files.values_list("format", flat=True)) == set(FileFormat.values)
    told = AuditEntry.objects.get(verb="reports.sign")
    assert told.after["number"] == "07/BC-UBND"


def test_what_is_signed_stays_to_the_byte_when_every_row_beneath_it_has_changed(draft, approver):
    paper = sign_report(draft, said(draft), actor=approver)
    before = paper.document, {kept.format: Path(kept.file.path).read_bytes() for kept in paper.files.all()}
    Honour.objects.update(status=HonourStatus.REVOKED)
    Organisation.objects.update(name="Tên Khác")
    paper.refresh_from_db()
    assert (paper.document, {one.format: Path(one.file.path).read_bytes() for one in paper.files.all()}) == before
    for change in (
        lambda: SignedPaper.objects.update(number=8),
        lambda: paper.signatories.update(name="Người khác"),
        lambda: paper.files.update(checksum="0" * 64),
        lambda: SignedPaper.objects.filter(pk=paper.pk)._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            change()


@pytest.mark.parametrize(
    ("changed", "sentence", "field"),
    [
        ({"number": 0}, "năm chữ số", "number"),
        ({"number": 100_000}, "năm chữ số", "number"),
        ({"dated": date(2023, 7, 4)}, "tính đến ngày 05/07/2023", "dated"),
        ({"dated": date(2023, 7, 11)}, "chưa đến", "dated"),
        ({"place": "  "}, "nơi ký", "place"),
        ({"place": "Cần Thơ \U0001f389"}, "Giấy in không có", "place"),
        ({"place": "<b>Cần Thơ"}, "không có dấu “<” và “>”", "place"),
        ({"signatories": ()}, "không được ký theo tư cách", "capacity"),
    ],
)
def test_what_no_paper_bears_is_refused_at_its_field(draft, approver, changed, sentence, field):
    with pytest.raises(Refusal, match=sentence) as refused:
        sign_report(draft, said(draft, **changed), actor=approver)
    assert refused.value.field == field
    draft.refresh_from_db()
    assert (draft.state, SignedPaper.objects.count()) == (ReportState.DRAFT, 0)


@pytest.mark.parametrize(
    ("name", "office", "sentence", "field"),
    [
        ("", "", "họ và tên", "name"),
        ("Ấ" * 201, "", "dài nhất 200", "name"),
        ("Tên \U0001f389", "", "Giấy in không có", "name"),
        ("<i>Tên", "", "không có dấu “<” và “>”", "name"),
        ("Tên", "Giám đốc</b>", "không có dấu “<” và “>”", "office"),
    ],
)
def test_a_name_or_office_that_no_paper_bears_is_refused(draft, approver, name, office, sentence, field):
    chief = report_to_sign(draft).issuer.capacities[0]
    with pytest.raises(Refusal, match=sentence) as refused:
        sign_report(draft, said(draft, signatories=(Signatory(chief, name, office),)), actor=approver)
    assert refused.value.field == field


def test_who_has_not_the_power_signs_nothing(draft, year):
    for organisation, role in ((year.cities[0], Role.OFFICER), (year.cities[1], Role.APPROVER)):
        with pytest.raises(Refusal, match="lãnh đạo ký duyệt"):
            sign_report(draft, said(draft), actor=actor_for(user=person(organisation, role)))
    assert not SignedPaper.objects.exists()


def test_a_number_is_given_once_a_year_and_symbol(draft, approver, year):
    sign_report(draft, said(draft), actor=approver)
    second = correction_of(Report.objects.get(pk=draft.pk), person(year.cities[0], Role.OFFICER))
    with pytest.raises(Refusal, match="07/BC-UBND năm 2023 đã cấp cho") as refused:
        sign_report(second, said(second, dated=ON), actor=approver)
    assert refused.value.field == "number"
    assert signed(second, actor=approver, number=8).state == ReportState.SIGNED
    kept = SignedPaper.objects.first()
    kept.pk, kept.report, kept.conference = None, None, None
    kept.report_id = made(year, person(year.cities[0], Role.OFFICER), on=MADE_ON).pk
    with pytest.raises(IntegrityError, match="signed_paper_number_once"), transaction.atomic():
        kept.save(force_insert=True)


def test_a_period_is_signed_once_and_then_only_corrected(draft, approver, year):
    officer = person(year.cities[0], Role.OFFICER)
    second = made(year, officer, on=MADE_ON)
    sign_report(draft, said(draft), actor=approver)
    for another in (second, made(year, officer, on=MADE_ON)):
        with pytest.raises(Refusal, match="đã có báo cáo được ký: .* số 07/BC-UBND.* Hãy lập bản đính chính"):
            sign_report(another, said(another, number=8), actor=approver)
    correction = correction_of(Report.objects.get(pk=draft.pk), officer)
    assert signed(correction, actor=approver, number=8).state == ReportState.SIGNED


def signed_as_rows(*drafts: Report) -> None:
    for one in drafts:
        Report.objects.filter(pk=one.pk).update(state=ReportState.SIGNED, signed_at=clock.now(), signed_by=NAME)


def test_the_database_keeps_a_period_and_a_correction_to_one_signature(draft, year):
    officer = person(year.cities[0], Role.OFFICER)
    second, by_cut_off = made(year, officer, on=MADE_ON), made(year, officer, on=MADE_ON, days=Days.CUT_OFF)
    signed_as_rows(draft, by_cut_off)
    late, early = (correction_of(Report.objects.get(pk=draft.pk), officer) for _each in range(2))
    signed_as_rows(early)
    for another, name in ((second, "of_a_cluster"), (late, "as_correction")):
        with pytest.raises(IntegrityError, match=f"report_signed_once_{name}"), transaction.atomic():
            signed_as_rows(another)


def test_what_was_signed_twice_before_is_told_apart_and_stays(draft, year):
    officer = person(year.cities[0], Role.OFFICER)
    second, by_cut_off = made(year, officer, on=MADE_ON), made(year, officer, on=MADE_ON, days=Days.CUT_OFF)
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("DROP INDEX report_signed_once_of_a_cluster")
        signed_as_rows(draft, second, by_cut_off)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(import_module("reports.migrations.0015_signed_once").TELL_APART)
        beside = list(Report.objects.filter(signed_beside=True))
        transaction.set_rollback(True)
    assert beside == [second]


def test_what_was_made_within_its_period_is_not_signed_before_the_period_ends(approver, year):
    early = made(year, person(year.cities[0], Role.OFFICER), on=date(2023, 6, 20))
    with pytest.raises(Refusal, match="kết thúc ngày 30/06/2023") as refused:
        sign_report(early, said(early, dated=date(2023, 6, 29)), actor=approver)
    assert refused.value.field == "dated"


def test_two_clicks_sign_once(draft, approver):
    sign_report(draft, said(draft), actor=approver)
    with pytest.raises(Refusal, match="Đã ký"):
        sign_report(draft, said(draft, number=8), actor=approver)
    assert SignedPaper.objects.count() == 1


def test_two_clicks_in_the_same_moment_sign_once(draft, approver):
    given = at_once(*[partial(sign_report, draft, said(draft, number=number), actor=approver) for number in (7, 8)])
    assert sorted(type(one) is str for one in given) == [False, True]
    assert "Đã ký" in next(one for one in given if type(one) is str)
    assert (SignedPaper.objects.count(), Report.objects.get().state) == (1, ReportState.SIGNED)


def test_one_number_for_two_reports_in_the_same_moment_is_given_once(draft, approver, year):
    second = made(year, person(year.cities[0], Role.OFFICER), on=MADE_ON, days=Days.CUT_OFF)
    refused = second_while_first(
        partial(sign_report, draft, said(draft), actor=approver),
        partial(sign_report, second, said(second), actor=approver),
    )
    assert "vừa được cấp cho văn bản khác" in refused
    assert SignedPaper.objects.count() == 1


def test_a_disk_that_takes_no_file_leaves_the_draft_unsigned(draft, approver, files):
    (files / "signed").write_text("not a folder")
    with pytest.raises(Refusal, match="Chưa ký"):
        sign_report(draft, said(draft), actor=approver)
    draft.refresh_from_db()
    assert draft.state == ReportState.DRAFT


def test_drafts_are_told_apart_on_paper_and_one_is_put_away_and_found(year):
    officer = person(year.cities[0], Role.OFFICER)
    first, second = made(year, officer, on=MADE_ON), made(year, officer, on=MADE_ON)
    assert [one.draft_number for one in (first, second)] == [1, 2]
    assert first.heading != second.heading
    assert [thaw(one.document).draft for one in (first, second)] == ["DỰ THẢO LẦN 1", "DỰ THẢO LẦN 2"]
    actor = actor_for(user=officer)
    with pytest.raises(Refusal, match="lý do"):
        put_away(first, why=" ", actor=actor)
    put_away(first, why="Nhầm kỳ", actor=actor)
    seen = Report.objects.visible_to(actor)
    assert list(seen.put_away()) == [first]
    assert list(seen.not_put_away()) == [second]
    assert first.files.count() == len(FileFormat.values)
    with pytest.raises(Refusal, match="Ngừng dùng"):
        signed(first, actor=actor_for(user=person(year.cities[0], Role.APPROVER)))
    step = first.steps.first()
    assert (step.name, step.why, step.taken_by_name) == ("put_away", "Nhầm kỳ", officer.full_name)
    assert bring_back(first, actor=actor).state == ReportState.DRAFT
