"""The second factor of a sign-in, its recovery codes, and the sessions of a person."""

import re
import time

import pytest
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from clusters.models import OrganisationKind
from emulation.core.actions.sessions import sessions_of
from emulation.core.actor import Role
from emulation.core.models import AuditEntry
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import PASSWORD, make_mandate, make_user

pytestmark = pytest.mark.django_db
SET_UP, CODE, SECURITY = "core:second-factor", "core:log-in-code", "core:security"
STEP = 30


def person(role, **kind):
    user = make_user()
    make_mandate(user=user, organisation=make_organisation(**kind), role=role)
    return user


@pytest.fixture
def approver():
    return person(Role.APPROVER)


def code_of(key: str, *, steps=0) -> str:
    """What the application shows `steps` from now; a step to either side is still taken."""
    asked = TOTP(bytes.fromhex(key))
    asked.time = time.time() + steps * STEP
    return f"{asked.token():06}"


def log_in(client, user, **asked):
    return client.post(reverse("core:log-in", query=asked), {"username": user.username, "password": PASSWORD})


def type_code(client, code):
    return client.post(reverse(CODE), {"code": code})


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def with_factor(client, user) -> tuple[str, list[str]]:
    """(key, recovery codes) as the person sets it up."""
    log_in(client, user)
    page = client.get(reverse(SET_UP)).content.decode()
    assert "data:image/svg+xml" in page
    key = client.session["key_of_a_new_second_factor"]
    shown = client.post(reverse(SET_UP), {"password": PASSWORD, "code": code_of(key)}).content.decode()
    return key, re.findall(r"<code>([a-z0-9]{5}-[a-z0-9]{5})</code>", shown)


def test_password_then_code_let_in_and_lead_to_the_page_asked_for(client, approver):
    key, _codes = with_factor(client, approver)
    entry = AuditEntry.objects.get(verb="core.set_up_second_factor")
    assert (entry.before, entry.after) == (None, None)
    other = Client()
    assert log_in(other, approver, next="/cum/").url == reverse(CODE)
    assert not is_in(other), "the password alone opens nothing"
    assert other.get(reverse("desk:home")).status_code == 302
    next_code = code_of(key, steps=1)
    assert type_code(other, f" {next_code[:3]} {next_code[3:]} ").url == "/cum/"
    assert is_in(other)


def test_a_code_is_used_once_and_a_wrong_one_gets_a_sentence_and_a_wait(client, approver):
    key, _codes = with_factor(client, approver)
    used = code_of(key)
    other = Client()
    log_in(other, approver)
    assert "Mã này đã dùng một lần. Chờ ứng dụng hiện mã mới." in type_code(other, used).content.decode()
    assert "Mã không đúng" in type_code(other, f"{(int(used) + 1) % 10**6:06}").content.decode()
    waiting = type_code(other, code_of(key, steps=1))
    assert (waiting.status_code, is_in(other)) == (422, False)
    assert re.search(r"phải chờ \d+ giây", waiting.content.decode())


def test_the_code_is_asked_of_who_gave_the_password_just_now(client, approver):
    key, _codes = with_factor(client, approver)
    other = Client()
    assert type_code(other, code_of(key, steps=1)).url == reverse("core:log-in")
    log_in(other, approver)
    session = other.session
    session["awaits_a_code"] |= {"until": time.time() - 1}
    session.save()
    assert type_code(other, code_of(key, steps=1)).url == reverse("core:log-in")
    assert not is_in(other)


def test_a_recovery_code_opens_once_is_kept_as_a_digest_and_is_made_anew(client, approver):
    _key, codes = with_factor(client, approver)
    assert len(set(codes)) == 10
    assert not StaticToken.objects.filter(token__in=[code.replace("-", "") for code in codes]).exists()
    for expected in (True, False):
        other = Client()
        log_in(other, approver)
        type_code(other, codes[0].upper())
        assert is_in(other) is expected
    assert AuditEntry.objects.filter(verb="core.use_recovery_code").count() == 1
    assert "Còn 9 mã khôi phục" in client.get(reverse(SECURITY)).content.decode()
    renew = reverse("core:recovery-codes")
    assert "Mật khẩu hiện tại không đúng" in client.post(renew, {"password": "sai"}).content.decode()
    assert "Ghi lại các mã khôi phục" in client.post(renew, {"password": PASSWORD}).content.decode()
    other = Client()
    log_in(other, approver)
    type_code(other, codes[1])
    assert not is_in(other)


