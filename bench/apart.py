"""Work measured in a process of its own: its peak of memory is then its own, and nothing of an earlier pass is warm."""

import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor

import django

MIB = 1024  # /proc counts in KiB


def apart(work, *arguments):
    """Calls `work` in a new process that has Django set up; what it returns."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, initializer=django.setup) as pool:
        return pool.submit(work, *arguments).result()


class Stopwatch:
    def __init__(self):
        self.before = held_mib()
        self.began = self.last = time.perf_counter()
        self.stages = {}

    def lap(self, stage):
        now = time.perf_counter()
        self.stages[stage] = now - self.last
        self.last = now

    def told(self) -> dict:
        return {
            "seconds": self.last - self.began,
            "stages": self.stages,
            "before": self.before,
            "peak": peak_mib(),
        }


def peak_mib() -> float | None:
    """The most memory this process ever held; None where the kernel does not tell."""
    return _status("VmHWM")


def held_mib() -> float | None:
    return _status("VmRSS")


def machine() -> str:
    """Processor, how many of it, memory."""
    model = _field("/proc/cpuinfo", "model name") or "unknown processor"
    memory = _field("/proc/meminfo", "MemTotal")
    size = f", {int(memory.split()[0]) / MIB / MIB:.0f} GiB" if memory else ""
    return f"{os.cpu_count()} x {model}{size}"


def _status(name) -> float | None:
    said = _field("/proc/self/status", name)
    return int(said.split()[0]) / MIB if said else None


def _field(path, name) -> str:
    try:
        with open(path, encoding="utf-8") as lines:
            return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")
    except OSError:
        return ""
