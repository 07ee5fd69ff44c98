"""Why a total is not taken, in sentences."""

from django.utils.translation import gettext_lazy as _

NOT_YOURS = _("Only an officer of this organisation declares its totals.")
NOTHING_SAID = _("Fill in at least one line of the table.")
NOT_BEGUN = _("This period has not begun yet, so there is nothing to declare.")
AFTER_TODAY = _("The day of the document lies after today, %(day)s.")
BEFORE_PERIOD = _(
    "The document is of %(day)s, before the period begins on %(first)s. Look at its day and at the period."
)
NEGATIVE = _("“%(seen)s” is below zero; a total counts from 0 up.")
ABSURD = _("“%(seen)s” is more than any organisation declares (at most %(most)s). Look at the number again.")
NO_SHARE = _("“%(seen)s” is no share: it lies between 0%% and 100%%, with at most two decimals.")
WANTS_SUBJECT = _("Say whom it counts: collectives, individuals, households, together or times.")
WANTS_NO_SUBJECT = _("This counts nobody apart; leave “whom” empty.")
WANTS_NO_AWARD = _("A number of campaigns is of no award and of no level; leave it at all.")
SHARE_BY_LEVEL = _("A share is declared of all awards or of a level, not of one award.")
SMALLER = _(
    "%(declared)s is smaller than what the register already names: %(named)s honours (%(content)s, %(organisation)s, "
    "%(period)s). Correct the number, or look at those rows of the register."
)
TWICE = _("It is declared already: %(content)s of %(period)s is %(number)s by %(source)s. Correct that one instead.")
UNCHANGED = _("Nothing was changed. Change what is wrong, or cancel.")
NOT_NEWEST = _("This total was changed since you opened this page. Look at it as it is now, then decide.")
WITHDRAWN = _("This total was withdrawn; declare it anew.")
