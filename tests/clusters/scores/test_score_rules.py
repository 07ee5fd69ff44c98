"""Pure rules of scoring by people: what is typed, what final points come of it, who sees what, which steps lead where."""

from decimal import Decimal

import pytest

from clusters.regulation.rules.scoring.terms import CriterionLine, Scored, Why
from clusters.regulation.rules.terms import FunctionKind as F
from clusters.regulation.rules.terms import KnockOutKind as K
from clusters.scores.rules.entry import Entry, PointsTrouble, read_points
from clusters.scores.rules.final_points import (
    Computed,
    Concern,
    GivenByScorers,
    Source,
    computed,
    concerns,
    mean,
    spread,
)
from clusters.scores.rules.flow import FLOW, ScoringCase, ScoringHindrance
from clusters.scores.rules.knock_outs import Condition, Known, knocked_out
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.scores.rules.visibility import ScorerProgress, Viewer, sight

D = Decimal
SELF, CROSS, APPRAISAL, FINAL = ScoreKind
PANEL = CriterionLine(1, D(10), F.PANEL)
YES_NO = CriterionLine(1, D(5), F.YES_NO)
CASES = CriterionLine(1, D(9), F.PER_CASE, {"each": "2"})
UNTOLD = Scored(None, Why.NOT_JUDGED)


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        (PANEL, "", Entry()),
        (PANEL, "  ", Entry()),
        (PANEL, "0", Entry(D("0.00"))),
        (PANEL, "-0", Entry(D("0.00"))),
        (PANEL, "4,5", Entry(D("4.50"))),
        (PANEL, "4.5", Entry(D("4.50"))),
        (PANEL, "10", Entry(D("10.00"))),
        (PANEL, "10,01", Entry(trouble=PointsTrouble.ABOVE_MAXIMUM)),
        (PANEL, "-1", Entry(trouble=PointsTrouble.BELOW_ZERO)),
        (PANEL, "bốn", Entry(trouble=PointsTrouble.NOT_A_NUMBER)),
        (PANEL, "1.092", Entry(trouble=PointsTrouble.NOT_A_NUMBER)),
        (PANEL, "NaN", Entry(trouble=PointsTrouble.NOT_A_NUMBER)),
        (PANEL, "1e1", Entry(trouble=PointsTrouble.NOT_A_NUMBER)),
        (PANEL, "4,555", Entry(trouble=PointsTrouble.TOO_FINE)),
        (YES_NO, "5", Entry(D("5.00"))),
        (YES_NO, "0", Entry(D("0.00"))),
        (YES_NO, "3", Entry(trouble=PointsTrouble.ALL_OR_NOTHING)),
        (CASES, "4", Entry(D("4.00"))),
        (CASES, "9", Entry(D("9.00"))),
        (CASES, "3", Entry(trouble=PointsTrouble.NOT_A_MULTIPLE)),
    ],
)
def test_points_are_read_or_refused_for_a_reason(line, text, expected):
    assert read_points(text, line) == expected


def test_a_mean_of_cases_need_not_be_a_multiple():
    assert read_points("3", CASES, by_case=False) == Entry(D("3.00"))


@pytest.mark.parametrize(
    ("line", "given", "expected"),
    [
        (
            PANEL,
            GivenByScorers(Scored(D(8), Why.TARGET_REACHED), cross=(D(1),), appraisal=D(2)),
            (D(8), Source.FUNCTION),
        ),
        (PANEL, GivenByScorers(Scored(D(0), Why.BELOW_FLOOR), cross=(D(1),)), (D(0), Source.FUNCTION)),
        (PANEL, GivenByScorers(UNTOLD, own=D(9), cross=(D(1),), appraisal=D(0)), (D(0), Source.APPRAISAL)),
        (PANEL, GivenByScorers(UNTOLD, own=D(9), cross=(D(1), D(2))), (D("1.50"), Source.CROSS_MEAN)),
        (PANEL, GivenByScorers(UNTOLD, cross=(D(1), D(2), D(2))), (D("1.67"), Source.CROSS_MEAN)),
        (PANEL, GivenByScorers(UNTOLD, cross=(D("0.01"), D("0.02"))), (D("0.02"), Source.CROSS_MEAN)),
        (PANEL, GivenByScorers(UNTOLD, own=D(9)), (None, Source.NOTHING)),
        (YES_NO, GivenByScorers(UNTOLD, cross=(D(5), D(0), D(5))), (D(5), Source.MAJORITY)),
        (YES_NO, GivenByScorers(UNTOLD, cross=(D(0), D(0), D(5))), (D(0), Source.MAJORITY)),
        (YES_NO, GivenByScorers(UNTOLD, cross=(D(0), D(5))), (None, Source.TIED)),
        (YES_NO, GivenByScorers(UNTOLD, cross=(D(0), D(5)), appraisal=D(5)), (D(5), Source.APPRAISAL)),
    ],
)
def test_final_points_come_from_figures_then_appraisal_then_the_others(line, given, expected):
    assert computed(line, given) == Computed(*expected)


