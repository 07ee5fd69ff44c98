"""The year-end report over 250.000 honours in four formats, and reports of every province made together.

Floors: the bare GROUP BY over the register, and the same renderers on documents without blocks.
"""

import time
from dataclasses import replace

from bench.apart import apart, held_mib, peak_mib
from bench.registering import REGISTER_SQL
from bench.table import Table, say

HONOURS, PROVINCES = 250_000, 63
CLUSTER, YEAR = "CUM_5TP", 2022
YEAR_END_SECONDS, BATCH_SECONDS, MOST_MIB = 10, 120, 400
YEAR_END_LIMIT, BATCH_LIMIT = 10, 20
FILL_SQL = (
    REGISTER_SQL.replace("kind IN ('province', 'city')", "code IN ('01', '31', '48', '79', '92')")
    .replace("'2014-01-01'", "'2022-01-03'")
    .replace("3467", "360")
)
OF_EACH = 10
EVERY_PROVINCE_SQL = REGISTER_SQL.replace("'2014-01-01'", "'2023-01-03'").replace("3467", "150")
GROUPED = """
SELECT organisation_id, award_id, subject_kind, way, target_group, count(*) FROM awards_honour
WHERE decision_date >= '2022-01-01' AND decision_date < '2023-01-01' GROUP BY 1, 2, 3, 4, 5
"""


def measure_reports_of_years(table: Table) -> None:
    from django.db import connection  # noqa: PLC0415  (after django.setup)

    with connection.cursor() as cursor:
        cursor.execute(FILL_SQL, [1, HONOURS])
        cursor.execute(EVERY_PROVINCE_SQL, [1, PROVINCES * OF_EACH])  # of whom nothing is recorded there is no report
        cursor.execute("VACUUM ANALYZE awards_honour")
        cursor.execute("VACUUM ANALYZE awards_honourtally")
    table.head(f"year-end report of {HONOURS:,} honours, and six-month reports of all provinces")
    for title, work, limit, most in (
        ("collected, composed, four formats", make_year_end, YEAR_END_LIMIT, YEAR_END_SECONDS),
        ("a batch of provinces, PDF", make_batch, BATCH_LIMIT, BATCH_SECONDS),
    ):
        told = apart(work)
        table.measured(title, told["seconds"], floor=told["floor"], limit=limit)
        say(f"{told['made']}: {told['seconds']:.1f} s of {most} s allowed; peak {told['peak']:.0f} MiB of {MOST_MIB}")


def make_year_end() -> dict:
    from django.db import connection  # noqa: PLC0415  (after django.setup)

    from clusters.models import ClusterYear  # noqa: PLC0415
    from emulation.core import clock  # noqa: PLC0415
    from reports.document.render import docx, html, pdf, xlsx  # noqa: PLC0415
    from reports.year_end.compose import compose  # noqa: PLC0415
    from reports.year_end.material import collect_year  # noqa: PLC0415

    def render(document) -> float:
        began = time.perf_counter()
        for renderer in (docx, pdf, xlsx, html):
            renderer.render(document)
        return time.perf_counter() - began

    year = ClusterYear.objects.select_related("cluster__owner").get(cluster__code=CLUSTER, year=YEAR)
    began = time.perf_counter()
    document = compose(collect_year(year, as_of=clock.today()))
    seconds = time.perf_counter() - began + render(document)
    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(GROUPED)
        counted = sum(row[-1] for row in cursor.fetchall())
    floor = time.perf_counter() - began + render(replace(document, blocks=(), annexes=()))
    if counted < HONOURS:
        raise SystemExit(f"the register holds {counted} honours of {YEAR} instead of {HONOURS}")
    return {"seconds": seconds, "floor": floor, "peak": peak_mib() or held_mib() or 0, "made": f"{counted:,} honours"}


def make_batch() -> dict:
    from clusters.people.models.scope import actor_of  # noqa: PLC0415  (after django.setup)
    from emulation.core import clock  # noqa: PLC0415
    from emulation.core.models import User  # noqa: PLC0415
    from emulation.core.tasks import run_job  # noqa: PLC0415
    from reports.batches.actions import ask_for_batch  # noqa: PLC0415
    from reports.batches.models import BatchScope, PartState  # noqa: PLC0415
    from reports.runs.models.kinds import FileFormat  # noqa: PLC0415

    on = clock.today()
    central = actor_of(User.objects.get(username="trunguong"), on=on)
    began = time.perf_counter()
    batch = ask_for_batch(BatchScope.PROVINCES, 2023, 1, form=FileFormat.PDF, actor=central, on=on)
    run_job(batch.job_id)
    seconds = time.perf_counter() - began
    made = batch.parts.filter(state=PartState.MADE).count()
    if made != batch.parts.count():
        raise SystemExit(f"{made} of {batch.parts.count()} reports were made")
    floor = _blank_papers(made)
    return {"seconds": seconds, "floor": floor, "peak": peak_mib() or held_mib() or 0, "made": f"{made} reports"}


def _blank_papers(number: int) -> float:
    """Seconds for so many PDF files without blocks, no two of them the same: typst remembers what it has set."""
    from datetime import date  # noqa: PLC0415

    from reports.document.render import pdf  # noqa: PLC0415  (after django.setup)
    from reports.document.rules.document import Document, Letterhead  # noqa: PLC0415

    began = time.perf_counter()
    for at in range(number):
        blank = Document(Letterhead("CƠ QUAN"), "BC-CQ", "Hà Nội", f"Báo cáo thứ {at}", date(YEAR, 12, 31), ())
        pdf.render(blank)
    return time.perf_counter() - began
