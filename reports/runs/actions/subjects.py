"""The subject of a report while one is asked for: under lock, with the days it counts and who makes it."""

from datetime import date

from django.utils.translation import gettext as _

from clusters.membership.rules.half_years import Days, span
from clusters.models import ClusterYear, Organisation
from emulation.core.errors import Refusal
from emulation.core.period import Period
from reports.runs.models.kinds import entry_of
from reports.runs.models.provinces import days_of, has_records
from reports.runs.models.subject import ProvinceYear, Subject, maker_of


def locked_subject(subject: Subject) -> Subject:
    if isinstance(subject, ProvinceYear):
        kept = Organisation.objects.select_for_update(of=("self",)).get(pk=subject.province.pk)
        return ProvinceYear(kept, subject.year)
    return ClusterYear.objects.select_for_update(of=("self",)).select_related("cluster").get(pk=subject.pk)


def period_of(subject: Subject, half: int, days: Days) -> Period:
    """What it is to count; a province, on the days on which it existed."""
    if not isinstance(subject, ProvinceYear):
        return span(subject.year, half, days)
    existed = days_of(subject.province, subject.year, half, days)
    if existed is None:
        raise Refusal(
            _("%(province)s did not exist in this period. Choose another year.") % {"province": subject.province},
            field="year",
        )
    return existed


def begun_period(kind: str, subject: Subject, half: int, days: Days, on: date) -> Period:
    """What it is to count; refused as long as its first day is still to come, or where nothing is recorded of it."""
    period = period_of(subject, half, days)
    if period.start is not None and on < period.start:
        raise Refusal(str(entry_of(kind).not_begun), field="half")
    require_records(subject, half, days)
    return period


def is_told_of(subject: Subject, half: int, days: Days) -> bool:
    """Whether anything is recorded that a report could tell; a cluster's year is opened first, and its report names
    each silence."""
    return not isinstance(subject, ProvinceYear) or has_records(subject.province, subject.year, half, days)


def require_records(subject: Subject, half: int, days: Days) -> None:
    """A period of which nothing was ever recorded is refused: its report would say that nothing was done."""
    if isinstance(subject, ProvinceYear) and not is_told_of(subject, half, days):
        raise Refusal(
            _(
                "Nothing is recorded of %(province)s in this period: no honours, no cluster year, no totals, no "
                "conference, no text. Choose another period, or enter its data first."
            )
            % {"province": subject.province},
            field="year",
        )


def maker_or_refusal(subject: Subject, on) -> Organisation:
    try:
        return maker_of(subject, on)
    except LookupError as error:
        raise Refusal(_("Nobody holds the post of head in this cluster year; have it recorded first.")) from error