def test_of_no_scores_there_is_neither_mean_nor_spread():
    assert mean(()) is None
    assert spread(()) is None
    assert spread((D(3), D(7), D(5))) == 4


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (GivenByScorers(UNTOLD, own=D(5), cross=(D(5), D(5))), ()),
        (GivenByScorers(UNTOLD, own=D(5), cross=(D(4), D("5.99"))), ()),
        (GivenByScorers(UNTOLD, own=D(5), cross=(D(4), D(6))), (Concern.SPREAD,)),
        (GivenByScorers(UNTOLD, own=D(7), cross=(D(5), D(5))), (Concern.SELF_DIFFERS,)),
        (GivenByScorers(UNTOLD, own=D("6.99"), cross=(D(5), D(5))), ()),
        (GivenByScorers(UNTOLD, own=D(3), cross=(D(5),)), (Concern.SELF_DIFFERS,)),
        (GivenByScorers(UNTOLD, cross=(D(5),)), ()),
        (GivenByScorers(UNTOLD, own=D(5)), (Concern.NOT_TOLD,)),
        (
            GivenByScorers(Scored(D(5), Why.IN_BAND), own=D(0), cross=(D(0), D(9))),
            (Concern.SPREAD, Concern.SELF_DIFFERS),
        ),
    ],
)
def test_what_is_to_be_discussed_from_a_fifth_of_the_maximum(given, expected):
    assert concerns(PANEL, given, spread_percent=20) == expected


JUDGED, UNSIGNED, SILENT, LOW = (
    Condition(1, K.JUDGED),
    Condition(2, K.PACT_UNSIGNED),
    Condition(3, K.NO_REPORT),
    Condition(4, K.BELOW_SHARE, line=7, maximum=D(10), share=50),
)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (Known(), ()),
        (Known(found=frozenset({1})), (1,)),
        (Known(found=frozenset({2, 3, 4})), ()),
        (Known(has_signed=False), (2,)),
        (Known(has_signed=True), ()),
        (Known(has_reported=False), (3,)),
        (Known(points={7: D("4.99")}), (4,)),
        (Known(points={7: D(5)}), ()),
        (Known(points={7: None}), ()),
        (Known(points={7: D(0)}), (4,)),
    ],
)
def test_a_knock_out_holds_only_where_it_can_be_told(known, expected):
    assert knocked_out((JUDGED, UNSIGNED, SILENT, LOW), known) == expected


A, B, C, X = 1, 2, 3, 4
TASKS = frozenset({(A, B), (B, C), (C, A), (X, B)})


def seen(viewer, state, *finished):
    return sight(viewer, ScorerProgress(state, frozenset(finished), TASKS))


def every(found):
    """What of all points is shown: (kind, scored, scorer)."""
    rows = [(SELF, one, one) for one in (A, B, C, X)]
    rows += [(CROSS, scored, scorer) for scorer, scored in sorted(TASKS)]
    rows += [(kind, one, None) for kind in (APPRAISAL, FINAL) for one in (A, B, C, X)]
    return {(kind, scored, scorer) for kind, scored, scorer in rows if found.shows(kind, scored=scored, scorer=scorer)}


MEMBER = Viewer(own=frozenset({A}), is_member=True)
OWN = {(SELF, A, A), (CROSS, B, A)}


@pytest.mark.parametrize("state", [RoundState.SELF, RoundState.CROSS, RoundState.APPRAISAL, RoundState.FINAL])
def test_before_it_is_done_a_member_sees_its_own_points_only(state):
    assert every(seen(MEMBER, state, (SELF, A), (SELF, B), (CROSS, X), (CROSS, C))) == OWN
    assert every(seen(MEMBER, state, (CROSS, A), (CROSS, X))) == OWN


def test_once_done_it_sees_the_assigned_members_own_points_and_those_of_scorers_that_are_done():
    done = [(SELF, A), (CROSS, A), (CROSS, C), (CROSS, B)]
    assert every(seen(MEMBER, RoundState.CROSS, *done)) == OWN | {(SELF, B, B)}
    assert every(seen(MEMBER, RoundState.CROSS, *done, (CROSS, X))) == OWN | {(SELF, B, B), (CROSS, B, X)}


