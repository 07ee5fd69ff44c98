"""Declared honours that wait for a person's word."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from awards.records.models.declared import SUBJECTS, DeclaredHonour
from emulation.core.actor import PROVINCIAL, Actor
from emulation.core.duty import Duty, DutyKind
from emulation.core.numbers import format_integer


class RecordDuty(DutyKind):
    CONFIRM_DECLARED = "records.confirm_declared"


def declared_to_confirm(actor: Actor) -> list[Duty]:
    """One for all of them. No query for who confirms nothing."""
    if not any(actor.may_somewhere("confirm", row) for row in set(SUBJECTS.values())):
        return []
    number = DeclaredHonour.objects.confirmable_by(actor).count()
    if not number:
        return []
    title = ngettext("Confirm %(count)s self-declared honour", "Confirm %(count)s self-declared honours", number)
    return [
        Duty(
            kind=RecordDuty.CONFIRM_DECLARED,
            title=title % {"count": format_integer(number)},
            url=reverse("awards:declared-waiting"),
            why=_("Until then the chains of titles they belong to stay uncertain."),
            organisation=actor.body_of(PROVINCIAL),
        )
    ]
