"""An organisation keeps so many bytes of files and no more; the operator sees who keeps what, and sets how much."""

from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command

from awards.lists.actions import receive_list
from awards.models import HonourBatch
from clusters.attachments.actions import file_paper
from clusters.models import Paper
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actions.quotas import COUNTED, held, require_room, set_quota
from emulation.core.actions.strays import _file_fields
from emulation.core.actor import Actor, Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.clusters.attachments.make import small_pdf, upload
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user

pytestmark = pytest.mark.django_db
OPERATOR = Actor.system("storage_quota")
MADE_BY_THE_HOUSE = {
    "awards.HonourBatch.refused_file",
    "awards.RegisterExport.file",
    "reports.BatchPart.file",
    "reports.ReportFile.file",
    "reports.SignedFile.file",
}


@pytest.fixture
def office():
    return make_organisation(name="Sở Thử", code="T77")


@pytest.fixture
def officer(office):
    user = make_user()
    make_mandate(user=user, organisation=office, role=Role.OFFICER)
    return actor_of(user, on=clock.today())


def test_over_the_quota_nothing_is_kept_and_the_sentence_says_how_much_there_is(office, officer):
    first = file_paper(upload(small_pdf()), organisation=office, actor=officer)
    assert held() == {office.pk: first.size}
    set_quota(first.size + 10, organisation_id=office.pk, actor=OPERATOR)
    more = upload(small_pdf(trailer=b"/Place 1"))
    for send in (
        lambda: file_paper(more, organisation=office, actor=officer),
        lambda: receive_list(
            BytesIO(b"Ho ten,Danh hieu\nNguoi Thu,LDTT\n"), organisation=office, file_name="d.csv", actor=officer
        ),
    ):
        with pytest.raises(Refusal, match="0,00 GB tệp trong 0,00 GB được lưu, không còn chỗ cho tệp này"):
            send()
    assert [*Paper.objects.all()] == [first]
    assert not HonourBatch.objects.exists()
    assert file_paper(upload(small_pdf()), organisation=office, actor=officer) == first
    set_quota(10**9, organisation_id=office.pk, actor=OPERATOR)
    assert file_paper(upload(small_pdf(trailer=b"/Place 1")), organisation=office, actor=officer).pk


def test_a_quota_of_its_own_goes_before_that_of_all(office):
    other = make_organisation()
    set_quota(1, organisation_id=None, actor=OPERATOR)
    set_quota(100, organisation_id=office.pk, actor=OPERATOR)
    require_room(office.pk, 100)
    for organisation, size in ((office, 101), (other, 2)):
        with pytest.raises(Refusal):
            require_room(organisation.pk, size)
    told = AuditEntry.objects.filter(verb="core.set_quota").order_by("id")
    assert [(one.organisation_id, one.after) for one in told] == [(None, {"bytes": 1}), (office.pk, {"bytes": 100})]


def test_the_operator_sees_and_sets_it(office, officer):
    file_paper(upload(small_pdf()), organisation=office, actor=officer)
    call_command("storage_quota", "--organisation", "T77", "--most", "1.5", stdout=(said := StringIO()))
    assert said.getvalue() == "Sở Thử: 0,00 GB trong 1,50 GB\n"
    for words, sentence in (
        (("--most", "nhiều"), "không phải là số GB"),
        (("--most", "0"), "lớn hơn 0"),
        (("--most", "1", "--organisation", "không có"), "Hôm nay không có cơ quan, đơn vị mang mã"),
    ):
        with pytest.raises(CommandError, match=sentence):
            call_command("storage_quota", *words)


def test_every_file_that_people_send_in_is_counted():
    """A new column of files is counted, or named here as made by the house."""
    named = {f"{field.model._meta.label}.{field.name}" for field in _file_fields()}
    assert named - {f"{kept.model}.file" for kept in COUNTED} == MADE_BY_THE_HOUSE
