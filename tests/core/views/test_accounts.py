"""Log-in, log-out, password, language."""

import pytest
from django.test import Client
from django.urls import reverse

from emulation.core.actions.accounts import create_account
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import PASSWORD, make_administrator, make_mandate, make_user

pytestmark = pytest.mark.django_db
NEW = "mat-khau-moi-rat-dai-2"


@pytest.fixture
def user():
    user = make_user(username="can.bo")
    make_mandate(user=user, organisation=make_organisation(), role=Role.OFFICER)
    return user


def log_in(client, username="can.bo", password=PASSWORD, **query):
    url = reverse("core:log-in", query=query) if query else reverse("core:log-in")
    return client.post(url, {"username": username, "password": password})


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_the_right_password_lets_in_and_leads_home(client, user):
    response = log_in(client)
    assert (response.status_code, response.url) == (302, reverse("desk:home"))
    assert is_in(client)


def test_it_leads_back_to_the_page_that_was_asked_for_but_never_to_another_host(client, user):
    assert log_in(client, next="/cum/").url == "/cum/"
    client.logout()
    assert log_in(client, next="https://example.org/").url == reverse("desk:home")


@pytest.mark.parametrize(
    ("username", "password"),
    [("can.bo", "sai-mat-khau"), ("khong-co", PASSWORD), pytest.param("a" * 300, PASSWORD, id="no account's name")],
)
def test_a_wrong_name_and_a_wrong_password_get_the_same_sentence(client, user, username, password):
    page = log_in(client, username, password).content.decode()
    assert page.count("Tên đăng nhập hoặc mật khẩu không đúng") == 1, "said once, at the top"
    assert not is_in(client)


def test_capitals_of_a_user_name_do_not_count_and_part_no_two_accounts(client, user):
    assert log_in(client, " Can.BO ").status_code == 302
    assert is_in(client)
    with pytest.raises(Refusal) as refused:
        create_account(
            username="CAN.BO", full_name="Người Khác", password="mot-mat-khau-dai", actor=make_administrator()
        )
    assert "đã có người dùng" in str(refused.value)


def test_a_suspended_account_stays_out(client, user):
    user.is_active = False
    user.save()
    log_in(client)
    assert not is_in(client)


def test_an_account_suspended_meanwhile_is_out_at_its_next_page(client, user):
    log_in(client)
    user.is_active = False
    user.save()
    assert client.get(reverse("desk:home")).status_code == 302


def test_the_sixth_attempt_is_shut_out_in_words_even_with_the_right_password(client, user, settings):
    settings.AXES_ENABLED = True
    for written in ("can.bo", "Can.bo", "CAN.BO", " can.Bo", "cAn.bo"):
        response = log_in(client, written, password="sai-mat-khau")
    assert response.status_code == 429, "however the name is written"
    assert "Nhập sai mật khẩu nhiều lần" in response.content.decode()
    assert log_in(client).status_code == 429
    assert not is_in(client)
    other = make_user(username="nguoi.khac")
    assert log_in(client, other.username).status_code == 302


def attempts(client, forged, *, address, password="sai-mat-khau"):
    """Statuses of log-ins that came from `address` through one proxy of ours, each with its own forged header."""
    headers = [{"X-Forwarded-For": f"{written}, {address}" if written else address} for written in forged]
    asked = {"username": "can.bo", "password": password}
    return [client.post(reverse("core:log-in"), asked, headers=each).status_code for each in headers]


@pytest.mark.parametrize("proxies", [0, 1])
def test_forged_addresses_do_not_evade_the_limit(client, user, settings, proxies):
    settings.AXES_ENABLED = True
    settings.TRUSTED_PROXIES = proxies
    forged = [f"198.51.100.{number}" for number in range(4)] + ["", "không phải địa chỉ"]
    assert attempts(client, forged, address="203.0.113.9") == [200] * 4 + [429] * 2
    assert attempts(client, ["198.51.100.77"], address="203.0.113.9", password=PASSWORD) == [429]


def test_a_strangers_attempts_behind_the_same_proxy_do_not_shut_the_official_out(client, user, settings):
    settings.AXES_ENABLED = True
    settings.TRUSTED_PROXIES = 1
    assert attempts(client, [""] * 5, address="203.0.113.9")[-1] == 429
    assert attempts(client, ["203.0.113.9"], address="192.0.2.1", password=PASSWORD) == [302]


def test_log_out_is_a_deed_not_a_visit(client, user):
    log_in(client)
    assert client.get(reverse("core:log-out")).status_code == 405
    assert client.post(reverse("core:log-out")).url == reverse("core:log-in")
    assert not is_in(client)


