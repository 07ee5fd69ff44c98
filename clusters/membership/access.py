"""Who reads the ranking of a cluster."""

from collections.abc import Iterable

from emulation.core.actor import Actor


def reads_ranking(actor: Actor, year_ids: Iterable[int]) -> bool:
    """Of a cluster with these years: members of any of them, its heads and keeper, the central board, readers of
    reports and administrators."""
    if actor.is_central or actor.is_report_reader or actor.is_administrator:
        return True
    return not (actor.joined | actor.headed | actor.kept).isdisjoint(year_ids)
