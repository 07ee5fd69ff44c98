"""An honour as its deeds find it: under lock, in its state, and beside what the register already has."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.register.actions.same import lock_register_of, same_in_register
from awards.register.models.honour import Honour
from awards.register.models.recipient import of_others_with_its_number
from awards.register.rules.flow import HonourCase, HonourHindrance
from awards.register.rules.terms import HonourStatus
from emulation.core.dates import format_date
from emulation.core.errors import Refusal

HINDRANCES = {
    HonourHindrance.LIST_UNDONE: gettext_lazy(
        "The list this honour came with was undone, so it cannot be restored. Send the list in again instead."
    ),
    HonourHindrance.SAME_IN_FORCE: gettext_lazy(
        "The very same honour has been entered again since then and is in force. There is nothing to restore."
    ),
}


class AlreadyThere(Refusal):
    """The very same honour is in force; `honour` is that line."""

    def __init__(self, honour: Honour):
        super().__init__(
            _(
                "This honour is already in the register. Another recipient of the same name is told apart by unit, "
                "date of birth or identity number: enter what tells them apart."
            )
        )
        self.honour = honour


class PerhapsThere(Refusal):
    """Lines with the same name, unit, award and decision, or with the same identity number beside another name or
    birth: `honours`. A person says whether it is the same."""

    def __init__(self, honours: list[Honour], *, by_number: bool):
        super().__init__(
            _("The register has this identity number beside another name or birth. Look whether the number is right.")
            if by_number
            else _("The register has the same name, unit, award and decision. Look whether it is the same.")
        )
        self.honours = honours


class NotNewest(Refusal):
    """Somebody changed the line since the page was opened."""

    def __init__(self):
        super().__init__(_("This honour was changed since you opened this page. Look at it as it is now, then decide."))


def locked(honour: Honour) -> Honour:
    """The newest line, under the lock that lists of its organisation take too."""
    lock_register_of(honour.organisation_id)
    related = ("organisation", "award", "campaign", "batch")
    return Honour.objects.select_for_update(of=("self",)).select_related(*related).get(pk=honour.pk)


def state_refusal(honour: Honour) -> str:
    return str(NOT_FROM[HonourStatus(honour.status)](honour))


def hindrance_in_words(hindrance: str, case: HonourCase, honour: Honour) -> str:
    return str(HINDRANCES[HonourHindrance(hindrance)])


NOT_FROM = {
    HonourStatus.IN_FORCE: lambda honour: _("This honour is in force."),
    HonourStatus.REVOKED: lambda honour: (
        _("This honour was revoked on %(day)s. Restore it before anything else.")
        % {"day": format_date(honour.revoked_on)}
        if honour.revoked_on
        else _("This honour was revoked. Restore it before anything else.")
    ),
    HonourStatus.SUSPENDED: lambda honour: _("This honour is suspended. Restore it, or revoke it, first."),
    HonourStatus.UNDONE: lambda honour: HINDRANCES[HonourHindrance.LIST_UNDONE],
}


def case_of(honour: Honour, **context: Any) -> HonourCase:
    return HonourCase(
        list_undone=honour.batch is not None and honour.batch.is_undone,
        same_in_force=bool(same_in_register(honour)[0]),
    )


def refuse_same(honour: Honour, *, same_seen: int | None) -> None:
    """`same_seen`: how many lines that may be the same the person has looked at and told apart."""
    there, perhaps = same_in_register(honour)
    if there:
        raise AlreadyThere(Honour.objects.get(pk=there[0]))
    others = list(of_others_with_its_number(honour).exclude(pk__in=perhaps).values_list("pk", flat=True))
    if (perhaps or others) and same_seen != len(perhaps) + len(others):
        lines = list(Honour.objects.filter(pk__in=[*perhaps, *others]).select_related("organisation", "award"))
        raise PerhapsThere(lines, by_number=bool(others))
