"""What an export tells: a list of what is allowed, so that nothing personal comes out by being forgotten.

Birth dates and identity numbers are in no export, not even of an office's own lines: its lists hold them already, and a
file goes on travelling after its rights were judged.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class ExportColumn:
    """`width` in characters."""

    title: str
    width: int
    read: Callable[..., str | int | date | None]


COLUMNS = (
    ExportColumn(_("Name as in the decision"), 34, lambda honour, award: honour.name),
    ExportColumn(_("Subject"), 14, lambda honour, award: str(honour.get_subject_kind_display())),
    ExportColumn(_("Position"), 28, lambda honour, award: honour.position),
    ExportColumn(_("Unit"), 38, lambda honour, award: honour.unit),
    ExportColumn(
        _("Target group"),
        28,
        lambda honour, award: str(honour.get_target_group_display()) if honour.target_group else "",
    ),
    ExportColumn(_("Award"), 44, lambda honour, award: award),
    ExportColumn(_("Way"), 16, lambda honour, award: str(honour.get_way_display())),
    ExportColumn(_("Year of the achievement"), 12, lambda honour, award: honour.achievement_year),
    ExportColumn(_("Decision number"), 20, lambda honour, award: honour.decision_number),
    ExportColumn(_("Decision date"), 14, lambda honour, award: honour.decision_date),
    ExportColumn(_("Office of the signer"), 30, lambda honour, award: honour.signer_office),
    ExportColumn(_("Organisation"), 28, lambda honour, award: str(honour.organisation)),
)
