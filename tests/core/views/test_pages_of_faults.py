"""What a page says when it cannot be shown, when its form is too old, when two people did the same at once."""

from types import ModuleType

import psycopg2
import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError
from django.test import Client
from django.urls import path

from emulation import urls
from emulation.core.access import door
from emulation.core.actions.accounts import create_account
from emulation.core.actions.refusals import refusing_clashes
from emulation.core.views.deeds import refused_to
from emulation.core.views.errors import fault
from tests.at_once import second_while_first
from tests.clusters.people.make import make_administrator, make_mandate
from tests.reading import client_in

DONE, BROKEN = "thu-nghiem/ghi/", "thu-nghiem/hong/"


@pytest.fixture
def client(settings, db):
    """An officer, in a house with a page that is broken and a deed that leads there."""

    @door("home")
    def deed(request):
        return refused_to(request, lambda: None, done="Đã lưu <b>cụm</b>.", back=f"/{BROKEN}")

    @door("home")
    def broken(request):
        raise ZeroDivisionError

    house = ModuleType("house")
    house.urlpatterns = [*urls.urlpatterns, path(DONE, deed), path(BROKEN, broken)]
    house.handler500 = urls.handler500
    settings.ROOT_URLCONF = house
    client = Client(raise_request_exception=False)
    client.force_login(make_mandate().user)
    return client


def test_a_page_that_fails_after_its_deed_says_once_that_the_deed_was_done(client):
    page = client.get(f"/{DONE}", follow=True)
    told = page.content.decode()
    assert page.status_code == 500
    assert "Đã ghi, nhưng trang không mở được" in told
    assert "Đã lưu &lt;b&gt;cụm&lt;/b&gt;." in told
    again = client.get(f"/{BROKEN}").content.decode()
    assert "Phần mềm gặp lỗi" in again
    assert "Đã ghi" not in again


@pytest.mark.parametrize(
    ("problem", "status"),
    [
        (psycopg2.OperationalError("connection refused"), 503),
        (psycopg2.InterfaceError("connection already closed"), 503),
        (psycopg2.errors.AdminShutdown("terminating connection"), 503),
        (psycopg2.errors.DeadlockDetected("deadlock detected"), 500),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_a_database_that_does_not_answer_is_told_apart_from_a_fault(rf, problem, status):
    try:
        raise OperationalError from problem
    except OperationalError:
        page = fault(rf.get("/"))
    assert page.status_code == status
    assert ("Cơ sở dữ liệu chưa trả lời" in page.content.decode()) is (status == 503)


def test_the_page_for_an_old_form_leads_back_to_our_own_pages_only(db):
    client = Client(enforce_csrf_checks=True)
    own, foreign = (
        client.post("/dang-nhap/", {}, headers={"referer": f"http://{host}/dang-nhap/?next=/cum/"})
        for host in ("testserver", "evil.example")
    )
    assert own.status_code == foreign.status_code == 403
    assert 'href="http://testserver/dang-nhap/?next=/cum/"' in own.content.decode()
    assert "evil.example" not in foreign.content.decode()


def test_an_account_made_twice_at_once_is_one_and_the_other_a_sentence(own_database):
    administrator = make_administrator()

    def create(username):
        with refusing_clashes():
            return create_account(
                username=username, full_name="Người Thử", password="mot-mat-khau-dai", actor=administrator
            )

    second = second_while_first(lambda: create("nguoi.moi"), lambda: create("Nguoi.Moi"))
    assert second == "Tên đăng nhập này đã có người dùng; hãy chọn tên khác."
    assert get_user_model().objects.filter(username__iexact="nguoi.moi").count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "/so-khen-thuong/?tim=",
        "/phong-trao/?tim=",
        "/don-vi/?q=",
        "/danh-muc/?tim=",
        "/quy-trinh/?tim=",
        "/so-khen-thuong/theo-doi/?q=",
    ],
)
def test_signs_alone_find_nobody_and_say_what_to_type(db, address):
    reader = client_in("vi")
    reader.force_login(make_mandate().user)
    for signs in ("???", "—", "…"):
        told = reader.get(f"{address}{signs}").content.decode()
        assert f"“{signs}” không có chữ cái hay chữ số nào" in told
        assert 'class="table data-table"' not in told
