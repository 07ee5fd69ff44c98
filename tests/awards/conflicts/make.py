"""Builders of what keeps people out of dossiers."""

from awards.models import DeclaredKin, Recusal
from emulation.core import clock


def make_kin(user, *, name="Người Nhà Thử", **columns) -> DeclaredKin:
    return DeclaredKin.objects.create(
        user=user, name=name, name_key="nguoi nha thu", kinship="other", declared_at=clock.now(), **columns
    )


def make_recusal(nomination, user, *, body) -> Recusal:
    return Recusal.objects.create(nomination=nomination, user=user, body=body, asked_at=clock.now())
