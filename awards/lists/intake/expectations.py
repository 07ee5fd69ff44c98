"""Gathers, once a list, all that its rows are judged by."""

from datetime import date

from awards.lists.intake.list_file import family_promised
from awards.lists.models.batch import HonourBatch
from awards.rows.intake.expectations import expectations_of
from awards.rows.rules.reading import Expectations


def expectations_for(batch: HonourBatch, *, on: date) -> Expectations:
    return expectations_of(batch.organisation, given=batch.said_once, on=on, family=family_promised(batch.table))
