"""Shares of titles: the province's own, else the one of the award's procedure, and of how many they are taken."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count

from awards.catalogue.rules.terms import SubjectKind
from awards.eligibility.models.shares_in_force import SharesInForce
from awards.eligibility.rules.facts import QuotaCount, YearFact
from awards.eligibility.rules.flags import FLAG
from awards.eligibility.rules.history import ADVANCED
from awards.procedures.rules.terms import Base
from awards.register.models.honour import Honour
from clusters.organisations.rules.lineage import Link, ancestors
from emulation.core.period import Period

if TYPE_CHECKING:
    from awards.eligibility.models.cases import CaseAsked

NO_BOUND = 10**7
Years = Mapping[int, Sequence[YearFact]]
TitleGroup = tuple[int, str, str, int]
"""Office, unit, award and year of achievement: people of one group share a quota."""


def title_quotas(
    asked: "Sequence[CaseAsked]", years: Years, links: list[Link], sent: Mapping[TitleGroup, int]
) -> dict[int, tuple[QuotaCount, ...]]:
    """{place of the case: the share it falls under}: of one unit, one award and one year of achievement, those `sent`
    before these among them. Three queries, none where no case counts shares.

    The base is what is recorded of the collective's year; where nothing is, those of the unit that the register holds,
    which may be too few."""
    cases = {
        number: one
        for number, one in enumerate(asked)
        if one.award.code != FLAG and one.subject.subject_kind == SubjectKind.INDIVIDUAL
    }
    if not any(one.counts_shares for one in cases.values()):
        return {}
    own = {pk: ancestors([pk], links) for pk in {one.subject.organisation_id for one in cases.values()}}
    shares = SharesInForce(cases.values(), own)
    shares_of = {number: of_case for number, one in cases.items() if one.counts_shares and (of_case := shares.of(one))}
    if not shares_of:
        return {}
    groups = Counter(
        (_unit(one), one.award.code, one.year) for one in {_once(one): one for one in cases.values()}.values()
    )
    held = _held_in_units([cases[number] for number in shares_of])
    found: dict[int, tuple[QuotaCount, ...]] = {}
    for number, of_case in shares_of.items():
        case = cases[number]
        group = (*_unit(case), case.award.code, case.year)
        proposed = groups[_unit(case), case.award.code, case.year] + sent.get(group, 0)
        quotas = []
        for share in of_case:
            known, at_most = _base(case, share.base, years, held)
            quotas.append(
                QuotaCount(
                    case.award.code,
                    share.percent,
                    proposed=proposed,
                    base=known,
                    base_at_most=at_most,
                    legal_basis=share.legal_basis,
                    is_suggestion=share.is_suggestion,
                )
            )
        found[number] = tuple(quotas)
    return found


def _unit(case: "CaseAsked") -> tuple[int, str]:
    return case.subject.organisation_id, case.subject.unit_key


def _once(case: "CaseAsked") -> tuple[int, str, int]:
    return case.subject.pk, case.award.code, case.year


def _held_in_units(cases) -> dict[tuple[int, str, int], int]:
    """{(organisation, unit, year): people who hold LĐTT or CSTT by the register}. No decision comes before the year of
    its achievement, so older ones are not looked at."""
    listed = list(cases)
    since_then = Period(date(min(one.year for one in listed), 1, 1), None)
    rows = (
        Honour.objects.in_force()
        .decided_during(since_then)
        .filter(
            organisation__in={one.subject.organisation_id for one in listed},
            unit_key__in={one.subject.unit_key for one in listed},
            achievement_year__in={one.year for one in listed},
            award__code__in=ADVANCED,
        )
    )
    counted = rows.values_list("organisation", "unit_key", "achievement_year").annotate(Count("pk")).order_by()
    return {(organisation, unit, year): count for organisation, unit, year, count in counted}


def _base(case: "CaseAsked", base_of: str, years: Years, held) -> tuple[int | None, int | None]:
    """(as far as is known, what it may still become)"""
    recorded = next((one for one in years.get(case.subject.collective_id or 0, ()) if one.year == case.year), None)
    if base_of == Base.HEADCOUNT:
        known = recorded.headcount if recorded else None
        return known, known
    if recorded is not None and recorded.advanced is not None:
        return recorded.advanced, recorded.advanced
    counted = held.get((*_unit(case), case.year))
    return counted, (recorded.headcount if recorded and recorded.headcount is not None else NO_BOUND)
