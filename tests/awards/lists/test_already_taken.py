from datetime import UTC, datetime

from awards.lists.actions import AlreadyTaken
from awards.models import HonourBatch


def test_the_day_it_was_taken_is_viet_nams():
    early_in_the_morning = datetime(2023, 7, 9, 20, 30, tzinfo=UTC)
    assert "10/07/2023" in str(AlreadyTaken(HonourBatch(pk=3, accepted_at=early_in_the_morning)))
