"""A decided dossier and the register: one honour, whichever of decision and list comes first."""

from datetime import date

import pytest
from django.urls import reverse

from awards.catalogue.rules.terms import Way
from awards.eligibility.rules.terms import Answer
from awards.lists.actions.undo import undo_list
from awards.models import Award, Honour, HonourBatch, Nomination
from awards.nominations.actions.drafting import write_field
from awards.nominations.actions.steps import award_nomination, take_step
from awards.nominations.models.standing import standing_of
from awards.nominations.rules.terms import DossierField
from awards.procedures.rules.rule_codes import RuleCode
from awards.register.rules.same_decision import DecidedLine, is_one_honour
from awards.register.rules.terms import HonourStatus
from emulation.core.models import AuditEntry, User
from emulation.core.period import Period
from tests.awards.lists.clients import confirmed, send
from tests.awards.lists.clients import signed_in as at_lists
from tests.awards.lists.workbooks import book
from tests.awards.nominations.make import (
    LATE,
    again,
    make_leveled,
    make_nomination,
    make_nominators,
    make_rules_of,
    taken_up,
)
from tests.awards.nominations.test_pages import signed_in, words
from tests.awards.records.make import names_of
from tests.awards.register.make import make_batch, make_honour
from tests.clusters.campaigns.make import make_campaign
from tests.periods import DAY

NUMBER, DECIDED = "12/QĐ-UBND", date(2023, 7, 7)
BORN = date(1985, 4, 12)


@pytest.fixture
def offices(settings, tmp_path):
    settings.DEMONSTRATION_DAY, settings.MEDIA_ROOT = DAY, tmp_path / "files"
    return make_nominators()


def decided(offices, *, name="Nguyễn Mây Xanh", unit="Phòng A", birth="12/4/1985", award="KT_TINH", desk=None):
    nomination = make_nomination(offices.unit, award=award, kind="individual", name=name)
    for field, text in ((DossierField.UNIT, unit), (DossierField.BIRTH, birth)):
        write_field(nomination, field, text=text, seen="", actor=offices.unit.officer)
    desk = desk or offices.city
    nomination = take_step(taken_up(nomination, offices.unit, desk), "put_to_council", actor=desk.officer)
    return award_nomination(nomination, number=NUMBER, day=DECIDED, why=LATE, actor=desk.approver)


def on_the_list(offices, *, name="Nguyễn Mây Xanh", unit="Phòng A", born=BORN, **fields) -> Honour:
    known = (
        names_of(name, unit, is_person=True, born=born)
        if born
        else {
            **names_of(name, unit, is_person=True),
            "birth_date": None,
            "birth_year": None,
            "recipient_key": "",
        }
    )
    said = {"decision_number": NUMBER, "decision_date": DECIDED, "status": HonourStatus.IN_FORCE, **known, **fields}
    return make_honour(offices.city.organisation, award=make_leveled("KT_TINH").code, **said)


@pytest.mark.django_db
def test_the_honour_that_a_dossier_became_is_no_other_form_for_the_same_achievement(offices):
    make_rules_of(make_leveled("KT_TINH"), rules=[RuleCode.ONE_FORM])
    nomination = again(decided(offices))
    [one] = standing_of(nomination, on=DAY).findings
    assert (nomination.honour.achievement_year, one.finding.answer) == (nomination.achieved_to.year, Answer.MET)


@pytest.mark.django_db
def test_the_decision_enters_the_honour_with_what_the_dossier_says(offices):
    nomination = decided(offices)
    line = nomination.honour
    assert Honour.objects.filter(decision_number=NUMBER).count() == 1
    assert (line.name, line.unit, line.organisation, line.award.code) == (
        "Nguyễn Mây Xanh",
        "Phòng A",
        offices.city.organisation,
        "KT_TINH",
    )
    assert (line.achievement_year, line.decision_date, line.birth_date) == (2022, DECIDED, BORN)
    assert line.recipient_key == nomination.recipient_key != ""
    assert line.from_dossier
    assert "birth" not in AuditEntry.objects.get(verb="awards.enter_decided_honour").after


