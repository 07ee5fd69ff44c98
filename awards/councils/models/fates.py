"""What a merger does with Councils: each stays with its body; the successor's Council is established anew."""

from emulation.core.fates import Fate

OF_COUNCILS = {"awards.Council.body": Fate.STAYS}
