"""What waits for a person with the pacts of its clusters."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.membership.duties import Said, Years, nothing_said
from clusters.membership.models.cluster import Membership
from clusters.membership.models.members import members_of, own_members, seated
from clusters.pacts.models.contents import signing_day
from clusters.pacts.models.pact import Pact, PactAnswer, PactSignature
from clusters.pacts.rules.terms import PactState
from emulation.core.actor import Actor
from emulation.core.duty import Duty, DutyKind, about
from emulation.core.period import Period


class PactDuty(DutyKind):
    DRAFT = "pact.draft"
    ANSWER = "pact.answer"
    SIGN = "pact.sign"
    OPEN_SIGNING = "pact.open_signing"


def pact_duties(actor: Actor, years: Years, on: date) -> Said:
    """`years`: {id: cluster year with its head} of those that are open. Of members only ids are at hand; and the answer
    is the officer's to give, though the approver may give it too."""
    members = own_members(actor, years, on)
    if not members and not actor.may_somewhere("write", "pact_draft"):
        return nothing_said
    of_years = list(Pact.objects.filter(cluster_year__in=years))
    pacts = [one for one in of_years if one.state != PactState.IN_FORCE]
    begun = {one.cluster_year_id for one in of_years if one.number == 0}
    own = [one for one in pacts if one.cluster_year_id in members]
    answered = set(PactAnswer.objects.filter(pact__in=own, round=F("pact__round")).values_list("pact", "organisation"))
    signed = set(PactSignature.objects.filter(pact__in=own, round=F("pact__round")).values_list("pact", "organisation"))

    def said(some: Years) -> Iterator[Duty]:
        for pk, year in some.items():
            if pk not in begun and year.year == on.year and actor.may("write", year, subject="pact_draft"):
                yield Duty(
                    kind=PactDuty.DRAFT,
                    title=_("Draft the pact of %(year)s") % {"year": year},
                    url=reverse("clusters:pacts", args=[pk]),
                    why=_("Your organisation is head of the cluster this year."),
                    subject=about(year),
                    organisation=year.head_id,
                )
        for pact in (one for one in pacts if one.cluster_year_id in some):
            for member in members.get(pact.cluster_year_id, ()):
                asked = pact.state == PactState.CONSULTED and (pact.pk, member) not in answered
                if asked and member in actor.entered:
                    yield Duty(
                        kind=PactDuty.ANSWER,
                        title=_("Answer the draft: %(pact)s") % {"pact": _name(pact, years)},
                        url=pact.get_absolute_url(),
                        why=_("Every member says whether it agrees before the pact is signed."),
                        subject=about(pact),
                        organisation=member,
                    )
                head = years[pact.cluster_year_id].head_id
                in_turn = pact.state == PactState.SIGNING and (member == head or (pact.pk, head) in signed)
                if in_turn and member in actor.approved and (pact.pk, member) not in signed:
                    yield Duty(
                        kind=PactDuty.SIGN,
                        title=_("Sign: %(pact)s") % {"pact": _name(pact, years)},
                        url=pact.get_absolute_url(),
                        why=_("Your organisation has not signed yet."),
                        subject=about(pact),
                        organisation=member,
                    )

    return said


def _name(pact: Pact, years: Years) -> str:
    pact.cluster_year = years[pact.cluster_year_id]
    return str(pact)


def signing_duties(actor: Actor, years: Years, seats: Iterable[Membership], on: date) -> Said:
    """For the approver: everybody who will sign has agreed."""
    headed = [pk for pk, year in years.items() if actor.may("sign", year, subject="pact_draft")]
    asked = list(Pact.objects.filter(cluster_year__in=headed, state=PactState.CONSULTED))
    agreed = members_of(
        PactAnswer.objects.filter(pact__in=asked, round=F("pact__round"), agreed=True).values_list(
            "pact", "organisation"
        )
    )

    def said(some: Years) -> Iterator[Duty]:
        for pact in (one for one in asked if one.cluster_year_id in some):
            pact.cluster_year = years[pact.cluster_year_id]
            day = signing_day(pact, on)
            signers = seated(seats, pact.cluster_year, Period.of_days(day, day))
            if signers and signers <= agreed.get(pact.pk, set()):
                yield Duty(
                    kind=PactDuty.OPEN_SIGNING,
                    title=_("Open the signing: %(pact)s") % {"pact": pact},
                    url=pact.get_absolute_url(),
                    why=_("Every member agrees to the draft."),
                    subject=about(pact),
                    organisation=pact.cluster_year.head_id,
                )

    return said
