"""From what a sitting agreed to into the register, once; what is refused, and in which words; what later decisions do."""

import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module

import openpyxl
import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from awards.decisions.actions.bonuses import set_payer, set_rounding
from awards.decisions.actions.decisions import (
    attach_scan,
    change_decision,
    drop_decision,
    issue_decision,
    leave_out,
    take_dossiers,
)
from awards.decisions.actions.later import record_later
from awards.decisions.models.bonuses import bonuses_of
from awards.decisions.rules.terms import LaterKind, PaidBy, SignedAs
from awards.models import Award, AwardAuthority, BaseSalary, Decision, Honour, Nomination, Sitting
from awards.nominations.actions.steps import take_step
from awards.procedures.actions.salaries import begin_base_salary
from awards.procedures.rules.bonus import BonusRounding, bonus
from clusters.models import Mandate
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from emulation.core.period import Period
from reports.decision.compose import compose
from reports.decision.material import decision_material
from reports.nomination.compose import compose_extract
from reports.nomination.material import council_material
from tests.awards.conflicts.make import make_kin
from tests.awards.decisions.make import agreed_dossier, drafted, issued, said_by
from tests.awards.nominations.make import LATE, again
from tests.awards.register.make import make_honour
from tests.awards.sittings.make import before_the_council, make_room
from tests.clusters.attachments.make import PDF, upload
from tests.clusters.people.make import make_administrator, make_mandate, make_user
from tests.periods import DAY
from tests.reports.six_month.readings import texts_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def room():
    return make_room()


def test_honours_of_several_sittings_enter_the_register_by_one_decision_and_once(room, django_assert_max_num_queries):
    people = [
        agreed_dossier(room, f"Nguyễn Người {at}", kind="individual", sat_on=date(2023, 7, 3 + at)) for at in range(3)
    ]
    kept = make_honour(
        room.offices.city.organisation,
        award=people[0].award,
        name="Nguyễn Người 0",
        subject_kind="individual",
        decision_number="12/QĐ-UBND",
        decision_date=DAY,
    )
    before = Honour.objects.count()
    decision = issued(room, *people)
    assert Honour.objects.count() == before + 2, "a list had brought one of them"
    assert (decision.full_number, decision.year, decision.signer_name != "") == ("12/QĐ-UBND", 2023, True)
    lines = {str(one): one.honour for one in decision.lines.with_names()}
    assert lines["Nguyễn Người 0"] == kept
    assert {(one.decision_number, one.decision_date, one.status) for one in lines.values()} == {
        ("12/QĐ-UBND", DAY, "in_force")
    }
    for one in people:
        one.refresh_from_db()
        assert (one.state, one.decision_number, one.honour) == ("awarded", "12/QĐ-UBND", lines[str(one)])
    verbs = AuditEntry.objects.filter(
        verb__in=["awards.enter_decided_honour", "awards.link_honour", "awards.issue_decision"]
    )
    assert sorted(verbs.values_list("verb", flat=True)) == [
        "awards.enter_decided_honour",
        "awards.enter_decided_honour",
        "awards.issue_decision",
        "awards.link_honour",
    ]
    with pytest.raises(Refusal, match="đang ở trạng thái “Đã ban hành”"):
        issue_decision(decision, said_by(room, number="13"), actor=room.offices.city.approver)
    more = drafted(room, *(agreed_dossier(room, f"Trần Người {at}", kind="individual") for at in range(9)))
    with django_assert_max_num_queries(110):  # one save a dossier, and otherwise as many for nine as for three
        issue_decision(more, said_by(room, number="13"), actor=room.offices.city.approver)


