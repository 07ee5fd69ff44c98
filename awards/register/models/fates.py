"""What a merger does with honours, lists and totals: they stay with the body they were made for."""

from emulation.core.fates import Fate

OF_AWARDS = dict.fromkeys(
    (
        "awards.HonourBatch.organisation",
        "awards.ColumnMemory.organisation",
        "awards.Honour.organisation",
        "awards.DeclaredTotal.organisation",
        "awards.TotalsSource.organisation",
        "awards.HonourTally.organisation",
    ),
    Fate.STAYS,
)

UNTOLD = ("awards.ColumnMemory.organisation", "awards.HonourTally.organisation", "awards.TotalsSource.organisation")
