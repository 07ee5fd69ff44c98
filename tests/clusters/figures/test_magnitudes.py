"""Numbers beyond all measure: refused where they are typed, and shown where they were kept before that."""

from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from clusters.figures.rules.jump import jumps
from clusters.figures.rules.plan_share import reckoned_share
from clusters.figures.rules.terms import SheetState
from clusters.figures.rules.warnings import is_other_share
from clusters.indicators.rules.cluster_figure import cluster_figure
from clusters.indicators.rules.reading import read_figure
from clusters.indicators.rules.terms import Derivation, Direction, FigurePart, ValueKind
from clusters.models import Figure
from clusters.regulation.rules.scoring.functions import points_of
from clusters.regulation.rules.scoring.terms import CriterionLine, Evidence
from clusters.regulation.rules.terms import FunctionKind
from clusters.regulation.words import why_in_words
from emulation.core.quantity import Quantity
from tests.clusters.figures.make import in_state, make_figure, make_indicator
from tests.clusters.figures.visiting import at, save, signed_in, words
from tests.clusters.pacts.make import in_force, make_pact, set_target
from tests.clusters.regulation.make import adopt, make_criterion, make_scheme

NINES = "9" * 35


@pytest.fixture
def scored(cluster):
    """An indicator that the regulation scores, with a target of 8 tỷ đồng."""
    year, head, member = cluster
    indicator = make_indicator(unit="tỷ đồng", value_kind=ValueKind.DECIMAL)
    made = make_scheme(cluster_year=year)
    make_criterion(group=made.group, function=FunctionKind.PERCENT_OF_TARGET, indicator=indicator)
    adopt(made.scheme)
    pact = make_pact(year, head)
    set_target(pact, head, indicator, {head: "8", member: "8"})
    in_force(pact, head, [head, member])
    return indicator


def test_35_digits_are_refused_where_they_are_typed(cluster, scored):
    year, _head, member = cluster
    client = signed_in(member.officer, "vi")
    assert "nhiều chữ số hơn mọi số liệu" in words(save(client, year, member, scored, NINES))
    assert Figure.objects.get().value is None
    assert client.get(at("figure-sheet", year, member)).status_code == 200


def test_what_was_kept_before_shuts_no_page(cluster, scored):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation, indicator=scored, value="8")
    beyond = Quantity(Decimal(NINES), Decimal(NINES), unit="tỷ đồng", as_printed=NINES)
    Figure.objects.update(value_text=NINES, value=beyond, plan_share=beyond, plan_share_text=NINES)
    sheet = at("figure-sheet", year, member)
    assert signed_in(member.officer).get(sheet).status_code == 200
    in_state(figure.sheet, SheetState.SUBMITTED)
    assert signed_in(member.approver).get(sheet).status_code == 200
    in_state(figure.sheet, SheetState.APPROVED)
    for page in (sheet, at("cluster-figures", year), reverse("clusters:figures"), at("figures-accept-many", year)):
        assert signed_in(head.officer).get(page).status_code == 200


WORDS = ["{}", "trên {}", "gần {}", "khoảng {}", "không quá {}", "từ {} trở lên", "-{}"]
digits = st.integers(0, 10**18 - 1)


@st.composite
def texts(draw, kind):
    first, second = draw(digits), draw(digits)
    if kind is ValueKind.RATIO:
        return f"{first}/{second}"
    return draw(st.sampled_from(WORDS)).format(draw(st.sampled_from([f"{first},{second}", str(first)])))


@given(st.data(), st.sampled_from(ValueKind), st.sampled_from(FunctionKind))
def test_nothing_that_is_reckoned_of_what_was_read_fails(data, kind, function):
    unit = "%" if kind is ValueKind.PERCENT else "xã"
    value, target, before = (
        read_figure(FigurePart.VALUE, data.draw(texts(kind)), kind=kind, unit=unit).quantity for _ in range(3)
    )
    declared = read_figure(FigurePart.PLAN_SHARE, data.draw(texts(ValueKind.PERCENT)), kind=kind, unit=unit).quantity
    reckoned_share(value, target)
    jumps(value, before, 50)
    is_other_share(declared, value, target)
    for derivation in Derivation:
        for direction in Direction:
            found = cluster_figure(derivation, direction, [value, target, before], unit=unit)
            if found.quantity is not None:
                assert found.quantity.as_text()
    terms = {"floor": "5", "bands": [{"limit": "90", "points": "5"}], "step": "1", "tolerance": "0.5", "each": "1"}
    line = CriterionLine(1, Decimal(10), function, terms, unit=unit, has_indicator=1)
    scored = points_of(line, Evidence(value, target, (before,), share=Decimal(10**40) / 3, cases=10**30))
    assert why_in_words(scored, line)
