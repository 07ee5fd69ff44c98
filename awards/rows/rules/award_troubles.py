"""What is told of an award that was not recognised, by the reason. Pure."""

from awards.catalogue.rules.recognise import Reason
from awards.rows.rules.reading import RowTrouble

AWARD_TROUBLES = {
    Reason.SEVERAL: RowTrouble.AWARD_SEVERAL,
    Reason.CLASS_MISSING: RowTrouble.AWARD_CLASS_MISSING,
    Reason.NO_SUCH_CLASS: RowTrouble.AWARD_CLASS_WRONG,
    Reason.OTHER_BODY: RowTrouble.AWARD_OF_OTHER_BODY,
    Reason.UNKNOWN: RowTrouble.AWARD_UNKNOWN,
}
