"""Which shares of an award hold for a case: the province's own, and the law's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from awards.eligibility.models.shares import TitleShare
from awards.procedures.models.measures import ProcedureMeasure
from awards.procedures.rules.terms import MeasureKind, fits_share

if TYPE_CHECKING:
    from awards.eligibility.models.cases import CaseAsked


@dataclass(frozen=True)
class Share:
    """`base`: of what it is taken; `is_suggestion`: nobody verified it against the law."""

    percent: Decimal
    base: str
    legal_basis: str
    is_suggestion: bool


class SharesInForce:
    """Of some cases, asked in two queries. `own`: {office: what it goes on}"""

    def __init__(self, cases: "Iterable[CaseAsked]", own: Mapping[int, frozenset[int]]):
        self.own = own
        codes = {one.award.code for one in cases}
        self.set_by_provinces = list(
            TitleShare.objects.filter(
                organisation__in={pk for group in own.values() for pk in group}, award__code__in=codes
            ).select_related("award")
        )
        self.of_procedures = list(
            ProcedureMeasure.objects.filter(
                kind=MeasureKind.QUOTA_SHARE, procedure__award__code__in=codes
            ).select_related("procedure__award")
        )

    def of(self, case: "CaseAsked") -> list[Share]:
        """The province's own in place of the law's while that is not verified; beside it once it is, for a province
        only goes lower."""
        own = [
            Share(one.share_percent, one.base, one.document, is_suggestion=False)
            for one in self.set_by_provinces
            if one.organisation_id in self.own[case.subject.organisation_id]
            and one.award.code == case.award.code
            and fits_share(one.award.code, one.base)
            and one.during.contains(case.on)
        ]
        of_law = [
            Share(one.number, one.base, one.provision, is_suggestion=not one.verified)
            for one in self.of_procedures
            if one.procedure.award.code == case.award.code and one.procedure.during.contains(case.on)
        ]
        return own[:1] + [one for one in of_law if not (own and one.is_suggestion)]