def test_what_a_decision_may_not_say(room):
    city, dossier = room.offices.city, agreed_dossier(room, sat_on=date(2023, 7, 7))
    other = agreed_dossier(room, "Phòng B")
    not_agreed = before_the_council(room, "Phòng C")
    decision = drafted(room)

    def refused(match, **said):
        with pytest.raises(Refusal, match=match):
            issue_decision(decision, said_by(room, **said), actor=city.approver)

    refused("chưa có ai")
    with pytest.raises(Refusal, match="Chưa được phiên họp nào thống nhất, hoặc đã ở quyết định khác: Phòng C"):
        take_dossiers(decision, [not_agreed], actor=city.officer)
    take_dossiers(decision, [dossier], actor=city.officer)
    with pytest.raises(Refusal, match="đã ở quyết định khác: Phòng A"):
        take_dossiers(drafted(room), [dossier], actor=city.officer)
    refused("bằng chữ số", number="mười hai")
    refused("bằng chữ số", number="0")
    refused("01/08/2023, sau hôm nay", day=date(2023, 8, 1))
    refused("trước phiên họp ngày 07/07/2023", day=date(2023, 7, 6))
    refused("Phòng A: quyết định ghi ngày 09/07/2023, nhưng hồ sơ trình Hội đồng ngày 10/07/2023", day=date(2023, 7, 9))
    Award.objects.filter(pk=dossier.award_id).update(during=Period(None, date(2023, 7, 8)))
    refused("Ngày 10/07/2023 không có “.*” trong danh mục khen thưởng")
    Award.objects.filter(pk=dossier.award_id).update(during=Period())
    refused("Chọn người ký", signer=None)
    Mandate.objects.filter(user=city.approver.user_id).update(during=Period(None, date(2023, 7, 8)))
    refused("không có thẩm quyền ký tại đó vào ngày 10/07/2023")  # a signer whose mandate has ended
    Mandate.objects.filter(user=city.approver.user_id).update(during=Period())
    AwardAuthority.objects.create(award=dossier.award, authority="prime_minister", during=Period())
    refused("Ghi quyết định đó là quyết định của nơi khác")
    AwardAuthority.objects.create(award=dossier.award, authority="province_chair", during=Period())
    issued(room, other, number="7")
    for symbol in ("QĐ-UBND", "/QĐ-UBND", "qđ-ubnd", "QD-UBND", "QĐ--UBND", "QĐ/UBND", "QĐ_UBND", "QĐ UBND", "QĐ-ỦBND"):
        refused("Số 07/.* của năm 2023 đã cấp cho", number="7", symbol=symbol)
    for symbol in ("QĐ-UBND/", "QĐ-UBND-", "7/QĐ-UBND"):
        refused("không phải ký hiệu", number="7", symbol=symbol)
    listed = {"award": dossier.award, "decision_number": "9/QĐ-UBND"}
    line = make_honour(city.organisation, name="Phòng Khác", decision_date=date(2023, 7, 5), **listed)
    refused("Số 9/QĐ-UBND năm 2023 đã có trong Sổ .* ngày 05/07/2023: Phòng Khác, theo danh sách của", number="9")
    Honour.objects.filter(pk=line.pk).update(decision_date=DAY, decision_number="09/QĐ-UBND")
    refused("Số 09/QĐ-UBND năm 2023 .* ngày 10/07/2023: Phòng Khác", number="9")
    Honour.objects.filter(pk=line.pk).update(decision_date=date(2022, 7, 5))
    with pytest.raises(Refusal, match="không thuộc nhiệm vụ của bạn"):
        issue_decision(decision, said_by(room), actor=city.officer)
    leave_out(decision.lines.get(), actor=city.officer)
    again = take_step(
        take_step(dossier, "look_again", why="Xem lại", actor=city.officer), "put_to_council", actor=city.officer
    )
    with pytest.raises(Refusal, match="Chưa được phiên họp nào thống nhất"):
        take_dossiers(decision, [again], actor=city.officer)  # what was agreed to before it was appraised again
    decision.lines.create(nomination=again)
    refused("Chưa được phiên họp nào thống nhất: Phòng A. Đưa ra khỏi dự thảo")
    leave_out(decision.lines.get(), actor=city.officer)
    Nomination.objects.filter(pk=dossier.pk).update(held_since=dossier.held_since)
    take_dossiers(decision, [dossier], actor=city.officer)
    drop_decision(decision, why="Lập lại", actor=city.officer)
    assert issued(room, dossier, number="8").is_issued, "what a dropped draft held waits for another"


