"""For which halves of a cluster's year a report is signed. The roof says at start who knows, for the lower app may not
ask the higher one."""

from collections.abc import Callable

Provider = Callable[[int], frozenset[int]]
PROVIDERS: list[Provider] = []


def register(provider: Provider) -> None:
    """`provider` takes the id of a cluster year and gives its halves (1, 2; 0: the whole year) with a signed report."""
    if provider not in PROVIDERS:
        PROVIDERS.append(provider)


def signed_halves(cluster_year_id: int) -> frozenset[int] | None:
    """None in a house that makes no reports."""
    if not PROVIDERS:
        return None
    return frozenset().union(*(provider(cluster_year_id) for provider in PROVIDERS))
