"""The fixed terms of totals without names. Keys are permanent; their words stand in `totals.models.wording`."""

from enum import StrEnum

from awards.catalogue.rules.terms import SubjectKind


class Measure(StrEnum):
    """What a total counts. DIRECT_SHARE: of individuals awarded, the per cent that are direct workers; CAMPAIGNS:
    thematic emulation campaigns; HANDED_OVER: awards handed over at the conference that closes the period."""

    GIVEN = "given"
    HANDED_OVER = "handed_over"
    DIRECT_SHARE = "share"
    CAMPAIGNS = "campaigns"


class TotalSubject(StrEnum):
    """Whom a total counts. TOGETHER: printed together, never split by kind; TIMES: every time somebody was awarded,
    whoever it was (lượt)."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"
    HOUSEHOLD = "household"
    TOGETHER = "together"
    TIMES = "times"


class TotalState(StrEnum):
    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"


OF_AWARDS = (Measure.GIVEN, Measure.HANDED_OVER)
MOST = 9_999_999
KINDS = {
    TotalSubject.COLLECTIVE: SubjectKind.COLLECTIVE,
    TotalSubject.INDIVIDUAL: SubjectKind.INDIVIDUAL,
    TotalSubject.HOUSEHOLD: SubjectKind.HOUSEHOLD,
}
PARTS = (*KINDS, TotalSubject.TOGETHER)
