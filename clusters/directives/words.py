"""What became of a row of a sheet of directives, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clusters.directives.rules.rows import RowFate
from clusters.indicators.models.wording import TARGET_KINDS
from clusters.indicators.rules.terms import TargetKind
from clusters.sheets.rules import ReadRow

ROWS = {
    RowFate.IS_A_SUM: gettext_lazy("a sum, no target"),
    RowFate.REPEATED: gettext_lazy("the same target of this document stands at %(seen)s already"),
    RowFate.RECORDED: gettext_lazy("recorded already"),
    RowFate.OF_ANOTHER: gettext_lazy("issued by %(seen)s, which enters its own documents; no row of this office"),
    RowFate.NO_NUMBER: gettext_lazy("without number and symbol of a document, and none stands above it"),
    RowFate.OTHER_DOCUMENT: gettext_lazy(
        "“%(seen)s” is not of the document above it; write the number and symbol of its own document"
    ),
    RowFate.NOT_AS_STATED: gettext_lazy(
        "“%(seen)s” differs from what stands above or is recorded of this document; put right whichever is wrong"
    ),
    RowFate.TOO_LONG: gettext_lazy("“%(seen)s” is too long; shorten it"),
    RowFate.KIND_UNKNOWN: gettext_lazy("“%(seen)s” is no kind; write Chỉ thị, Kế hoạch or Văn bản"),
    RowFate.NO_DAY: gettext_lazy("“%(seen)s” is no day; write it as 31/12/2023"),
    RowFate.AHEAD: gettext_lazy("the day of the document %(seen)s is still to come"),
    RowFate.NOT_THEN: gettext_lazy("the office did not exist on %(seen)s"),
    RowFate.NO_YEAR: gettext_lazy("“%(seen)s” is no year of emulation; write it as 2023"),
    RowFate.YEAR_APART: gettext_lazy("a document for %(seen)s is signed in that year or in the one before"),
    RowFate.BASIS_LATER: gettext_lazy("“%(seen)s” is of a day after the document itself"),
    RowFate.BASIS_OF_LATER_YEAR: gettext_lazy("“%(seen)s” bears a year after that of the document itself"),
    RowFate.NO_TARGET: gettext_lazy("does not say what is to reach “%(seen)s”"),
    RowFate.NO_VALUE: gettext_lazy("says no target; write it as the document prints it"),
    RowFate.VALUE_UNREAD: gettext_lazy(
        "“%(seen)s” cannot be read as a target; write a figure, two bounds, or a figure with từ … trở lên"
    ),
}


def row_in_words(row: ReadRow) -> str:
    if row.texts is None:
        return str(ROWS[row.fate]) % {"seen": row.seen}
    said = [_("the document is recorded already, only its target is added")] if row.fate is RowFate.ADDED else []
    if printed := row.texts.get("target_kind"):
        said.append(_("target read as: %(kind)s") % {"kind": TARGET_KINDS[TargetKind(printed)]})
    return "; ".join(said)
