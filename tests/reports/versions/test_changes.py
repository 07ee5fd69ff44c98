"""Data that changed since a draft: each place is offered by itself, taken or left; what was worded by hand stays."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from awards.models import Honour
from awards.register.rules.terms import HonourStatus
from clusters.figures.rules.terms import SheetState
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from reports.agreement.material.compared import compared_of
from reports.agreement.rules.terms import About
from reports.document.rules.document import Annex
from reports.document.rules.snapshot import thaw
from reports.models import DraftDecision, Report
from reports.runs.actions.passages import write_passage
from reports.runs.rules.passages import PassagePlace
from reports.versions.actions.decisions import keep, take
from reports.versions.actions.newer import changes_of, newer_data
from reports.versions.words import told
from tests.awards.register.make import make_honour
from tests.clusters.figures.make import in_state, make_figure
from tests.clusters.people.make import actor_for
from tests.reports.runs.test_drafts_in_hand import shown, word
from tests.reports.signing.make import made, person, signed
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
ON, LATER = date(YEAR, 7, 10), date(YEAR, 7, 12)
COUNTED = "lượt khen thưởng, trong đó"


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


def offered(draft, on=LATER):
    draft = Report.objects.get(pk=draft.pk)
    return changes_of(draft, newer_data(draft, on=on))


def decide(deed, draft, user, keys, on=LATER):
    draft = Report.objects.get(pk=draft.pk)
    return deed(draft, keys, seen=draft.checksum, actor=actor_for(user=user), on=on)


def of_words(changes, words):
    return next(one for one in changes if one.new and words in getattr(one.new[0].block, "text", ""))


def test_nothing_is_offered_where_only_days_passed(draft):
    assert offered(draft).open == ()


def test_one_place_is_taken_one_is_kept_and_the_report_says_which_is_newer(draft, officer, year):
    word(draft, officer, "Cả Cụm có [1 lượt khen thưởng], gồm [1 lượt cá nhân].")
    make_honour(year.cities[1])
    found = offered(draft).open
    counted = of_words(found, COUNTED)
    decide(take, draft, officer, [counted.key])
    said = shown(draft)
    assert "Cả Cụm có 2 lượt khen thưởng, gồm 2 lượt cá nhân." in said
    assert "Lấy theo số liệu mới hơn số liệu của các phần khác:" in said
    assert "số liệu đến ngày 12/7/2023 (1; 1 → 2; 2)." in said
    assert (draft.day, draft.total) == (ON, 1)
    others = offered(draft).open
    assert counted.key not in {one.key for one in others}
    decide(keep, draft, officer, others[0].key)
    left = offered(draft)
    assert [one.key for one in left.kept] == [others[0].key]
    assert others[0].key not in {one.key for one in left.open}
    make_honour(year.cities[1])
    assert others[0].part in {one.part for one in offered(draft).open}


def test_all_taken_the_draft_is_one_of_today(draft, officer, year):
    make_honour(year.cities[1])
    decide(take, draft, officer, [one.key for one in offered(draft).open])
    draft.refresh_from_db()
    document = thaw(draft.document)
    assert (draft.day, draft.total, document.day) == (LATER, 2, LATER)
    assert "đến ngày 12/7/2023" in shown(draft)
    assert "Lấy theo số liệu mới hơn" not in shown(draft)
    assert offered(draft).open == ()
    again = made(year, officer, on=LATER)
    assert thaw(again.document).blocks == document.blocks
    assert thaw(again.document).annexes == document.annexes
    assert AuditEntry.objects.filter(verb="reports.take_changes").exists()


def test_what_is_taken_on_the_draft_s_own_day_is_named_by_its_hour_until_all_is_taken(draft, officer, year):
    make_honour(year.cities[1])
    decide(take, draft, officer, [of_words(offered(draft, on=ON).open, COUNTED).key], on=ON)
    taken_at = timezone.localtime(draft.decisions.get().decided_at)
    hour = f"{taken_at.hour} giờ {taken_at.minute:02d}"
    assert f"số liệu đến {hour} ngày 10/7/2023 (1; 1 → 2; 2)." in shown(draft)
    found = compared_of(Report.objects.get(pk=draft.pk))
    assert {(one.left, one.right) for one in found if one.about is About.PRINTED_TWICE} == {("2", "1")}
    decide(take, draft, officer, [one.key for one in offered(draft, on=ON).open], on=ON)
    assert "Lấy theo số liệu mới hơn" not in shown(draft)
    assert all(one.about is not About.PRINTED_TWICE for one in compared_of(Report.objects.get(pk=draft.pk)))


def test_what_was_not_there_is_one_place_with_its_annex_and_the_head_s_text_another(draft, officer, year):
    figure = make_figure(cluster_year=year, organisation=year.cities[0], value="12")
    in_state(figure.sheet, SheetState.ACCEPTED)
    actor = actor_for(user=officer)
    write_passage(year, 1, place=PassagePlace.TASKS, text="- Việc thử", seen="", actor=actor)
    found = offered(draft).open
    assert any(isinstance(piece.block, Annex) for one in found for piece in one.new)
    tasks = next(one for one in found if "NHIỆM VỤ" in one.part[-1] and not one.old)
    decide(take, draft, officer, [tasks.key])
    assert "Việc thử" in shown(draft)
    assert "Chi tiết từng đơn vị tại" not in shown(draft)


def test_the_draft_or_the_data_changed_meanwhile(draft, officer, year):
    make_honour(year.cities[1])
    found, before = offered(draft).open, Report.objects.get(pk=draft.pk)
    word(draft, officer, "Cả Cụm có [1 lượt khen thưởng], gồm [1 lượt cá nhân].")
    with pytest.raises(Refusal, match="vừa được sửa"):
        take(before, [found[0].key], seen=before.checksum, actor=actor_for(user=officer), on=LATER)
    make_honour(year.cities[1])
    with pytest.raises(Refusal, match="vừa thay đổi thêm"):
        decide(take, draft, officer, [of_words(found, COUNTED).key])
    assert not DraftDecision.objects.exists()


def test_the_pages_offer_and_take(draft, officer, client, year):
    make_honour(year.cities[1])
    client.force_login(officer)
    url = reverse("reports:changes", args=[draft.pk])
    assert f'hx-get="{url}?xem=tom-tat"' in client.get(draft.get_absolute_url()).content.decode()
    assert f'hx-get="{url}?xem=1"' in client.get(url).content.decode()
    page = client.get(f"{url}?xem=1").content.decode()
    assert "<del>1\xa0</del>lượt khen thưởng" in page
    assert "<ins>2\xa0</ins>lượt khen thưởng" in page
    draft.refresh_from_db()
    change = of_words(offered(draft, on=ON).open, COUNTED)
    assert told(change).key in page
    answer = client.post(
        reverse("reports:changes-decide", args=[draft.pk]), {"seen": draft.checksum, "lay": change.key}, follow=True
    )
    assert "Dự thảo đã lấy số liệu mới." in answer.content.decode()
    assert client.post(reverse("reports:changes-decide", args=[draft.pk]), {}).status_code == 400
    client.force_login(person(year.cities[1], Role.OFFICER))
    assert client.get(url).status_code == 404


def test_a_signed_report_is_the_same_to_the_byte_after_every_row_beneath_it_has_changed(draft, officer, year, client):
    figure = make_figure(cluster_year=year, organisation=year.cities[0], value="12")
    in_state(figure.sheet, SheetState.ACCEPTED)
    write_passage(year, 1, place=PassagePlace.TASKS, text="Việc thử", seen="", actor=actor_for(user=officer))
    approver = person(year.cities[0], Role.APPROVER)
    report = signed(made(year, officer, on=ON), actor=actor_for(user=approver), number=7)
    client.force_login(officer)
    before = _given(client, report)
    Honour.objects.update(status=HonourStatus.UNDONE)
    make_honour(year.cities[1])
    in_state(figure.sheet, SheetState.DRAFT)
    type(figure).objects.update(value_text="99")
    write_passage(year, 1, place=PassagePlace.TASKS, text="Khác", seen="Việc thử", actor=actor_for(user=officer))
    for city in year.cities:
        type(city).objects.filter(pk=city.pk).update(name=f"<b>=1+1</b> {city.pk}")
    type(year.cluster).objects.update(name="Cụm khác")
    assert _given(client, report) == before
    again = made(year, officer, on=ON)
    assert again.document != Report.objects.get(pk=report.pk).document
    assert _given(client, report) == before


def _given(client, report) -> dict:
    report = Report.objects.get(pk=report.pk)
    files = {
        one.format: b"".join(client.get(reverse("reports:file", args=[report.pk, one.format])).streaming_content)
        for one in report.signed_paper.files.all()
    }
    assert set(files) == {"docx", "pdf", "xlsx"}
    return files | {"document": report.signed_paper.document, "checksum": report.signed_paper.checksum}


def test_a_draft_of_another_head_is_made_again(draft, officer, year):
    year.posts.update(organisation=year.cities[1])
    with pytest.raises(Refusal, match="Lập lại báo cáo"):
        newer_data(Report.objects.get(pk=draft.pk), on=LATER)
