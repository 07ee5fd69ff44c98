"""What an operator's Prometheus asks of a web server: requests it answered, and how the work behind it stands.

Each process of the server writes its own counts in `METRICS_DIR` (the library is told by the settings); whichever
answers adds them up. How jobs and seals stand is asked of the database at that moment, so every server says the same.
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import cache

from django.conf import settings
from django.db import Error
from django.db.models import Count, Min, Q
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from emulation.core import clock
from emulation.core.actions.audit import Outside, outside
from emulation.core.models import AuditEntry, AuditSeal, Job, JobState

RESERVED = 256 * 1024  # bytes of each file of counts; all that the labels below can fill
METHODS = {"GET", "HEAD", "POST"}
REQUESTS = Counter("thidua_requests", "Requests answered.", ["method", "status"])
SECONDS = Histogram(
    "thidua_request_seconds",
    "How long answers took.",
    ["method"],
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
)


class MetricsMiddleware:
    """Counts every answer but those to the machines that watch."""

    def __init__(self, get_response):
        self.get_response = get_response
        settings.METRICS_DIR.mkdir(parents=True, exist_ok=True)

    def __call__(self, request):
        began = time.perf_counter()
        response = self.get_response(request)
        if not _may_count():
            return response
        method = request.method if request.method in METHODS else "other"
        REQUESTS.labels(method, response.status_code).inc()
        SECONDS.labels(method).observe(time.perf_counter() - began)
        return response


def _may_count() -> bool:
    """Counts lie in memory mapped from files. Where the disk has no block for what is written there, the machine ends
    the process, so the blocks are reserved first; without them nothing is counted."""
    try:
        _reserve(os.getpid())
    except OSError:
        return False
    return True


@cache
def _reserve(process: int) -> None:
    for kind in ("counter", "histogram"):
        with open(settings.METRICS_DIR / f"{kind}_{process}.db", "ab") as file:
            os.posix_fallocate(file.fileno(), 0, RESERVED)


class Work(Collector):
    def collect(self) -> Iterator[Metric]:
        try:
            yield from [*_of_jobs(), *_of_seals()]
        except Error:
            yield GaugeMetricFamily("thidua_database_up", "Whether the database answers.", 0)
        else:
            yield GaugeMetricFamily("thidua_database_up", "Whether the database answers.", 1)


def exposition() -> bytes:
    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(settings.METRICS_DIR))
    registry.register(Work())
    return generate_latest(registry)


def _of_jobs() -> Iterator[Metric]:
    counted = Job.objects.aggregate(
        oldest=Min("created_at", filter=Q(state=JobState.QUEUED)),
        **{state.value: Count("pk", filter=Q(state=state)) for state in JobState},
    )
    jobs = GaugeMetricFamily("thidua_jobs", "Jobs by how they stand.", labels=["state"])
    for state in JobState:
        jobs.add_metric([state.value], counted[state.value])
    yield jobs
    yield _age(
        "thidua_oldest_waiting_job_seconds", "Age of the job that waits longest; 0 where none waits.", counted["oldest"]
    )


def _of_seals() -> Iterator[Metric]:
    last = AuditSeal.objects.order_by("-position").values_list("sealed_at", flat=True).first()
    waiting = AuditEntry.objects.unsealed().order_by("id").values_list("at", flat=True).first()
    yield _age("thidua_last_seal_seconds", "Age of the journal's last seal; 0 where there is none yet.", last)
    yield _age("thidua_oldest_unsealed_entry_seconds", "Age of the oldest entry that is not sealed yet.", waiting)
    with suppress(OSError):  # a store that does not answer says nothing of the seal
        told = (
            "Whether the journal's chain holds the seal kept outside the database; 0 where it does not, and where that "
            "seal is gone, damaged or cannot be read: manage.py audit_verify says which, and what to do."
        )
        yield GaugeMetricFamily("thidua_kept_seal_held", told, outside() is Outside.HELD)


def _age(name: str, told: str, since: datetime | None) -> Metric:
    return GaugeMetricFamily(name, told, 0 if since is None else (clock.real_now() - since).total_seconds())
