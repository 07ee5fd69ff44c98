"""What a merger does with honours and lists: they stay with the body they were made for."""

from emulation.core.fates import Fate

OF_AWARDS = dict.fromkeys(
    (
        "awards.HonourBatch.organisation",
        "awards.ColumnMemory.organisation",
        "awards.Honour.organisation",
        "awards.HonourTotal.organisation",
        "awards.HonourTally.organisation",
    ),
    Fate.STAYS,
)

UNTOLD = ("awards.ColumnMemory.organisation", "awards.HonourTally.organisation")
