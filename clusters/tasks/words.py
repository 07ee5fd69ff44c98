"""What became of a row of a sheet of tasks, in sentences."""

from django.utils.translation import gettext_lazy as _

from clusters.sheets.rules import ReadRow
from clusters.tasks.rules.rows import RowFate

ROWS = {
    RowFate.IS_A_SUM: _("a sum, no task"),
    RowFate.REPEATED: _("the same task stands at %(seen)s already"),
    RowFate.RECORDED: _("recorded already by your office"),
    RowFate.GIVEN_TO: _("“%(seen)s” was given this already, due on the same day; write only the others"),
    RowFate.OF_ANOTHER: _("followed up by %(seen)s, which enters its own; no row of this office"),
    RowFate.ANSWERED: _("a request with its answer; enter it without, then record the answer on its page"),
    RowFate.NO_TEXT: _("does not say what is to be done; write it"),
    RowFate.TOO_LONG: _("“%(seen)s” is too long; shorten it"),
    RowFate.KIND_UNKNOWN: _("“%(seen)s” is no kind; write Nhiệm vụ or Kiến nghị"),
    RowFate.NO_GIVER: _("does not say which office gave it; of a request, which asks"),
    RowFate.NO_UNIT: _("names no unit that is to do it; write one or several, parted by semicolons"),
    RowFate.REQUEST_OF_UNITS: _("a request is addressed to a higher level; leave its units empty"),
    RowFate.REQUEST_OF_DIRECTIVE: _("a directive gives tasks, no requests; send requests in without a directive"),
    RowFate.UNIT_UNKNOWN: _("no unit “%(seen)s” stands today that your office may give a task to; write its full name"),
    RowFate.UNIT_SHARED: _("several units are called “%(seen)s”; write the name with that of the body above it"),
    RowFate.NO_DAY: _("“%(seen)s” is no day; write it as 31/12/2023"),
    RowFate.DUE_BEFORE: _("due on %(seen)s, before it was given"),
}


def row_in_words(row: ReadRow) -> str:
    return "" if row.is_taken else str(ROWS[row.fate]) % {"seen": row.seen}
