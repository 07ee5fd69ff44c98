"""The flow tables of the house, for the diagrams in docs/flows/."""

from awards.decisions.rules import flow as decision_flow
from awards.lists.rules import flow as batch_flow
from awards.nominations.rules import consulting as consultation_flow
from awards.nominations.rules import flow as nomination_flow
from awards.publication.rules import flow as publication_flow
from awards.records.rules import flow as declared_flow
from awards.register.rules import flow as honour_flow
from awards.sittings.rules import flow as sitting_flow
from awards.submissions.rules import flow as submission_flow
from awards.totals.rules import flow as total_flow
from awards.year_lists.rules import flow as year_list_flow
from clusters.campaigns.rules import flow as campaign_flow
from clusters.conferences.rules import flow as conference_flow
from clusters.figures.rules import flow as sheet_flow
from clusters.pacts.rules import flow as pact_flow
from clusters.regulation.rules import flow as scheme_flow
from clusters.results.rules import flow as result_flow
from clusters.scores.rules import flow as score_flow
from clusters.tasks import rules as task_flow
from emulation.core import ballot_flow
from emulation.core.flow import Flow
from reports.runs.rules import flow as report_flow

FLOWS: tuple[Flow, ...] = (
    batch_flow.FLOW,
    honour_flow.FLOW,
    total_flow.FLOW,
    nomination_flow.FLOW,
    consultation_flow.FLOW,
    submission_flow.FLOW,
    sitting_flow.FLOW,
    decision_flow.FLOW,
    publication_flow.FLOW,
    declared_flow.FLOW,
    year_list_flow.FLOW,
    scheme_flow.FLOW,
    pact_flow.FLOW,
    sheet_flow.FLOW,
    score_flow.FLOW,
    campaign_flow.FLOW,
    conference_flow.FLOW,
    ballot_flow.FLOW,
    task_flow.FLOW,
    result_flow.FLOW,
    report_flow.FLOW,
)


def page_of(flow: Flow) -> str:
    return f"# {flow.name}\n\nPrinted from the table by `manage.py print_flows`.\n\n```mermaid\n{flow.diagram()}\n```\n"
