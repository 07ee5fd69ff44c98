"""What agrees says so whatever the numbers; each planted mismatch is found, by its own name. Pure."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awards.catalogue.rules.terms import Level, SubjectKind, TargetGroup, Way
from awards.totals.rules.terms import Measure, TotalSubject
from clusters.membership.rules.half_years import WHOLE_YEAR, Days
from reports.agreement.rules.counted import (
    Signed,
    clusters_without_results,
    kinds_and_all,
    members_without_figures,
    members_without_honours,
    parts_and_totals,
    this_and_last,
    times_and_people,
)
from reports.agreement.rules.declared import (
    campaigns_twice,
    declared_and_counted,
    declared_kinds_and_all,
    declared_with_units,
)
from reports.agreement.rules.printed import printed_together
from reports.agreement.rules.terms import About, Verdict, verdict_of
from reports.document.rules.tables import Figure
from reports.six_month.rules import CountedHonours, DeclaredFigure, Tally
from tests.reports.agreement.printing import printing

S, M, V = TotalSubject, Measure, Verdict
LINES, MEMBERS = ("BK_TINH", "HC_ALL"), (1, 2, 3)
KNOWN = {
    About.BY_LINE: ("line", set(LINES)),
    About.BY_WAY: ("way", set(Way)),
    About.BY_MEMBER: ("organisation", set(MEMBERS)),
}
EDGES = [
    (member, line, level, kind, way)
    for member in MEMBERS
    for line in LINES
    for level in Level
    for kind in SubjectKind
    for way in Way
]
TALLIES = st.lists(
    st.builds(lambda edges, count: Tally(*edges, "", count), st.sampled_from(EDGES), st.integers(1, 9999)), max_size=6
)


def tally(count=3, **fields) -> Tally:
    given = {"organisation": 1, "line": "BK_TINH", "level": Level.PROVINCE, "subject_kind": SubjectKind.INDIVIDUAL}
    return Tally(**{**given, "way": Way.REGULAR, "target_group": TargetGroup.DIRECT_WORKER, **fields}, count=count)


def figure(number=10, subject=S.TIMES, measure=M.GIVEN, **fields) -> DeclaredFigure:
    given = {
        "total": 7,
        "organisation": 1,
        "name": "Một",
        "content": "Lượt",
        "line": "",
        "level": None,
        "award": "",
        "named": None,
    }
    more = {"half": 1, "days": Days.CALENDAR, "source": "1/BC ngày 05/7/2023"}
    return DeclaredFigure(measure=measure, subject=subject, number=Decimal(number), **{**given, **more, **fields})


def found(rows) -> dict:
    """{what is compared: verdict}"""
    return {one.about: one.verdict for one in rows}


@settings(deadline=None)
@given(TALLIES)
def test_what_is_counted_once_agrees_with_itself_along_every_edge(tallies):
    counted = CountedHonours.of(tallies)
    rows = parts_and_totals(counted, KNOWN, listed=counted.total, is_bound=False, drafted=counted.total)
    assert verdict_of([*rows, *kinds_and_all(counted)]) is V.AGREES


@settings(deadline=None)
@given(TALLIES.filter(bool), st.sampled_from([About.BY_LINE, About.BY_MEMBER, About.BY_WAY]))
def test_a_row_for_which_a_table_has_no_line_is_found(tallies, about):
    edge, values = KNOWN[about]
    counted = CountedHonours.of(tallies)
    lacking = values - {getattr(tallies[0], edge)}
    rows = parts_and_totals(
        counted, KNOWN | {about: (edge, lacking)}, listed=counted.total, is_bound=False, drafted=counted.total
    )
    assert {one.about for one in rows if one.verdict is V.DIFFERS} == {about}


def test_a_kind_nobody_knows_a_list_that_differs_and_a_draft_gone_stale_are_found():
    counted = CountedHonours((tally(), tally(2, subject_kind="other")))
    assert found(kinds_and_all(counted)) == {About.KINDS_COUNTED: V.DIFFERS}
    rows = found(parts_and_totals(counted, {}, listed=6, is_bound=False, drafted=4))
    assert rows == {About.REGISTER_LIST: V.DIFFERS, About.DRAFT: V.DIFFERS}
    assert (
        found(parts_and_totals(counted, {}, listed=4, is_bound=True, drafted=5))[About.REGISTER_LIST] is V.CANNOT_TELL
    )


@pytest.mark.parametrize(
    ("people", "times", "verdicts"),
    [
        (2, 3, {About.PEOPLE: V.AGREES}),
        (2, 2, {About.PEOPLE: V.AGREES, About.PEOPLE_UNKNOWN: V.CANNOT_TELL}),
        (4, 3, {About.PEOPLE: V.DIFFERS}),
        (0, 3, {About.PEOPLE: V.DIFFERS}),
        (3, 4, {About.PEOPLE: V.DIFFERS}),
    ],
)
def test_people_are_no_more_than_the_times_they_were_awarded(people, times, verdicts):
    assert found(times_and_people(CountedHonours((tally(3),)), known_people=people, known_times=times)) == verdicts


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ({S.COLLECTIVE: 4, S.INDIVIDUAL: 5, S.HOUSEHOLD: 1}, V.AGREES),
        ({S.COLLECTIVE: 4, S.TOGETHER: 6}, V.AGREES),
        ({S.COLLECTIVE: 4, S.INDIVIDUAL: 5}, V.AGREES),
        ({S.COLLECTIVE: 4, S.INDIVIDUAL: 5, S.HOUSEHOLD: 0}, V.DIFFERS),
        ({S.COLLECTIVE: 4, S.TOGETHER: 7}, V.DIFFERS),
        ({S.INDIVIDUAL: 11}, V.DIFFERS),
    ],
)
def test_declared_kinds_and_what_is_not_split_come_to_all_times(parts, verdict):
    figures = [figure(10), *(figure(number, subject) for subject, number in parts.items())]
    assert found(declared_kinds_and_all(figures)) == {About.KINDS_DECLARED: verdict}
    apart = [replace(one, level=Level.STATE) if one.subject is not S.TIMES else one for one in figures]
    assert list(declared_kinds_and_all(apart)) == []


NOTHING = CountedHonours(())


def compared(*figures, counted=NOTHING):
    levels = {"HC_ALL": {Level.STATE}, "GK": {Level.GRASSROOTS, Level.COMMUNE}}
    return list(declared_and_counted(counted, figures, levels, half=1, days=Days.CALENDAR))


def test_declared_and_counted_agree_lack_a_list_or_contradict():
    assert found(compared(figure(10, named=10))) == {About.NAMED: V.AGREES}
    assert found(compared(figure(10, named=9))) == {About.NAMELESS: V.TO_LOOK_AT}
    (one,) = compared(figure(10, named=11))
    assert (one.about, one.verdict, one.left, one.right, one.rows.key) == (About.NAMED, V.DIFFERS, 10, 11, 7)


def test_where_a_part_was_never_split_only_the_parts_together_are_laid_beside_the_register():
    parts = [figure(1, S.COLLECTIVE, named=3), figure(7, S.TOGETHER, named=8)]
    assert [(one.left, one.right, one.verdict) for one in compared(*parts)] == [(8, 8, V.AGREES)]
    assert [one.verdict for one in compared(parts[0], replace(parts[1], number=Decimal(6)))] == [V.DIFFERS]


def test_awards_of_a_level_halves_and_what_was_handed_over_come_to_no_more_than_their_whole():
    orders = figure(6, line="HC_ALL")
    for number, verdict in ((6, V.AGREES), (5, V.DIFFERS)):
        assert found(compared(orders, figure(number, level=Level.STATE))) == {About.LEVEL_AND_AWARDS: verdict}
    assert compared(orders, figure(5, level=Level.PROVINCE)) == []
    of_levels = [figure(40, S.COLLECTIVE, level=Level.STATE), figure(95, S.INDIVIDUAL, level=Level.STATE)]
    of_levels += [orders, figure(8000, level=Level.PROVINCE)]
    for number, verdict in ((8135, V.AGREES), (7600, V.DIFFERS)):
        (one,) = [row for row in compared(*of_levels, figure(number)) if row.about is About.WHOLE_AND_PARTS]
        assert (one.verdict, one.left, one.right) == (verdict, 8135, number)
    grassroots, commune = figure(5000, level=Level.GRASSROOTS), figure(700, level=Level.COMMUNE)
    certificates = figure(4500, line="GK")
    for parts, number, told in (
        ([grassroots, certificates], 5600, (V.CANNOT_TELL, 9500)),
        ([grassroots, certificates], 9500, (V.AGREES, 5000)),
        ([grassroots, certificates], 4999, (V.DIFFERS, 5000)),
        ([grassroots, commune, certificates], 5700, (V.AGREES, 5700)),
        ([certificates], 4499, (V.DIFFERS, 4500)),
        ([grassroots, figure(4500, line="UNHEARD_OF")], 5600, (V.CANNOT_TELL, 9500)),
    ):
        (one,) = compared(*parts, figure(number))
        assert (one.verdict, one.left) == told
    halves = [figure(6), figure(7, half=2)]
    for number, verdict in ((13, V.AGREES), (12, V.DIFFERS)):
        assert found(compared(*halves, figure(number, half=WHOLE_YEAR))) == {About.HALVES: verdict}
    for number, verdict in ((10, V.AGREES), (11, V.DIFFERS)):
        handed = figure(number, measure=M.HANDED_OVER)
        assert found(compared(figure(10), handed)) == {About.HANDED_OVER: verdict}


def test_a_share_is_compared_to_its_own_places_and_of_the_report_s_period_only():
    direct, other = tally(13), tally(3, target_group=TargetGroup.OTHER_EXECUTIVE)
    counted = CountedHonours((direct, other))
    share = {"subject": None, "measure": M.DIRECT_SHARE}
    told = [compared(figure(number, **share), counted=counted) for number in ("81.25", "81.3", "81", "80")]
    assert [one.verdict for (one,) in told] == [V.AGREES, V.AGREES, V.AGREES, V.TO_LOOK_AT]
    assert compared(figure("80", half=2, **share), counted=counted) == []
    unknown = CountedHonours((direct, replace(other, target_group="")))
    assert found(compared(figure("81.25", **share), counted=unknown)) == {About.SHARE_UNKNOWN: V.CANNOT_TELL}


def test_this_report_is_laid_beside_those_signed_before():
    counted = CountedHonours((tally(10),))
    last = Signed(key=4, name="Năm trước", said=8, now=8, corrections=0)
    assert found(this_and_last(counted, last=last, same_period=[], halves=[])) == {About.LAST_TOTAL: V.AGREES}
    rows = found(
        this_and_last(counted, last=replace(last, now=7, corrections=1), same_period=[last], halves=[last, last])
    )
    assert rows == {
        About.LAST_TOTAL: V.DIFFERS,
        About.LAST_CORRECTED: V.TO_LOOK_AT,
        About.SAME_PERIOD: V.DIFFERS,
        About.SIGNED_HALVES: V.DIFFERS,
    }
    assert list(this_and_last(counted, last=None, same_period=[], halves=[])) == []


def test_members_without_honours_and_figures_and_clusters_without_results_are_named():
    counted, names = CountedHonours((tally(10),)), {1: "Một", 2: "Hai"}
    rows = [
        *members_without_honours(counted, names),
        *members_without_figures(names, {2}, 5),
        *clusters_without_results({5: "Khối A", 6: "Khối B"}, unopened={9: "Khối C"}, frozen={5}),
    ]
    assert [(one.about, one.name, one.rows.key) for one in rows] == [
        (About.NO_HONOURS, "Hai", None),
        (About.NO_FIGURES, "Một", 5),
        (About.NOT_OPENED, "Khối C", 9),
        (About.NO_RESULT, "Khối B", 6),
    ]


def test_a_province_s_total_is_pointed_out_where_it_holds_its_own_list_but_not_its_units_too():
    counted = CountedHonours((tally(8), tally(5, organisation=2), tally(9, organisation=2, line="HC_ALL")))
    of_line = {"line": "BK_TINH", "subject": S.INDIVIDUAL, "named": 8}
    for number, told in ((7, []), (8, [(8, 13)]), (12, [(12, 13)]), (13, [])):
        rows = declared_with_units(counted, [figure(number, **of_line), figure(2, organisation=2, named=5)], 1)
        assert [(one.left, one.right) for one in rows] == told


def test_campaigns_that_figures_and_a_total_say_are_laid_beside_each_other_of_one_period_only():
    said = figure(64, None, M.CAMPAIGNS)
    for accepted, half, told in (
        ({1: 64}, 1, [V.AGREES]),
        ({1: 24}, 1, [V.DIFFERS]),
        ({1: 24}, 2, []),
        ({2: 64}, 1, []),
    ):
        assert [one.verdict for one in campaigns_twice([said], accepted, half=half, days=Days.CALENDAR)] == told


def by_hand(value, printed, **fields) -> Figure:
    return Figure(value, printed=printed, computed=str(value), why="Giấy chưa nhập", **fields)


def judged(*planted, **said) -> dict:
    """What does not agree, beside what is only told of a hand-written figure."""
    found = printed_together(printing(*planted, **said), year=2023)
    return {one.about: (one.verdict, one.left, one.right) for one in found if one.about is not About.PRINTED_SUMS}


def test_what_is_printed_is_judged_with_figures_changed_by_hand():
    assert judged() == {}
    (sums,) = printed_together(printing(), year=2023)
    assert (sums.about, sums.verdict, sums.left, sums.right) == (About.PRINTED_SUMS, V.AGREES, 6, 6)
    assert judged(by_hand(2, "20")) == {
        About.BY_HAND: (V.DIFFERS, "20", "2"),
        About.PRINTED_COLUMN: (V.DIFFERS, 21, 3),
        About.PRINTED_ROW: (V.DIFFERS, 24, 6),
    }
    assert judged(by_hand(2, "trên 20")) == {
        About.BY_HAND: (V.DIFFERS, "trên 20", "2"),
        About.PRINTED_INEXACT: (V.CANNOT_TELL, 0, 0),
    }
    assert judged(total=Figure(12, source="cum=A")) == {About.PRINTED_TWICE: (V.DIFFERS, "12", "10")}
    assert judged(total=by_hand(10, "12 lượt", source="cum=A")) == {
        About.BY_HAND: (V.DIFFERS, "12 lượt", "10"),
        About.PRINTED_TWICE: (V.DIFFERS, "12", "10"),
    }
