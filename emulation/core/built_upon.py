"""What higher apps have built on a lower one's matter: what keeps it in place, and what outlives it. The roof fills the
lists at start, for the lower app may not ask the higher one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from emulation.core.actor import Actor


@dataclass(frozen=True)
class Foundation:
    """Honours of one organisation that came in together: `kind` and `pk` name their list, `days` are those of their
    decisions, `since` the moment they came in."""

    kind: str
    pk: int
    organisation_id: int
    days: frozenset[date]
    since: datetime


@dataclass(frozen=True)
class Outliving:
    """What goes on standing by itself when a foundation is taken away. `told`: a sentence for each, before; `keep`:
    afterwards, in the same transaction, by whom and why."""

    told: Callable[[Foundation], Iterable[str]]
    keep: Callable[[Foundation, Actor, str], None]


Provider = Callable[[Foundation], Iterable[str]]
PROVIDERS: list[Provider] = []
OUTLIVING: list[Outliving] = []


def register(provider: Provider) -> None:
    """`provider` gives a sentence for each thing that stands on a foundation; it locks what it looked at."""
    if provider not in PROVIDERS:
        PROVIDERS.append(provider)


def built_upon(foundation: Foundation) -> list[str]:
    """The sentences of all providers; called inside the transaction that would take the foundation away."""
    return [sentence for provider in PROVIDERS for sentence in provider(foundation)]


def register_outliving(kept: Outliving) -> None:
    if kept not in OUTLIVING:
        OUTLIVING.append(kept)


def what_outlives(foundation: Foundation) -> list[str]:
    return [sentence for kept in OUTLIVING for sentence in kept.told(foundation)]


def keep_standing(foundation: Foundation, *, actor: Actor, why: str) -> None:
    for kept in OUTLIVING:
        kept.keep(foundation, actor, why)