def test_the_extract_of_the_minutes_prints_what_the_council_counted_since_it_had_the_dossier(room):
    dossier, officer = agreed_dossier(room, sat_on=DAY), room.offices.city.officer
    vote = council_material(again(dossier), actor=officer, on=DAY).vote
    assert (vote.day, vote.agreed, vote.against, vote.needed, vote.of, vote.is_agreed) == (DAY, 5, 0, 4, 6, True)
    told = " ".join(texts_of(compose_extract(council_material(again(dossier), actor=officer, on=DAY))))
    assert "tại phiên họp ngày 10/7/2023: đồng ý 5; không đồng ý 0; cần đạt 4/6. Kết quả: đạt." in told
    Sitting.objects.update(held_on=date(2023, 7, 1))
    assert council_material(again(dossier), actor=officer, on=DAY).vote is None


def test_a_decision_made_elsewhere_is_recorded_on_its_dossiers_with_its_scan(room):
    city, dossier = room.offices.city, before_the_council(room, "Phòng A")
    decision = drafted(room, dossier, made_by="Bộ trưởng Bộ Thử")
    said = said_by(room, number="1240", day=date(2023, 7, 9), signer=None, signer_name="Bộ trưởng Thử", why=LATE)
    with pytest.raises(Refusal, match="Đính kèm bản đã ký trước"):
        issue_decision(decision, said, actor=city.approver)
    for made_by in ("", " "):
        with pytest.raises(Refusal, match="không đổi được ô “Do nơi khác ban hành”") as refused:
            change_decision(decision, subject="Khác", bases="", made_by=made_by, actor=city.officer)
    assert refused.value.field == "made_by"
    with pytest.raises(Refusal, match="Ghi người ký quyết định, như trên bản đã ký"):
        issue_decision(decision, replace(said, signer_name=" "), actor=city.approver)
    own = AwardAuthority.objects.create(award=dossier.award, authority="province_chair", during=Period())
    with pytest.raises(Refusal, match="do chính cơ quan này quyết định"):
        issue_decision(decision, said, actor=city.approver)
    above = AwardAuthority.objects.create(award=dossier.award, authority="prime_minister", during=Period())
    with pytest.raises(Refusal, match="do chính cơ quan này quyết định"):
        issue_decision(decision, said, actor=city.approver)  # one of several that decide on it
    own.delete()
    above.delete()
    with pytest.raises(Refusal):
        attach_scan(decision, upload(b"MZ not a paper", "quyet-dinh.pdf"), actor=city.officer)
    attach_scan(decision, upload(PDF, "quyet-dinh.pdf"), actor=city.officer)
    with pytest.raises(
        Refusal, match="Phòng A: quyết định ghi ngày 09/07/2023, nhưng hồ sơ trình Hội đồng ngày 10/07/2023"
    ):
        issue_decision(decision, replace(said, why=" "), actor=city.approver)
    issue_decision(decision, said, actor=city.approver)
    assert dossier.steps.get(name="award").why == LATE
    assert Nomination.objects.get(pk=dossier.pk).honour.decision_number == "1240/QĐ-UBND"
    client = Client()
    client.force_login(User.objects.get(pk=city.approver.user_id))
    page = client.get(decision.get_absolute_url()).content.decode()
    assert page.index("Bản đã ký") < page.index("Ghi quyết định sau")
    assert "van-ban/docx" not in page
    other = drafted(room, before_the_council(room, "Phòng B"), made_by="BỘ TRƯỞNG bộ thử")
    attach_scan(other, upload(PDF, "khac.pdf"), actor=city.officer)
    with pytest.raises(Refusal, match="Số 1240/.* của năm 2023 đã cấp cho"):
        issue_decision(other, replace(said, symbol="QĐ-ubnd"), actor=city.approver)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=other.pk).update(
            state="issued", number="1240", symbol="QD-ubnd", day=DAY, year=2023, made_by="Bộ TRưởng Bộ Thử"
        )


