"""Dossiers for the same award of the same year, with what each achieved in figures."""

from collections import defaultdict
from dataclasses import dataclass, field

from awards.nominations.models.contents import Achievement
from awards.nominations.rules.terms import ENDED, NominationState
from awards.review.models.queue import desks_of
from awards.review.models.review import Review
from emulation.core.actor import Actor

MOST_PEERS = 200
UNREAD = [state for state in ENDED if state == NominationState.WITHDRAWN]


@dataclass(frozen=True)
class PeerRow:
    review: Review
    results: dict[str, Achievement] = field(default_factory=dict)


@dataclass(frozen=True)
class PeerTable:
    """`headings`: what was measured, most often told first; what only one dossier tells stands last. `is_cut`: more
    than `MOST_PEERS` are there."""

    headings: list[str]
    rows: list[PeerRow]
    is_cut: bool


def peers_of(actor: Actor, *, award: int, year: int) -> PeerTable:
    """Those that came to the person's desk and were not withdrawn, by the year in which the achievement ended. Two
    questions."""
    rows = Review.objects.visible_to(actor).filter(body__in=desks_of(actor), nomination__award=award)
    rows = rows.filter(nomination__achieved_to__year=year).exclude(nomination__state__in=UNREAD)
    reviews = list(rows.with_names().order_by("nomination__sort_key", "id")[: MOST_PEERS + 1])
    shown = reviews[:MOST_PEERS]
    measured: dict[int, dict[str, Achievement]] = defaultdict(dict)
    told: dict[str, int] = defaultdict(int)
    achievements = Achievement.objects.filter(nomination__in=[one.nomination_id for one in shown]).exclude(text="")
    for one in achievements:
        if one.text not in measured[one.nomination_id]:
            measured[one.nomination_id][one.text] = one
            told[one.text] += 1
    headings = sorted(told, key=lambda text: (-told[text], text))
    return PeerTable(headings, [PeerRow(one, measured[one.nomination_id]) for one in shown], len(reviews) > MOST_PEERS)


def years_of(actor: Actor) -> list[int]:
    """Years in which achievements on the desk ended, the newest first."""
    rows = Review.objects.visible_to(actor).filter(body__in=desks_of(actor), nomination__achieved_to__isnull=False)
    return sorted(set(rows.order_by().values_list("nomination__achieved_to__year", flat=True).distinct()), reverse=True)
