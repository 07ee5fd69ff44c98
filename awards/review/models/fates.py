"""What a merger does with reviews: they stay with the body whose desk it was; the successor reaches them by lineage."""

from emulation.core.fates import Fate

OF_REVIEWS = dict.fromkeys(
    ("awards.Review.body", "awards.BulkDeed.body", "awards.Feedback.body"),
    Fate.STAYS,
)
