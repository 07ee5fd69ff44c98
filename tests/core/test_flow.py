from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step

UNSIGNED = "A member has not signed yet."

PACT = Flow(
    name="pact",
    initial="draft",
    steps=(
        Step("propose", ("draft",), "proposed", (R.OWN_OFFICER,)),
        Step("sign", ("proposed",), "signed", (R.OWN_APPROVER,), guards=(lambda case: None if case else UNSIGNED,)),
        Step("return", ("proposed",), "draft", (R.OWN_APPROVER,)),
    ),
    final=("signed",),
)


def test_states_are_listed_in_the_order_of_the_table():
    assert PACT.states == ("draft", "proposed", "signed")


def test_a_step_leads_only_from_its_sources():
    assert PACT.leads_from("proposed", "sign")
    assert not PACT.leads_from("draft", "sign")
    assert not PACT.leads_from("signed", "sign")


def test_a_guard_gives_its_reason():
    assert PACT.step("sign").hindrance(False) == UNSIGNED
    assert PACT.step("sign").hindrance(True) is None


def test_open_steps_of_a_state():
    assert [step.name for step in PACT.open_from("proposed")] == ["sign", "return"]
    assert PACT.open_from("signed") == ()


def test_the_diagram_is_the_table():
    assert PACT.diagram().splitlines() == [
        "stateDiagram-v2",
        "    [*] --> draft",
        "    draft --> proposed: propose (own_officer)",
        "    proposed --> signed: sign (own_approver)",
        "    proposed --> draft: return (own_approver)",
        "    signed --> [*]",
    ]
