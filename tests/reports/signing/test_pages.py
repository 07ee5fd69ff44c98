"""The pages of signing: two steps and the password, the original offered first, what has been put away."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clusters.attachments.models import Paper
from clusters.membership.rules.half_years import Days
from clusters.models import ClusterYear, Conference, OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from reports.duties import duties
from reports.models import ReportState, SignedPaper
from tests.awards.register.make import make_honour
from tests.clusters.attachments.make import PDF, PNG
from tests.clusters.conferences.make import closed
from tests.clusters.figures.make import make_two_cities
from tests.clusters.figures.visiting import signed_in
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import PASSWORD, actor_for
from tests.reports.runs.test_corrections import correction_of
from tests.reports.signing.make import NAME, made, person, signed
from tests.reports.six_month.world import make_headed_year

pytestmark = pytest.mark.usefixtures("own_database")
ON = date(2023, 7, 10)
SAID = {"number": "7", "dated": "05/07/2023", "place": "Cần Thơ", "capacity": "chief", "office": "", "name": NAME}


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.DEMONSTRATION_DAY = ON


@pytest.fixture
def year():
    return make_headed_year()


@pytest.fixture
def draft(year):
    return made(year, person(year.cities[0], Role.OFFICER), on=date(2023, 7, 5))


@pytest.fixture
def approver(year, client):
    user = person(year.cities[0], Role.APPROVER)
    client.force_login(user)
    return user


def page_of(client, url, **more):
    return client.get(url, **more).content.decode()


def test_the_paper_is_shown_as_it_will_stand_before_the_password_is_asked(draft, approver, client):
    url = reverse("reports:sign", args=[draft.pk])
    assert "07/10/2023" not in (asked := page_of(client, url))
    assert 'value="10/07/2023"' in asked
    page = client.post(url, SAID).content.decode()
    for told in (
        "Nội dung không thay đổi nữa",
        "bản ký tay",
        "07/BC-UBND",
        "ngày 05 tháng 7 năm 2023",
        NAME,
        "Tổng khớp số liệu",
    ):
        assert told in page, told
    assert not SignedPaper.objects.exists()
    answer = client.post(url, SAID | {"password": PASSWORD})
    assert answer.url == draft.get_absolute_url()
    signed_page = page_of(client, answer.url)
    assert "số 07/BC-UBND ngày 05/07/2023" in signed_page
    assert "ngày 05 tháng 7 năm 2023" in signed_page, "the paper as it was signed"
    assert "DỰ THẢO LẦN" not in signed_page
    again = client.post(url, SAID | {"password": PASSWORD}, follow=True)
    assert "Đã ký" in again.content.decode()
    assert SignedPaper.objects.count() == 1
    second = made(draft.cluster_year, person(draft.organisation, Role.OFFICER), on=date(2023, 7, 5), days=Days.CUT_OFF)
    taken = client.post(reverse("reports:sign", args=[second.pk]), SAID | {"password": PASSWORD})
    assert taken.status_code == 422
    assert "07/BC-UBND năm 2023" in taken.content.decode()
    assert SignedPaper.objects.count() == 1


def test_a_draft_older_than_its_data_says_so_with_the_way_before_the_password(draft, approver, client, year):
    url, changes = reverse("reports:sign", args=[draft.pk]), reverse("reports:changes", args=[draft.pk])
    agreement = reverse("reports:agreement", args=[draft.pk])
    pages = {"asked": lambda: client.get(url), "confirmed": lambda: client.post(url, SAID)}
    for name, page in pages.items():
        assert "cũ hơn số liệu" not in page().content.decode(), name
    assert "cũ hơn số liệu" not in page_of(client, agreement)
    make_honour(year.cities[1])
    for name, page in pages.items():
        said = page().content.decode()
        assert "Dự thảo cũ hơn số liệu hiện nay ở" in said, name
        assert f'href="{changes}?xem=1"' in said, name
    agreed = page_of(client, agreement)
    assert "Dự thảo cũ hơn số liệu hiện nay: " in agreed
    assert f'href="{changes}?xem=1"' in agreed
    summary = page_of(client, f"{changes}?xem=tom-tat", headers={"HX-Request": "true"})
    newer, sign = (
        summary.index(f'btn {kind}" href="{to}') for kind, to in (("btn-primary", changes), ("btn-secondary", url))
    )
    assert newer < sign, "what is newer is taken in first"
    assert summary.count("btn-primary") == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [({"number": ""}, "number"), ({"dated": "31/12/2023"}, "chưa đến"), ({"capacity": "chair"}, "capacity")],
)
def test_what_is_lacking_is_told_before_the_password_is_asked(draft, approver, client, changed, sentence):
    answer = client.post(reverse("reports:sign", args=[draft.pk]), SAID | changed | {"password": PASSWORD})
    assert answer.status_code == 422
    assert 'type="password"' not in answer.content.decode()
    assert sentence in answer.content.decode()
    assert not SignedPaper.objects.exists()


def test_a_wrong_password_signs_nothing_and_the_fifth_locks_as_at_log_in(draft, approver, client, settings):
    settings.AXES_ENABLED = True
    url = reverse("reports:sign", args=[draft.pk])
    for _each in range(4):
        answer = client.post(url, SAID | {"password": "không đúng"})
        assert answer.status_code == 422
        assert "Mật khẩu không đúng" in answer.content.decode()
    locked = client.post(url, SAID | {"password": "không đúng"})
    assert "Nhập sai mật khẩu nhiều lần" in locked.content.decode()
    client.post(url, SAID | {"password": PASSWORD})
    draft.refresh_from_db()
    assert draft.state == ReportState.DRAFT


def test_the_original_is_attached_named_by_its_checksum_and_offered_first(draft, approver, client, year):
    signed(draft, actor=actor_for(user=approver), number=7)
    paper = draft.signed_paper
    assert "Đính kèm bản gốc đã ký" in page_of(client, draft.get_absolute_url())
    url = reverse("reports:attach-original", args=[paper.pk])
    for content, sentence in ((b"MZ", "không phải"), (b"%PDF-1.4", "không mở được trọn vẹn")):
        answer = client.post(url, {"file": SimpleUploadedFile("bc.pdf", content)})
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
    client.post(url, {"file": SimpleUploadedFile("bc.exe", PDF)})
    filed = Paper.objects.get()
    page = page_of(client, draft.get_absolute_url())
    assert page.index(paper.original_url) < page.index(reverse("reports:file", args=[draft.pk, "pdf"]))
    assert filed.checksum in page
    given = client.get(paper.original_url)
    assert b"".join(given.streaming_content) == PDF
    assert client.post(url, {"file": SimpleUploadedFile("bc.png", PNG)}).status_code == 422
    client.post(url, {"file": SimpleUploadedFile("bc.png", PNG), "why": "Bản trước thiếu dấu"})
    assert [one.why for one in paper.originals.all()] == ["Bản trước thiếu dấu", ""]
    assert reverse("clusters:paper", args=[filed.pk]) in page_of(client, draft.get_absolute_url())
    client.force_login(person(year.cities[1], Role.OFFICER))
    assert b"".join(client.get(paper.original_url).streaming_content) == PNG
    assert client.get(url).status_code == 404


def test_the_minutes_of_a_closed_conference_offer_their_signing(files):
    year, head, member = make_two_cities()
    conference = Conference.objects.get(pk=closed(year, head).pk)
    panel = reverse("reports:minutes-panel", args=[conference.pk])
    assert panel in page_of(signed_in(head.approver, "vi"), conference.get_absolute_url())
    sign = reverse("reports:sign-minutes", args=[conference.pk])
    assert sign in page_of(signed_in(head.approver, "vi"), panel)
    assert sign not in page_of(signed_in(member.approver, "vi"), panel)
    asked = page_of(signed_in(head.approver, "vi"), sign)
    assert f'value="{conference.chair}"' in asked
    said = {
        "number": "3",
        "dated": "10/07/2023",
        "place": "Cần Thơ",
        **{f"{name}_{code}": "Thử" for name in ("office", "name") for code in ("secretary", "chair")},
        "password": PASSWORD,
    }
    assert signed_in(head.approver, "vi").post(sign, said).status_code == 302
    assert "03/BB-CTĐ" in page_of(signed_in(member.approver, "vi"), panel)
    paper = reverse("reports:conference-minutes", args=[conference.pk, "pdf"])
    given = signed_in(member.approver, "vi").get(paper)
    assert "so-03-bb-ctd" in given.headers["Content-Disposition"]
    assert b"".join(given.streaming_content).startswith(b"%PDF")


def test_a_draft_put_away_leaves_the_list_and_is_found_under_its_own(draft, client, year):
    officer = person(year.cities[0], Role.OFFICER)
    client.force_login(officer)
    reports = reverse("reports:reports")
    assert draft.heading in page_of(client, reports)
    client.post(reverse("reports:put-away", args=[draft.pk]), {"why": "Nhầm kỳ"})
    listed = page_of(client, reports)
    assert draft.heading not in listed
    assert f"{reports}?xem=ngung-dung" in listed
    assert draft.heading in page_of(client, f"{reports}?xem=ngung-dung")
    page = page_of(client, draft.get_absolute_url())
    assert "Nhầm kỳ" in page
    client.post(reverse("reports:bring-back", args=[draft.pk]))
    assert draft.heading in page_of(client, reports)


def test_a_draft_names_the_newer_one_and_the_signed_one_beside_it(draft, year, client):
    officer = person(year.cities[0], Role.OFFICER)
    client.force_login(officer)
    newer = made(year, officer, on=ON)
    assert newer.get_absolute_url() in page_of(client, draft.get_absolute_url())
    assert draft.get_absolute_url() not in page_of(client, newer.get_absolute_url())
    signed(newer, actor=actor_for(user=person(year.cities[0], Role.APPROVER)))
    page = page_of(client, draft.get_absolute_url())
    assert page.count("đã có báo cáo được ký") == 1, "one notice, with the way to the signed one"
    assert newer.get_absolute_url() in page


def period_signed_meanwhile(draft, approver, officer):
    signed(made(draft.cluster_year, officer, on=ON), actor=actor_for(user=approver))
    return draft


def corrected_meanwhile(draft, approver, officer):
    report = signed(draft, actor=actor_for(user=approver))
    late, early = (correction_of(report, officer) for _each in range(2))
    signed(early, actor=actor_for(user=approver), number=8)
    return late


def year_closed_meanwhile(draft, approver, officer):
    ClusterYear.objects.filter(pk=draft.cluster_year_id).update(closed_on=ON)
    return draft


@pytest.mark.parametrize(
    ("happens", "sentence"),
    [
        (period_signed_meanwhile, "Kỳ này đã có báo cáo được ký: "),
        (corrected_meanwhile, "Báo cáo mà dự thảo này đính chính đã được đính chính: "),
        (year_closed_meanwhile, "Năm thi đua đã khóa nên dự thảo này không được ký nữa"),
    ],
)
def test_a_draft_that_can_no_longer_be_signed_offers_no_signature_and_says_why(
    draft, approver, year, client, happens, sentence
):
    found = happens(draft, approver, person(year.cities[0], Role.OFFICER))
    centre = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
    seen = 0
    for reader in (approver, person(year.cities[0], Role.OFFICER), person(centre, Role.CENTRAL_REVIEWER)):
        client.force_login(reader)
        answer = client.get(found.get_absolute_url())
        assert found.get_absolute_url() not in [duty.url for duty in duties(actor_of(reader, on=ON), ON)]
        if answer.status_code == 200:
            seen += 1
            page = answer.content.decode()
            assert sentence in page
            assert page.count("Kỳ này đã có báo cáo được ký") == sentence.startswith("Kỳ này"), "not said twice"
            assert reverse("reports:sign", args=[found.pk]) not in page
            assert "lãnh đạo đơn vị ký" not in page
    assert seen
