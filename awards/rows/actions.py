"""The number and symbol of a paper, as somebody types it beside a deed."""

from django.utils.translation import gettext as _

from awards.rows.rules.decision_numbers import decision_number, holds_several, is_no_number, no_number_has
from emulation.core.actions.refusals import fitting
from emulation.core.errors import Refusal


def fitting_symbol(text: str, *, most: int, field: str) -> str:
    """In the one way to write it, "QĐ-UBND"; refused with what no office puts into one."""
    symbol = decision_number(fitting(text, most=most, field=field))
    if no_number_has(symbol):
        raise Refusal(
            _("A number has no “<” and no “>”. Write it as the paper prints it, for example 123/QĐ-UBND."), field=field
        )
    return symbol


def fitting_number(text: str, *, most: int, field: str) -> str:
    """The same of a whole number, of one paper, that begins with digits; "" where nothing is written."""
    number = fitting_symbol(text, most=most, field=field)
    if number and is_no_number(number):
        raise Refusal(
            _(
                "“%(seen)s” is no number: a number begins with digits above zero. Write it as the paper prints it, for "
                "example 123/QĐ-UBND."
            )
            % {"seen": number[:60]},
            field=field,
        )
    if holds_several(number):
        raise Refusal(_("“%(seen)s” is more than one number. Write one.") % {"seen": number[:60]}, field=field)
    return number
