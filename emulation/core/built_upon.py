"""What higher apps have built on a lower one's matter. The roof fills the list at start, for the lower app may not ask
the higher one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Foundation:
    """Honours of one organisation that came in together: `kind` and `pk` name their list, `days` are those of their
    decisions, `since` the moment they came in."""

    kind: str
    pk: int
    organisation_id: int
    days: frozenset[date]
    since: datetime


Provider = Callable[[Foundation], Iterable[str]]
PROVIDERS: list[Provider] = []


def register(provider: Provider) -> None:
    """`provider` gives a sentence for each thing that stands on a foundation; it locks what it looked at."""
    if provider not in PROVIDERS:
        PROVIDERS.append(provider)


def built_upon(foundation: Foundation) -> list[str]:
    """The sentences of all providers; called inside the transaction that would take the foundation away."""
    return [sentence for provider in PROVIDERS for sentence in provider(foundation)]
