"""What waits for a person in this app: dossiers, declared honours, lists not taken, a half-year without honours."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.decisions.duties import decision_duties
from awards.lists.duties import WAITING_SHOWN, ListDuty, _of_batch
from awards.lists.models.batch import HonourBatch
from awards.nominations.duties import nomination_duties
from awards.publication.duties import publication_duties
from awards.records.duties import declared_to_confirm
from awards.register.models.honour import Honour
from awards.review.duties import review_duties
from awards.sittings.duties import sitting_duties
from awards.submissions.duties import submissions_to_send
from awards.year_lists.duties import year_lists_to_take
from clusters.membership.rules.half_years import half_in_question
from emulation.core.actor import Actor, Role
from emulation.core.duty import Duty
from emulation.core.period import Period


def duties(actor: Actor, on: date) -> list[Duty]:
    found = [
        *submissions_to_send(actor),
        *nomination_duties(actor, on),
        *review_duties(actor, on),
        *declared_to_confirm(actor),
        *sitting_duties(actor, on),
        *decision_duties(actor),
        *publication_duties(actor, on),
    ]
    return [*found, *_of_officers(actor, on)] if actor.is_officer else found


def _of_officers(actor: Actor, on: date) -> list[Duty]:
    waiting = HonourBatch.objects.visible_to(actor).waiting()[:WAITING_SHOWN]
    found = [*(_of_batch(batch) for batch in waiting), *year_lists_to_take(actor)]
    if not waiting and (missing := _nothing_entered(actor, on)):
        found.append(missing)
    return found


def _nothing_entered(actor: Actor, on: date) -> Duty | None:
    year, half = half_in_question(on)
    period = Period.half_year(year, half)
    if Honour.objects.in_force().of_organisations(actor.own).decided_during(period).exists():
        return None
    titles = {
        1: _("No list of honours yet for the first six months of %(year)s"),
        2: _("No list of honours yet for the last six months of %(year)s"),
    }
    return Duty(
        kind=ListDuty.SEND,
        title=titles[half] % {"year": year},
        url=reverse("awards:upload"),
        why=_("The six-month report of your cluster counts what stands in the register."),
        organisation=actor.body_of(frozenset({Role.OFFICER})),
    )
