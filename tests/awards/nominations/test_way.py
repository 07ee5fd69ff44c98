"""A dossier on its way through the offices: who holds it, who sees it, what is refused in which sentence."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from awards.duties import duties
from awards.models import Award, Nomination
from awards.nominations.actions.begin import begin_nomination
from awards.nominations.actions.comments import answer_comment, pin_comment
from awards.nominations.actions.course import case_of
from awards.nominations.actions.drafting import write_field
from awards.nominations.actions.overrides import override_rule
from awards.nominations.actions.papers import file_papers, mark_on_paper
from awards.nominations.actions.steps import take_step
from awards.nominations.duties import NominationDuty
from awards.nominations.models.overrides import ground_of
from awards.nominations.models.standing import standing_of
from awards.nominations.models.standings import standings_of
from awards.nominations.rules.terms import DossierField, DossierPlace, NominationState
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import PaperKind
from clusters.models import ClusterLevel
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.errors import Overtaken, Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.awards.nominations.make import (
    NAME,
    SUMMARY,
    again,
    awarded,
    make_leveled,
    make_nomination,
    make_nominators,
    make_office,
    make_rules_of,
    returned,
    sent,
    taken_up,
    with_paper,
)
from tests.awards.register.make import make_award
from tests.clusters.attachments.make import PDF, small_pdf, upload
from tests.clusters.membership.make import make_cluster, make_cluster_year
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import make_mandate
from tests.clusters.results.make import make_year_result
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def offices():
    return make_nominators()


def sees(actor, nomination) -> bool:
    return Nomination.objects.visible_to(actor).filter(pk=nomination.pk).exists()


def refusal_of(deed) -> str:
    with pytest.raises(Refusal) as refused:
        deed()
    return str(refused.value)


def test_a_unit_s_dossier_for_the_prime_minister_goes_through_its_city_to_the_board(offices):
    unit, city, board = offices.unit, offices.city, offices.board
    nomination = make_nomination(unit, award="KT_NN")
    assert not sees(city.officer, nomination)
    nomination = sent(nomination, unit)
    assert (nomination.holder, nomination.province, nomination.board) == (city.organisation, city.organisation, None)
    assert sees(city.officer, nomination)
    assert not sees(board.officer, nomination)
    nomination = take_step(nomination, "take_up", actor=city.officer)
    assert nomination.received_on == DAY
    assert "cấp trên" in refusal_of(lambda: take_step(nomination, "put_to_council", actor=city.officer))
    nomination = take_step(nomination, "forward", actor=city.approver)
    assert (nomination.holder, nomination.board) == (board.organisation, board.organisation)
    nomination = take_step(nomination, "take_up", actor=board.officer)
    nomination = take_step(nomination, "put_to_council", actor=board.officer)
    assert sees(city.officer, nomination)
    assert [(step.name, step.holder_name) for step in nomination.steps.all()][:2] == [
        ("put_to_council", board.organisation.name),
        ("take_up", board.organisation.name),
    ]


def test_a_city_s_own_award_ends_at_the_city(offices):
    nomination = awarded(taken_up(make_nomination(offices.unit), offices.unit, offices.city), offices.city)
    assert nomination.state == NominationState.AWARDED
    assert (nomination.decision_number, nomination.board) == ("12/QĐ-UBND", None)
    assert not sees(offices.board.officer, nomination)


def test_the_second_click_of_send_finds_it_sent(offices):
    nomination = make_nomination(offices.unit)
    sent(nomination, offices.unit)
    assert refusal_of(lambda: sent(nomination, offices.unit)) == (
        "Hồ sơ đang ở trạng thái “Đã gửi, chưa tiếp nhận” nên không thực hiện được nữa. Vui lòng xem lại."
    )
    assert nomination.steps.filter(name="submit").count() == 1


def test_a_dossier_is_recalled_until_somebody_takes_it_up(offices):
    nomination = take_step(sent(make_nomination(offices.unit), offices.unit), "recall", actor=offices.unit.approver)
    assert (nomination.state, nomination.holder, nomination.province) == ("draft", offices.unit.organisation, None)
    assert not sees(offices.city.officer, nomination)
    nomination = taken_up(nomination, offices.unit, offices.city)
    with pytest.raises(Refusal, match="Đang thẩm định"):
        take_step(nomination, "recall", actor=offices.unit.approver)


def test_it_is_returned_with_a_comment_answered_there_and_comes_back_to_the_same_desk(offices):
    unit, city = offices.unit, offices.city
    nomination = taken_up(make_nomination(unit), unit, city)
    assert "ghim ý kiến" in refusal_of(lambda: take_step(nomination, "return", actor=city.officer))
    nomination = returned(nomination, city)
    assert (nomination.state, nomination.holder) == ("draft", unit.organisation)
    assert sees(city.officer, nomination)
    assert "1 ý kiến chưa được trả lời" in refusal_of(lambda: sent(nomination, unit))
    comment = nomination.comments.get()
    answer_comment(nomination, comment.pk, answer="Đã bổ sung", actor=unit.officer)
    nomination = taken_up(nomination, unit, city)
    assert nomination.holder == city.organisation
    with pytest.raises(Refusal, match="đã được trả lời"):
        answer_comment(returned(nomination, city), comment.pk, answer="Lần nữa", actor=unit.officer)


def test_who_held_it_a_moment_ago_takes_no_step_any_more(offices):
    nomination = taken_up(make_nomination(offices.unit, award="KT_NN"), offices.unit, offices.city)
    forwarded = take_step(nomination, "forward", actor=offices.city.approver)
    take_step(forwarded, "take_up", actor=offices.board.officer)
    assert nomination.holder == offices.city.organisation, "as the city read it"
    with pytest.raises(Refusal, match="không thuộc nhiệm vụ"):
        take_step(nomination, "decline", why="Muộn", actor=offices.city.approver)


def test_a_missing_paper_hinders_by_its_name_and_one_on_paper_only_is_enough(offices):
    nomination = make_nomination(offices.unit, blocks=[PaperKind.PARTY_OPINION, PaperKind.ACHIEVEMENT_REPORT])
    with_paper(nomination, offices.unit.officer, name="Bao cao thanh tich.pdf")
    assert "Ý kiến của cấp ủy" in refusal_of(lambda: sent(nomination, offices.unit))
    mark_on_paper(nomination, PaperKind.PARTY_OPINION, actor=offices.unit.officer)
    nomination = sent(nomination, offices.unit)
    assert set(nomination.papers.values_list("kind", "is_confirmed")) == {
        ("achievement_report", True),
        ("party_opinion", True),
    }


def test_of_several_files_the_bad_ones_are_named_and_the_good_ones_stand(offices, settings):
    settings.DOSSIER_PAPER_LIMIT = len(PDF) + 500
    nomination = make_nomination(offices.unit)
    done = file_papers(
        nomination,
        [
            upload(PDF, "Tờ trình.pdf"),
            upload(b"GIF89a khong phai PDF", "bao-cao.pdf"),
            upload(PDF.replace(b"%%EOF", b"%" * 600 + b"\n%%EOF"), "qua-lon.pdf"),
            SimpleUploadedFile("rong.pdf", b""),
            upload(PDF, "MẬT - tờ trình.pdf"),
            upload(PDF, "To trinh (TUYỆT MẬT).pdf"),
        ],
        actor=offices.unit.officer,
    )
    assert [(one.name, one.kind, one.is_confirmed) for one in done.filed] == [
        ("Tờ trình.pdf", "submission_letter", False)
    ]
    secret = ["MẬT - tờ trình.pdf", "To trinh (TUYỆT MẬT).pdf"]
    assert [name for name, _why in done.refused] == ["bao-cao.pdf", "qua-lon.pdf", "rong.pdf", *secret]
    assert "không phải PDF" in done.refused[0][1]


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        (DossierField.NAME, "<b>Sở Thử</b>", "không có dấu “<” và “>”"),
        (DossierField.NAME, "...", "không có chữ nào"),
        (DossierField.NAME, "123!!", "không có chữ nào"),
        (DossierField.FIRST_DAY, "01/01/2023", "ngày kết thúc 31/12/2022 đứng trước ngày bắt đầu 01/01/2023"),
        (DossierField.FIRST_DAY, "01/01/1800", "quá xa"),
        (DossierField.LAST_DAY, "31/12/2021", "ngày kết thúc 31/12/2021 đứng trước ngày bắt đầu 01/01/2022"),
        (DossierField.LAST_DAY, "2022", "chỉ là năm"),
        (DossierField.BIRTH, "1980", "tập thể hoặc hộ gia đình"),
    ],
)
def test_what_cannot_stand_in_a_dossier_is_refused_and_changes_nothing(offices, field, text, sentence):
    nomination = make_nomination(offices.unit)
    seen = {"name": NAME, "first_day": "01/01/2022", "last_day": "31/12/2022"}.get(field, "")
    said = refusal_of(lambda: write_field(nomination, field, text=text, seen=seen, actor=offices.unit.officer))
    assert sentence.casefold() in said.casefold()
    assert again(nomination).name == NAME


def test_two_who_write_in_one_box_never_overwrite_each_other(offices):
    nomination = make_nomination(offices.unit)
    first = again(nomination)
    write_field(nomination, DossierField.UNIT, text="Phòng A", seen="", actor=offices.unit.officer)
    with pytest.raises(Overtaken) as overtaken:
        write_field(first, DossierField.UNIT, text="Phòng B", seen="", actor=offices.unit.officer)
    assert overtaken.value.theirs == "Phòng A"
    assert again(nomination).unit == "Phòng A"


def test_a_merged_unit_nominates_nobody_and_its_heir_is_named(offices):
    merged = make_organisation(name="Sở Cũ", during=Period(None, date(2023, 3, 1)), parent=offices.city.organisation)
    heir = make_organisation(name="Sở Mới", parent=offices.city.organisation)
    make_succession(predecessor=merged, successor=heir, day=date(2023, 3, 1))
    officer = make_office(heir).officer
    award = make_rules_of(make_award("KT_TINH"))
    said = refusal_of(lambda: begin_nomination(merged, award=award, subject_kind="collective", actor=officer))
    assert said == "Sở Cũ đã kết thúc ngày 28/02/2023. Hãy lập hồ sơ cho Sở Mới, đơn vị kế tục."


def test_an_award_that_is_not_given_on_the_day_is_not_begun_nor_sent(offices):
    gone = make_award("BK_CU", during=Period(None, date(2023, 7, 1)))
    said = refusal_of(
        lambda: begin_nomination(
            offices.unit.organisation, award=gone, subject_kind="collective", actor=offices.unit.officer
        )
    )
    assert "không được trao tặng" in said
    nomination = make_nomination(offices.unit, award=make_award("BK_CU_2"))
    type(gone).objects.filter(pk=nomination.award_id).update(during=Period(None, date(2023, 7, 1)))
    assert "không được trao tặng" in refusal_of(lambda: sent(again(nomination), offices.unit))


def test_a_dossier_after_the_last_day_is_not_sent(offices):
    nomination = make_nomination(offices.city, award=make_leveled("KT_NN"), kind="individual", until=(31, 3))
    nomination.award.procedures.get().stages.filter(stage="submit").update(body="province_chair")
    assert "31/03/2023" in refusal_of(lambda: sent(nomination, offices.city))


def test_what_was_sent_in_time_and_returned_is_sent_again_after_the_last_day(offices, settings):
    city, board = offices.city, offices.board
    nomination = make_nomination(city, award=make_leveled("KT_NN"), until=(31, 7))
    nomination.award.procedures.get().stages.filter(stage="submit").update(body="province_chair")
    returned(taken_up(nomination, city, board), board)
    settings.DEMONSTRATION_DAY = date(2023, 8, 7)
    [comment] = nomination.comments.all()
    answer_comment(nomination, comment.pk, answer="Đã bổ sung", actor=city.officer)
    assert (
        standings_of([again(nomination)], on=settings.DEMONSTRATION_DAY, reader=city.officer)[nomination.pk].send_by
        is None
    )
    assert sent(nomination, city).state == NominationState.SUBMITTED


def test_after_the_last_day_a_returned_dossier_is_sent_for_whom_it_was_sent_in_time(offices, settings):
    """A name written better is the same one; what another subject is sent for goes by its own day."""
    city, board = offices.city, offices.board
    nomination = make_nomination(city, award=make_leveled("KT_NN"), until=(31, 7))
    nomination.award.procedures.get().stages.filter(stage="submit").update(body="province_chair")
    returned(taken_up(nomination, city, board), board)
    settings.DEMONSTRATION_DAY = date(2023, 8, 7)
    [comment] = nomination.comments.all()
    answer_comment(nomination, comment.pk, answer="Đã bổ sung", actor=city.officer)

    def named(name, seen):
        write_field(nomination, DossierField.NAME, text=name, seen=seen, actor=city.officer)

    named("Trường Khác", NAME)
    said = refusal_of(lambda: sent(nomination, city))
    assert "Đến hết 31/07/2023, hồ sơ được nộp cho đối tượng khác" in said
    named(NAME.upper(), "Trường Khác")
    assert sent(nomination, city).state == NominationState.SUBMITTED


@pytest.mark.parametrize("first", ["chosen", "typed"])
@pytest.mark.parametrize("then", ["mended", "retyped", "chosen"])
def test_a_body_of_the_house_stays_who_was_sent_however_its_name_is_written(offices, settings, first, then):
    city, board = offices.city, offices.board
    body = make_organisation(name="Sở Thử Nghiệm thành phố", parent=city.organisation)
    namesake = make_organisation(name=body.name)
    nomination = make_nomination(city, award=make_leveled("KT_NN"), until=(31, 7), name=body.name)
    nomination.award.procedures.get().stages.filter(stage="submit").update(body="province_chair")
    Nomination.objects.filter(pk=nomination.pk).update(subject=body if first == "chosen" else None)
    returned(taken_up(again(nomination), city, board), board)
    settings.DEMONSTRATION_DAY = date(2023, 8, 7)
    [comment] = nomination.comments.all()
    answer_comment(nomination, comment.pk, answer="Đã bổ sung", actor=city.officer)

    def named(name, seen):
        write_field(nomination, DossierField.NAME, text=name, seen=seen, actor=city.officer)

    if then == "mended":
        named("SỞ Thử Nghiệm thành phố", body.name)
        assert again(nomination).subject == (body if first == "chosen" else None)
    else:
        named("Sở Khác", body.name)
        assert "đối tượng khác" in refusal_of(lambda: sent(again(nomination), city))
        named(body.name, "Sở Khác")
    if then == "chosen":
        Nomination.objects.filter(pk=nomination.pk).update(subject=namesake)
        if first == "chosen":
            assert "đối tượng khác" in refusal_of(lambda: sent(again(nomination), city))
        Nomination.objects.filter(pk=nomination.pk).update(subject=body)
    assert sent(again(nomination), city).state == NominationState.SUBMITTED


def test_a_return_by_another_desk_than_the_one_that_had_it_in_time_gives_no_more_time(offices, settings):
    """The city sent it to the board by 31/7, fetched it back and returned it to the unit itself."""
    unit, city = offices.unit, offices.city
    nomination = make_nomination(unit, award=make_leveled("KT_NN"), until=(31, 7))
    nomination.award.procedures.get().stages.filter(stage="submit").update(body="province_chair")
    nomination = take_step(taken_up(nomination, unit, city), "forward", actor=city.approver)
    nomination = returned(take_step(nomination, "fetch_back", actor=city.approver), city)
    [comment] = nomination.comments.all()
    answer_comment(nomination, comment.pk, answer="Đã bổ sung", actor=unit.officer)
    taken_up(again(nomination), unit, city)
    settings.DEMONSTRATION_DAY = date(2023, 8, 7)
    assert standing_of(again(nomination), on=settings.DEMONSTRATION_DAY).send_by is not None


def test_what_was_only_recalled_is_not_sent_after_the_last_day(offices, settings):
    nomination = make_nomination(offices.city, award=make_leveled("KT_NN"), until=(31, 7))
    nomination.award.procedures.get().stages.filter(stage="submit").update(body="province_chair")
    take_step(sent(nomination, offices.city), "recall", actor=offices.city.approver)
    settings.DEMONSTRATION_DAY = date(2023, 8, 7)
    assert "31/07/2023" in refusal_of(lambda: sent(nomination, offices.city))


def test_a_province_passes_nothing_on_after_its_last_day(offices, settings):
    unit, city = offices.unit, offices.city
    nomination = make_nomination(unit, award=make_leveled("KT_NN"), until=(31, 7))
    nomination.award.procedures.get().stages.filter(stage="submit").update(body="province_chair")
    nomination = taken_up(nomination, unit, city)
    settings.DEMONSTRATION_DAY = date(2023, 8, 7)
    assert "31/07/2023" in refusal_of(lambda: take_step(nomination, "forward", actor=city.approver))


def test_an_override_falls_away_with_whom_and_what_it_was_said_of(offices):
    """And stands again once that is put back."""
    unit = offices.unit
    nomination = make_nomination(unit)
    override = nomination.overrides.create(
        code=RuleCode.ONE_FORM,
        why="Có văn bản cho phép",
        rests_on=ground_of(nomination),
        body=unit.organisation,
        made_by_name="Người Thử",
        made_at=clock.now(),
    )

    def write(field, text, seen):
        write_field(nomination, field, text=text, seen=seen, actor=unit.officer)
        standing = standing_of(again(nomination), on=DAY)
        assert (override in standing.overrides) != (override in standing.fallen)
        assert (
            standings_of([again(nomination)], on=DAY, reader=unit.officer)[nomination.pk].overrides
            == standing.overrides
        )
        return override in standing.overrides

    assert write(DossierField.SUMMARY, "Khác", SUMMARY)
    assert not write(DossierField.NAME, "Phòng Khác", NAME)
    assert AuditEntry.objects.get(verb="awards.drop_override").why == "Có văn bản cho phép"
    assert write(DossierField.NAME, NAME, "Phòng Khác")
    assert not write(DossierField.FIRST_DAY, "01/01/2021", "01/01/2022")


def test_an_award_without_a_procedure_waits(offices):
    nomination = make_nomination(offices.unit)
    procedure = nomination.award.procedures.get()
    for parts in ("stages", "papers", "rules", "measures", "transitions"):
        getattr(procedure, parts).all().delete()
    procedure.delete()
    assert "chưa có quy trình" in refusal_of(lambda: sent(nomination, offices.unit))


def test_a_rule_that_blocks_hinders_until_the_approver_sends_it_over_with_a_reason(offices):
    """The Government flag, of which a city with one cluster of its own may propose none (Decree 91/2017, Article 11)."""
    city = offices.city
    of_city = make_cluster(owner=city.organisation, level=ClusterLevel.PROVINCE)
    make_year_result(
        cluster_year=make_cluster_year(cluster=of_city, year=2022),
        places=[(city.organisation, 90)],
        acclaimed=city.organisation,
    )
    nomination = begin_nomination(
        city.organisation, award=Award.objects.get(code="CO_CP"), subject_kind="collective", actor=city.officer
    )
    for field, text in ((DossierField.NAME, NAME), (DossierField.SUMMARY, SUMMARY)):
        write_field(nomination, field, text=text, seen="", actor=city.officer)
    for number, name in enumerate(("Tờ trình", "Báo cáo thành tích", "Biên bản họp Hội đồng")):
        with_paper(nomination, city.officer, name=f"{name}.pdf", content=small_pdf(trailer=b"/Place %d" % number))
    assert "Chưa đạt điều kiện: Danh sách không vượt tỷ lệ" in refusal_of(lambda: sent(nomination, city))

    def override(code, why, actor):
        return override_rule(nomination, code, why=why, actor=actor)

    for actor in (city.officer, offices.board.approver):
        with pytest.raises(Refusal, match="Chỉ lãnh đạo đơn vị trình"):
            override(RuleCode.CO_CP_QUOTA, "Có văn bản cho phép", actor)
    with pytest.raises(Refusal, match="lý do"):
        override(RuleCode.CO_CP_QUOTA, " ", city.approver)
    with pytest.raises(Refusal, match="không cản trở"):
        override(RuleCode.VOTE, "Có văn bản cho phép", city.approver)
    override(RuleCode.CO_CP_QUOTA, "Có văn bản cho phép", city.approver)
    assert sent(nomination, city).state == "submitted"
    assert AuditEntry.objects.get(verb="awards.override_rule").why == "Có văn bản cho phép"
    other = begin_nomination(
        offices.unit.organisation, award=nomination.award, subject_kind="collective", actor=offices.unit.officer
    )
    write_field(other, DossierField.NAME, text="Trường Thử", seen="", actor=offices.unit.officer)
    quota = next(one for one in standing_of(again(other), on=DAY).findings if one.rule.code == RuleCode.CO_CP_QUOTA)
    assert quota.finding.values["proposed"] == 2, "its own and what the city has sent"
    long_ago = Period(date(2001, 1, 1), date(2002, 1, 1))
    once_there = make_mandate(organisation=city.organisation, role=Role.OFFICER, during=long_ago).user
    make_mandate(user=once_there, organisation=offices.board.organisation, role=Role.CENTRAL_REVIEWER)
    told = [
        " ".join(case_of(again(other), by=who).broken) for who in (offices.board.officer, actor_of(once_there, on=DAY))
    ]
    assert ["Đề nghị 2" in told[0], "Đề nghị 1" in told[1]] == [True, True], "a step counts what its taker may see"


def test_comments_are_made_by_whoever_appraises_and_only_while_it_is_there(offices):
    nomination = make_nomination(offices.unit)
    for actor in (offices.unit.officer, offices.city.officer, offices.board.officer):
        with pytest.raises(Refusal):
            pin_comment(nomination, DossierPlace.WHOLE, text="Ý kiến", actor=actor)


def test_everybody_hears_what_waits_and_for_how_long(offices):
    unit, city = offices.unit, offices.city

    def kinds(actor):
        return [duty.kind for duty in duties(actor, DAY) if duty.kind in set(NominationDuty)]

    nomination = make_nomination(unit)
    assert kinds(unit.officer) == [NominationDuty.COMPLETE]
    assert kinds(unit.approver) == kinds(city.officer) == []
    take_step(nomination, "present", actor=unit.officer)
    assert (kinds(unit.officer), kinds(unit.approver)) == ([], [NominationDuty.SEND])
    nomination = sent(again(nomination), unit)
    assert (kinds(unit.approver), kinds(city.officer)) == ([], [NominationDuty.TAKE_UP])
    nomination = take_step(nomination, "take_up", actor=city.officer)
    assert kinds(city.officer) == [NominationDuty.APPRAISE]
    take_step(nomination, "put_to_council", actor=city.officer)
    assert (kinds(city.officer), kinds(city.approver)) == ([], [NominationDuty.DECIDE])