def test_later_decisions_suspend_restore_and_revoke_and_nothing_is_revoked_twice(room):
    approver = room.offices.city.approver
    decision = issued(
        room, agreed_dossier(room, "Phòng A"), agreed_dossier(room, "Phòng B"), day=date(2023, 7, 7), why=LATE
    )
    lines = list(decision.lines.with_names())

    def later(kind, chosen=lines, day=DAY, number="20/QĐ-UBND", actor=approver):
        return record_later(decision, kind, chosen, number=number, day=day, why="Đang có khiếu nại", actor=actor)

    def statuses():
        return [one.honour.status for one in decision.lines.with_names()]

    with pytest.raises(Refusal, match="không thể trước quyết định ngày 07/07/2023"):
        later(LaterKind.SUSPEND, day=date(2023, 7, 6))
    with pytest.raises(Refusal, match="lãnh đạo"):
        later(LaterKind.SUSPEND, actor=room.offices.city.officer)
    with pytest.raises(Refusal, match="Phòng A: "):
        later(LaterKind.RESTORE)
    later(LaterKind.SUSPEND, lines[:1])
    assert statuses() == ["suspended", "in_force"]
    assert Honour.objects.in_force().filter(pk=lines[0].honour_id).count() == 0
    with pytest.raises(Refusal, match="ngày 09/07/2023, trước quyết định 20/QĐ-UBND ngày 10/07/2023"):
        later(LaterKind.RESTORE, lines[:1], day=date(2023, 7, 9), number="19/QĐ-UBND")
    for number, day, said in (
        *(  # itself
            (same, DAY, "Số .* của năm 2023 đã cấp cho: Quyết định 12/QĐ-UBND")
            for same in ("12/qđ-ubnd", "12/QĐ UBND", "12/QĐ/UBND", "12/2023/QĐ-UBND", "số 012/QĐ_ỦBND")
        ),
        *(
            (half, DAY, "Ghi số, ký hiệu của quyết định sau")
            for half in ("12", "12/QĐ-UBND/", "12//QĐ-UBND", "12/QĐ-UBND ngày 7/7", "12 QĐ-UBND", "")
        ),
        ("020/QD-UBND", DAY, "Phòng A.* quyết định 20/QĐ-UBND đã được ghi cho khen thưởng này"),
        ("20/QĐ-UBND", date(2023, 7, 9), "Quyết định 20/QĐ-UBND đã được ghi với ngày 10/07/2023"),
    ):
        with pytest.raises(Refusal, match=said):
            later(LaterKind.RESTORE, lines[:1], day=day, number=number)
    later(LaterKind.RESTORE, lines[:1], number="20b/QĐ-UBND")
    with pytest.raises(Refusal, match="Số 20/QĐ-UBND của năm 2023 đã cấp cho: Tạm đình chỉ"):
        issue_decision(drafted(room, agreed_dossier(room, "Phòng C")), said_by(room, number="20"), actor=approver)
    later(LaterKind.CORRECT, lines[:1], number="20a/QĐ-UBND")
    assert statuses() == ["in_force", "in_force"]
    later(LaterKind.REVOKE, number="21/QĐ-UBND")
    assert statuses() == ["revoked", "revoked"]
    assert decision.lines.with_names()[0].honour.revocation_basis == "Quyết định 21/QĐ-UBND ngày 10/07/2023"
    with pytest.raises(Refusal, match="Phòng A: Khen thưởng này đã bị hủy bỏ từ ngày 10/07/2023"):
        later(LaterKind.REVOKE, number="22/QĐ-UBND")
    assert [(one.kind, one.number, one.lines.count()) for one in decision.later.all()] == [
        ("suspend", "20/QĐ-UBND", 1),
        ("restore", "20b/QĐ-UBND", 1),
        ("correct", "20a/QĐ-UBND", 1),
        ("revoke", "21/QĐ-UBND", 2),
    ]


