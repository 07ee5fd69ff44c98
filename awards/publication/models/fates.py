"""What a merger does with lists under consultation: they stay with the body that laid them out."""

from emulation.core.fates import Fate

OF_PUBLICATIONS = {"awards.Publication.body": Fate.STAYS}
