"""For which halves of a cluster's year, or for the whole of it (0), a report is signed."""

from reports.runs.models.report import Report, ReportState


def signed_halves(cluster_year_id: int) -> frozenset[int]:
    signed = Report.objects.filter(cluster_year=cluster_year_id, state=ReportState.SIGNED)
    return frozenset(signed.values_list("half", flat=True))
