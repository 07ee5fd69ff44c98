"""Six-month reports in sentences: what hinders their signature."""

from django.utils.translation import gettext_lazy as _

from reports.runs.rules.flow import ReportHindrance

HINDRANCES = {
    ReportHindrance.FOR_COMPARISON: _(
        "A report by today's units is for comparison only and is not signed. What is signed is the report by the units "
        "of the time."
    )
}
