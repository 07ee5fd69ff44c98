"""What a merger does with dossiers: they stay with the bodies they name; successors reach them by lineage."""

from emulation.core.fates import Fate

OF_NOMINATIONS = dict.fromkeys(
    (
        "awards.Nomination.organisation",
        "awards.Nomination.holder",
        "awards.Nomination.province",
        "awards.Nomination.board",
        "awards.Nomination.subject",
        "awards.NominationPaper.body",
        "awards.NominationComment.body",
        "awards.RuleOverride.body",
        "awards.Consultation.asker",
        "awards.Consultation.body",
    ),
    Fate.STAYS,
)