def test_what_an_earlier_version_let_be_numbered_or_seated_twice_is_told_apart(room):
    one, other = (
        issued(room, agreed_dossier(room, "Phòng A")),
        issued(room, agreed_dossier(room, "Phòng B"), number="13"),
    )
    once = [
        (type(each), next(rule for rule in each._meta.constraints if rule.name == name))
        for each, name in (
            (one, "decision_number_once"),
            (room.council.members.first(), "council_member_without_account_once"),
        )
    ]
    connection.check_constraints()
    with connection.schema_editor() as editor:
        for model, rule in once:
            editor.remove_constraint(model, rule)
    Decision.objects.filter(pk=other.pk).update(number="12", symbol="qd-ubnd")
    kept = room.council.members.get(user=None)
    for name in (kept.name, kept.name, "Khác"):
        room.council.members.create(office="member", name=name, during=kept.during, legal_basis="Thử")
    connection.check_constraints()
    with connection.schema_editor() as editor:
        import_module("awards.migrations.0037_one_number_one_seat").settle(None, editor)
        for model, rule in once:
            editor.add_constraint(model, rule)
    assert list(Decision.objects.order_by("pk").values_list("number", "symbol", "number_again")) == [
        ("12", "QĐ-UBND", 0),
        ("12", "qd-ubnd", 1),
    ]
    names = room.council.members.filter(user=None).order_by("pk").values_list("name", flat=True)
    assert list(names) == [kept.name, f"{kept.name} (trùng tên 2)", f"{kept.name} (trùng tên 3)", "Khác"]


def test_the_paper_is_the_chairman_s_own_with_its_list_annexed(room):
    few = compose(decision_material(issued(room, agreed_dossier(room), signed_as=SignedAs.DEPUTY), on=DAY))
    assert few.signature.lines == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    texts = [block.text for block in few.body]
    assert texts[0] == "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ THỬ"
    assert texts[1] == "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;"
    assert any(text.startswith("Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017") for text in texts)
    assert "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng ngày 07 tháng 7 năm 2023." in texts
    assert "Phòng A" in texts[-3]
    assert [block.lead for block in few.body[-3:]] == ["Điều 1.", "Điều 2.", "Điều 3."]
    assert (few.number_line.endswith("12/QĐ-UBND"), few.annexes) == (True, ())
    assert not any("TM." in line for line in few.signature.lines)
    many = drafted(room, *(agreed_dossier(room, f"Phòng {at}") for at in range(4)))
    draft = compose(decision_material(many, on=DAY))
    assert (draft.draft, [row.cells[1] for row in draft.annexes[0].blocks[0].rows]) == (
        "DỰ THẢO",
        [f"Phòng {at}" for at in range(4)],
    )
    assert draft.signature.lines == ("CHỦ TỊCH",)


def refused_part(client, name, decision) -> bool:
    """Asked for and sent alike: the decision's page says why, and nothing asks to be filled in."""
    page = reverse(name, args=[decision.pk])
    answers = [client.get(page, follow=True), client.post(page, {}, follow=True)]
    return all(
        one.redirect_chain and one.content.decode().count("Việc liên quan đến cả dự thảo do đồng nghiệp") == 1
        for one in answers
    )


