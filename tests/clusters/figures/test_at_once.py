"""Two people at one sheet in the same moment, with real connections."""

from functools import partial

import pytest

from clusters.figures.actions.figures import write_cell
from clusters.indicators.rules.terms import FigurePart
from clusters.models import Figure, FigureSheet
from clusters.year.actions.closing import close_cluster_year
from tests.at_once import second_while_first
from tests.clusters.figures.make import make_figure, make_indicator, make_two_cities
from tests.clusters.people.make import make_administrator
from tests.periods import DAY

pytestmark = pytest.mark.usefixtures("own_database")


def saving(year, city, indicator, text):
    return partial(
        write_cell,
        year,
        1,
        city.organisation,
        indicator=indicator,
        part=FigurePart.NOTE,
        text=text,
        seen="",
        actor=city.officer,
    )


def closing(year):
    return partial(close_cluster_year, year, on=DAY, why="hết năm", actor=make_administrator())


@pytest.mark.parametrize("has_sheet", [True, False])
def test_nothing_is_saved_into_a_year_that_is_just_being_closed(has_sheet):
    year, _head, member = make_two_cities()
    indicator = make_indicator()
    if has_sheet:
        make_figure(cluster_year=year, organisation=member.organisation, indicator=indicator, value="")
    given = second_while_first(closing(year), saving(year, member, indicator, "muộn"))
    assert isinstance(given, str)
    assert not Figure.objects.filter(note="muộn").exists()


def test_two_first_cells_at_once_make_one_sheet_and_both_stand():
    year, _head, member = make_two_cities()
    first, second = make_indicator(), make_indicator()
    second_while_first(saving(year, member, first, "một"), saving(year, member, second, "hai"))
    assert FigureSheet.objects.count() == 1
    assert sorted(Figure.objects.values_list("note", flat=True)) == ["hai", "một"]


def test_of_two_at_one_cell_the_later_is_told():
    year, _head, member = make_two_cities()
    indicator = make_indicator()
    given = second_while_first(saving(year, member, indicator, "một"), saving(year, member, indicator, "hai"))
    assert isinstance(given, str)
    assert Figure.objects.get().note == "một"
