"""The six-month report over 23.735 honours, step by step and as the worker makes it.

Floors: for counting, the bare GROUP BY over the register; for a format, the same renderer on a document without
blocks. Formats are timed the first time in a process, for typst remembers what it has set: again is almost nothing.
"""

import statistics
import time
from dataclasses import replace

from bench.apart import apart, held_mib, peak_mib
from bench.table import Table, say
from bench.turns import in_turns

TIMES, PASSES = 15, 3
TOTAL = 23_735
CLUSTER, YEAR, HALF = "CUM_5TP", 2023, 1
OFFICERS = ("cantho", "hanoi", "haiphong", "danang", "hochiminh")
COUNT_LIMIT = 5
RENDER_LIMITS = {"docx": 6, "pdf": 12, "xlsx": 15, "html": 10}
GROUPED = """
SELECT organisation_id, award_id, subject_kind, way, target_group, count(*) FROM awards_honour
WHERE decision_date >= '2023-01-01' AND decision_date < '2023-07-01' GROUP BY 1, 2, 3, 4, 5
"""


def measure_report(table: Table) -> None:
    asked, whole = apart(time_asking), apart(make_in_worker)
    full, empty = ([apart(first_of_each, blank) for _pass in range(PASSES)] for blank in (False, True))
    table.head(f"six-month report of {TOTAL} honours")
    table.measured("counting the register", asked["collect"], floor=asked["floor"], limit=COUNT_LIMIT)
    table.measured("composing", asked["compose"])
    for form, limit in RENDER_LIMITS.items():
        seconds, floor = (statistics.median(pass_[form] for pass_ in passes) for passes in (full, empty))
        table.measured(f"writing {form}", seconds, floor=floor, limit=limit)
    table.measured("asked for to filed, a worker's first", whole["first"])
    table.measured("asked for to filed, its second", whole["second"])
    if whole["peak"] is not None:
        say(f"peak memory of the report: {whole['peak']:.0f} MiB ({whole['before']:.0f} before it began)")


def time_asking() -> dict[str, float]:
    """Seconds of collecting, its floor, composing."""
    from django.db import connection  # noqa: PLC0415  (after django.setup)

    from reports.six_month.compose import compose  # noqa: PLC0415
    from reports.six_month.material.collect import collect  # noqa: PLC0415

    def grouped():
        with connection.cursor() as cursor:
            cursor.execute(GROUPED)
            return cursor.fetchall()

    year, today = _cluster_year()
    material = collect(year, HALF, as_of=today)
    if not material.counted.total == sum(row[-1] for row in grouped()) == TOTAL:
        raise SystemExit(f"the report counts {material.counted.total} honours instead of {TOTAL}")
    works = {
        "collect": lambda: collect(year, HALF, as_of=today),
        "floor": grouped,
        "compose": lambda: compose(material),
    }
    return in_turns(works, times=TIMES)


def first_of_each(blank: bool) -> dict[str, float]:
    """{format: seconds of the first time in this process}; `blank`: without blocks and annexes."""
    from reports.document.render import docx, html, pdf, xlsx  # noqa: PLC0415
    from reports.six_month.compose import compose  # noqa: PLC0415
    from reports.six_month.material.collect import collect  # noqa: PLC0415  (after django.setup)

    year, today = _cluster_year()
    document = compose(collect(year, HALF, as_of=today))
    if blank:
        document = replace(document, blocks=(), annexes=())
    taken = {}
    for form, renderer in (("docx", docx), ("pdf", pdf), ("xlsx", xlsx), ("html", html)):
        began = time.perf_counter()
        renderer.render(document)
        taken[form] = time.perf_counter() - began
    return taken


def make_in_worker() -> dict:
    """In seconds, twice in the same process as a worker would: fonts and templates are read for the first."""
    from reports.models import Report, ReportState  # noqa: PLC0415  (after django.setup)

    before = held_mib()
    first, second = _ask_and_make(), _ask_and_make()
    done = Report.objects.filter(state=ReportState.DRAFT, total=TOTAL)
    if any(report.files.count() != 3 for report in done) or len(done) != 2:
        raise SystemExit("the report was not made")
    return {"first": first, "second": second, "before": before, "peak": peak_mib()}


def _ask_and_make() -> float:
    from clusters.people.models.scope import actor_of  # noqa: PLC0415  (after django.setup)
    from emulation.core.models import User  # noqa: PLC0415
    from emulation.core.tasks import run_job  # noqa: PLC0415
    from reports.runs.actions.making import ask_for_report  # noqa: PLC0415

    year, today = _cluster_year()
    officers = (actor_of(User.objects.get(username=name), on=today) for name in OFFICERS)
    head = next(actor for actor in officers if year.pk in actor.headed)
    began = time.perf_counter()
    run_job(ask_for_report(year, HALF, actor=head, on=today).job_id)
    return time.perf_counter() - began


def _cluster_year():
    from clusters.models import ClusterYear  # noqa: PLC0415  (after django.setup)
    from emulation.core import clock  # noqa: PLC0415

    years = ClusterYear.objects.select_related("cluster__owner")
    return years.get(cluster__code=CLUSTER, year=YEAR), clock.today()