@pytest.mark.django_db
@pytest.mark.parametrize(
    "there",
    [
        {},
        {"decision_number": "12/qd-ubnd"},
        {"unit": "Phòng A, Sở Thử nghiệm"},
        {"born": None},
        {"name": "NGUYỄN MÂY XANH"},
    ],
)
def test_a_line_of_the_decisions_list_becomes_the_dossiers(offices, there):
    line = on_the_list(offices, **there)
    nomination = decided(offices)
    assert nomination.honour == line
    assert Honour.objects.filter(decision_date=DECIDED).count() == 1
    line.refresh_from_db()
    assert not line.from_dossier


@pytest.mark.django_db
@pytest.mark.parametrize(
    "there",
    [
        {"decision_number": "13/QĐ-UBND"},
        {"born": date(1986, 4, 12)},
        {"unit": "Phòng B"},
        {"name": "Nguyễn Mây Xánh"},
        {"status": HonourStatus.REVOKED},
    ],
)
def test_another_honour_is_left_alone(offices, there):
    line = on_the_list(offices, **there)
    assert decided(offices).honour != line


@pytest.mark.django_db
def test_two_dossiers_never_share_a_line(offices):
    line = on_the_list(offices)
    first = decided(offices)
    second = decided(offices)
    assert first.honour == line
    assert second.honour not in (None, line)


@pytest.mark.django_db
def test_what_a_unit_decides_itself_comes_by_list(offices):
    award = make_rules_of(make_leveled("KT_CS"))
    type(award).objects.filter(pk=award.pk).update(level="grassroots")
    award.refresh_from_db()
    nomination = decided(offices, award=award, desk=offices.unit)
    assert nomination.honour is None
    assert not Honour.objects.filter(decision_number=NUMBER).exists()


def test_a_list_that_comes_after_the_decision_does_not_take_the_honour_again(own_database, offices):
    nomination = decided(offices, award=make_real("BK_TINH"), birth="")
    officer = at_lists(offices.city.organisation)
    rows = (
        (1, "Nguyễn Mây Xanh", "12/4/1985", "Phòng A, Sở Thử nghiệm", "Bằng khen của Chủ tịch UBND tỉnh"),
        (2, "Trần Gió Êm", "3/9/1979", "Phòng A", "Bằng khen của Chủ tịch UBND tỉnh"),
    )
    headings = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị công tác", "Hình thức khen thưởng")
    send(officer, book({"Danh sách": [headings, *rows]}))
    batch = HonourBatch.objects.get()
    confirmed(officer, batch, decision_number=NUMBER, decision_date="07/07/2023")
    batch.refresh_from_db()
    assert (batch.good, batch.known, batch.refused) == (1, 1, 0)
    assert Nomination.objects.get().honour == nomination.honour


def make_real(code: str):
    return make_rules_of(Award.objects.get(code=code))


@pytest.mark.django_db
def test_each_page_shows_the_other(offices):
    nomination = decided(offices)
    line = nomination.honour
    page = signed_in(offices.city.officer)
    assert reverse("awards:honour", args=[line.pk]) in words(page.get(nomination.get_absolute_url()))
    shown = words(page.get(line.get_absolute_url()))
    assert nomination.get_absolute_url() in shown
    assert "theo quyết định của hồ sơ" in shown
    stranger = make_nominators().city.officer
    assert nomination.get_absolute_url() not in words(signed_in(stranger).get(line.get_absolute_url()))


