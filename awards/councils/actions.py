"""A Council is recorded by its secretary; members are seated and their terms ended, never deleted."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from awards.councils.models.council import WHOLE, Council, CouncilMember, bodies_without_council, possible_members
from awards.councils.rules.names import borne, key_of_member
from awards.councils.rules.terms import CouncilOffice
from clusters.models import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates, fitting, period_of, reason_of, refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.models.fields import longest
from emulation.core.period import Period
from emulation.core.words import term


@transaction.atomic
def establish_council(body: Organisation, *, quorum_share: Decimal, basis: str, on: date, actor: Actor) -> Council:
    if not bodies_without_council(actor, on).filter(pk=body.pk).exists():
        raise Refusal(_("A Council is recorded once, by its secretary. Choose a body from the list."), field="body")
    council = Council(body=body)
    _set_rules(council, quorum_share, basis)
    with refusing_conflicts():
        council.save()
    record(actor, "awards.establish_council", council, after=_rules(council), organisation_id=body.pk)
    return council


@transaction.atomic
def change_council(council: Council, *, quorum_share: Decimal, basis: str, actor: Actor) -> Council:
    council = _locked(council, actor)
    before = _rules(council)
    _set_rules(council, quorum_share, basis)
    council.save()
    record(
        actor, "awards.change_council", council, before=before, after=_rules(council), organisation_id=council.body_id
    )
    return council


@transaction.atomic
def seat_member(
    council: Council,
    *,
    office: str,
    user: User | None,
    name: str,
    position: str,
    during: Period,
    legal_basis: str,
    on: date,
    actor: Actor,
) -> CouncilMember:
    """`user` None: without an account, by `name` alone."""
    council = _locked(council, actor)
    if user is not None and not possible_members(council, on).filter(pk=user.pk).exists():
        raise Refusal(_("This account is not one of the body's. Choose one from the list."), field="user")
    name = user.full_name if user else fitting(name, most=longest(CouncilMember, "name"), field="name")
    if not name:
        raise Refusal(_("Choose an account, or write the name of a member who has none."), field="name")
    if "<" in name or ">" in name:
        raise Refusal(_("A name has no “<” and no “>”. Write it as the minutes are to print it."), field="name")
    if user is None and name != (alone := borne(name)):
        raise Refusal(
            _("Write the name alone: “%(name)s”. Office and organisation stand in their own box.") % {"name": alone},
            field="name",
        )
    _refuse_second_seat(council, user, name, during)
    with refusing_conflicts():
        member = CouncilMember.objects.create(
            council=council,
            office=CouncilOffice(office),
            user=user,
            name=name,
            position=fitting(position, most=longest(CouncilMember, "position"), field="position"),
            during=during,
            legal_basis=fitting(legal_basis, most=longest(CouncilMember, "legal_basis"), field="legal_basis"),
        )
    record(
        actor,
        "awards.seat_member",
        council,
        after={"name": name, "office": member.office, "position": member.position, **dates(during)},
        organisation_id=council.body_id,
    )
    return member


def _refuse_second_seat(council: Council, user: User | None, name: str, during: Period) -> None:
    """Names tell persons apart where one of the two has no account."""
    others = council.members.overlapping(during)
    if user is not None:
        others = others.filter(user=None)
    key = key_of_member(name)
    other = next((one for one in others if key_of_member(one.name) == key), None)
    if other is not None:
        raise Refusal(
            _(
                "%(name)s sits in the Council already: %(term)s. End that term first; if it is somebody else of the "
                "same name, seat both by their accounts."
            )
            % {"name": other.name, "term": term(other.during)},
            field="user" if user else "name",
        )


@transaction.atomic
def end_membership(member: CouncilMember, *, last_day: date, why: str, actor: Actor) -> CouncilMember:
    """`last_day` still counts. Sittings that were convened keep who was called to them."""
    council = _locked(member.council, actor)
    said = reason_of(why, needed=True)
    member = CouncilMember.objects.select_for_update().get(pk=member.pk)
    during = period_of(member.during.start, last_day)
    if not member.during.covers(during):
        raise Refusal(
            _("This term is %(term)s. A longer one is another term: seat the member anew.")
            % {"term": term(member.during)},
            field="last_day",
        )
    before, member.during = member.during, during
    member.save(update_fields=["during"])
    record(
        actor,
        "awards.end_membership",
        council,
        before={"name": member.name, **dates(before)},
        after=dates(during),
        why=said,
        organisation_id=council.body_id,
    )
    return member


def _locked(council: Council, actor: Actor) -> Council:
    council = Council.objects.select_for_update(of=("self",)).select_related("body").get(pk=council.pk)
    if not actor.may("write", council):
        raise Refusal(_("The members of a Council are kept by its secretary."))
    return council


def _set_rules(council: Council, quorum_share: Decimal, basis: str) -> None:
    if not 0 < quorum_share <= WHOLE:
        raise Refusal(_("The share of members that a sitting needs lies above 0 and up to 100."), field="quorum_share")
    council.quorum_share = quorum_share
    council.basis = fitting(basis, most=longest(Council, "basis"), field="basis")
    if not council.basis:
        raise Refusal(_("Name the decision that established the Council, and its regulation of work."), field="basis")


def _rules(council: Council) -> dict[str, str]:
    return {"quorum_share": str(council.quorum_share), "basis": council.basis}
