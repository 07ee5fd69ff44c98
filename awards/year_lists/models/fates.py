"""What a merger does with lists of years: they stay with the body that sent them in."""

from emulation.core.fates import Fate

OF_YEAR_LISTS = {"awards.YearList.organisation": Fate.STAYS}