def test_the_password_is_changed_and_the_journal_says_so_without_it(client, user):
    log_in(client)
    client.post(reverse("core:password-change"), {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW})
    assert is_in(client)
    user.refresh_from_db()
    assert user.check_password(NEW)
    entry = AuditEntry.objects.get(verb="core.change_password")
    assert entry.subject_id == str(user.pk)
    assert (entry.before, entry.after) == (None, None)


@pytest.mark.parametrize(
    ("old", "new", "again", "sentence"),
    [
        ("sai", NEW, NEW, "Mật khẩu hiện tại không đúng"),
        (PASSWORD, NEW, NEW + "x", "không giống nhau"),
        (PASSWORD, "ngan", "ngan", "Mật khẩu này quá ngắn"),
        (PASSWORD, "1q2w3e4r5t", "1q2w3e4r5t", "Mật khẩu này quá phổ biến"),
        ("", NEW, NEW, "Mục này còn trống"),
        (PASSWORD, PASSWORD, PASSWORD, "trùng mật khẩu hiện tại"),
        (PASSWORD, "98237459823", "98237459823", "Mật khẩu này hoàn toàn là số"),
    ],
)
def test_a_password_that_cannot_be_taken_gets_a_sentence_and_changes_nothing(client, user, old, new, again, sentence):
    log_in(client)
    asked = {"old_password": old, "new_password1": new, "new_password2": again}
    response = client.post(reverse("core:password-change"), asked)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_guesses_at_the_present_password_are_counted_as_at_log_in(client, user, settings):
    settings.AXES_ENABLED = True
    log_in(client)
    asked = {"old_password": "sai-mat-khau", "new_password1": NEW, "new_password2": NEW}
    statuses = [client.post(reverse("core:password-change"), asked).status_code for _ in range(5)]
    assert statuses == [422] * 4 + [429]
    assert client.post(reverse("core:password-change"), asked | {"old_password": PASSWORD}).status_code == 429
    assert Client().post(reverse("core:log-in"), {"username": "can.bo", "password": PASSWORD}).status_code == 429


def test_one_password_tried_on_name_after_name_shuts_the_address_out(client, user, settings):
    settings.AXES_ENABLED = True
    statuses = [log_in(client, f"ten-{number}", "mat-khau-de-doan").status_code for number in range(21)]
    assert statuses == [200] * 20 + [429]
    assert log_in(client).status_code == 429, "not even the right name and password"
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert log_in(elsewhere).status_code == 302


def test_the_account_administration_has_no_log_in_and_no_password_page_of_its_own(client, user):
    assert client.get("/quan-tri/login/").url.startswith(reverse("core:log-in"))
    log_in(client)
    for page in (reverse("admin:password_change"), reverse("admin:password_change_done")):
        assert client.get(page).url == reverse("core:password-change")
        asked = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
        assert client.post(page, asked).status_code == 405
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_nothing_is_kept_by_browser_or_proxy(client, user):
    for address in (reverse("core:log-in"), "/khong-co/", reverse("core:ready")):
        assert "no-store" in client.get(address).headers["Cache-Control"], address
    log_in(client)
    for address in (reverse("desk:home"), reverse("awards:register"), "/khong-co/", "/quan-tri/"):
        assert "no-store" in client.get(address).headers["Cache-Control"], address


def test_the_language_is_switched_on_the_same_page(client, user):
    log_in(client)
    register = reverse("awards:register")
    of_an_english_browser = client.get(register, headers={"accept-language": "en-US,en;q=0.9"})
    assert "Sổ khen thưởng" in of_an_english_browser.content.decode()
    answer = client.post(reverse("core:set-language"), {"language": "en", "next": register})
    assert answer.url == register
    assert "Register of honours" in client.get(register).content.decode()


def test_an_account_without_a_mandate_is_told_so_at_home(client):
    client.force_login(make_user())
    page = client.get(reverse("desk:home"))
    assert page.status_code == 200
    assert "Hôm nay tài khoản này chưa được phân công vai trò nào" in page.content.decode()
    assert page.context["navigation"] == [place for place in page.context["navigation"] if place["url"] == "/"]


def test_every_page_carries_the_strict_policy(client):
    policy = client.get(reverse("core:log-in")).headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_a_form_from_elsewhere_is_refused_in_words(user):
    stern = Client(enforce_csrf_checks=True)
    page = stern.post(reverse("core:log-in"), {"username": "can.bo", "password": PASSWORD})
    assert page.status_code == 403
    assert "Biểu mẫu đã cũ" in page.content.decode()