@pytest.mark.django_db
def test_a_list_undone_beneath_an_award_leaves_it_a_line_of_its_own(offices):
    batch = make_batch(offices.city.organisation, User.objects.get(pk=offices.city.officer.user_id), state="accepted")
    listed = on_the_list(offices, batch=batch)
    others = on_the_list(offices, name="Trần Gió Êm", batch=batch)
    nomination = decided(offices)
    assert nomination.honour == listed
    page = signed_in(offices.city.officer)
    asked = words(page.get(reverse("awards:batch-undo", args=[batch.pk])))
    assert f"Nguyễn Mây Xanh: quyết định {NUMBER} của hồ sơ giữ khen thưởng này trong sổ bằng một dòng riêng." in asked
    undo_list(batch.pk, why="Nhầm bảng", seen=2, actor=offices.city.officer)
    nomination.refresh_from_db()
    assert nomination.honour not in (None, listed)
    assert (nomination.honour.status, nomination.honour.from_dossier) == (HonourStatus.IN_FORCE, True)
    assert set(Honour.objects.filter(batch=batch).values_list("status", flat=True)) == {HonourStatus.UNDONE}
    assert list(Honour.objects.in_force().filter(decision_number=NUMBER)) == [nomination.honour]
    entry = AuditEntry.objects.get(verb="awards.keep_decided_honour")
    assert (entry.before["line"], entry.after["why"]) == (listed.pk, "Nhầm bảng")
    assert "Lý do: Nhầm bảng" in words(page.get(nomination.get_absolute_url()))
    gone = words(page.get(listed.get_absolute_url()))
    assert "Lý do: Nhầm bảng" in gone
    assert nomination.honour.get_absolute_url() in gone
    assert "giữ khen thưởng này" not in words(page.get(others.get_absolute_url()))


def test_births_and_numbers_may_be_left_open_but_never_contradict():
    one = DecidedLine("Lý Thị Hòa", "phong a", "012/QĐ-UBND", date(1985, 4, 12), 1985)
    assert is_one_honour(one, DecidedLine("Lí Thị Hoà", "", "12/QD-UBND"))
    assert is_one_honour(one, DecidedLine("Lý Thị Hòa", "phong a so b", "12/QĐ-UBND", None, 1985))
    assert not is_one_honour(one, DecidedLine("Lý Thị Hoa", "phong a", "12/QĐ-UBND"))
    assert not is_one_honour(one, DecidedLine("Lý Thị Hòa", "phong a", "12/QĐ-UBND", None, 1986))


@pytest.mark.django_db
def test_what_was_done_in_a_campaign_is_an_honour_of_it(offices):
    ran = Period.year(2022)
    of_city = make_campaign(name="Của thành phố", organisation=offices.city.organisation, during=ran)
    elsewhere = make_campaign(name="Nơi khác", organisation=make_nominators().city.organisation, during=ran)
    nomination = make_nomination(offices.unit, kind="individual", name="Nguyễn Mây Xanh")
    page = signed_in(offices.unit.officer)
    save = reverse("awards:nomination-save", args=[nomination.pk])
    answer = page.post(save, {"text-campaign": elsewhere.pk, "seen-campaign": ""}, headers={"HX-Request": "true"})
    assert (answer.status_code, "không tới đơn vị" in words(answer)) == (409, True)
    page.post(save, {"text-campaign": of_city.pk, "seen-campaign": ""})
    late = page.post(save, {"text-campaign": "", "seen-campaign": ""}, headers={"HX-Request": "true"})
    assert "<strong>Của thành phố</strong>" in words(late)
    told = AuditEntry.objects.filter(verb="awards.write_nomination").latest("pk")
    assert told.after == {"campaign": "Của thành phố"}
    nomination = taken_up(again(nomination), offices.unit, offices.city)
    line = award_nomination(
        take_step(nomination, "put_to_council", actor=offices.city.officer),
        number=NUMBER,
        day=DECIDED,
        why=LATE,
        actor=offices.city.approver,
    ).honour
    assert (line.campaign, line.way) == (of_city, Way.THEMATIC)
    shelf = reverse("awards:campaign-dossiers", args=[of_city.pk])
    assert "Nguyễn Mây Xanh" in words(page.get(shelf))
    stranger = signed_in(make_nominators().unit.officer)
    assert "Nguyễn Mây Xanh" not in words(stranger.get(shelf))
