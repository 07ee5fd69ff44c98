"""What stands against a merger, and what becomes of mandates, without a database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.mergers.rules.mandates import Grant, Held, passed_on
from clusters.mergers.rules.objections import Body, Hanging, Hung, MergerBar, MergerCase, objection_to_merger
from clusters.organisations.rules.lineage import Link, ancestors
from emulation.core.period import Period

DAY = date(2025, 7, 1)
LATER, EARLIER = DAY + timedelta(days=90), DAY - timedelta(days=90)
OLD, OTHER = (Body(pk, "province", Period(None, DAY)) for pk in (1, 2))
NEW = Body(9, "city", Period(DAY))
FITS = MergerCase(day=DAY, predecessors=(OLD, OTHER), successor=NEW, links=(Link(1, 9, DAY),))


def bar(case):
    objection = objection_to_merger(case)
    return objection and objection.bar


def test_nothing_stands_against_an_ordinary_merger():
    assert objection_to_merger(FITS) is None
    assert objection_to_merger(replace(FITS, predecessors=(replace(OLD, life=Period()),))) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"predecessors": ()}, MergerBar.NO_PREDECESSORS),
        ({"is_applied": True}, MergerBar.RUN_TWICE),
        ({"predecessors": (OLD, replace(NEW, life=Period(None, DAY)))}, MergerBar.ITS_OWN_PREDECESSOR),
        ({"successor": replace(NEW, parents=frozenset({2}))}, MergerBar.CHILD_OF_PREDECESSOR),
        ({"successor": replace(NEW, parents=frozenset({3, 1}))}, MergerBar.CHILD_OF_PREDECESSOR),
        ({"links": (Link(9, 5, EARLIER), Link(5, 2, EARLIER))}, MergerBar.CAME_BEFORE),
        ({"successor": replace(NEW, kind="unit")}, MergerBar.KINDS_DO_NOT_FIT),
        ({"predecessors": (replace(OLD, kind="unit"), OTHER)}, MergerBar.KINDS_DO_NOT_FIT),
        ({"predecessors": (replace(OLD, kind="central_board"),)}, MergerBar.KINDS_DO_NOT_FIT),
        ({"successor": replace(NEW, life=Period())}, MergerBar.SUCCESSOR_BEGINS_OTHERWISE),
        ({"successor": replace(NEW, life=Period(LATER))}, MergerBar.SUCCESSOR_BEGINS_OTHERWISE),
        ({"predecessors": (replace(OLD, life=Period(None, EARLIER)),)}, MergerBar.NOT_ALIVE_BEFORE),
        ({"predecessors": (replace(OLD, life=Period(DAY)),)}, MergerBar.NOT_ALIVE_BEFORE),
        ({"links": (Link(1, 7, DAY),)}, MergerBar.MERGED_ELSEWHERE),
        ({"applied": frozenset({2})}, MergerBar.MERGED_ELSEWHERE),
        ({"links": (Link(1, 9, LATER),)}, MergerBar.RECORDED_FOR_ANOTHER_DAY),
    ],
)
def test_each_bar(changes, expected):
    assert bar(replace(FITS, **changes)) == expected


@pytest.mark.parametrize("kind", Hung)
@pytest.mark.parametrize("begins", [DAY, LATER])
def test_what_begins_on_the_day_or_later_is_in_the_way(kind, begins):
    late = Hanging(2, kind, "Nơi thử", Period(begins))
    objection = objection_to_merger(replace(FITS, hanging=(Hanging(1, kind, "x", Period(EARLIER)), late)))
    assert (objection.bar, objection.body, objection.day, objection.hanging) == (
        MergerBar.BEGINS_AFTERWARDS,
        2,
        begins,
        late,
    )


def test_a_post_of_a_closed_year_is_in_the_way_only_when_it_would_change():
    post = Hanging(1, Hung.POST, "Cụm trưởng 2025", Period(EARLIER, LATER), is_closed=True)
    assert bar(replace(FITS, hanging=(post,))) == MergerBar.YEAR_IS_CLOSED
    assert bar(replace(FITS, hanging=(replace(post, during=Period(EARLIER, DAY)),))) is None
    assert bar(replace(FITS, hanging=(replace(post, is_closed=False),))) is None


@st.composite
def histories(draw):
    """Successions as they happen: who comes later has the higher number, so there is no circle."""
    bodies = st.integers(0, 9)
    pairs = draw(st.sets(st.tuples(bodies, bodies).filter(lambda pair: pair[0] < pair[1]), max_size=12))
    return tuple(Link(old, new, DAY - timedelta(days=1000 - old)) for old, new in sorted(pairs))


@given(histories(), st.sets(st.integers(0, 9), min_size=1, max_size=3), st.integers(0, 9))
def test_a_merger_that_is_not_refused_makes_no_circle(links, merged, successor):
    bodies = tuple(replace(OLD, pk=pk) for pk in sorted(merged))
    case = MergerCase(day=DAY, predecessors=bodies, successor=replace(NEW, pk=successor), links=links)
    if bar(case) in (MergerBar.ITS_OWN_PREDECESSOR, MergerBar.CAME_BEFORE):
        return
    after = [*links, *(Link(pk, successor, DAY) for pk in merged)]
    above = {pk: ancestors([pk], after) for pk in range(10)}
    assert not any(one in above[other] and other in above[one] for one in above for other in above if one != other)


ENDED = Period(None, DAY)
OPEN = Period()


@pytest.mark.parametrize(
    ("during", "life", "expected"),
    [
        (Period(EARLIER), OPEN, Period(DAY)),
        (Period(EARLIER), ENDED, Period(DAY)),
        (Period(EARLIER, LATER), ENDED, Period(DAY, LATER)),
        (Period(EARLIER, DAY), ENDED, Period(DAY)),
        (Period(EARLIER, DAY), OPEN, None),
        (Period(None, EARLIER), ENDED, None),
    ],
    ids=["open", "open at a body that ends", "to end later", "ran out with the body", "ran out by itself", "ended"],
)
def test_which_mandates_pass_on(during, life, expected):
    assert passed_on([Held(1, "officer", during, life)], [], DAY) == (
        [Grant(1, "officer", expected)] if expected else []
    )


def test_one_person_of_one_role_at_two_predecessors_gets_one_mandate():
    twice = [Held(1, "officer", Period(EARLIER, LATER), ENDED), Held(1, "officer", Period(EARLIER), ENDED)]
    assert passed_on(twice, [], DAY) == [Grant(1, "officer", Period(DAY))]
    assert passed_on(reversed(twice), [], DAY) == [Grant(1, "officer", Period(DAY))]
    other = replace(twice[0], role="approver")
    assert len(passed_on([*twice, other], [], DAY)) == 2


DAYS = st.integers(-20, 20).map(lambda days: DAY + timedelta(days=days))
PERIODS = (
    st.tuples(st.none() | DAYS, st.none() | DAYS)
    .filter(lambda pair: None in pair or pair[0] < pair[1])
    .map(lambda pair: Period(*pair))
)


@given(st.lists(PERIODS, max_size=4), st.lists(PERIODS, max_size=3))
def test_what_is_granted_meets_no_mandate_that_is_there(held, there):
    already = [Held(1, "officer", during, Period(DAY)) for during in there]
    wanted = [Held(1, "officer", during, ENDED) for during in held]
    granted = [grant.during for grant in passed_on(wanted, already, DAY)]
    assert not any(period.overlaps(other) for period in granted for other in there)
    assert not any(one.overlaps(other) for at, one in enumerate(granted) for other in granted[:at])
    ends = [period.end for period in passed_on_alone(wanted)]
    for days in range(25):
        day = DAY + timedelta(days=days)
        due = any(end is None or day < end for end in ends)
        assert due <= any(period.contains(day) for period in (*granted, *there))


def passed_on_alone(wanted):
    return [grant.during for grant in passed_on(wanted, [], DAY)]
