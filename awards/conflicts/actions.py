"""Kin are declared, and withdrawn where the declaration was wrong. Nobody else learns who they are."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from awards.conflicts.models.conflict import FACTS
from awards.conflicts.models.kin import DeclaredKin
from awards.conflicts.rules.terms import EARLIEST_BIRTH, MOST_KIN, Kinship
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.numbers import format_integer
from emulation.core.text import search_key

Follower = Callable[[Actor], None]
FOLLOWERS: list[Follower] = []


def kin_followed_by(follower: Follower) -> None:
    """A room above takes from the person what may no longer be judged, in the same transaction."""
    if follower not in FOLLOWERS:
        FOLLOWERS.append(follower)


@transaction.atomic
def declare_kin(*, name: str, kinship: str, birth_year: int | None = None, actor: Actor) -> DeclaredKin:
    """From now on whatever dossier nominates somebody of this name is kept from the person, also those that are
    there."""
    if kinship not in set(Kinship):
        raise Refusal(_("Choose how you are related."), field="kinship")
    written = fitting(name, most=longest(DeclaredKin, "name"), field="name")
    key = search_key(written)[: longest(DeclaredKin, "name_key")]
    if not key:
        raise Refusal(_("Write the full name as papers have it."), field="name")
    today = clock.today()
    if birth_year is not None and not EARLIEST_BIRTH <= birth_year <= today.year:
        raise Refusal(
            _("A year of birth lies between %(first)s and %(last)s.") % {"first": EARLIEST_BIRTH, "last": today.year},
            field="birth_year",
        )
    if DeclaredKin.objects.visible_to(actor).standing().count() >= MOST_KIN:
        raise Refusal(
            _("%(most)s persons are declared already. Withdraw those that no longer count.")
            % {"most": format_integer(MOST_KIN)}
        )
    with refusing_conflicts():
        kin = DeclaredKin.objects.create(
            user_id=actor.user_id,
            name=written,
            name_key=key,
            birth_year=birth_year,
            kinship=kinship,
            declared_at=clock.now(),
        )
    actor.forget(FACTS)
    for follower in FOLLOWERS:
        follower(actor)
    record(actor, "awards.declare_kin", kin)
    return kin


@transaction.atomic
def withdraw_kin(kin: DeclaredKin, *, actor: Actor) -> DeclaredKin:
    if not actor.may("write", kin):
        raise Refusal(_("Only whoever declared a relation withdraws it."))
    kin = DeclaredKin.objects.select_for_update(of=("self",)).select_related("user").get(pk=kin.pk)
    if kin.withdrawn_at is not None:
        raise Refusal(_("This declaration is withdrawn already."))
    kin.withdrawn_at = clock.now()
    kin.save(update_fields=["withdrawn_at"])
    actor.forget(FACTS)
    record(actor, "awards.withdraw_kin", kin)
    return kin
