"""The pages of a pact: what is shown to whom, what can be done, and the password asked for again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.indicators.rules.terms import TargetKind, ValueKind
from clusters.models import Campaign, Pact, PactSignature, PactTarget
from clusters.pacts.rules.terms import PactState
from emulation.core.actor import Role
from emulation.core.text import search_key
from tests.clusters.attachments.make import upload
from tests.clusters.figures.make import make_city, make_indicator, make_two_cities
from tests.clusters.figures.visiting import signed_in, signed_in_as, words
from tests.clusters.pacts.make import COMMITMENT, agreed, aim, in_force, in_signing, make_pact, set_target, signed_by
from tests.clusters.people.make import PASSWORD
from tests.periods import DAY, EVER

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_two_cities()


def at(name, year, *more):
    return reverse(f"clusters:{name}", args=[year.pk, *more])


def sign(client, year, city, **said):
    form = {"office": "Chủ tịch UBND thành phố", "password": PASSWORD} | said
    return client.post(at("pact-sign", year, 0, city.organisation.pk), form)


def test_a_year_without_a_pact_says_whose_task_it_is(cities):
    year, head, member = cities
    assert "Năm này chưa có giao ước" in words(signed_in(member.officer, "vi").get(at("pacts", year)))
    begun = signed_in(head.officer, "vi").post(at("pact-begin", year))
    assert begun.url == at("pact", year, 0)
    assert "Giao ước đang được soạn" in words(signed_in(member.officer, "vi").get(at("pacts", year)))
    assert signed_in(member.officer).get(at("pact", year, 0)).status_code == 404


def test_a_draft_is_written_through_its_pages(cities):
    year, head, member = cities
    client = signed_in(head.officer, "vi")
    client.post(at("pact-begin", year))
    client.post(
        at("pact-head", year, 0),
        {
            "legal_bases": "Luật Thi đua, khen thưởng",
            "preamble": "Thống nhất",
            "place": "Cần Thơ",
            "dated": "10/7/2023",
        },
    )
    client.post(
        at("pact-commitment-add", year, 0),
        {"section": "leadership", "text": "Phát động 3 phong trào; biểu dương 10 điển hình", "position": "1"},
    )
    campaign = Campaign.objects.create(name="Phong trào thử", name_key=search_key("Phong trào thử"), during=EVER)
    client.post(at("pact-campaigns", year, 0), {"campaigns": [campaign.pk]})
    page = words(client.get(at("pact", year, 0)))
    for shown in (
        "Luật Thi đua, khen thưởng",
        "Phong trào thử",
        "10/07/2023",
        "Một câu hứa hai việc",
        "Thiếu đơn vị tính",
    ):
        assert shown in page
    commitment = Pact.objects.get().commitments.get()
    client.post(at("pact-commitment-drop", year, 0, commitment.pk))
    assert "Chưa có cam kết." in words(client.get(at("pact", year, 0)))
    assert member.organisation.name not in page


def test_a_wrong_target_keeps_everything_that_was_typed(cities):
    year, head, member = cities
    make_pact(year, head)
    indicator = make_indicator(value_kind=ValueKind.PERCENT, unit="%", derivation="common_bound")
    client = signed_in(head.officer, "vi")
    url = at("pact-targets", year, 0, indicator.pk)
    sent = {}
    for city, kind, text in ((head, "exact", "8%"), (member, "range", "10% - 9,5%")):
        pk = city.organisation.pk
        sent |= {f"kind-{pk}": kind, f"text-{pk}": text, f"origin-{pk}": "own", f"paper-{pk}": "Công văn 12"}
    answer = client.post(url, sent)
    page = words(answer)
    assert answer.status_code == 422
    for kept in ("10% - 9,5%", 'value="8%"', "Công văn 12", "ngược"):
        assert kept in page
    assert not PactTarget.objects.exists()
    client.post(url, sent | {f"text-{member.organisation.pk}": "9,5% - 10%"})
    assert PactTarget.objects.count() == 2
    assert "9,5% - 10%" in words(client.get(at("pact", year, 0)))


def test_a_target_whose_dot_parts_thousands_is_told_back_in_words(cities):
    year, head, _member = cities
    money = make_indicator(value_kind=ValueKind.DECIMAL, unit="tỷ đồng")
    set_target(make_pact(year, head), head, money, {head: aim("43.000", TargetKind.AMOUNT)})
    assert "Hiểu là bốn mươi ba nghìn tỷ đồng." in words(signed_in(head.officer, "vi").get(at("pact", year, 0)))


def test_an_opinion_is_given_on_its_own_page(cities):
    year, head, member = cities
    agreed(make_pact(year, head), head, [head])
    client = signed_in(member.approver, "vi")
    assert "Cho ý kiến" in words(client.get(at("pact", year, 0)))
    url = at("pact-answer", year, 0, member.organisation.pk)
    refused = client.post(url, {"agreed": "no", "remark": ""})
    assert refused.status_code == 422
    assert "nội dung cần sửa" in words(refused)
    client.post(url, {"agreed": "no", "remark": "Sửa câu thứ hai"})
    page = words(signed_in(head.approver, "vi").get(at("pact", year, 0)))
    assert "Sửa câu thứ hai" in page
    assert f"Còn thành viên chưa đồng ý: {member.organisation.name}" in page
    assert signed_in(head.officer).get(url).status_code == 404


def test_a_signature_wants_the_password_again(cities):
    year, head, member = cities
    in_signing(make_pact(year, head), head, [head, member])
    client = signed_in(head.approver, "vi")
    wrong = sign(client, year, head, password="khong-dung-mat-khau")
    assert wrong.status_code == 422
    assert "Mật khẩu không đúng. Chưa ký gì" in words(wrong)
    assert "khong-dung-mat-khau" not in words(wrong)
    assert not PactSignature.objects.exists()
    assert sign(client, year, head).status_code == 302
    assert PactSignature.objects.get().signer_office == "Chủ tịch UBND thành phố"


def test_before_signing_what_is_empty_is_named_and_the_text_is_there(cities):
    year, head, member = cities
    pact = make_pact(year, head)
    in_signing(pact, head, [head, member])
    client = signed_in(head.approver, "vi")
    page = client.get(at("pact-sign", year, 0, head.organisation.pk))
    for sentence in ("Chưa nhập ngày ký.", "Chưa nhập chỉ tiêu.", "Chưa chọn phong trào."):
        assert sentence in words(page)
    reading = reverse("reports:pact-reading", args=[pact.pk])
    assert f'hx-get="{reading}"' in page.content.decode()
    piece = client.get(reading, headers={"hx-request": "true"}).content.decode()
    assert COMMITMENT["text"] in piece
    assert "<html" not in piece
    assert "<html" in client.get(reading).content.decode()
    Pact.objects.filter(pk=pact.pk).update(dated=DAY)
    assert "Chưa nhập ngày ký." not in words(client.get(at("pact-sign", year, 0, head.organisation.pk)))


def test_too_many_wrong_passwords_lock_the_account(cities, settings):
    settings.AXES_ENABLED = True
    year, head, member = cities
    in_signing(make_pact(year, head), head, [head, member])
    client = signed_in(head.approver, "vi")
    statuses = [sign(client, year, head, password="sai-mat-khau-nhe").status_code for _ in range(6)]
    assert statuses[0] == 422
    assert statuses[-1] == 429
    assert sign(client, year, head).status_code == 429
    assert not PactSignature.objects.exists()


def test_out_of_turn_the_page_waits_and_a_forged_request_is_told(cities):
    year, head, member = cities
    in_signing(make_pact(year, head), head, [head, member])
    client = signed_in(member.approver, "vi")
    page = words(client.get(at("pact", year, 0)))
    assert f"chờ {head.organisation.name} ký" in page
    assert at("pact-sign", year, 0, member.organisation.pk) not in page
    forged = sign(client, year, member)
    assert forged.status_code == 422
    assert "cụm trưởng, ký trước" in words(forged)
    assert signed_in(member.officer).get(at("pact-sign", year, 0, member.organisation.pk)).status_code == 404
    assert signed_in(head.approver).get(at("pact-sign", year, 0, member.organisation.pk)).status_code == 404


def test_a_scan_that_is_none_keeps_the_page_with_its_sentence(cities):
    year, head, member = cities
    in_signing(make_pact(year, head), head, [head, member])
    answer = sign(signed_in(head.approver, "vi"), year, head, scan=upload(b"MZ\x90\x00", "giao-uoc.pdf"))
    assert answer.status_code == 422
    assert "không phải PDF" in words(answer)
    assert "Chủ tịch UBND thành phố" in words(answer)


def test_in_force_it_is_read_by_members_centre_and_readers_of_reports(cities):
    year, head, member = cities
    pact = make_pact(year, head)
    readers = [signed_in_as(Role.CENTRAL_REVIEWER), signed_in_as(Role.REPORT_READER)]
    assert [reader.get(at("pact", year, 0)).status_code for reader in readers] == [404, 404]
    in_force(pact, head, [head, member])
    assert [reader.get(at("pact", year, 0)).status_code for reader in readers] == [200, 200]
    assert signed_in(member.officer).get(at("pact", year, 0)).status_code == 200
    assert signed_in_as(Role.OFFICER).get(at("pact", year, 0)).status_code == 404


def test_an_addendum_to_an_unsigned_pact_is_refused_on_its_page(cities):
    year, head, _member = cities
    make_pact(year, head)
    answer = signed_in(head.officer, "vi").post(at("pact-addendum", year), {"why": "Điều chỉnh"})
    assert answer.status_code == 422
    assert "Giao ước chưa được ký" in words(answer)


def test_closing_names_the_unsigned(cities):
    year, head, member = cities
    third = make_city(cluster_year=year)
    pact = in_signing(make_pact(year, head), head, [head, member, third])
    signed_by(pact, head)
    signed_by(pact, member)
    client = signed_in(head.approver, "vi")
    assert f"Chưa ký: {third.organisation.name}." in words(client.get(at("pact-close", year, 0)))
    client.post(at("pact-close", year, 0), {"why": "Hết hạn"})
    assert Pact.objects.get().state == PactState.IN_FORCE
    assert "khi còn thành viên chưa ký: Hết hạn" in words(client.get(at("pact", year, 0)))


def test_the_same_number_of_questions_whatever_it_holds(cities):
    year, head, member = cities
    pact = make_pact(year, head)
    client = signed_in(head.officer)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(at("pact", year, 0))
        counts.append(len(asked))
        for _ in range(2):
            indicator = make_indicator(value_kind=ValueKind.PERCENT, unit="%", derivation="common_bound")
            set_target(pact, head, indicator, {head: "8%", member: "7%"})
            pact.commitments.create(**COMMITMENT)
            make_city(cluster_year=year)
    assert counts[0] == counts[1]


def test_whoever_drafts_is_told_of_a_law_not_in_force_on_the_day_of_the_pact(cities):
    year, head, _member = cities
    client = signed_in(head.officer, "vi")
    make_pact(year, head)
    said = {"legal_bases": "Luật Thi đua, khen thưởng năm 2022\nKế hoạch thử", "preamble": "", "place": "Cần Thơ"}
    warning = "“Luật Thi đua, khen thưởng năm 2022” có hiệu lực từ ngày 01/01/2024"
    for dated, warns in (("", False), ("30/3/2023", True), ("13/3/2024", False)):
        client.post(at("pact-head", year, 0), said | {"dated": dated})
        assert (warning in words(client.get(at("pact", year, 0)))) == warns
