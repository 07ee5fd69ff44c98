"""What a merger does with conflicts of interest: they stay with the body whose desk it was; lines of succession carry
them on by themselves."""

from emulation.core.fates import Fate

OF_CONFLICTS = dict.fromkeys(
    ("awards.NominationHand.body", "awards.Recusal.body", "awards.Namesake.body", "awards.NominationStep.desk"),
    Fate.STAYS,
)
