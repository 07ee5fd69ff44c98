"""Pages of procedures and days off: what is printed, to whom, and in how many queries."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.models import CalendarYear, LawVersion, Procedure, ProcedureChange
from awards.procedures.actions.reference import load_procedures
from awards.procedures.actions.stages import add_council
from awards.procedures.rules.terms import Body
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from tests.awards.procedures.make import make_calendar_year, make_procedure
from tests.clusters.people.make import make_administrator, make_mandate

pytestmark = pytest.mark.django_db


def signed_in(role=Role.OFFICER):
    client = Client()
    client.force_login(make_mandate(role=role).user, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def administrator():
    return signed_in(Role.SYSTEM_ADMINISTRATOR)


def told(response, status=200):
    assert response.status_code == status
    return re.sub(r"\s+", " ", response.content.decode())


def of(code, law="LUAT_2022_ND152"):
    return Procedure.objects.get(award__code=code, law__code=law)


def test_the_list_names_every_award_with_its_versions_or_says_that_there_is_none():
    page = told(signed_in().get(reverse("awards:procedures")))
    with_procedure, without = page.split('id="without"')
    assert with_procedure.count("Nghị định 152/2025/NĐ-CP</a>") == 9
    assert "nội dung chưa kiểm chứng" in with_procedure
    assert "Chưa có quy trình" in without
    assert "Lao động tiên tiến" in without
    assert "CSTD_TINH" not in page


def test_the_list_is_narrowed_by_name_and_day_and_an_empty_one_says_so():
    client = signed_in()
    page = told(client.get(reverse("awards:procedures"), {"tim": "co thi dua chinh phu", "ngay": "10/07/2023"}))
    assert "Nghị định 91/2017/NĐ-CP</a>" in page
    assert "Nghị định 98/2023/NĐ-CP</a>" not in page
    assert "Không tìm thấy" in told(client.get(reverse("awards:procedures"), {"tim": "không có gì như thế"}))


def test_a_procedure_is_printed_with_everything_it_sets():
    page = told(signed_in().get(of("CSTDTQ", "LUAT_2003_ND91").get_absolute_url()))
    for said in (
        "Thẩm định hồ sơ",
        "chậm nhất 31/10 hằng năm",
        "Nghị định 91/2017/NĐ-CP, Điều 49",
        "Kết quả bỏ phiếu kín",
        "Có 2 lần liên tục",
        "90%",
        "4,5 lần mức lương cơ sở",
        "chưa kiểm chứng",
        "Ngày nhận hồ sơ",
        "Hiệu quả, phạm vi ảnh hưởng của sáng kiến",
        "tối đa 30 điểm",
    ):
        assert said in page, said
    assert "/sua/" not in page


def test_points_of_a_criterion_are_changed_with_a_reason_and_the_history_tells_it(administrator):
    procedure = of("BK_TTG")
    row = procedure.criteria.get(kind="tasks")
    url = reverse("awards:procedure-change", args=[procedure.pk, "tieu-chi", row.pk])
    assert "Điểm tối đa" in told(administrator.get(url))
    told(administrator.post(url, {"points": "101", "why": "theo quy chế", "seen": "0"}), 422)
    administrator.post(url, {"points": "25", "why": "theo quy chế", "seen": "0"})
    row.refresh_from_db()
    assert row.points == 25
    page = told(administrator.get(procedure.get_absolute_url()))
    assert "Mức độ hoàn thành nhiệm vụ được giao" in page
    assert "điểm tối đa" in page


def test_it_answers_which_version_holds_for_a_case_and_leads_there():
    procedure = of("CO_CP")
    page = told(signed_in().get(procedure.get_absolute_url(), {"nhan": "10/03/2025", "quyet-dinh": "20/08/2025"}))
    assert "Áp dụng Luật Thi đua, khen thưởng 2022 và Nghị định 98/2023/NĐ-CP, theo ngày nhận hồ sơ" in page
    assert of("CO_CP", "LUAT_2022").get_absolute_url() in page.split("Áp dụng Luật")[1].split("<section")[0]


@pytest.mark.parametrize("part", ["giai-doan", "van-ban", "dieu-kien", "muc", "chuyen-tiep", "ngay-quyet-dinh"])
def test_the_administrator_changes_each_kind_of_value_and_the_history_tells_it(administrator, part):
    procedure = make_procedure()
    row, said = {
        "giai-doan": (procedure.stages.first(), {"days": 12, "days_counted": "working"}),
        "van-ban": (procedure.papers.get(), {"effect": "blocks", "form_number": "Mẫu số 01"}),
        "dieu-kien": (procedure.rules.get(), {"effect": "blocks"}),
        "muc": (procedure.measures.get(), {"number": "82,5", "base": "council_members"}),
        "chuyen-tiep": (procedure.transitions.get(), {"before": "02/01/1990"}),
        "ngay-quyet-dinh": (procedure, {"deciding_day": "decision"}),
    }[part]
    url = reverse("awards:procedure-change", args=[procedure.pk, part, row.pk])
    assert administrator.get(url).status_code == 200
    said |= {"provision": "Điều 1", "verified": "on", "note": "", "why": "đọc nguyên văn"}
    answer = administrator.post(url, said)
    assert answer.status_code == 302, answer.context["form"].errors
    page = told(administrator.get(procedure.get_absolute_url()))
    assert "đọc nguyên văn" in page
    assert "<ins>Điều 1</ins>" in page
    assert reverse("awards:procedure-unverify", args=[procedure.pk, part, row.pk]) in page
    assert administrator.get(url.replace("/sua/", "/bo-kiem-chung/")).status_code == 200
    administrator.post(url.replace("/sua/", "/bo-kiem-chung/"), {"why": "đã sửa đổi"})
    row.refresh_from_db()
    assert not row.verified


def test_a_value_of_another_procedure_is_not_there(administrator):
    one, other = of("CO_CP"), of("BK_TTG")
    rule = other.rules.first()
    for part, row in (("dieu-kien", rule.pk), ("khong-co", rule.pk), ("ngay-quyet-dinh", other.pk)):
        assert administrator.get(reverse("awards:procedure-change", args=[one.pk, part, row])).status_code == 404


def test_what_the_form_refuses_is_said_at_its_field_and_nothing_is_written(administrator):
    procedure = make_procedure()
    url = reverse("awards:procedure-change", args=[procedure.pk, "giai-doan", procedure.stages.first().pk])
    said = {"days": 5, "days_counted": "working", "until_day": 31, "until_month": 4, "why": "thử", "verified": "on"}
    page = told(administrator.post(url, said), 422)
    assert "phải nêu điều khoản" in page
    page = told(administrator.post(url, said | {"provision": "Điều 1"}), 422)
    assert "không có cả hai" in page or "Không phải năm nào" in page
    days = of("HC_LD_3").measure("publication_days")
    url = reverse("awards:procedure-change", args=[days.procedure_id, "muc", days.pk])
    assert "phải là số nguyên" in told(administrator.post(url, {"number": "2,5", "why": "thử"}), 422)
    quota = of("CO_CP").measure("quota_share")
    url = reverse("awards:procedure-change", args=[quota.procedure_id, "muc", quota.pk])
    assert "phải lớn hơn 0" in told(administrator.post(url, {"number": "0", "why": "thử"}), 422)  # a quota of zero
    assert not ProcedureChange.objects.exists()


def test_a_council_is_asked_in_writing_only_by_a_provision_that_was_read(administrator):
    procedure = of("CSTD_TINH", "LUAT_2022")
    stage = procedure.stages.get(stage="consider", body="province_council")
    url = reverse("awards:procedure-change", args=[procedure.pk, "giai-doan", stage.pk])
    said = {"days_counted": "working", "in_writing": "on", "provision": "Điều 9 Quy chế thử", "why": "đọc nguyên văn"}
    assert "khi có điều khoản cho phép" in told(administrator.post(url, said), 422)
    assert administrator.post(url, said | {"verified": "on"}).status_code == 302
    assert "hoặc lấy ý kiến bằng văn bản" in told(administrator.get(procedure.get_absolute_url()))
    deciding = procedure.stages.get(stage="decide")
    other = reverse("awards:procedure-change", args=[procedure.pk, "giai-doan", deciding.pk])
    assert "in_writing" not in told(administrator.get(other))


def test_a_council_is_added_with_its_share_keeps_its_place_and_is_taken_out_again(administrator):
    procedure = of("BK_TINH")
    order = [str(one) for one in procedure.stages.all()]
    add = reverse("awards:procedure-council", args=[procedure.pk])
    assert add in told(administrator.get(procedure.get_absolute_url()))
    said = {"body": "province_council", "before": procedure.stages.last().pk, "why": "quy chế thi đua mới"}
    assert "Vui lòng ghi tỷ lệ" in told(administrator.post(add, said | {"base": "council_members"}), 422)
    assert "phải lớn hơn 0" in told(administrator.post(add, said | {"share": "0"}), 422)
    assert 'value="central_council"' not in administrator.get(add).content.decode()
    with pytest.raises(Refusal, match="không qua Hội đồng đã chọn"):
        add_council(
            procedure,
            body=Body.CENTRAL_COUNCIL,
            before=procedure.stages.last().pk,
            why="thử",
            actor=make_administrator(),
        )
    assert administrator.post(add, said | {"share": "70", "base": "council_members"}).status_code == 302
    load_procedures(make_administrator())
    council = procedure.stages.get(body="province_council")
    assert [str(one) for one in procedure.stages.all()] == [*order[:-1], str(council), order[-1]]
    page, out = told(administrator.get(procedure.get_absolute_url())), "awards:procedure-council-out"
    assert "70% tổng số thành viên Hội đồng" in page
    assert "quy chế thi đua mới" in page
    assert page.count("/bo/") == 1
    assert administrator.post(add, said).status_code == 404, "every Council on its way is among the stages"
    shipped = procedure.stages.get(body="unit_council")
    refused = administrator.post(reverse(out, args=[procedure.pk, shipped.pk]), {"why": "thử"})
    assert "Chỉ bỏ được bước họp Hội đồng đã thêm tại đây" in told(refused, 422)
    stays = procedure.stages.create(
        stage="consider", body="central_council", position=1, verified=True, provision="Quy chế"
    )
    administrator.post(reverse(out, args=[procedure.pk, council.pk]), {"why": "thêm nhầm"})
    assert procedure.measures.filter(kind="vote_share").exists(), "a Council that was added and verified needs it"
    stays.delete()
    administrator.post(add, said | {"before": procedure.stages.last().pk})
    council = procedure.stages.get(body="province_council")
    administrator.post(reverse(out, args=[procedure.pk, council.pk]), {"why": "thêm nhầm"})
    page = told(administrator.get(procedure.get_absolute_url()))
    assert [str(one) for one in procedure.stages.all()] == order
    assert not procedure.measures.filter(kind="vote_share").exists()
    assert f"{council.get_body_display()}. Lý do: thêm nhầm" in page


def test_a_further_version_of_the_law_is_begun_on_its_page(administrator):
    said = {"name": "Luật mới", "number": "1/2026/QH16", "first_day": "01/01/2027", "why": "luật sửa đổi"}
    assert administrator.post(reverse("awards:law-begin"), said).status_code == 302
    assert LawVersion.objects.on(date(2027, 1, 1)).get().name == "Luật mới"
    assert "Luật mới</a>" in told(administrator.get(reverse("awards:procedures")))


def test_days_off_are_entered_confirmed_and_reckoned_by(administrator):
    assert "Chưa xác nhận ngày nghỉ năm" in told(administrator.get(reverse("awards:calendar")))
    administrator.post(reverse("awards:calendar-add"), {"year": 2023})
    year = CalendarYear.objects.get()
    days = {"first_day": "20/01/2023", "last_day": "26/01/2023", "kind": "off", "name": "Tết Nguyên đán"}
    assert administrator.post(reverse("awards:calendar-days", args=[2023]), days).status_code == 302
    asked = {"tu": "18/01/2023", "so-ngay": 3}
    assert "Chưa nhập ngày nghỉ năm 2023" in told(administrator.get(reverse("awards:calendar"), asked))
    administrator.post(reverse("awards:calendar-close", args=[2023]), {"source": "Thông báo thử"})
    assert "Hạn cuối: 30/01/2023" in told(administrator.get(reverse("awards:calendar"), asked))
    assert "/them/" not in told(administrator.get(year.get_absolute_url())).split("<main")[1]
    again = told(administrator.post(reverse("awards:calendar-days", args=[2023]), days | {"name": "Khác"}), 422)
    assert "Hãy mở lại để sửa" in again
    administrator.post(reverse("awards:calendar-reopen", args=[2023]), {"why": "thiếu ngày"})
    administrator.post(reverse("awards:calendar-drop", args=[2023, year.days.first().pk]))
    assert year.days.count() == 6


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"last_day": "01/01/2023"}, "trước"),
        ({"first_day": "20/01/2024", "last_day": ""}, "không thuộc năm 2023"),
        ({"first_day": "04/09/2023", "last_day": ""}, "04/09/2023"),
        ({"kind": "worked"}, "thứ Bảy, Chủ nhật"),
        ({"last_day": "20/03/2023"}, "tối đa 31 ngày"),
    ],
)
def test_days_off_that_cannot_be_are_refused_in_words(administrator, changes, said):
    make_calendar_year(2023, entered=False)
    days = {"first_day": "20/01/2023", "last_day": "26/01/2023", "kind": "off", "name": "Tết Nguyên đán"}
    assert said in told(administrator.post(reverse("awards:calendar-days", args=[2023]), days | changes), 422)


@pytest.mark.parametrize("year", [1999, 2200])
def test_a_year_without_days_off_is_not_confirmed_and_one_far_away_not_begun(administrator, year):
    make_calendar_year(2023, entered=False, off=())
    refused = administrator.post(reverse("awards:calendar-close", args=[2023]), {"source": "Thông báo"})
    assert "năm nào cũng có" in told(refused, 422)
    assert administrator.post(reverse("awards:calendar-add"), {"year": year}).status_code == 422


def test_the_list_takes_the_same_queries_however_many_procedures():
    client = signed_in()
    client.get(reverse("awards:procedures"))
    with CaptureQueriesContext(connection) as before:
        client.get(reverse("awards:procedures"))
    for number in range(3):
        make_procedure(award=f"THEM_{number}")
    with CaptureQueriesContext(connection) as after:
        client.get(reverse("awards:procedures"))
    assert len(after) == len(before)


def test_a_page_takes_the_same_queries_however_many_values():
    client, small, large = signed_in(), make_procedure(), of("HC_LD_3")
    client.get(small.get_absolute_url())
    with CaptureQueriesContext(connection) as few:
        client.get(small.get_absolute_url())
    with CaptureQueriesContext(connection) as many:
        client.get(large.get_absolute_url())
    assert len(few) == len(many)
