"""What the page of a decision puts first for whoever looks at it."""

from enum import StrEnum

from awards.decisions.models.decision import Decision


class FirstDeed(StrEnum):
    """The one primary button of the page."""

    ISSUE = "issue"
    TAKE = "take"
    SCAN = "scan"
    SIGNED = "signed"
    PAPER = "paper"


def first_deed(decision: Decision, *, may_write: bool, may_issue: bool, has_scan: bool, has_lines: bool) -> FirstDeed:
    """By who looks and how far the decision is: the leader issues a draft, its officer fills it; issued, what was
    signed is offered first, and asked for while it is missing."""
    if decision.is_draft and may_issue:
        return FirstDeed.ISSUE
    if decision.is_draft and may_write:
        lacks_scan = decision.made_by and has_lines and not has_scan
        return FirstDeed.SCAN if lacks_scan else FirstDeed.TAKE
    if has_scan:
        return FirstDeed.SIGNED
    if decision.is_issued and (may_write or may_issue):
        return FirstDeed.SCAN
    return FirstDeed.PAPER
