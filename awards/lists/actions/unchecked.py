"""What a dry run found no longer counts."""

from awards.lists.actions import staging
from awards.lists.actions.refused_file import forget_refused
from awards.lists.models.batch import HonourBatch


def forget_check(batch: HonourBatch) -> None:
    """The caller saves."""
    batch.good = batch.refused = batch.known = batch.warned = 0
    batch.counts = {}
    forget_refused(batch)
    staging.clear(batch)
