"""The way of a pact or an addendum: drafted, members asked, signed, in force. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from clusters.pacts.rules.terms import PactState
from emulation.core.access import Relation as R
from emulation.core.flow import Flow, Step


class PactHindrance(StrEnum):
    EMPTY = "empty"
    NOT_AGREED = "not_agreed"
    HEAD_UNSIGNED = "head_unsigned"
    UNSIGNED = "unsigned"
    ALL_SIGNED = "all_signed"


@dataclass(frozen=True)
class PactCase:
    """`contents`: commitments, campaigns and targets. `silent`: names of members that have not agreed in this round.
    `signed` counts members that have signed in this round, `unsigned` names those that have not."""

    contents: int = 0
    silent: tuple[str, ...] = ()
    signed: int = 0
    unsigned: tuple[str, ...] = ()
    head_signed: bool = False


def there_is_something_to_sign(case: PactCase) -> str | None:
    return None if case.contents else PactHindrance.EMPTY


def every_member_agreed(case: PactCase) -> str | None:
    return PactHindrance.NOT_AGREED if case.silent else None


def every_member_signed(case: PactCase) -> str | None:
    return PactHindrance.UNSIGNED if case.unsigned else None


def the_head_and_another_signed(case: PactCase) -> str | None:
    if not case.unsigned:
        return PactHindrance.ALL_SIGNED
    return None if case.head_signed and case.signed > 1 else PactHindrance.HEAD_UNSIGNED


FLOW = Flow(
    name="pact",
    initial=PactState.DRAFT,
    steps=(
        Step(
            "ask_members",
            (PactState.DRAFT,),
            PactState.CONSULTED,
            (R.HEAD_OFFICER,),
            (there_is_something_to_sign,),
        ),
        Step("take_back", (PactState.CONSULTED,), PactState.DRAFT, (R.HEAD_OFFICER,), needs_reason=True),
        Step("open_signing", (PactState.CONSULTED,), PactState.SIGNING, (R.HEAD_APPROVER,), (every_member_agreed,)),
        Step("reopen", (PactState.SIGNING,), PactState.DRAFT, (R.HEAD_APPROVER,), needs_reason=True),
        Step("complete", (PactState.SIGNING,), PactState.IN_FORCE, (R.SYSTEM,), (every_member_signed,)),
        Step(
            "close_unsigned",
            (PactState.SIGNING,),
            PactState.IN_FORCE,
            (R.HEAD_APPROVER,),
            (the_head_and_another_signed,),
            needs_reason=True,
        ),
    ),
    final=(PactState.IN_FORCE,),
)