def test_who_may_not_judge_a_dossier_neither_sees_nor_issues_its_decision(room):
    approver = User.objects.get(pk=room.offices.city.approver.user_id)
    decision = drafted(room, agreed_dossier(room, "Người Nhà Thử", kind="individual"), agreed_dossier(room, "Phòng B"))
    attach_scan(decision, upload(PDF, "quyet-dinh.pdf"), actor=room.offices.city.officer)
    scan = reverse("awards:decision-scan-file", args=[decision.pk, decision.scans.get().pk])
    make_kin(approver)
    client = Client()
    client.force_login(approver)
    page = client.get(decision.get_absolute_url()).content.decode()
    assert "Phòng B" in page
    assert "Người Nhà Thử" not in page
    assert "Một phần quyết định không thuộc phạm vi của bạn" in page
    assert reverse("awards:decision-issue", args=[decision.pk]) not in page
    assert "van-ban/" not in page
    assert client.get(f"{decision.get_absolute_url()}van-ban/docx/").status_code == 404
    assert reverse("awards:decision-drop", args=[decision.pk]) not in page
    assert (scan in page, client.get(scan).status_code) == (False, 404)
    for name in ("issue", "drop", "scan"):
        assert refused_part(client, f"awards:decision-{name}", decision), name
    keeper = Client()
    keeper.force_login(User.objects.get(pk=room.offices.city.officer.user_id))
    make_kin(User.objects.get(pk=room.offices.city.officer.user_id))
    for name in ("change", "bonus-rounding", "drop", "scan"):
        assert refused_part(keeper, f"awards:decision-{name}", decision), name
    deeds = (
        lambda: attach_scan(decision, upload(PDF, "khac.pdf"), actor=room.offices.city.approver),
        lambda: issue_decision(decision, said_by(room), actor=room.offices.city.approver),
        lambda: drop_decision(decision, why="Bỏ dự thảo", actor=room.offices.city.approver),
    )
    for deed in deeds:
        with pytest.raises(Refusal, match="đồng nghiệp xem được toàn bộ"):
            deed()
    assert Decision.objects.get().is_draft
    other = make_user(full_name="Chuyên viên khác")
    make_mandate(user=other, organisation=room.offices.city.organisation, role=Role.OFFICER)
    drop_decision(decision, why="Bỏ dự thảo", actor=actor_of(other, on=DAY))


def test_a_decision_is_taken_as_paper_sheet_and_for_machines_and_the_journal_knows_who_took_it(room):
    decision = issued(room, agreed_dossier(room, "=Phòng A"), agreed_dossier(room, "Trần Thử", kind="individual"))
    client = Client()
    client.force_login(User.objects.get(pk=room.offices.city.officer.user_id))
    files = {
        form: client.get(f"{decision.get_absolute_url()}van-ban/{form}/").content
        for form in ("docx", "pdf", "xlsx", "json")
    }
    said = json.loads(files["json"])
    assert (said["number"], said["symbol"], said["day"]) == ("12", "QĐ-UBND", "2023-07-10")
    assert [(one["name"], one["subject"]) for one in said["honours"]] == [
        ("=Phòng A", "collective"),
        ("Trần Thử", "individual"),
    ]
    assert set(said["honours"][0]) == {"name", "position_and_unit", "subject", "award"}
    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"])).active
    cells = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row if cell.value}
    assert cells["=Phòng A"] == "s", "a name is never a formula"
    noted = AuditEntry.objects.filter(verb="reports.export_decision").order_by("id").values_list("after", flat=True)
    assert list(noted) == [{"format": form, "honours": 2} for form in ("DOCX", "PDF", "XLSX", "JSON")]
    assert client.get(f"{decision.get_absolute_url()}van-ban/csv/").status_code == 404
    elsewhere = drafted(room, before_the_council(room, "Phòng C"), made_by="Bộ trưởng Bộ Thử")
    assert client.get(f"{elsewhere.get_absolute_url()}van-ban/pdf/").status_code == 404
    said = json.loads(client.get(f"{elsewhere.get_absolute_url()}van-ban/json/").content)
    assert (said["issuer"], said["number"]) == ("Bộ trưởng Bộ Thử", "")


