"""From asking for a report to its signature. A signed report never changes; a new one is made beside it."""

from emulation.core.flow import Flow, Step

FLOW = Flow(
    name="report",
    initial="making",
    steps=(
        Step("finish", ("making",), "draft", "worker"),
        Step("give_up", ("making",), "failed", "worker"),
        Step("sign", ("draft",), "signed", "approver of the head"),
    ),
    final=("signed", "failed"),
)
