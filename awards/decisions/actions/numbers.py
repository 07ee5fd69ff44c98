"""The number of a decision beside what the register holds under it already."""

import re
from datetime import date
from typing import NoReturn

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from awards.catalogue.models.award import AwardAuthority
from awards.decisions.models.decision import Decision, DecisionQuerySet, LaterDecision, rank_of
from awards.decisions.rules.terms import DECIDES
from awards.register.models.decision_key import DecisionKey
from awards.register.models.honour import Honour, HonourQuerySet
from awards.register.rules.register import decision_key
from awards.register.rules.terms import HonourStatus
from awards.rows.actions import fitting_number, fitting_symbol
from clusters.models import Organisation
from clusters.organisations.models.lineage import with_units_beneath
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.text import accent_key, search_key, squash

AFTER_LETTERS = re.compile(r"\D*?0*(\d+)(.*)", re.DOTALL)
YEAR_BETWEEN = re.compile(r"[\W_]+(?:19|20)\d\d(?=[\W_])")
OF_LATER = re.compile(r"\d+[^\W\d_]?[/-](?:(?:19|20)\d\d[/-])?(.+)")
DAY_IN_IT = re.compile(r"\s\d|\bngày\b", re.IGNORECASE)


def hold_numbers_of(decision: Decision) -> None:
    """Until the end of the deed nobody else gives a number of the body."""
    list(Organisation.objects.select_for_update(no_key=True).filter(pk=decision.body_id).values_list("pk"))


def fitting_symbol_of_decision(text: str) -> str:
    """In the one way to write it, "QĐ-UBND", also where the bar before it was typed."""
    symbol = fitting_symbol(squash(text), most=longest(Decision, "symbol"), field="symbol").lstrip("/- ")
    if not symbol:
        raise Refusal(_("Write the symbol, for example QĐ-UBND."), field="symbol")
    if not _is_symbol(symbol):
        raise Refusal(
            _("“%(seen)s” is no symbol: it begins with a letter and ends in a letter or digit, for example QĐ-UBND.")
            % {"seen": symbol},
            field="symbol",
        )
    return symbol


def fitting_number_of_later(text: str) -> str:
    """Number and symbol, both, of one paper."""
    number = fitting_number(text, most=longest(LaterDecision, "number"), field="number")
    parts = OF_LATER.fullmatch(number)
    if parts is None or not _is_symbol(parts[1]) or DAY_IN_IT.search(parts[1]):
        raise Refusal(
            _("Write number and symbol of the later decision, for example 200/QĐ-UBND."),
            field="number",
        )
    return number


def _is_symbol(text: str) -> bool:
    return text[0].isalpha() and text[-1].isalnum()


def refuse_given_number(decision: Decision, number: str, symbol: str, day: date) -> None:
    """Of the same authority and year, by the letters and digits alone: another decision, or a later one
    that names a decision of it."""
    wanted = key_of_number(f"{number}/{symbol}")
    for other in issued_by_the_same(decision).filter(year=day.year, number=number).exclude(pk=decision.pk):
        if key_of_number(other.full_number) == wanted and is_of_the_same(other, decision):
            _refuse_as_given(number, symbol, day, other.subject)
    for later in later_by_the_same(decision).filter(day__year=day.year):
        if key_of_number(later.number) == wanted and is_of_the_same(later.decision, decision):
            _refuse_as_given(number, symbol, day, f"{later.get_kind_display()}, {later.decision}")


def _refuse_as_given(number: str, symbol: str, day: date, other: str) -> NoReturn:
    raise Refusal(
        _("The number %(number)s/%(symbol)s of %(year)s was given to: %(other)s. Take another number.")
        % {"number": number, "symbol": symbol, "year": day.year, "other": other},
        field="number",
    )


def issued_by_the_same(decision: Decision) -> DecisionQuerySet:
    """Decisions of the body, and where this one was made elsewhere, those that were too."""
    return Decision.objects.issued().filter(_same_place("", decision), body=decision.body_id)


def later_by_the_same(decision: Decision) -> QuerySet[LaterDecision]:
    rows = LaterDecision.objects.filter(_same_place("decision__", decision), decision__body=decision.body_id)
    return rows.select_related("decision").order_by("pk")


def _same_place(prefix: str, decision: Decision) -> Q:
    here = Q(**{f"{prefix}made_by": ""})
    return ~here if decision.made_by else here


def is_of_the_same(other: Decision, decision: Decision) -> bool:
    """“Thủ tướng chính phủ” is “Thủ tướng Chính phủ”."""
    return accent_key(other.made_by) == accent_key(decision.made_by)


def key_of_number(text: str) -> str:
    """By its digits and the letters and digits of its symbol, without a year between: “05/2023/qd ubnd” is
    “5/QĐ-UBND”."""
    found = AFTER_LETTERS.fullmatch(text)
    return f"{found[1]}/{_plain(YEAR_BETWEEN.sub('', found[2], count=1))}" if found else ""


def _plain(text: str) -> str:
    return search_key(text).replace(" ", "")


def refuse_number_of_the_register(decision: Decision, number: int, symbol: str, day: date) -> None:
    """A number of the body is given once a year. Lines of another day under it are of another decision; so are lines
    that a list brought under the same day where none of them names whom this one does."""
    lines = _lines_under(decision, number, symbol, day)
    other = lines.exclude(decision_date=day).first()
    if other is None:
        of_lists = lines.filter(decision_date=day, from_dossier=False)
        own = decision.lines.order_by().values("nomination__name_key")
        other = None if of_lists.filter(name_key__in=own).exists() else of_lists.first()
    if other is not None:
        raise Refusal(
            _(
                "The number %(number)s of %(year)s stands in the register already, of a decision of %(day)s: %(name)s, "
                "from the list of %(organisation)s. Take another number, or have that line corrected if it is wrong."
            )
            % {
                "number": other.decision_number,
                "year": day.year,
                "day": format_date(other.decision_date),
                "name": other.name,
                "organisation": other.organisation,
            },
            field="number",
        )


def _lines_under(decision: Decision, number: int, symbol: str, day: date) -> HonourQuerySet:
    """Of the body's own lists, and on those of its units what it decides on."""
    keys = [decision_key(f"{written}/{symbol}") for written in (f"{number}", f"{number:02d}")]
    own = AwardAuthority.objects.on(day).filter(authority__in=DECIDES[rank_of(decision.body)]).order_by()
    whose = Q(organisation=decision.body) | Q(
        organisation__in=with_units_beneath(decision.body_id), award__in=own.values("award")
    )
    return (
        Honour.objects.alias(decision_key=DecisionKey("decision_number"))
        .filter(whose, decision_key__in=keys, decision_date__year=day.year)
        .exclude(status=HonourStatus.UNDONE)
        .select_related("organisation")
        .order_by("pk")
    )
