"""Totals without names come in by a document, are corrected with a reason, withdrawn, and never touch the register."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

from awards.catalogue.rules.terms import Level, SubjectKind
from awards.models import DeclaredTotal, Honour, TotalsSource, TotalStep
from awards.totals.actions.declare import LineRefusals, declare_totals
from awards.totals.actions.steps import correct_total, withdraw_total
from awards.totals.rules.terms import Measure, TotalState, TotalSubject
from clusters.membership.rules.half_years import Days
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.awards.register.make import make_award, make_honour, make_report_line
from tests.awards.totals.make import TODAY, declared, make_total, said
from tests.clusters.attachments.make import PDF
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate

pytestmark = pytest.mark.django_db
TIMES, COLLECTIVE, INDIVIDUAL = TotalSubject.TIMES, TotalSubject.COLLECTIVE, TotalSubject.INDIVIDUAL


@pytest.fixture(autouse=True)
def day(settings, tmp_path):
    settings.DEMONSTRATION_DAY = TODAY
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def office():
    return make_organisation(name="Thành phố Thử")


def person(organisation, role=Role.OFFICER):
    return make_mandate(organisation=organisation, role=role).user


def officer(organisation, role=Role.OFFICER):
    return actor_of(person(organisation, role), on=TODAY)


def test_the_totals_of_a_document_are_kept_as_it_prints_them(office):
    direct = {"subject": "", "measure": Measure.DIRECT_SHARE}
    lines = [
        said(value=21, subject=COLLECTIVE, level=Level.STATE),
        said(value=95, subject=INDIVIDUAL, level=Level.STATE),
        said(value=5480, level=Level.PROVINCE),
        said(value="81.25", **direct),
        said(value="70.4", level=Level.STATE, **direct),
        said(Measure.CAMPAIGNS, 64, ""),
        said(Measure.HANDED_OVER, 12, COLLECTIVE),
    ]
    made = declare_totals(office, **declared(lines=list(enumerate(lines, 1))), actor=officer(office))
    assert [total.number for total in made] == ["21", "95", "5.480", "81,25%", "70,4%", "64", "12"]
    assert {str(total.source) for total in made} == {"215/BC-UBND ngày 05/7/2023"}
    assert Honour.objects.count() == 0
    assert AuditEntry.objects.filter(verb="awards.declare_total").count() == len(lines)
    assert [step.name for step in TotalStep.objects.all()] == ["declare"] * len(lines)


def refused(office, *lines, **given) -> str:
    """The sentence; nothing is kept."""
    numbered = {"lines": list(enumerate(lines, 1))} if lines else {}
    kept = DeclaredTotal.objects.count()
    with pytest.raises(Refusal) as refusal:
        declare_totals(office, **declared(**numbered, **given), actor=officer(office))
    assert DeclaredTotal.objects.count() == kept
    return str(refusal.value)


def test_a_total_smaller_than_its_named_rows_says_both_numbers_and_where(office):
    line = make_report_line("BK_TINH")
    award = make_award("BK_TINH")
    for _ in range(3):
        make_honour(office, award=award, subject_kind=SubjectKind.COLLECTIVE)
    make_honour(office, award=award, subject_kind=SubjectKind.COLLECTIVE, decision_date=date(2023, 7, 1))
    told = refused(office, said(value=2, subject=COLLECTIVE, report_line=award.report_line))
    assert line == award.report_line
    assert "Số khai 2 nhỏ hơn số đã có trong Sổ khen thưởng: 3 lượt" in told
    assert all(part in told for part in ("Thành phố Thử", "6 tháng đầu năm 2023", award.report_line.name))
    declare_totals(
        office,
        **declared(lines=[(1, said(value=3, subject=COLLECTIVE, report_line=award.report_line))]),
        actor=officer(office),
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [(-5, "nhỏ hơn 0"), (10_000_000, "lớn quá mức")],
)
def test_a_negative_or_an_absurd_count_is_refused(office, value, words):
    assert words in refused(office, said(value=value))


@pytest.mark.parametrize("value", ["-1", "100.01", "12.345"])
def test_a_share_lies_between_nothing_and_all(office, value):
    assert "không phải tỷ lệ" in refused(office, said(Measure.DIRECT_SHARE, value, ""))


def test_the_same_total_is_not_declared_twice_and_the_first_is_named(office):
    make_total(office, count=100)
    assert "Số này đã khai" in refused(office, said(value=200))
    assert "là 300 theo" in refused(office, said(value=300, subject=COLLECTIVE), said(value=400, subject=COLLECTIVE))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"half": 2, "year": 2024}, "chưa bắt đầu"),
        ({"day": date(2023, 7, 11)}, "sau ngày hôm nay"),
        ({"day": date(2022, 12, 31)}, "trước ngày bắt đầu kỳ"),
        ({"lines": []}, "ít nhất một dòng"),
    ],
)
def test_a_document_and_a_period_that_cannot_be_are_refused(office, given, words):
    assert words in refused(office, **given)


def test_by_the_cut_off_days_the_year_begins_in_december(office):
    given = declared(day=date(2022, 12, 20), days=Days.CUT_OFF)
    (made,) = declare_totals(office, **given, actor=officer(office))
    assert made.during.start == date(2022, 12, 15)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (said(subject=""), "Hãy chọn đối tượng"),
        (said(Measure.CAMPAIGNS, 64, TIMES), "không chia đối tượng"),
        (said(Measure.CAMPAIGNS, 64, "", level=Level.STATE), "không tính theo danh hiệu"),
    ],
)
def test_what_does_not_fit_its_measure_is_refused(office, line, words):
    assert words in refused(office, line)


def test_one_wrong_line_keeps_all_out_and_each_is_named(office):
    with pytest.raises(LineRefusals) as refusal:
        declare_totals(
            office, **declared(lines=[(1, said(value=-1)), (2, said()), (5, said(subject=""))]), actor=officer(office)
        )
    assert [place for place, _each in refusal.value.found] == [1, 5]
    assert (DeclaredTotal.objects.count(), TotalsSource.objects.count()) == (0, 0)


def test_a_correction_keeps_what_it_said_before_and_wants_a_reason(office):
    total, actor = make_total(office, count=100), officer(office)
    asked = {"value": Decimal(120), "number": total.source.number, "day": total.source.day, "on": TODAY}
    with pytest.raises(Refusal, match="Hãy ghi lý do"):
        correct_total(total, **asked, version=1, why=" ", actor=actor)
    corrected = correct_total(total, **asked, version=1, why="Nhầm số", actor=actor)
    assert (corrected.count, corrected.version) == (120, 2)
    step = corrected.steps.first()
    assert (step.before, step.after, step.why) == ({"value": "100"}, {"value": "120"}, "Nhầm số")
    with pytest.raises(Refusal, match="đã đổi từ khi mở trang"):
        correct_total(total, **asked, version=1, why="Nữa", actor=actor)
    make_honour(office)
    with pytest.raises(Refusal, match="nhỏ hơn số đã có"):
        correct_total(total, **asked | {"value": Decimal(0)}, version=2, why="Về không", actor=actor)


def test_one_withdrawn_is_out_of_everything_and_may_be_declared_anew(office):
    total = make_total(office)
    withdraw_total(total, version=1, why="Khai nhầm kỳ", actor=officer(office, Role.APPROVER))
    assert list(DeclaredTotal.objects.in_force()) == []
    (made,) = declare_totals(office, **declared(), actor=officer(office))
    assert (made.state, made.pk != total.pk) == (TotalState.IN_FORCE, True)


def test_nobody_declares_for_another_office(office):
    with pytest.raises(Refusal, match="Chỉ chuyên viên của đơn vị"):
        declare_totals(office, **declared(), actor=officer(make_organisation()))


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"half": 3}, "declared_total_period_known"),
        ({"level": "state", "report_line": True}, "declared_total_by_award_or_level"),
        ({"subject": ""}, "declared_total_says_its_measure"),
        ({"measure": Measure.CAMPAIGNS, "level": "state"}, "declared_total_says_its_measure"),
        ({"measure": Measure.DIRECT_SHARE, "share": Decimal("100.01")}, "declared_total_within_reason"),
        ({"count": 10_000_000}, "declared_total_within_reason"),
        ({}, "declared_total_once"),
    ],
)
def test_the_database_refuses_what_the_deed_would(office, fields, name):
    make_total(office)
    if fields.get("report_line"):
        fields = fields | {"report_line": make_report_line()}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make_total(office, **fields)


def test_steps_are_never_changed(office):
    declare_totals(office, **declared(), actor=officer(office))
    with pytest.raises(DatabaseError), transaction.atomic():
        TotalStep.objects.update(why="khác")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE awards_totalstep")


def typed(office, **fields) -> dict:
    return {
        "organisation": str(office.pk),
        "year": "2023",
        "half": "1",
        "days": "calendar",
        "number": "215/BC-UBND",
        "day": "05/7/2023",
        "measure-1": "given",
        "of_what-1": "cap:state",
        "subject-1": "individual",
        "value-1": "1.095",
        "measure-2": "share",
        "value-2": "81,25%",
        **fields,
    }


def test_a_table_is_typed_in_with_its_scan_and_stands_on_its_page(office, client):
    client.force_login(person(office))
    scan = SimpleUploadedFile("bao cao.pdf", PDF)
    answer = client.post(reverse("awards:totals-enter"), typed(office) | {"file": scan})
    assert answer.status_code == 302, answer.context["form"].errors
    people = DeclaredTotal.objects.get(measure=Measure.GIVEN)
    assert (people.count, people.level, people.source.file_name) == (1095, "state", "bao cao.pdf")
    shown = client.get(answer["Location"]).content.decode()
    assert all(words in shown for words in ("1.095", "81,25%", "215/BC-UBND ngày 05/7/2023"))
    page = client.get(people.get_absolute_url()).content.decode()
    assert all(words in page for words in ("bao cao.pdf", "Chưa có danh sách", "Cấp Nhà nước"))
    assert b"".join(client.get(reverse("awards:total-scan", args=[people.pk])).streaming_content).startswith(b"%PDF-")


def test_what_cannot_be_read_is_said_at_its_cell_and_the_rows_behind_are_offered(office, client):
    client.force_login(person(office))
    make_honour(office, award=make_award("BK_TTG", level=Level.STATE))
    answer = client.post(
        reverse("awards:totals-enter"),
        typed(office, **{"value-1": "0", "value-2": "nhiều", "measure-3": "", "value-3": "5"}),
    )
    form = answer.context["form"]
    assert answer.status_code == 422
    assert set(form.errors) == {"value-2", "measure-3"}
    answer = client.post(reverse("awards:totals-enter"), typed(office, **{"value-1": "0"}))
    assert "nhỏ hơn số đã có trong Sổ khen thưởng: 1 lượt" in answer.context["form"].errors["value-1"][0]
    (url, _words) = next(iter(answer.context["rows"]))
    assert client.get(url).context["total"] == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_questions(office, client, rows, django_assert_num_queries):
    client.force_login(person(office))
    for number in range(rows):
        make_total(office, year=2000 + number)
    client.get(reverse("awards:totals"))
    with django_assert_num_queries(7):
        client.get(reverse("awards:totals"))
