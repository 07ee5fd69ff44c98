"""A line that went with its list, and the line by which the decision on a dossier stands since."""

from awards.register.models.honour import Honour
from awards.register.rules.terms import HonourStatus

THE_SAME = ("organisation_id", "award_id", "subject_kind", "decision_date", "sort_key")


def undone_before(line: Honour) -> Honour | None:
    """With its list; no query where the line came by no dossier."""
    if not line.from_dossier:
        return None
    rows = Honour.objects.filter(**_same_as(line), status=HonourStatus.UNDONE, batch__isnull=False)
    return rows.select_related("batch").order_by("-pk").first()


def line_instead_of(undone: Honour) -> Honour | None:
    if undone.status != HonourStatus.UNDONE:
        return None
    return Honour.objects.in_force().filter(**_same_as(undone), from_dossier=True).order_by("pk").first()


def _same_as(line: Honour) -> dict:
    return {column: getattr(line, column) for column in THE_SAME}
