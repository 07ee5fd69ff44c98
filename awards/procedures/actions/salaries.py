"""Base salaries as they ship, and a further one from a day on."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.procedures.actions.reference import read
from awards.procedures.models.procedure import SUBJECT
from awards.procedures.models.salary import BaseSalary
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates, fitting, refusing_conflicts, require_administrator
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.period import Period


@transaction.atomic
def load_base_salaries(actor: Actor) -> dict[str, int]:
    """How many were added; none whose days another one has taken."""
    added = 0
    for row in read("base_salaries"):
        until = date.fromisoformat(row["valid_to"]) if row["valid_to"] else None
        during = Period(date.fromisoformat(row["valid_from"]), until)
        if BaseSalary.objects.overlapping(during).exists():
            continue
        made = BaseSalary.objects.create(
            amount=int(row["amount"]), during=during, provision=row["provision"], verified=row["verified"] == "1"
        )
        record(actor, "awards.load_base_salary", made, after={"amount": made.amount, **dates(during)})
        added += 1
    return {"BaseSalary": added} if added else {}


@transaction.atomic
def begin_base_salary(*, amount: int, first_day: date, provision: str, verified: bool, actor: Actor) -> BaseSalary:
    """The one before ends the day it begins."""
    require_administrator(actor, SUBJECT)
    provision = fitting(provision, most=longest(BaseSalary, "provision"), field="provision")
    if not provision:
        raise Refusal(_("Name the provision that sets it."), field="provision")
    if amount <= 0:
        raise Refusal(_("A base salary is above zero. Write whole đồng, for example 2.340.000."), field="amount")
    newest = BaseSalary.objects.select_for_update().order_by("-during").first()
    if newest is not None:
        if newest.during.start is not None and first_day <= newest.during.start:
            raise Refusal(
                _("The newest base salary holds from %(since)s; a further one begins after that day.")
                % {"since": format_date(newest.during.start)},
                field="first_day",
            )
        newest.during = newest.during.until(first_day)
        newest.save(update_fields=["during"])
    with refusing_conflicts():
        made = BaseSalary.objects.create(
            amount=amount, during=Period(first_day, None), provision=provision, verified=verified
        )
    record(
        actor,
        "awards.begin_base_salary",
        made,
        after={"amount": amount, "provision": provision, **dates(made.during)},
    )
    return made
