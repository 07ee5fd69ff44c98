"""What a merger does with reports: each stays under the name of who made it, and of who signed it."""

from emulation.core.fates import Fate

OF_REPORTS = {
    "reports.Report.organisation": Fate.STAYS,
    "reports.Report.province": Fate.STAYS,
    "reports.Passage.province": Fate.STAYS,
    "reports.BatchPart.province": Fate.STAYS,
    "reports.ScheduledDraft.province": Fate.STAYS,
    "reports.SignedPaper.organisation": Fate.STAYS,
}
