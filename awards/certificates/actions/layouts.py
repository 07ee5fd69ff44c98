"""How a body's certificates look, as its officer measures it on a blank."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from awards.certificates.models.certificate import CertificateLayout
from awards.decisions.models.decision import Decision
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.numbers import format_decimal


@transaction.atomic
def set_layout(decision: Decision, *, said: dict[str, Any], actor: Actor) -> CertificateLayout:
    """Of the body of this decision. `said`: {column: value}; what would print beside the blank is refused."""
    if not actor.may("write", decision):
        raise Refusal(_("How certificates look is set by an officer of the body that makes the decision."))
    layout, _made = CertificateLayout.objects.select_for_update().get_or_create(body=decision.body)
    before = {name: getattr(layout, name) for name in said}
    for name, value in said.items():
        setattr(layout, name, value)
    try:
        layout.validate_constraints()
    except ValidationError as error:
        raise Refusal(error.messages[0]) from error
    measured = layout.measured
    for part in measured.off_the_page:
        raise Refusal(
            _("This would reach from %(from)s to %(to)s mm, beyond a blank %(height)s mm high. Write less.")
            % {
                "from": _shown(measured.at[part] + measured.down),
                "to": _shown(measured.bottom(part)),
                "height": _shown(measured.height),
            },
            field=part,
        )
    for part in measured.one_upon_another:
        raise Refusal(_("The part above reaches into this one. Leave more room between them."), field=part)
    layout.save()
    record(
        actor,
        "awards.set_certificate_layout",
        decision,
        before={name: value for name, value in before.items() if value != said[name]},
        after={name: value for name, value in said.items() if value != before[name]},
        organisation_id=decision.body_id,
    )
    return layout


def _shown(value: float) -> str:
    return format_decimal(Decimal(f"{value:.1f}").normalize() + 0)
