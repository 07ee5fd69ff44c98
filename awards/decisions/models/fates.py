"""What a merger does with decisions: they stay with the body that made them."""

from emulation.core.fates import Fate

OF_DECISIONS = {"awards.Decision.body": Fate.STAYS}
