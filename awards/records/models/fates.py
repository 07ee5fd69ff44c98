"""What a merger does with records of subjects: they stay with the body they were made for; its successor reads them."""

from emulation.core.fates import Fate

OF_RECORDS = dict.fromkeys(
    (
        "awards.Subject.organisation",
        "awards.Subject.body",
        "awards.YearRecord.organisation",
        "awards.DeclaredHonour.organisation",
        "awards.TitleShare.organisation",
    ),
    Fate.STAYS,
)
