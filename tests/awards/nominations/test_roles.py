"""What the Council's secretary may do, who fetches a dossier back from above, who takes over those of a merged unit."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from awards.duties import duties
from awards.models import Award, Nomination
from awards.nominations.actions.begin import begin_nomination
from awards.nominations.actions.drafting import write_field
from awards.nominations.actions.overrides import override_rule
from awards.nominations.actions.papers import set_kind
from awards.nominations.actions.steps import take_step
from awards.nominations.duties import NominationDuty
from awards.nominations.rules.terms import DossierField
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import PaperKind
from clusters.models import Organisation
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from tests.awards.nominations.make import (
    Office,
    again,
    asked,
    ended_with_heir,
    make_nomination,
    make_nominators,
    make_office,
    returned,
    taken_up,
    with_paper,
)
from tests.awards.nominations.test_pages import at, signed_in, words
from tests.awards.register.make import make_honour
from tests.clusters.attachments.make import small_pdf
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def offices():
    return make_nominators()


def secretary_of(organisation):
    user = make_user()
    make_mandate(user=user, organisation=organisation, role=Role.COUNCIL_SECRETARY)
    return actor_of(user, on=DAY)


def before_the_council(offices, award="KT_TINH") -> Nomination:
    nomination = taken_up(make_nomination(offices.unit, award=award), offices.unit, offices.city)
    return take_step(nomination, "put_to_council", actor=offices.city.officer)


def test_the_secretary_reads_what_came_to_the_body_and_files_the_minutes(offices):
    secretary = secretary_of(offices.city.organisation)
    draft = make_nomination(offices.unit, name="Phòng Soạn")
    nomination = before_the_council(offices)
    client = signed_in(secretary)
    assert client.get(at("", draft)).status_code == 404
    [duty] = duties(secretary, DAY)
    assert (duty.kind, duty.organisation) == (NominationDuty.MINUTE, offices.city.organisation.pk)
    page = words(client.get(at("", nomination)))
    assert "Thêm văn bản" in page
    assert "Ghi quyết định" not in page
    minutes = with_paper(nomination, secretary, name="Biên bản họp Hội đồng.pdf")
    set_kind(nomination, minutes.pk, PaperKind.COUNCIL_MINUTES, actor=secretary)
    assert duties(secretary, DAY) == []
    client.post(at("-secretary-step", nomination, "tham-dinh-lai"), {"why": "Thiếu phiếu"})
    assert again(nomination).state == "review"
    with pytest.raises(Refusal):
        take_step(again(nomination), "put_to_council", actor=secretary)
    with pytest.raises(Refusal, match="nơi đang thẩm định"):
        asked(again(nomination), Office(offices.city.organisation, secretary, secretary), name="Cục Thuế")


def test_an_exception_is_the_council_s_only_for_titles_in_a_row_and_its_secretary_s_to_record(offices):
    secretary = secretary_of(offices.city.organisation)
    nomination = before_the_council(offices)

    def record(code, why, actor):
        return override_rule(nomination, code, why=why, actor=actor)

    with pytest.raises(Refusal, match="chỉ chấp nhận ngoại lệ về số lần đạt danh hiệu liên tục"):
        record(RuleCode.CO_CP_QUOTA, "Đề nghị", secretary)
    with pytest.raises(Refusal, match="không cản trở"):
        record(RuleCode.CSTD_TINH_CHAIN, "Đi học hai năm", secretary)
    for actor in (offices.city.officer, offices.city.approver, offices.board.approver):
        with pytest.raises(Refusal, match="Chỉ lãnh đạo đơn vị trình"):
            record(RuleCode.CSTD_TINH_CHAIN, "Đi học hai năm", actor)
    with pytest.raises(Refusal, match="chỉ thư ký Hội đồng"):
        record(RuleCode.CSTD_TINH_CHAIN, "Đi học hai năm", offices.unit.approver)


def test_a_chain_that_is_broken_hinders_the_desk_until_the_council_s_exception_is_recorded(offices, settings):
    """The city's fighter title under Decree 98/2023: no title of the grassroots in a register that reaches far back and up to now."""
    settings.DEMONSTRATION_DAY = date(2025, 3, 10)
    unit, city = offices.unit, offices.city
    for year in (2014, 2024):
        make_honour(city.organisation, name="Người Khác", decision_date=date(year + 1, 3, 10), achievement_year=year)
    award = Award.objects.get(code="CSTD_TINH")
    nomination = begin_nomination(unit.organisation, award=award, subject_kind="individual", actor=unit.officer)
    said = {"name": "Trần Văn Mẫu", "birth": "12/4/1985", "unit": "Phòng A", "summary": "Xuất sắc"}
    for field, text in said.items():
        write_field(nomination, DossierField(field), text=text, seen="", actor=unit.officer)
    at_the_desk = {"state": "review", "holder": city.organisation, "province": city.organisation}
    Nomination.objects.filter(pk=nomination.pk).update(**at_the_desk, received_on=date(2025, 3, 10))
    nomination = again(nomination)
    with pytest.raises(Refusal, match="Chưa đạt điều kiện"):
        take_step(nomination, "put_to_council", actor=city.officer)
    secretary = secretary_of(city.organisation)
    client = signed_in(secretary)
    exception = at("-exception", nomination, "CSTD_TINH.chain")
    assert exception in words(client.get(at("", nomination)))
    client.post(exception, {"why": "Đi học hai năm"})
    assert take_step(nomination, "put_to_council", actor=city.officer).state == "council"
    page = words(signed_in(unit.officer).get(at("", nomination)))
    assert "Hội đồng chấp nhận ngoại lệ: Đi học hai năm" in page


