"""What a rule answers, and what a rule is. Pure: findings are facts, sentences stand in `awards.eligibility.words`."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from awards.eligibility.rules.facts import Facts
from awards.eligibility.rules.terms import Answer, SettledBy, Standing
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import Effect
from emulation.core.period import Period


@dataclass(frozen=True)
class ChainLink:
    """One year of a chain and how it is known. `number`: of its decision."""

    year: int
    award: str
    standing: Standing
    number: str = ""


@dataclass(frozen=True)
class Settle:
    """Something that would settle the answer. `names`: numbers of decisions, or names of clusters."""

    by: SettledBy
    award: str = ""
    years: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """`said` names the sentence, `values` what stands in it. `only_warns`: this answer does not block, whatever the
    rule's weight, for its threshold is a suggestion or its judgement a person's."""

    answer: Answer
    said: str
    values: dict[str, Any] = field(default_factory=dict)
    links: tuple[ChainLink, ...] = ()
    settle: tuple[Settle, ...] = ()
    only_warns: bool = False

    def softened(self) -> "Finding":
        return replace(self, only_warns=True)


def met(said: str, links: tuple[ChainLink, ...] = (), **values: Any) -> Finding:
    return Finding(Answer.MET, said, values, links)


def not_met(said: str, links: tuple[ChainLink, ...] = (), **values: Any) -> Finding:
    return Finding(Answer.NOT_MET, said, values, links)


def cannot_tell(said: str, *settle: Settle, links: tuple[ChainLink, ...] = (), **values: Any) -> Finding:
    return Finding(Answer.CANNOT_TELL, said, values, links, settle)


Check = Callable[[Facts], Finding | None]


@dataclass(frozen=True)
class Rule:
    """A numbered rule in force on [since, until), as `law` names its source in print. The docstring of `check` states
    the provision as the law does, in Vietnamese; the check gives None where the rule does not speak of the case. Unless
    `is_verified` against the text of the law, a rule only warns. `awards`: whose cases it looks at, empty for all."""

    code: RuleCode
    law: str
    since: date | None
    until: date | None
    check: Check
    awards: frozenset[str] = frozenset()
    effect: Effect = Effect.BLOCKS
    is_verified: bool = True

    def __post_init__(self):
        if not self.is_verified and self.effect is Effect.BLOCKS:
            raise ValueError(f"{self.code}: what is not verified only warns")

    @property
    def during(self) -> Period:
        return Period(self.since, self.until)

    @property
    def provision(self) -> str:
        return " ".join((self.check.__doc__ or "").split())


@dataclass(frozen=True)
class Judged:
    """`effect`: of the rule, or the milder one of the procedure that names it. What cannot be told never blocks."""

    rule: Rule
    finding: Finding
    effect: Effect

    @property
    def blocks(self) -> bool:
        """Whether the case may not go on unless a named role overrides it."""
        is_grave = self.effect is Effect.BLOCKS and not self.finding.only_warns
        return self.finding.answer is Answer.NOT_MET and is_grave

    @property
    def warns(self) -> bool:
        return self.finding.answer is Answer.NOT_MET and not self.blocks
