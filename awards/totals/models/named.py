"""The honours that the register names of what a total declares."""

from urllib.parse import urlencode

from awards.register.models.honour import Honour, HonourQuerySet
from awards.totals.models.total import DeclaredTotal
from awards.totals.rules.terms import KINDS, Measure, TotalSubject
from emulation.core.dates import format_date


def named_rows(total: DeclaredTotal) -> HonourQuerySet | None:
    """None where the register cannot know: of what was handed over, of campaigns."""
    if total.measure not in (Measure.GIVEN, Measure.DIRECT_SHARE):
        return None
    rows = Honour.objects.in_force().of_organisations([total.organisation_id]).decided_during(total.during)
    if total.report_line_id is not None:
        rows = rows.filter(award__report_line=total.report_line_id)
    return rows.filter(award__level=total.level) if total.level else rows


def query_of(total: DeclaredTotal) -> str:
    """The filters of the register that open those rows."""
    first, last = total.during.start, total.during.last_day
    asked = {
        "don-vi": total.organisation_id,
        "tu": format_date(first) if first else "",
        "den": format_date(last) if last else "",
        "dong": total.report_line.code if total.report_line else "",
        "cap": total.level,
        "doi-tuong": KINDS[TotalSubject(total.subject)] if total.subject in KINDS else "",
    }
    return urlencode({name: value for name, value in asked.items() if value})
