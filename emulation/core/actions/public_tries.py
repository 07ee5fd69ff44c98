"""How often somebody without an account may try something. Counted by address in the database, so that every web
process counts alike; what is older than the time counted in is gone with the next try."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.crypto import salted_hmac

from emulation.core import clock
from emulation.core.models.public_try import PublicTry


@dataclass(frozen=True)
class Bound:
    """At most `most` tries of `what` from one address `within` that time."""

    what: str
    most: int
    within: timedelta


def has_tried_enough(bound: Bound, address: str | None) -> bool:
    return PublicTry.objects.lately(bound.what, _source(address), bound.within).count() >= bound.most


def note_try(bound: Bound, address: str | None) -> None:
    now = clock.real_now()
    PublicTry.objects.filter(what=bound.what, at__lte=now - bound.within).delete()
    PublicTry.objects.create(what=bound.what, source=_source(address), at=now)


def _source(address: str | None) -> str:
    return salted_hmac("public tries", address or "", algorithm="sha256").hexdigest()
