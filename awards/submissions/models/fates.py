"""What a merger does with lists of proposals: they stay with the body that sent them in."""

from emulation.core.fates import Fate

OF_SUBMISSIONS = {"awards.Submission.organisation": Fate.STAYS}