def test_while_members_score_themselves_nothing_of_others_is_seen():
    assert every(seen(MEMBER, RoundState.SELF, (SELF, A), (CROSS, A), (CROSS, X))) == OWN


def test_what_others_gave_a_member_is_shown_to_it_once_frozen():
    done = [(SELF, A), (CROSS, A), (CROSS, C)]
    assert (CROSS, A, C) not in every(seen(MEMBER, RoundState.FINAL, *done))
    assert (CROSS, A, C) in every(seen(MEMBER, RoundState.FROZEN, *done))
    assert len(every(seen(MEMBER, RoundState.FROZEN))) == 16


@pytest.mark.parametrize("viewer", [Viewer(is_head=True), Viewer(oversees=True)])
def test_the_head_and_the_centre_see_all_from_the_final_points_on(viewer):
    for state in (RoundState.SELF, RoundState.CROSS, RoundState.APPRAISAL):
        assert every(seen(viewer, state, (SELF, B), (CROSS, B))) == set()
    assert len(every(seen(viewer, RoundState.FINAL))) == 16
    assert len(every(seen(viewer, RoundState.FROZEN))) == 16


def test_who_appraises_sees_the_appraisal_alone_meanwhile():
    viewer = Viewer(oversees=True, appraises=True)
    assert every(seen(viewer, RoundState.APPRAISAL)) == {(APPRAISAL, one, None) for one in (A, B, C, X)}
    assert every(seen(viewer, RoundState.CROSS)) == set()


def test_a_stranger_sees_nothing_even_when_frozen():
    assert every(seen(Viewer(own=frozenset({9})), RoundState.FROZEN)) == set()


FORWARD = {"open_cross": "self", "open_appraisal": "cross", "open_final": "appraisal", "freeze": "final"}


@pytest.mark.parametrize("state", RoundState)
@pytest.mark.parametrize("name", FORWARD)
def test_each_step_leads_on_from_one_state(name, state):
    assert (FLOW.step_from(state, name) is not None) == (FORWARD[name] == state)


def test_going_back_leads_one_state_back_and_never_out_of_frozen():
    assert {
        state: FLOW.step_from(state, "go_back") and FLOW.step_from(state, "go_back").target for state in RoundState
    } == {
        "self": None,
        "cross": "self",
        "appraisal": "cross",
        "final": "appraisal",
        "frozen": None,
    }
    assert FLOW.open_from(RoundState.FROZEN) == ()


@pytest.mark.parametrize(
    ("state", "name", "case", "hindrance"),
    [
        ("self", "open_cross", ScoringCase(), None),
        ("self", "open_cross", ScoringCase(unfinished=1), ScoringHindrance.LEFT_BEHIND),
        ("self", "open_cross", ScoringCase(unfinished=1, is_explained=True), None),
        (
            "self",
            "open_cross",
            ScoringCase(unfinished=1, head_unfinished=True, is_explained=True),
            ScoringHindrance.HEAD_UNFINISHED,
        ),
        ("cross", "open_appraisal", ScoringCase(unfinished=2), ScoringHindrance.LEFT_BEHIND),
        (
            "cross",
            "open_appraisal",
            ScoringCase(head_unfinished=True, is_explained=True),
            ScoringHindrance.HEAD_UNFINISHED,
        ),
        ("appraisal", "open_final", ScoringCase(unappraised=1), ScoringHindrance.UNAPPRAISED),
        ("appraisal", "open_final", ScoringCase(unappraised=1, is_explained=True), None),
        ("final", "freeze", ScoringCase(without_final=1, is_explained=True), ScoringHindrance.WITHOUT_FINAL),
        ("final", "freeze", ScoringCase(), None),
        ("cross", "go_back", ScoringCase(), ScoringHindrance.NO_REASON),
        ("cross", "go_back", ScoringCase(is_explained=True), None),
        ("appraisal", "go_back", ScoringCase(is_explained=True), None),
        ("appraisal", "go_back", ScoringCase(is_explained=True, was_final=True), ScoringHindrance.ALREADY_SEEN),
        ("final", "go_back", ScoringCase(is_explained=True, was_final=True), None),
    ],
)
def test_what_hinders_a_step(state, name, case, hindrance):
    assert FLOW.step_from(state, name).hindrance(case) == hindrance
