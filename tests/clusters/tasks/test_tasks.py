"""Tasks given, proved, accepted or sent back; requests answered; and every refusal in its sentence."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from clusters.duties import duties
from clusters.models import Assignment, Directive, Mandate, Organisation, OrganisationKind, Task
from clusters.tasks.actions import answer_request, report_done, strike_out_task, take_step
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.period import Period
from tests.clusters.attachments.make import PDF
from tests.clusters.campaigns.make import make_office
from tests.clusters.figures.visiting import signed_in, words
from tests.clusters.membership.make import make_cluster_year, make_membership
from tests.clusters.people.make import actor_for, make_mandate, make_user
from tests.clusters.tasks.make import make_task
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings, tmp_path):
    settings.DEMONSTRATION_DAY, settings.MEDIA_ROOT = DAY, tmp_path


@pytest.fixture
def city():
    return make_office()


@pytest.fixture
def units(city):
    return [make_office(name, kind=OrganisationKind.UNIT, parent=city.organisation) for name in ("Sở A", "Sở B")]


def refused(deed, *said):
    with pytest.raises(Refusal) as refusal:
        deed()
    assert all(word in str(refusal.value) for word in said), str(refusal.value)


def test_a_task_goes_from_its_page_to_its_proof(city, units):
    directive = Directive.objects.create(
        organisation=city.organisation, kind="directive", number="1/CT", dated=date(2023, 1, 5), year=2023
    )
    office = signed_in(city.officer, "vi")
    sent = {
        "organisation": city.organisation.pk,
        "kind": "task",
        "directive": directive.pk,
        "given_by": "UBND thành phố",
        "text": "Tiêu chí cụ thể, dễ kiểm tra",
        "units": [unit.organisation.pk for unit in units],
        "due_on": "31/12/2023",
    }
    answer = office.post(reverse("clusters:task-add"), sent)
    task = Task.objects.get()
    assert answer["Location"] == task.get_absolute_url()
    assert "Tiêu chí cụ thể" in words(office.get(directive.get_absolute_url()))
    owed = Assignment.objects.get(organisation=units[0].organisation)
    assert [duty.due for duty in duties(units[0].officer, DAY)] == [date(2023, 12, 31)]
    unit = signed_in(units[0].officer, "vi")
    report = reverse("clusters:assignment-report", args=[owed.pk])
    assert "minh chứng" in words(unit.post(report, {"text": "Đã ban hành"}))
    unit.post(report, {"text": "Đã ban hành", "file": SimpleUploadedFile("kh.pdf", PDF)})
    office.post(reverse("clusters:assignment-send-back", args=[owed.pk]), {"why": "Thiếu phụ lục"})
    unit.post(report, {"text": "Đã bổ sung", "document": "Kế hoạch 5/KH"})
    owed.refresh_from_db()
    assert owed.proof is None, "what was refused proves nothing any more"
    Directive.objects.update(withdrawn_at=clock.now())
    assert directive.get_absolute_url() not in words(unit.get(owed.get_absolute_url()))
    assert "Sở A" in words(office.get(reverse("clusters:tasks")))
    office.post(reverse("clusters:assignment-accept", args=[owed.pk]))
    owed.refresh_from_db()
    assert owed.state == AssignmentState.DONE
    assert "Thiếu phụ lục" in words(unit.get(owed.get_absolute_url()))
    assert Task.objects.unfinished().get() == task, "the other unit still owes it"
    assert signed_in(units[1].officer).get(owed.get_absolute_url()).status_code == 404


def test_a_request_waits_for_its_answer(city):
    asked = make_task(city, units=[], kind=TaskKind.REQUEST, text="Sớm ban hành hướng dẫn")
    assert list(Task.objects.unfinished()) == [asked]
    said = {"answer": "Đã ban hành", "document": "Công văn 1"}
    central = actor_for(role=Role.CENTRAL_REVIEWER)
    refused(lambda: answer_request(asked, on=date(2023, 7, 11), actor=central, **said), "chưa đến")
    refused(lambda: answer_request(asked, on=date(2023, 7, 9), actor=central, **said), "Kiến nghị ngày 10/07/2023")
    refused(lambda: answer_request(asked, on=DAY, actor=city.officer, **said), "Chỉ nơi được kiến nghị")
    answer_request(asked, on=DAY, actor=central, **said)
    assert not Task.objects.unfinished().exists()
    assert central.name in words(signed_in(city.officer, "vi").get(asked.get_absolute_url()))


def test_a_unit_asks_the_body_above_it_which_answers(city, units):
    asked = make_task(units[0], units=[], kind=TaskKind.REQUEST, text="Xin thêm biên chế")
    assert [duty.subject.id for duty in duties(city.officer, DAY) if duty.kind == "tasks.answer"] == [asked.pk]
    refused(lambda: answer_request(asked, on=DAY, answer="Có", document="", actor=units[0].officer), "Chỉ nơi")
    page = signed_in(city.officer, "vi")
    sent = {"on": "10/07/2023", "answer": "\u200b", "document": ""}
    assert page.post(reverse("clusters:task-answer", args=[asked.pk]), sent).status_code == 422
    page.post(reverse("clusters:task-answer", args=[asked.pk]), sent | {"answer": "Đồng ý"})
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("Đồng ý", city.officer.name)
    other, said = actor_for(role=Role.CENTRAL_REVIEWER), {"answer": "Không", "document": ""}
    refused(lambda: answer_request(asked, on=DAY, actor=other, **said), city.officer.name, "10/07/2023", "chỉ người")
    answer = reverse("clusters:task-answer", args=[asked.pk])
    assert [answer in words(one.get(asked.get_absolute_url())) for one in (page, signed_in(other))] == [True, False]
    answer_request(asked, on=DAY, actor=city.officer, **said)
    assert signed_in(city.approver).get(asked.get_absolute_url()).status_code == 200, "who signs there reads it"
    assert signed_in(units[1].officer).get(asked.get_absolute_url()).status_code == 404


def test_an_answer_is_its_bodys_and_no_namesakes(city, units):
    asked = make_task(units[0], units=[], kind=TaskKind.REQUEST, text="Xin thêm biên chế")
    said = {"on": DAY, "document": "Công văn 1"}
    central = actor_for(role=Role.CENTRAL_REVIEWER)
    answer_request(asked, answer="Của Ban", actor=central, **said)
    namesake = make_user(full_name=central.name)
    make_mandate(user=namesake, organisation=city.organisation)
    refused(lambda: answer_request(asked, answer="Của tỉnh", actor=actor_for(user=namesake), **said), "cùng cơ quan")
    board = Organisation.objects.get(pk=central.body_of(frozenset({Role.CENTRAL_REVIEWER})))
    colleague = actor_for(role=Role.CENTRAL_REVIEWER, organisation=board)
    assert answer_request(asked, answer="Của Ban, sửa", actor=colleague, **said).answer == "Của Ban, sửa"
    refused(lambda: strike_out_task(asked, why="Thôi", actor=units[0].officer), "10/07/2023", "giữ lại")
    Mandate.objects.filter(user=colleague.user_id).delete()
    make_mandate(user=User.objects.get(pk=colleague.user_id), organisation=city.organisation)
    left = actor_for(user=User.objects.get(pk=colleague.user_id))
    refused(lambda: answer_request(asked, answer="Của tỉnh", actor=left, **said), "cùng cơ quan")
    Task.objects.update(answerer=left.user_id, answered_for=None)
    assert answer_request(asked, answer="Của người viết", actor=left, **said).answered_for == city.organisation


def test_a_request_is_of_no_directive_and_a_unit_reads_that_its_task_was_struck_out(city, units):
    directive = Directive.objects.create(
        organisation=city.organisation, kind="plan", number="2/KH", dated=date(2023, 5, 1), year=2023
    )
    asked = {"units": [], "kind": TaskKind.REQUEST, "text": "Xin kín"}
    refused(lambda: make_task(city, directive=directive, **asked), "không nêu kiến nghị")
    with pytest.raises(IntegrityError, match="task_request_of_no_directive"), transaction.atomic():
        Task.objects.filter(pk=make_task(city, **asked).pk).update(directive=directive)
    owed = make_task(city, units=units[:1], directive=directive).assignments.get()
    strike_out_task(owed.task, why="Giao nhầm", actor=city.officer)
    assert "Đã hủy." in words(signed_in(units[0].officer, "vi").get(owed.get_absolute_url()))


def test_what_a_unit_reports_is_read_by_the_unit_and_who_gave_the_task(city):
    cluster_year = make_cluster_year()
    members = [make_office(name) for name in ("Tỉnh Một", "Tỉnh Hai")]
    for office in (city, *members):
        make_membership(cluster=cluster_year.cluster, organisation=office.organisation)
    task = make_task(city, units=[city])
    Task.objects.filter(pk=task.pk).update(cluster_year=cluster_year)
    for one in members:
        task.assignments.create(
            organisation=one.organisation,
            state=AssignmentState.REPORTED,
            report=f"Việc kín của {one.organisation}",
            document="Số kín",
        )
    read = {}
    for who in (city, *members):
        page = words(signed_in(who.officer, "vi").get(task.get_absolute_url()))
        read[who.organisation.name] = [
            one.organisation.name for one in members if f"kín của {one.organisation}" in page
        ]
    assert read == {"Thành phố Thử": ["Tỉnh Một", "Tỉnh Hai"], "Tỉnh Một": ["Tỉnh Một"], "Tỉnh Hai": ["Tỉnh Hai"]}


def test_bad_input_has_its_sentence(city, units):
    refused(lambda: make_task(city, units=[]), "Chọn các đơn vị")
    refused(lambda: make_task(city, units=units, kind=TaskKind.REQUEST), "cấp trên")
    stranger = make_office("Tỉnh Khác")
    refused(lambda: make_task(city, units=[stranger]), "Tỉnh Khác không phải đơn vị thuộc")
    refused(lambda: make_task(city, units=units, due_on=date(2023, 7, 9)), "10/07/2023")
    make_task(city, units=units, text="Giao một lần")
    refused(lambda: make_task(city, units=units, text="giao MỘT lần"), "đã được giao")
    make_task(city, units=units[:1], text="Quên một đơn vị")
    refused(lambda: make_task(city, units=units, text="Quên một đơn vị"), "Sở A", "chỉ chọn các đơn vị còn lại")
    make_task(city, units=units[1:], text="Quên một đơn vị")
    asked = {"units": [], "kind": TaskKind.REQUEST, "text": "Xin một lần"}
    make_task(city, **asked)
    refused(lambda: make_task(city, **asked), "đã được giao")
    directive = Directive.objects.create(
        organisation=city.organisation, kind="plan", number="2/KH", dated=date(2023, 5, 1), year=2023
    )
    refused(lambda: make_task(city, units=units, directive=directive, due_on=date(2023, 4, 1)), "01/05/2023")
    Organisation.objects.filter(pk=units[0].organisation.pk).update(during=Period(None, DAY))
    units[0].organisation.refresh_from_db()
    refused(lambda: make_task(city, units=units), "Sở A", "không còn")
    owed = make_task(city, units=units[1:]).assignments.get()
    refused(lambda: take_step(owed, "accept", actor=city.officer), "không làm được")
    refused(lambda: report_done(owed, text="Xong", document="", actor=units[1].officer), "minh chứng")


def test_what_is_more_than_the_home_shows_is_one_line(city, units):
    for place in range(12):
        make_task(city, units=units[:1], text=f"Việc {place}")
    told = list(duties(units[0].officer, DAY))
    assert (len(told), str(told[-1].title), told[-1].url) == (11, "2 việc khác", reverse("clusters:tasks"))
