"""A list in public: for the working days of its procedure, with four texts a line and nothing else; what citizens write
goes to the body; afterwards only that it was laid out is known."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse

from awards.models import Honour, LawVersion, Nomination, NominationPaper, PublicationLine, PublicComment
from awards.procedures.rules.working_days import WorkCalendar, YearNotEntered
from awards.publication.actions.comments import COMMENTS, comment_on, note_on_comment
from awards.publication.actions.publications import (
    close_publication,
    drop_publication,
    leave_out_of_list,
    open_publication,
    take_into_list,
    withdraw_publication,
)
from awards.publication.actions.releases import set_release
from awards.publication.duties import PublicationDuty, publication_duties
from awards.publication.models.publication import comments_for
from awards.publication.models.shown import ShownLine
from awards.publication.rules.window import BeginsOnDayOff, Window, window
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry, User
from reports.publication.compose import compose_proof
from reports.publication.material import proof_material
from tests.awards.conflicts.make import make_kin
from tests.awards.decisions.make import agreed_dossier, issued
from tests.awards.nominations.make import make_nomination
from tests.awards.procedures.make import make_calendar_year
from tests.awards.publication.make import LAST, drafted, fresh, laid_out, with_days
from tests.awards.sittings.make import before_the_council, make_room
from tests.periods import DAY

pytestmark = pytest.mark.django_db
MARK = "KHONGCONGKHAI"


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def room():
    return make_room()


def public(publication):
    return reverse("awards:public-list", args=[publication.pk])


def client_of(actor):
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def marked(model) -> dict[str, str]:
    """Every text that the model has by itself, columns to come too, filled with the mark."""
    texts = (field for field in model._meta.concrete_fields if isinstance(field, models.CharField | models.TextField))
    return {field.name: MARK[: field.max_length or 20] for field in texts if not field.choices}


def test_what_the_public_reads_is_four_texts_and_a_new_column_of_a_dossier_is_not_among_them(room, client):
    """Red where a column is added to the line that could carry more, or where a page shows more of a dossier."""
    assert {field.name for field in PublicationLine._meta.concrete_fields} == {
        *("id", "publication", "nomination", "stands"),
        *("name", "office", "unit", "award"),
    }
    assert {field.name for field in fields(ShownLine)} == {"id", "name", "office", "unit", "award"}
    dossier = before_the_council(room, "Nguyễn Văn Mẫu", kind="individual")
    shown = {"name": "Nguyễn Văn Mẫu", "position": "Phó Trưởng phòng", "unit": "Phòng Thử"}
    Nomination.objects.filter(pk=dossier.pk).update(
        **marked(Nomination) | shown, birth_date=date(1981, 3, 17), birth_year=1981
    )
    publication = laid_out(room, dossier)
    page = client.get(public(publication)).content.decode()
    for said in (*shown.values(), "Khen thưởng thử"):
        assert said in page
    for secret in (MARK, "1981", "17/03"):
        assert secret not in page
        assert secret not in str(PublicationLine.objects.values().get() | {"nomination_id": 0})


def test_its_days_are_the_working_days_of_the_version_in_force(room, client, settings):
    publication = laid_out(room, before_the_council(room, "Phòng A"), before_the_council(room, "Phòng B"))
    assert (publication.days, publication.opens_on, publication.closes_on) == (10, DAY, LAST)
    for day, shows in ((DAY, True), (LAST, True), (date(2023, 7, 25), False)):
        settings.DEMONSTRATION_DAY = day
        page = client.get(public(publication)).content.decode()
        assert ("Phòng A" in page, "Đã hết thời gian lấy ý kiến" in page) == (shows, not shows)
        assert "Danh sách đề nghị tặng Huân chương thử" in page
    calendar = WorkCalendar(frozenset({2023}), frozenset({date(2023, 9, 4)}))
    assert window(date(2023, 8, 28), 5, calendar) == Window(date(2023, 8, 28), date(2023, 9, 5))
    assert window(date(2023, 9, 4), 5, calendar) == BeginsOnDayOff(date(2023, 9, 4))
    assert window(date(2023, 12, 28), 5, calendar) == YearNotEntered(2024)


def test_what_is_not_laid_out_and_why(room, client):
    city, dossier = room.offices.city, before_the_council(room, "Phòng A")
    empty = drafted(room)

    def refused(match, publication=None, opens_on=DAY, actor=city.approver):
        with pytest.raises(Refusal, match=match):
            open_publication(publication or empty, opens_on=opens_on, actor=actor)

    refused("chưa có ai")
    with pytest.raises(Refusal, match="Chưa chọn hồ sơ"):
        take_into_list(empty, [], actor=city.officer)
    own_draft = make_nomination(room.offices.unit, name="Phòng C")
    with pytest.raises(Refusal, match="Không ở bàn này hoặc đã ở danh sách khác: Phòng C"):
        take_into_list(empty, [own_draft], actor=city.officer)
    take_into_list(empty, [dossier], actor=city.officer)
    with pytest.raises(Refusal, match="đã ở danh sách khác: Phòng A"):
        take_into_list(drafted(room), [dossier], actor=city.officer)
    refused("không thuộc nhiệm vụ của bạn", actor=city.officer)
    refused("trước hôm nay", opens_on=date(2023, 7, 9))
    refused("Chưa có thủ tục nào của các hình thức này nêu số ngày")
    with_days(dossier)
    refused("Chưa nhập ngày nghỉ năm 2023")
    make_calendar_year(2023)
    refused("04/09/2023 là ngày nghỉ", opens_on=date(2023, 9, 4))
    assert client.get(public(empty)).status_code == 404
    open_publication(empty, opens_on=date(2023, 7, 11), actor=city.approver)
    assert client.get(public(empty)).status_code == 404, "its first day is to come"
    with pytest.raises(Refusal, match="đang ở trạng thái"):
        leave_out_of_list(empty.lines.get(), actor=city.officer)


def test_closed_after_its_last_day_its_proof_lies_in_every_dossier(room, client, settings):
    dossiers = [before_the_council(room, name) for name in ("Phòng A", "Phòng B")]
    publication = laid_out(room, *dossiers)
    comment_on(publication, line=None, name="Bà Thử", contact="0900 000 000", text="Đồng ý", address=None)
    officer = room.offices.city.officer
    with pytest.raises(Refusal, match="công khai đến hết ngày 24/07/2023"):
        close_publication(publication, actor=officer)
    settings.DEMONSTRATION_DAY = date(2023, 7, 25)
    document = compose_proof(proof_material(publication, publication.lines.get(nomination=dossiers[1])))
    said = document.blocks[0].text
    assert "từ ngày 10/07/2023 đến hết ngày 24/07/2023, đủ 10 ngày làm việc" in said
    assert "có 1 ý kiến" in said
    assert "Danh sách có 2 hồ sơ" in document.blocks[1].text
    assert [row.cells[0] for row in document.blocks[2].rows] == ["Phòng B"], "no other dossier's reader is told of it"
    close_publication(publication, actor=officer)
    proofs = NominationPaper.objects.filter(kind="publication_proof", is_confirmed=True)
    assert {one.nomination for one in proofs} == set(dossiers)
    with proofs[0].file.open() as proof:
        assert proof.read(5) == b"%PDF-"
    page = client.get(public(publication)).content.decode()
    assert "Phòng A" not in page
    assert "Danh sách đề nghị tặng Huân chương thử" in page


def test_a_withdrawn_list_is_out_of_sight_and_its_dossiers_are_free(room, client):
    dossier = before_the_council(room, "Phòng A")
    publication = laid_out(room, dossier)
    withdraw_publication(publication, why="Sai tên", actor=room.offices.city.approver)
    assert client.get(public(publication)).status_code == 404
    assert "Danh sách đề nghị" not in client.get(reverse("awards:public-lists")).content.decode()
    assert drafted(room, dossier).lines.count() == 1


def test_what_a_citizen_writes_goes_to_the_body_and_to_nobody_else(room, client):
    publication = laid_out(room, before_the_council(room, "Phòng A"))
    line = publication.lines.get()
    said = {"line": line.pk, "name": "Bà Thử", "contact": "ba@thu.vn", "text": "<script>alert(1)</script> Tôi phản đối"}
    for lacking in ("name", "contact", "text"):
        answer = client.post(public(publication), said | {lacking: " "})
        assert (answer.status_code, "Tôi phản đối" in answer.content.decode()) == (422, lacking != "text")
    assert client.post(public(publication), said, follow=True).redirect_chain == [(public(publication), 302)]
    assert "Bà Thử" not in client.get(public(publication)).content.decode()
    page = client_of(room.offices.city.officer).get(publication.get_absolute_url()).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Tôi phản đối" in page
    assert "<script>alert" not in page
    assert "ba@thu.vn" in page
    assert client_of(room.offices.unit.officer).get(publication.get_absolute_url()).status_code == 404
    assert "Bà Thử" not in str(list(AuditEntry.objects.values_list("after", "before")))
    comment = PublicComment.objects.get()
    with pytest.raises(Refusal, match="Ghi đã xử lý"):
        note_on_comment(comment, note=" ", actor=room.offices.city.officer)
    note_on_comment(comment, note="Đã xác minh", actor=room.offices.city.officer)
    with pytest.raises(Refusal, match="đã được ghi"):
        note_on_comment(comment, note="Lần nữa", actor=room.offices.city.officer)


def test_comments_are_bounded_by_address_and_end_with_the_list(room, settings):
    publication = laid_out(room, before_the_council(room, "Phòng A"))

    def write(address, **said):
        whole = {"line": None, "name": "Ông Thử", "contact": "0900", "text": "Ý kiến"} | said
        return comment_on(publication, **whole, address=address)

    for _ in range(COMMENTS.most):
        write("203.0.113.9")
    with pytest.raises(Refusal, match="Nhiều ý kiến"):
        write("203.0.113.9")
    write("203.0.113.10")
    with pytest.raises(Refusal, match="không có trong danh sách"):
        write("203.0.113.10", line=0 or 10**9)
    settings.DEMONSTRATION_DAY = date(2023, 7, 25)
    with pytest.raises(Refusal, match="không còn nhận ý kiến"):
        write("203.0.113.10")


def closing(actor) -> list[str]:
    return [one.url for one in publication_duties(actor, clock.today()) if one.kind is PublicationDuty.CLOSE]


def test_who_may_not_judge_a_dossier_neither_lays_it_out_nor_reads_what_is_said(room, settings):
    dossiers = [before_the_council(room, "Người Nhà Thử", kind="individual"), before_the_council(room, "Phòng B")]
    approver = room.offices.city.approver
    draft = drafted(room, *dossiers)
    officer = room.offices.city.officer
    public = laid_out(room, before_the_council(room, "Người Nhà Thử", kind="individual"))
    make_kin(User.objects.get(pk=approver.user_id))
    deeds = (
        lambda: open_publication(draft, opens_on=DAY, actor=approver),
        lambda: drop_publication(draft, why="Bỏ danh sách", actor=approver),
        lambda: withdraw_publication(public, why="Rút danh sách", actor=approver),
        lambda: close_publication(public, actor=approver),
    )
    for deed in deeds:
        with pytest.raises(Refusal, match="đồng nghiệp xem được toàn bộ"):
            deed()
    PublicComment.objects.create(
        publication=draft, name="Bà Thử", contact="0900", text="Ý kiến", received_at="2023-07-10T08:00Z"
    )
    page = client_of(approver).get(draft.get_absolute_url()).content.decode()
    assert "Phòng B" in page
    assert "Người Nhà Thử" not in page
    assert "Một phần danh sách không thuộc phạm vi của bạn" in page
    for deed in ("open", "drop"):
        address = reverse(f"awards:publication-{deed}", args=[draft.pk])
        assert address not in page
        asked, sent = client_of(approver).get(address), client_of(approver).post(address, {})
        assert asked.url == sent.url == draft.get_absolute_url(), "it says there why"
    settings.DEMONSTRATION_DAY = public.closes_on + timedelta(days=1)
    close = reverse("awards:publication-close", args=[public.pk])
    for actor, may in ((officer, True), (approver, False)):
        shown = client_of(actor).get(public.get_absolute_url()).content.decode()
        assert (close in shown, "Không có ý kiến nào" in shown) == (may, may)
    assert closing(officer) == [public.get_absolute_url()]
    make_kin(User.objects.get(pk=officer.user_id))
    assert closing(actor_of(User.objects.get(pk=officer.user_id), on=DAY)) == []
    assert "Bà Thử" not in page


def test_comments_wait_for_whom_reads_them(room):
    """What is said may be said of the one that is hidden, so neither the page nor a duty tells that something was."""
    city = room.offices.city
    found = laid_out(room, before_the_council(room, "Người Nhà Thử", kind="individual"))
    comment_on(found, line=None, name="Bà Thử", contact="0900", text="Ý kiến", address=None)

    def waiting(actor):
        return [one.title for one in publication_duties(actor, DAY) if one.kind is PublicationDuty.COMMENTS]

    [said] = waiting(city.officer)
    assert str(found) in said
    make_kin(User.objects.get(pk=city.officer.user_id))
    officer = actor_of(User.objects.get(pk=city.officer.user_id), on=DAY)
    assert waiting(officer) == []
    assert list(comments_for(found, officer)) == []


def test_the_public_searches_decisions_in_force_that_their_issuer_released(room, client):
    decision = issued(room, agreed_dossier(room, "Phòng Rất Riêng"), agreed_dossier(room, "Phòng Rất Chung"))
    search, approver = reverse("awards:public-honours"), room.offices.city.approver

    def found():
        page = client.get(search, {"tim": "rat"}).content.decode()
        return [name for name in ("Phòng Rất Riêng", "Phòng Rất Chung") if name in page]

    assert found() == []
    with pytest.raises(Refusal, match="lãnh đạo"):
        set_release(decision, released=True, actor=room.offices.city.officer)
    set_release(decision, released=True, actor=approver)
    assert found() == ["Phòng Rất Riêng", "Phòng Rất Chung"]
    Honour.objects.filter(name="Phòng Rất Riêng").update(status="suspended")
    assert found() == ["Phòng Rất Chung"]
    kept = {"name": "Phòng Rất Chung", "name_key": "phong rat chung", "status": "in_force"}
    Honour.objects.filter(name="Phòng Rất Chung").update(
        **marked(Honour) | kept, birth_date=date(1981, 3, 17), birth_year=1981, achievement_year=1981
    )
    page = client.get(search, {"tim": "rat"}).content.decode()
    assert "Khen thưởng thử" in page
    award = decision.lines.first().nomination.award
    for kind, name in (("any", "Bằng khen thử tỉnh, thành phố"), ("city", "Bằng khen thử thành phố")):
        award.names.create(law=LawVersion.objects.on(DAY).get(), province_kind=kind, name=name)
    page = client.get(search, {"tim": "rat"}).content.decode()
    for said in ("Phòng Rất Chung", "Bằng khen thử thành phố", "12/QĐ-UBND", "10/07/2023", str(decision.body)):
        assert said in page
    for secret in (MARK[:4], "1981", "17/03"):
        assert secret not in page
    set_release(decision, released=False, actor=approver)
    assert found() == []
    assert "ít nhất ba chữ" in client.get(search, {"tim": "a"}).content.decode()


def test_pages_ask_as_much_for_many_names_as_for_few(room, client, django_assert_max_num_queries):
    publication = laid_out(room, *(before_the_council(room, f"Phòng {at}") for at in range(4)))
    with django_assert_max_num_queries(3):
        client.get(public(publication))
    officer = client_of(room.offices.city.officer)
    with django_assert_max_num_queries(20):
        officer.get(publication.get_absolute_url())
    assert fresh(publication).lines.count() == 4
