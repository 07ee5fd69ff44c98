"""What a person may do, for which body, on what paper. A mandate is granted and ended, never deleted."""

from datetime import date

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation, OrganisationKind
from clusters.people.models.mandate import Mandate, MandateRole
from emulation.core.actions.accounts import suspend_account
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates, period_of, refusing_conflicts, require_administrator, require_reason
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.words import term

CENTRAL_KINDS = (OrganisationKind.CENTRAL_COUNCIL, OrganisationKind.CENTRAL_BOARD)
WHERE = {
    MandateRole.OFFICER: (*PROVINCIAL_KINDS, OrganisationKind.UNIT),
    MandateRole.APPROVER: (*PROVINCIAL_KINDS, OrganisationKind.UNIT),
    MandateRole.CENTRAL_REVIEWER: CENTRAL_KINDS,
    MandateRole.CENTRAL_LEADER: CENTRAL_KINDS,
    MandateRole.REPORT_READER: CENTRAL_KINDS,
    MandateRole.SYSTEM_ADMINISTRATOR: CENTRAL_KINDS,
    MandateRole.COUNCIL_SECRETARY: (*PROVINCIAL_KINDS, OrganisationKind.UNIT, OrganisationKind.CENTRAL_BOARD),
    MandateRole.COUNCIL_MEMBER: (*PROVINCIAL_KINDS, OrganisationKind.UNIT, OrganisationKind.CENTRAL_BOARD),
}


@transaction.atomic
def grant_mandate(
    user, *, organisation: Organisation, role: str, during: Period, legal_basis: str, actor: Actor
) -> Mandate:
    require_administrator(actor, "account")
    role = MandateRole(role)
    get_user_model().objects.select_for_update().get(pk=user.pk)
    if organisation.kind not in WHERE[role]:
        raise Refusal(
            _("The role “%(role)s” is not held at %(unit)s; choose an organisation of the right kind.")
            % {"role": role.label, "unit": organisation},
            field="organisation",
        )
    if not organisation.during.overlaps(during):
        raise Refusal(
            _("%(unit)s exists %(term)s, on none of the days entered; choose the organisation of those days.")
            % {"unit": organisation, "term": term(organisation.during)},
            field="organisation",
        )
    with refusing_conflicts():
        mandate = Mandate.objects.create(
            user=user, organisation=organisation, role=role, during=during, legal_basis=legal_basis
        )
    record(
        actor,
        "clusters.grant_mandate",
        mandate,
        after={"account": user.username, "role": role.value, **dates(during), "legal_basis": legal_basis},
    )
    return mandate


@transaction.atomic
def end_mandate(mandate: Mandate, *, last_day: date, why: str, on: date, actor: Actor) -> Mandate:
    """`last_day` still counts; `on` is the day of the deed."""
    require_administrator(actor, "account")
    require_reason(why)
    if mandate.role == MandateRole.SYSTEM_ADMINISTRATOR:
        _hold_administrators()
    mandate = Mandate.objects.select_for_update(of=("self",)).select_related("user").get(pk=mandate.pk)
    during = period_of(mandate.during.start, last_day)
    if not mandate.during.covers(during):
        raise Refusal(
            _("This mandate is in force %(term)s; to make it longer, grant another one.")
            % {"term": term(mandate.during)},
            field="last_day",
        )
    if mandate.role == MandateRole.SYSTEM_ADMINISTRATOR and mandate.user.is_active and during != mandate.during:
        given_up = Period(during.end, mandate.during.end)
        _refuse_leaving_nobody([given_up], _administrators().exclude(pk=mandate.pk), on=on, field="last_day")
    before, mandate.during = mandate.during, during
    mandate.save(update_fields=["during"])
    record(
        actor,
        "clusters.end_mandate",
        mandate,
        before=dates(before),
        after=dates(during),
        why=why,
    )
    return mandate


@transaction.atomic
def suspend_person(user, *, why: str, on: date, actor: Actor):
    """Suspends the account, unless nobody would be left who could restore it; `on` is the day of the deed."""
    require_administrator(actor, "account")
    _hold_administrators()
    held = _administrators().filter(user=user).values_list("during", flat=True)
    _refuse_leaving_nobody(held, _administrators().exclude(user=user), on=on)
    return suspend_account(user, why=why, actor=actor)


def _administrators():
    return Mandate.objects.filter(role=MandateRole.SYSTEM_ADMINISTRATOR, user__is_active=True)


def _hold_administrators() -> None:
    """Until the end of this transaction, so that two cannot send each other home at once; always in the same order,
    so that neither waits for the other for ever."""
    held = Mandate.objects.select_for_update(of=("self",)).filter(role=MandateRole.SYSTEM_ADMINISTRATOR)
    list(held.order_by("pk").values_list("pk"))


def _refuse_leaving_nobody(given_up, others, *, on: date, field=None) -> None:
    """`given_up`: periods in which somebody will be no administrator any more; `others`: the mandates that remain."""
    remaining = list(others.values_list("during", flat=True))
    begins = {max(on, period.start or on) for period in given_up}
    ends = {period.end for period in remaining if period.end is not None and period.end > on}
    for day in sorted(begins | ends):
        if any(period.contains(day) for period in given_up) and not any(period.contains(day) for period in remaining):
            raise Refusal(
                _("From %(day)s there would be no system administrator; grant that role to somebody else first.")
                % {"day": format_date(day)},
                field=field,
            )