def test_setting_up_wants_password_and_a_fitting_code(client, approver):
    log_in(client, approver)
    client.get(reverse(SET_UP))
    key = client.session["key_of_a_new_second_factor"]
    wrong = client.post(reverse(SET_UP), {"password": PASSWORD, "code": code_of(key, steps=9)})
    assert "Mã không khớp" in wrong.content.decode()
    wrong = client.post(reverse(SET_UP), {"password": "sai", "code": code_of(key)})
    assert "Mật khẩu hiện tại không đúng" in wrong.content.decode()
    assert not TOTPDevice.objects.exists()


def test_where_it_is_required_who_signs_decides_or_administers_sets_it_up_first(client, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    board = {"kind": OrganisationKind.CENTRAL_BOARD}
    required = [person(Role.APPROVER), person(Role.CENTRAL_LEADER, **board), person(Role.SYSTEM_ADMINISTRATOR, **board)]
    for user in required:
        log_in(client, user)
        for page in (reverse("desk:home"), "/quan-tri/"):
            assert client.get(page).url == reverse(SET_UP)
        assert client.get(reverse("core:alive")).status_code == 200
        assert client.post(reverse("core:log-out")).status_code == 302
    log_in(client, person(Role.OFFICER))
    assert client.get(reverse("desk:home")).status_code == 200
    client.logout()
    key, _codes = with_factor(client, required[0])
    assert client.get(reverse("desk:home")).status_code == 200
    off = client.post(reverse("core:second-factor-off"), {"password": PASSWORD})
    assert "bắt buộc xác thực hai lớp nên không tắt được" in off.content.decode()
    older = Client()
    older.force_login(required[0], "django.contrib.auth.backends.ModelBackend")
    assert older.get(reverse("desk:home")).url.startswith(reverse("core:log-in"))
    assert not is_in(older), "a session that began without the factor ends"
    assert key


def test_it_is_turned_off_by_its_owner_and_reset_by_an_administrator(client, approver):
    with_factor(client, approver)
    assert client.post(reverse("core:second-factor-off"), {"password": PASSWORD}).url == reverse(SECURITY)
    assert not TOTPDevice.objects.exists()
    client.logout()
    with_factor(client, approver)
    administrator = Client()
    administrator.force_login(
        person(Role.SYSTEM_ADMINISTRATOR, kind=OrganisationKind.CENTRAL_BOARD),
        "django.contrib.auth.backends.ModelBackend",
    )
    reset = reverse("clusters:account-second-factor-reset", args=[approver.pk])
    assert "Mục này còn trống" in administrator.post(reset, {"why": " "}).content.decode()
    administrator.post(reset, {"why": "Mất điện thoại, đã gặp trực tiếp"})
    assert not TOTPDevice.objects.exists()
    assert not StaticToken.objects.exists()
    assert AuditEntry.objects.get(verb="core.reset_second_factor").why == "Mất điện thoại, đã gặp trực tiếp"
    assert client.post(reset, {"why": "Thử"}).status_code == 404


def test_sessions_are_listed_and_ended_by_their_owner_and_by_an_administrator(client, approver):
    agents = {
        "Firefox, Windows": "Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0",
        "Edge, Windows": "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0",
        "Safari, iPhone": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1",
    }
    browsers = [Client(headers={"user-agent": agent}) for agent in agents.values()]
    for each in browsers:
        log_in(each, approver)
    stranger = Client()
    log_in(stranger, person(Role.OFFICER))
    own = browsers[0]
    page = own.get(reverse(SECURITY)).content.decode()
    assert all(words in page for words in agents)
    assert page.count("phiên này") == 1
    assert own.session.session_key not in page
    named = next(one.name for one in sessions_of(approver) if one.browser == "Edge, Windows")
    assert stranger.post(reverse("core:session-end"), {"phien": named}).status_code == 302
    assert own.post(reverse("core:session-end"), {"phien": named}).url == reverse(SECURITY)
    assert [each.get(reverse("desk:home")).status_code for each in browsers] == [200, 302, 200]
    own.post(reverse("core:session-end"))
    assert [each.get(reverse("desk:home")).status_code for each in (*browsers, stranger)] == [200, 302, 302, 200]
    administrator = Client()
    log_in(administrator, person(Role.SYSTEM_ADMINISTRATOR, kind=OrganisationKind.CENTRAL_BOARD))
    administrator.post(reverse("clusters:account-sessions-end", args=[approver.pk]))
    assert own.get(reverse("desk:home")).status_code == 302
    told = AuditEntry.objects.filter(verb="core.end_sessions").order_by("pk")
    assert [entry.after for entry in told] == [{"sessions": 1}] * 3