@pytest.mark.parametrize(
    ("factor", "salary", "up", "bare"),
    [
        ("0.3", 2_340_000, 710_000, 702_000),  # the decree's reading, and what the press printed
        ("4.5", 1_800_000, 8_100_000, 8_100_000),
        ("0.8", 1_800_000, 1_440_000, 1_440_000),
        ("0.15", 2_340_000, 360_000, 351_000),
    ],
)
def test_a_bonus_is_its_factor_times_the_base_salary_by_either_reading(factor, salary, up, bare):
    assert bonus(Decimal(factor), salary, BonusRounding.UP) == up
    assert bonus(Decimal(factor), salary, BonusRounding.NONE) == bare


def test_bonuses_follow_the_procedure_and_the_base_salary_of_the_day_and_add_up_by_budget(
    room, django_assert_max_num_queries
):
    BaseSalary.objects.all().delete()
    city, dossiers = room.offices.city, [agreed_dossier(room, f"Phòng {at}") for at in range(2)]
    dossiers.append(agreed_dossier(room, "Trần Thử", kind="individual"))
    procedure = dossiers[0].award.procedures.get()
    procedure.measures.filter(kind__startswith="bonus").delete()
    procedure.measures.create(kind="bonus_collective", number=Decimal("0.3"), verified=True, provision="Điều thử")
    decision = drafted(room, *dossiers)
    assert bonuses_of(decision, city.officer, on=clock.today()).total(BonusRounding.UP) == 0, "no base salary, no bonus"
    said = {"provision": "Nghị định thử", "verified": True, "actor": make_administrator()}
    begin_base_salary(amount=1_800_000, first_day=date(2023, 7, 1), **said)
    begin_base_salary(amount=2_340_000, first_day=date(2024, 7, 1), **said)
    with pytest.raises(Refusal, match="có hiệu lực từ 01/07/2024"):
        begin_base_salary(amount=3, first_day=date(2024, 7, 1), **said)
    told = bonuses_of(decision, city.officer, on=clock.today())
    assert (told.salary.amount, told.untold, told.total(BonusRounding.UP)) == (1_800_000, 1, 2 * 540_000)
    set_payer(decision, [told.lines[0].line], PaidBy.NOMINATOR, actor=city.officer)
    with pytest.raises(Refusal, match="Chưa đánh dấu"):
        set_payer(decision, [], PaidBy.NOMINATOR, actor=city.officer)
    again = bonuses_of(decision, city.officer, on=clock.today())
    assert [again.total(BonusRounding.UP, one) for one in PaidBy] == [540_000, 540_000]
    with pytest.raises(Refusal, match="lý do"):
        set_rounding(decision, BonusRounding.NONE, why="", actor=city.officer)
    with pytest.raises(Refusal, match="chuyên viên"):
        set_rounding(decision, BonusRounding.NONE, why="Theo cơ quan tài chính", actor=city.approver)
    set_rounding(decision, BonusRounding.NONE, why="Theo cơ quan tài chính", actor=city.officer)
    client = Client()
    client.force_login(User.objects.get(pk=city.officer.user_id))
    payer = reverse("awards:decision-bonus-payer", args=[decision.pk])
    kept = client.post(f"{payer}?trang=xa", {"chon": told.lines[0].line.pk, "paid_by": PaidBy.NOMINATOR})
    assert kept.url == f"{decision.get_absolute_url()}tien-thuong/?trang=xa", "the page of the list is kept"
    with django_assert_max_num_queries(40):
        page = client.get(f"{decision.get_absolute_url()}tien-thuong/").content.decode()
    for words in ("540.000", "1.080.000", "1 khen thưởng chưa tính được tiền thưởng", "Tích số, không làm tròn"):
        assert words in page
