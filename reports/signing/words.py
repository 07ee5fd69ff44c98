"""What stands in the way of a signature, and what it makes final, in sentences."""

from django.utils.translation import gettext_lazy as _

from reports.document.rules.issuer import CapacityCode

CAPACITIES = {
    CapacityCode.SECRETARY: _("Secretary"),
    CapacityCode.CHAIR: _("In the chair"),
}
IN_THE_FUTURE = _("The paper is dated %(day)s, which has not come yet. Enter the day on which it is signed.")
HAS_MARKUP = _("“<” and “>” stand in no place, office or name. Write it as the paper is to print it.")
NUMBER_USED = _(
    "Number %(number)s of %(year)s was given to “%(paper)s”. Enter the number that the office gave this one."
)
FINAL_FOR_ALL = (
    _("The contents, the number, the day and who signed no longer change, and nobody deletes them."),
    _("The files are made anew with the number, the day and the name, and kept with their checksums."),
    _("The number is used up: no other paper of this year bears it."),
)
FINAL_MINUTES = _("Whoever may read the conference gets these minutes.")
FINAL_RESULT = _("Whoever may read the result gets this paper. Only a later act changes the result.")
