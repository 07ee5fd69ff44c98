"""A list brought through the dry run without a page: what the columns are guessed to mean is what is confirmed."""

import io
from datetime import date

from awards.lists.actions import check_list, read_received, receive_list
from awards.lists.actions.check import confirm_columns
from awards.lists.rules.account import FileAccount
from awards.models import HonourBatch
from awards.rows.rules.reading import GivenForList
from clusters.people.models.scope import actor_of
from tests.clusters.people.make import make_mandate, make_user

DAY = date(2023, 7, 10)
REGULAR = GivenForList(way="regular")


def dry_run(content: bytes, city, *, given: GivenForList = REGULAR, name: str = "danh-sach.xlsx") -> HonourBatch:
    actor = actor_of(make_mandate(user=make_user(), organisation=city).user, on=DAY)
    batch = receive_list(io.BytesIO(content), organisation=city, file_name=name, actor=actor)
    batch = read_received(batch.pk, actor=actor)
    confirm_columns(batch, tables=batch.tables, given=batch.said_once.but(given), actor=actor)
    return check_list(batch.pk, actor=actor, on=DAY)


def account_of(batch: HonourBatch) -> FileAccount:
    return FileAccount.from_json(batch.counts["account"])


def left_out(batch: HonourBatch) -> list[tuple[str, str, str]]:
    """(sheet, why, rows)."""
    return [(group.sheet, str(group.why), group.rows) for group in account_of(batch).left]


def read_names(batch: HonourBatch) -> list[str]:
    return list(batch.rows.order_by("id").values_list("name", flat=True))
