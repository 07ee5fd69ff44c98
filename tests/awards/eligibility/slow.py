"""A second reckoning of chains, windows and quotas, as plain as it can be written and as slow as that makes it.

What is not known is tried both ways: a rule is met where it is met in every world that the facts allow, not met where it
is met in none, and cannot be told otherwise.
"""

from collections.abc import Iterator
from itertools import product

from awards.eligibility.rules.facts import Facts
from awards.eligibility.rules.terms import Answer, Standing
from awards.records.rules.terms import Rating

REACH = 7
TITLES = ("CSTD_TINH", "CSTD_BO")


class World:
    def __init__(self):
        self.held: set[tuple[str, int]] = set()
        self.rated: dict[int, Rating] = {}

    def has(self, awards, year) -> bool:
        return any((award, year) in self.held for award in awards)


def surely_mine(facts: Facts, holder: int) -> bool | None:
    """True, or None where it depends on who went on a body that was split; False where it is another's."""
    if holder == facts.holder:
        return True
    after = {link.successor for link in facts.links if link.predecessor == holder}
    answers = [surely_mine(facts, successor) for successor in after]
    if not any(answer in (True, None) for answer in answers):
        return False
    return True if len(after) == 1 and answers[0] is True else None


def worlds(facts: Facts, free_awards=("CSTDCS",), rated=False) -> Iterator[World]:
    low = facts.year - REACH
    choices: list[list[tuple[str, object, object]]] = []
    for honour in facts.honours:
        mine = surely_mine(facts, honour.holder)
        if mine is False or honour.standing is Standing.PROPOSED:
            continue
        years = [honour.year] if honour.year is not None else range(low - 1, honour.decided.year + 1)
        options = [("holds", honour.award, year) for year in years]
        if mine is None or honour.standing is Standing.DECLARED:
            options.append(("nothing", None, None))
        choices.append(options)
    for award in free_awards:
        for year in range(low - 1, facts.year + 1):
            ended = facts.known_until is not None and year > facts.known_until
            if facts.known_since is None or year < facts.known_since or ended:
                choices.append([("holds", award, year), ("nothing", None, None)])
    if rated:
        for year in range(low, facts.year + 1):
            fact = next((one for one in facts.years if one.year == year), None)
            if fact is None or fact.rating is None:
                choices.append([("rated", year, rating) for rating in Rating])
            elif not fact.has_proof and fact.rating.is_good:
                choices.append([("rated", year, fact.rating), ("rated", year, Rating.COMPLETED)])
            else:
                choices.append([("rated", year, fact.rating)])
    for chosen in product(*choices):
        world = World()
        for what, first, second in chosen:
            if what == "holds":
                world.held.add((first, second))
            elif what == "rated":
                world.rated[first] = second
        yield world


def answer(outcomes: Iterator[bool]) -> Answer:
    seen = set()
    for outcome in outcomes:
        seen.add(outcome)
        if len(seen) == 2:
            return Answer.CANNOT_TELL
    return Answer.MET if seen == {True} else Answer.NOT_MET


def last_years(facts: Facts) -> list[int]:
    """The year itself, and the one before until the year after is over, but not where the year was rated too low."""
    found = [facts.year]
    of_it = [one.rating for one in facts.years if one.year == facts.year]
    if facts.on.year - facts.year < 2 and not set(of_it) & {Rating.COMPLETED, Rating.NOT_COMPLETED}:
        found.append(facts.year - 1)
    return found


def three_fighters(facts: Facts) -> Answer:
    def holds(world: World) -> bool:
        for last in last_years(facts):
            if all(world.has(["CSTDCS"], year) for year in (last - 2, last - 1, last)):
                return True
        return False

    return answer(holds(world) for world in worlds(facts))


def two_titles(facts: Facts) -> Answer:
    def holds(world: World) -> bool:
        for second in last_years(facts):
            if not world.has(TITLES, second):
                continue
            first = second - 1
            while first >= facts.year - REACH - 1:
                if world.has(TITLES, first):
                    return True
                if not world.has(["CSTDCS"], first):
                    break
                first -= 1
        return False

    return answer(holds(world) for world in worlds(facts, free_awards=("CSTDCS", "CSTD_TINH")))


def window(facts: Facts, *, prior: str, one_excellent: bool) -> Answer:
    """An earlier form may always lie before everything the register holds."""

    def holds(world: World, far_prior: bool) -> bool:
        priors = [year for award, year in world.held if award == prior] + ([-1] if far_prior else [])
        for year in priors:
            run = []
            now = facts.year
            while now > year and now >= facts.year - REACH and world.rated[now] in (Rating.EXCELLENT, Rating.GOOD):
                run.append(now)
                now -= 1
            excellent = any(world.rated[one] is Rating.EXCELLENT for one in run) or not one_excellent
            fighters = sum(world.has(["CSTDCS"], one) for one in run)
            if len(run) >= 5 and excellent and fighters >= 3:
                return True
        return False

    return answer(holds(world, far) for world in worlds(facts, rated=True) for far in (True, False))


def most_within(share_percent, base: int) -> int:
    most = 0
    while (most + 1) * 100 <= share_percent * base:
        most += 1
    return most


def flag_quota(clusters, proposals, share_percent) -> Answer:
    """Each cluster whose result is open may yet bring a leader or none; where none is known at all, nothing is."""
    if not any(one.is_own for one in clusters):
        return Answer.CANNOT_TELL
    leaders, waiting = 0, 0
    seen = []
    for one in clusters:
        if one.cluster in seen or not one.is_own:
            continue
        seen.append(one.cluster)
        if not one.is_frozen:
            waiting += 1
        elif one.leader is not None:
            leaders += 1
    subjects = []
    for one in proposals:
        by_own = one.route == "own_cluster" or (one.route == "campaign" and one.is_of_prime_minister is not True)
        if by_own and one.subject not in subjects:
            subjects.append(one.subject)
    return answer(len(subjects) <= most_within(share_percent, leaders + more) for more in range(waiting + 1))
