"""The subject of a report while one is asked for: under lock, with the days it counts and who makes it."""

from django.utils.translation import gettext as _

from clusters.membership.rules.half_years import Days, span
from clusters.models import ClusterYear, Organisation
from emulation.core.errors import Refusal
from emulation.core.period import Period
from reports.runs.models.provinces import days_of
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


def maker_or_refusal(subject: Subject, on) -> Organisation:
    try:
        return maker_of(subject, on)
    except LookupError as error:
        raise Refusal(_("Nobody holds the post of head in this cluster year; have it recorded first.")) from error
