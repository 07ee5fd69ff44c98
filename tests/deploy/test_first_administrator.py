import getpass

import pytest
from django.core.management import CommandError, call_command

from clusters.models import Mandate, MandateRole
from emulation.core.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-du-dai"


@pytest.fixture
def typed(monkeypatch):
    """Types a password at the prompt, as the person at the terminal does."""
    monkeypatch.setattr(getpass, "getpass", lambda prompt: PASSWORD)


def test_the_first_administrator_is_made_once(typed, capsys):
    call_command("first_administrator", "quan.tri", "Người Quản Trị")
    user = User.objects.get(username="quan.tri")
    assert user.check_password(PASSWORD)
    assert Mandate.objects.get(user=user).role == MandateRole.SYSTEM_ADMINISTRATOR
    assert "quan.tri" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Đã có quản trị"):
        call_command("first_administrator", "nguoi.hai", "Người Thứ Hai")
    assert not User.objects.filter(username="nguoi.hai").exists()


def test_a_weak_password_is_refused_in_words_and_nothing_is_made(monkeypatch):
    monkeypatch.setattr(getpass, "getpass", lambda prompt: "ngan")
    with pytest.raises(CommandError, match="quá ngắn"):
        call_command("first_administrator", "quan.tri", "Người Quản Trị")
    assert not User.objects.exists()


def test_a_server_that_is_not_there_is_not_ready():
    with pytest.raises(CommandError, match="not reached"):
        call_command("check_ready", port=9)
