from pathlib import Path

import pytest

from emulation.desk.flows import FLOWS, page_of
from emulation.desk.rules_in_print import page_of_rules

DOCS = Path(__file__).resolve().parents[2] / "docs" / "flows"


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_the_printed_diagram_is_fresh(flow):
    assert (DOCS / f"{flow.name}.md").read_text() == page_of(flow), "run manage.py print_flows"


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_a_thing_has_at_most_eight_states_and_every_one_is_reached(flow):
    assert len(flow.states) <= 8
    reached = {flow.initial} | {step.target for step in flow.steps}
    assert set(flow.states) == reached
    assert set(flow.final) <= reached


def test_the_printed_rules_and_ways_are_fresh():
    assert (DOCS.parent / "rules.md").read_text() == page_of_rules(), "run manage.py print_rules"
