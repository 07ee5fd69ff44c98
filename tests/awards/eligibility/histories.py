"""Random histories of a person: titles of several years under several names, some declared, some without a year, some of
a body that was split; years rated or not. Small enough that every world they allow can be tried."""

import random
from datetime import date
from decimal import Decimal

from awards.catalogue.rules.terms import SubjectKind
from awards.eligibility.rules.facts import Facts, HonourFact, YearFact
from awards.eligibility.rules.leaders import ClusterOfYear, FlagProposal
from awards.eligibility.rules.terms import Route, Standing
from awards.records.rules.terms import Rating
from clusters.organisations.rules.lineage import Link
from tests.awards.eligibility.slow import REACH

YEAR = 2025
FIRST = YEAR - REACH
ME, BEFORE, LONG_BEFORE, SPLIT, OTHER_HALF, STRANGER = range(1, 7)
HOLDERS = (ME, ME, ME, BEFORE, LONG_BEFORE, SPLIT, STRANGER)
SURE = (Standing.IN_REGISTER,) * 6 + (Standing.CONFIRMED,)


def links(dice: random.Random) -> tuple[Link, ...]:
    """Moves and successions before the subject; one body was split between the subject and somebody else."""
    day = date(2021, 7, 1)
    found = [Link(BEFORE, ME, day), Link(LONG_BEFORE, BEFORE, date(2020, 1, 1)), Link(SPLIT, ME, day)]
    if dice.random() < 0.7:
        found.append(Link(SPLIT, OTHER_HALF, day))
    if dice.random() < 0.3:
        found.remove(Link(BEFORE, ME, day))
    dice.shuffle(found)
    return tuple(found)


def honour(dice: random.Random, award: str, year: int, doubts: list[int]) -> HonourFact:
    """`doubts`: how many more doubtful ones the history may hold."""
    decided = date(year + dice.choice((0, 1, 1)), dice.randint(1, 12), 1)
    number = f"{dice.randint(1, 999)}/QĐ"
    if doubts[0] and dice.random() < 0.45:
        doubts[0] -= 1
        if dice.random() < 0.55:
            return HonourFact(award, dice.choice((ME, BEFORE)), None, decided, dice.choice(SURE), number=number)
        return HonourFact(award, dice.choice((ME, BEFORE)), year, decided, Standing.DECLARED, number=number)
    return HonourFact(award, dice.choice(HOLDERS), year, decided, dice.choice(SURE), number=number)


def chain_case(seed: int, awards=("CSTDCS",)) -> Facts:
    dice = random.Random(seed)
    doubts = [dice.randint(0, 3)]
    likely = dice.choice((0.3, 0.6, 0.85, 1.0))
    found = []
    for award in awards:
        odds = likely if award == "CSTDCS" else 0.45
        found += [honour(dice, award, year, doubts) for year in range(FIRST, YEAR + 1) if dice.random() < odds]
    dice.shuffle(found)
    known_since = dice.choice((1, FIRST, FIRST, FIRST + 2, YEAR - 2))
    return Facts(
        award="CSTD_TINH",
        subject_kind=SubjectKind.INDIVIDUAL,
        first_year=YEAR - 2,
        year=YEAR,
        on=date(YEAR + dice.choice((0, 1, 1, 2)), 12, 1),
        holder=ME,
        honours=tuple(found),
        links=links(dice),
        years=tuple(YearFact(YEAR, rating) for rating in dice.choices(list(Rating), k=dice.randint(0, 1))),
        known_since=known_since,
        known_until=dice.choice((None, YEAR, YEAR - 1)) if known_since <= FIRST else None,
    )


def window_case(seed: int) -> Facts:
    dice = random.Random(seed)
    doubts = [dice.randint(0, 2)]
    prior = [honour(dice, "BK_TINH", dice.randint(FIRST, YEAR - 3), doubts)] if dice.random() < 0.8 else []
    found = [honour(dice, "CSTDCS", year, doubts) for year in range(FIRST, YEAR + 1) if dice.random() < 0.6]
    years, unknown = [YearFact(FIRST, Rating.NOT_COMPLETED)], dice.randint(0, 2)
    good = dice.choice(((Rating.GOOD,), (Rating.EXCELLENT, Rating.GOOD), (Rating.GOOD, Rating.COMPLETED)))
    for year in range(FIRST + 1, YEAR + 1):
        if unknown and dice.random() < 0.3:
            unknown -= 1
            if dice.random() < 0.5:
                years.append(YearFact(year, dice.choice(list(Rating)), has_proof=False))
        else:
            years.append(YearFact(year, dice.choice(good)))
    dice.shuffle(found)
    return Facts(
        award="BK_TTG",
        subject_kind=SubjectKind.INDIVIDUAL,
        first_year=YEAR - 4,
        year=YEAR,
        on=date(YEAR, 12, 1),
        holder=ME,
        honours=tuple(prior + found),
        links=links(dice),
        years=tuple(years),
        known_since=dice.choice((1, FIRST, FIRST + 2)),
    )


def quota_case(seed: int) -> tuple[list[ClusterOfYear], list[FlagProposal], Decimal]:
    dice = random.Random(seed)
    clusters = []
    for number in range(dice.randint(0, 30)):
        frozen = dice.random() < 0.85
        leader = number if frozen and dice.random() < 0.9 else None
        clusters.append(ClusterOfYear(number, dice.random() < 0.9, frozen, leader))
    launched = (True, False, None)
    routes = (Route.OWN_CLUSTER, Route.OWN_CLUSTER, Route.CENTRAL_CLUSTER, Route.CAMPAIGN)
    proposals = [
        FlagProposal(dice.randint(0, 9), dice.choice(routes), is_of_prime_minister=dice.choice(launched))
        for _ in range(dice.randint(0, 9))
    ]
    return clusters, proposals, Decimal(dice.choice((20, 20, 20, 15, 33)))
