"""A draft read anew from the data of today, and what differs in it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from clusters.membership.rules.half_years import Days
from clusters.organisations.rules.units_of_today import Units
from emulation.core import clock
from emulation.core.errors import Refusal
from reports.document.rules.comparison import Change, changes, is_of_the_same_hand
from reports.document.rules.document import Document
from reports.runs.actions.drafts import computed_of
from reports.runs.actions.marks import paper_of_draft
from reports.runs.models.drafts import Choice, DraftDecision
from reports.runs.models.kinds import DoesNotAddUp, reading_of
from reports.runs.models.report import Report


@dataclass(frozen=True)
class NewerData:
    """`document`: the same draft made of the data of `day`, with so many honours in all; `at`: when it was read."""

    document: Document
    total: int
    day: date
    at: datetime


@dataclass(frozen=True)
class Changes:
    """Of a draft. `kept`: those of which the old was decided to stay."""

    newer: NewerData
    open: tuple[Change, ...]
    kept: tuple[Change, ...]


def newer_data(report: Report, *, on: date) -> NewerData:
    """Reads of one moment, so outside any transaction. Refused where no such draft could be made today."""
    at = clock.now()
    try:
        document, total = reading_of(report.kind)(
            report.subject, report.half, as_of=on, units=Units(report.units), days=Days(report.days)
        )
    except LookupError as error:
        raise Refusal(
            _("Nobody holds the post of head in this cluster year; have it recorded first.")
            if report.cluster_year
            else _("%(province)s did not exist in this period. Choose another year.") % {"province": report.province}
        ) from error
    except DoesNotAddUp as error:
        raise Refusal(
            _("The parts of the report do not add up to its total, so it was not made. Tell the system administrator.")
        ) from error
    newer = paper_of_draft(report, document)
    if not is_of_the_same_hand(computed_of(report), newer):
        raise Refusal(
            _(
                "Who issues, signs or receives this report is another than when the draft was made, so single places "
                "of it are not brought up to date. Make the report again; what you worded is taken along."
            )
        )
    return NewerData(newer, total, on, at)


def changes_of(report: Report, newer: NewerData) -> Changes:
    found = changes(computed_of(report), newer.document)
    kept = set(DraftDecision.objects.filter(report=report, choice=Choice.KEEP).values_list("key", flat=True))
    return Changes(
        newer,
        tuple(one for one in found if one.key not in kept),
        tuple(one for one in found if one.key in kept),
    )


def places_behind(report: Report, *, on: date) -> int:
    """How many places of a draft would read otherwise by the data of `on`, without those whose old was decided to
    stay. Refused as `newer_data` is."""
    return len(changes_of(report, newer_data(report, on=on)).open)
