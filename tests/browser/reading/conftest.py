"""Tests that only look: all of them at one demonstration, and each is held to leave it as it was."""

import pytest

from emulation.core.models import AuditEntry, Job


@pytest.fixture(scope="package")
def demonstration_to_look_at(sites):
    with sites.lent(reference_only=False) as site:
        yield site


@pytest.fixture
def site(demonstration_to_look_at):
    before = deeds(demonstration_to_look_at)
    yield demonstration_to_look_at
    assert deeds(demonstration_to_look_at) == before, "what changes something belongs to a site of its own"


def deeds(site) -> tuple[int, int]:
    """Everything done is in the audit, everything ordered among the jobs."""
    with site.orm():
        return AuditEntry.objects.count(), Job.objects.count()
