"""What is proposed where a list does not say the way or the year: the commonest. A person confirms it, once."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from awards.catalogue.rules.terms import Way
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.proposals import Proposal
from awards.lists.rules.table import ListTable
from awards.rows.rules.fields import Field

FIRST_HALF = 6


def proposals_for(batch: HonourBatch, tables: Sequence[ListTable]) -> dict[str, Proposal]:
    """By `Field`; a field that the list says everywhere is not here."""
    read = [table for table in tables if table.is_read]
    found = {}
    for name, otherwise in ((Field.WAY, _usual_way), (Field.ACHIEVEMENT_YEAR, _usual_year)):
        silent = [table.silent[name] for table in read if name in table.silent and not getattr(table.said, name)]
        if silent and not getattr(batch.said_once, name):
            written = Counter(silence.commonest for silence in silent if silence.commonest)
            value = written.most_common(1)[0][0] if written else otherwise(batch)
            found[str(name)] = Proposal(sum(silence.rows for silence in silent), value)
    return found


def _usual_way(batch: HonourBatch) -> str:
    """As in the office's last list, else regular: no other way is as common."""
    last = HonourBatch.objects.filter(organisation=batch.organisation_id).accepted().order_by("-id").first()
    return (last and last.said_once.way) or Way.REGULAR


def _usual_year(batch: HonourBatch) -> str:
    """Titles and forms of a year are decided until the middle of the next."""
    day: date | None = batch.said_once.decision_date
    return "" if day is None else str(day.year - 1 if day.month <= FIRST_HALF else day.year)
