"""Gathers, once a list, all that its rows are judged by."""

from dataclasses import replace
from datetime import date
from functools import partial

from awards.catalogue.models.aliases import alias_table
from awards.catalogue.models.kinds import KINDS, home_of
from awards.catalogue.rules.terms import ProvinceKind
from awards.lists.intake.list_file import family_promised
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.award_names import AwardNames
from awards.lists.rules.name_headings import kind_by_name, kind_headed
from awards.lists.rules.table import ListTable
from awards.rows.intake.expectations import expectations_of
from awards.rows.rules.fields import Field
from awards.rows.rules.reading import Expectations, no_kind
from clusters.models import Organisation
from emulation.core.text import search_key


def expectations_for(batch: HonourBatch, *, on: date) -> Expectations:
    return expectations_of(batch.organisation, given=batch.said_once, on=on)


def expectations_in(table: ListTable, expected: Expectations) -> Expectations:
    """Of the rows of one table: its own title comes before what is said once for the whole list."""
    named = table.meanings.places.get(Field.NAME, ())
    headings = " ".join(search_key(table.text_above("", place)) for place in named)
    headed = kind_headed(headings)
    knows_kinds = headed or len(named) == 1  # of several columns for several kinds a row may fill more than one
    return replace(
        expected,
        given=expected.given.but(table.said),
        family=family_promised(table),
        kind_by_name=partial(kind_by_name, headed=headed, headings=headings) if knows_kinds else no_kind,
    )


def award_names_for(organisation: Organisation) -> AwardNames:
    return AwardNames(alias_table(), KINDS.get(organisation.kind, ProvinceKind.ANY), home_of(organisation))