def test_the_extract_of_the_minutes_prints_the_exception_and_the_opinions_and_not_for_the_nominator(offices):
    secretary = secretary_of(offices.city.organisation)
    nomination = taken_up(make_nomination(offices.unit), offices.unit, offices.city)
    asked(nomination, offices.city, name="Cục Thuế Thử")
    nomination.overrides.create(
        code=RuleCode.CSTD_TINH_CHAIN,
        why="Đi học hai năm",
        body=offices.city.organisation,
        by_council=True,
        made_by_name="Thư Ký",
        made_at=nomination.held_since,
    )
    url = at("", nomination) + "trich-bien-ban/pdf/"
    pdf = signed_in(secretary).get(url)
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages).split())
    for text in ("BIÊN BẢN (TRÍCH)", "Hội đồng chấp nhận ngoại lệ", "Đi học hai năm", "Cục Thuế Thử", "21/07/2023"):
        assert text in said, text
    assert signed_in(offices.unit.approver).get(url).status_code == 404
    letter = signed_in(offices.unit.approver).get(at("", nomination) + "to-trinh/pdf/")
    own = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(letter.content)).pages)
    assert "Đi học hai năm" not in own, "the unit's letter says what the unit answers for"
    assert b"".join(signed_in(offices.unit.approver).get(at("", nomination) + "bo-ho-so/").streaming_content)
    taken = AuditEntry.objects.filter(verb__startswith="reports.export").order_by("pk").values_list("verb", "after")
    assert list(taken) == [
        ("reports.export_extract", {"format": "PDF"}),
        ("reports.export_letter", {"format": "PDF"}),
        ("reports.export_dossier", {"format": "ZIP"}),
    ]


def test_what_a_province_passed_on_it_fetches_back_until_the_board_takes_it_up(offices):
    unit, city, board = offices.unit, offices.city, offices.board
    nomination = taken_up(make_nomination(unit, award="KT_NN"), unit, city)
    nomination = take_step(nomination, "forward", actor=city.approver)
    client = signed_in(city.approver)
    assert "Lấy lại hồ sơ" in words(client.get(at("", nomination)))
    with pytest.raises(Refusal, match="không thuộc nhiệm vụ"):
        take_step(nomination, "fetch_back", actor=city.officer)
    client.post(at("-sender-step", nomination, "lay-ve"))
    nomination = again(nomination)
    assert (nomination.state, nomination.holder, nomination.board) == ("review", city.organisation, None)
    assert not Nomination.objects.visible_to(board.officer).filter(pk=nomination.pk).exists()
    nomination = take_step(take_step(nomination, "forward", actor=city.approver), "take_up", actor=board.officer)
    assert "Lấy lại hồ sơ" not in words(client.get(at("", nomination)))
    with pytest.raises(Refusal, match="Đang thẩm định"):
        take_step(nomination, "fetch_back", actor=city.approver)
    letter = client.get(at("", nomination) + "to-trinh/pdf/")
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(letter.content)).pages).split())
    assert "Theo đề nghị của Sở Thử nghiệm" in said, "the province's own letter to the board"


def test_the_heir_of_a_merged_unit_takes_its_dossiers_over_and_sends_them(offices):
    nomination = make_nomination(offices.unit)
    heir = ended_with_heir(nomination)
    officer = make_office(heir).officer
    client = signed_in(officer)
    page = words(client.get(at("", nomination)))
    assert "Tiếp quản hồ sơ" in page
    assert "Đơn vị kế tục tiếp quản hồ sơ" in page, "why it cannot be sent before"
    client.post(at("-withdraw", nomination, "tiep-quan"))
    nomination = again(nomination)
    assert (nomination.organisation, nomination.holder, nomination.state) == (heir, heir, "draft")
    assert "Đơn vị kế tục tiếp quản" in words(client.get(at("", nomination)))
    assert "Trình lãnh đạo duyệt" in words(client.get(at("", nomination)))


def test_after_a_split_only_the_part_of_which_one_is_takes_over(offices):
    nomination = make_nomination(offices.unit)
    first = ended_with_heir(nomination)
    second = make_organisation(name="Sở Kế tục Hai", kind="unit", parent=offices.city.organisation)
    make_succession(predecessor=offices.unit.organisation, successor=second, day=first.during.start or DAY)
    with pytest.raises(Refusal, match="Chỉ đơn vị kế tục"):
        take_step(nomination, "take_over", actor=offices.unit.officer)
    taken = take_step(nomination, "take_over", actor=make_office(second).officer)
    assert taken.organisation == second
    standing = make_nomination(make_nominators().unit)
    with pytest.raises(Refusal, match="vẫn hoạt động"):
        take_step(standing, "take_over", actor=actor_of(User.objects.get(pk=_officer_of(standing)), on=DAY))


def _officer_of(nomination) -> int:
    return Organisation.objects.get(pk=nomination.organisation_id).mandates.get(role=Role.OFFICER).user_id


def test_a_desk_s_paper_keeps_the_kind_that_the_desk_gave_it(offices):
    nomination = taken_up(make_nomination(offices.unit), offices.unit, offices.city)
    paper = with_paper(
        nomination, offices.city.officer, name="Biên bản họp Hội đồng.pdf", content=small_pdf(trailer=b"/Place 2")
    )
    set_kind(nomination, paper.pk, PaperKind.COUNCIL_MINUTES, actor=offices.city.officer)
    nomination = returned(nomination, offices.city)
    with pytest.raises(Refusal, match="chỉ nơi đó được đổi loại văn bản"):
        set_kind(nomination, paper.pk, PaperKind.OTHER_DOCUMENTS, actor=offices.unit.officer)
    page = words(signed_in(offices.unit.officer).get(at("", nomination)))
    assert f"kind-{paper.pk}" not in page
