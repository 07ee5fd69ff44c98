"""Who sits in a Council from when to when, and who keeps that."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from awards.councils.actions import change_council, end_membership, establish_council
from awards.models import Council
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.period import Period
from tests.awards.nominations.make import make_nominators
from tests.awards.sittings.make import seated
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def test_its_secretary_records_it_once_and_seats_its_members():
    city = make_nominators().city
    user = make_user()
    make_mandate(user=user, organisation=city.organisation, role=Role.COUNCIL_SECRETARY)
    secretary = actor_of(user, on=DAY)
    said = {"quorum_share": 60, "basis": "Quyết định 1/QĐ-UBND", "on": DAY}
    for actor in (city.officer, city.approver):
        with pytest.raises(Refusal, match="Thư ký"):
            establish_council(city.organisation, **said, actor=actor)
    for share in (0, 101):
        with pytest.raises(Refusal, match="trên 0 và không quá 100"):
            establish_council(city.organisation, **said | {"quorum_share": share}, actor=secretary)
    council = establish_council(city.organisation, **said, actor=secretary)
    with pytest.raises(Refusal, match="một lần"):
        establish_council(city.organisation, **said, actor=secretary)
    with pytest.raises(Refusal, match="Thư ký"):
        change_council(council, quorum_share=50, basis="x", actor=city.approver)

    until = Period(None, date(2023, 8, 1))
    chair = seated(council, secretary, office="chair", user=user, during=until)
    with pytest.raises(Refusal, match="đã có Chủ tịch"):
        seated(council, secretary, office="chair", name="Người Khác")
    with pytest.raises(Refusal, match="đã là thành viên"):
        seated(council, secretary, user=user)
    with pytest.raises(Refusal, match="không thuộc"):
        seated(council, secretary, user=make_user())
    with pytest.raises(Refusal, match="Chọn một tài khoản, hoặc ghi họ tên"):
        seated(council, secretary)
    seated(council, secretary, office="chair", name="Chủ tịch Mới", during=Period(date(2023, 8, 1), None))
    with pytest.raises(Refusal, match="Họ tên không có dấu"):
        seated(council, secretary, name="<script>alert(1)</script>")
    seated(council, secretary, name="Ủy viên Giấy")
    for beside in ("Ông Ủy viên Giấy", "Ủy viên Giấy (MTTQ)", "Ủy viên Giấy - TK", "Ủy viên Giấy, MTTQ"):
        with pytest.raises(Refusal, match="Chỉ ghi họ tên: “Ủy viên Giấy”"):
            seated(council, secretary, name=beside)
    for name, account in (("Ủy  viên giấy", None), (user.full_name, None), ("", make_user(full_name="Ủy viên giấy"))):
        if account is not None:
            make_mandate(user=account, organisation=city.organisation, role=Role.COUNCIL_MEMBER)
        with pytest.raises(Refusal, match="đã là thành viên Hội đồng: .* chọn cả hai theo tài khoản"):
            seated(council, secretary, name=name, user=account)
    with pytest.raises(IntegrityError), transaction.atomic():
        council.members.create(office="member", name="Ủy viên Giấy", during=Period(), legal_basis="Thử")
    with pytest.raises(Refusal, match="nhiệm kỳ khác"):
        end_membership(chair, last_day=date(2023, 9, 1), why="Thử", actor=secretary)
    end_membership(chair, last_day=date(2023, 7, 9), why="Chuyển công tác", actor=secretary)

    client = Client()
    client.force_login(user)
    page = client.get(council.get_absolute_url()).content.decode()
    assert page.index("Nhiệm kỳ trước và sau") < page.index("Chủ tịch Mới")
    assert "ít nhất 60% số thành viên" in page
    form = {"office": "member", "name": "Ủy viên Mới", "first_day": "1/7/2023", "legal_basis": "QĐ 2"}
    assert client.post(reverse("awards:council-seat", args=[council.pk]), form).status_code == 302
    assert Council.objects.get().members.get(name="Ủy viên Mới").during == Period(date(2023, 7, 1), None)
