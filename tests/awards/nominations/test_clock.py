"""How a desk's days run, stand still and run on; how long is usual; by when all is done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.nominations.actions.comments import answer_comment
from awards.nominations.actions.recusals import recuse
from awards.nominations.actions.steps import take_step
from awards.nominations.duties import NominationDuty, nomination_duties
from awards.nominations.models.standing import standing_of
from awards.nominations.models.usual import LEAST_STAYS, usual_days
from awards.nominations.rules.clock import (
    Forecast,
    StepTakenOn,
    clock_of,
    forecast,
    runs_out,
    stages_ahead,
    stays_of,
    stopped_desk,
)
from awards.nominations.rules.deadlines import StageDays
from awards.nominations.rules.route import Desk
from awards.nominations.rules.terms import UNDOING
from awards.procedures.rules.terms import Body, DaysCounted, Stage
from awards.procedures.rules.working_days import WorkCalendar, YearNotEntered
from awards.review.actions.bulk import do_together, seen_as, undo_together
from awards.review.rules.flow import UNDOES
from awards.review.rules.terms import BulkKind
from tests.awards.nominations.make import again, make_nomination, make_nominators, returned, sent, taken_up
from tests.awards.nominations.test_pages import at, signed_in, words
from tests.awards.procedures.make import make_calendar_year
from tests.awards.review.make import review_of
from tests.periods import DAY

PROVINCE, BOARD = Desk.PROVINCE, Desk.BOARD
WAY = (PROVINCE, BOARD)
CALENDAR = WorkCalendar(frozenset({2023}), frozenset({date(2023, 7, 12)}))
APPRAISAL = StageDays(Stage.APPRAISE, Body.PROVINCE_OFFICE, 10)


def july(day: int) -> date:
    return date(2023, 7, day)


def steps(*taken):
    return [StepTakenOn(name, target, july(day)) for name, target, day in taken]


RETURNED = steps(
    ("begin", "draft", 1),
    ("submit", "submitted", 3),
    ("take_up", "review", 5),
    ("return", "draft", 7),
    ("submit", "submitted", 20),
)


def test_days_used_before_a_return_are_not_given_again_and_none_pass_meanwhile():
    """Came on Monday 3, returned on Friday 7 after four working days; six are left when it comes again on the 20th."""
    clock = clock_of(stays_of(RETURNED, WAY), PROVINCE)
    assert clock.earlier == ((july(3), july(7)),)
    assert runs_out(APPRAISAL, clock, CALENDAR).day == july(28)
    back = clock_of(stays_of(RETURNED[:-1], WAY), PROVINCE)
    assert (back.running_since, back.stopped_since) == (None, july(7))
    assert runs_out(APPRAISAL, back, CALENDAR) is None


@pytest.mark.parametrize(
    ("taken", "stopped"),
    [
        (RETURNED[:-1], PROVINCE),
        ([*RETURNED[:-1], *steps(("present", "presented", 8), ("give_back", "draft", 9))], PROVINCE),
        (RETURNED, None),
        ([*RETURNED, *steps(("recall", "draft", 21))], None),
        ([*RETURNED[:2], *steps(("recall", "draft", 4))], None),
        (RETURNED[:1], None),
    ],
)
def test_a_clock_stands_still_only_where_a_desk_returned_the_dossier(taken, stopped):
    assert stopped_desk(stays_of(taken, WAY)) is stopped


def test_the_council_s_time_is_not_the_desk_s_and_each_desk_has_its_own_clock():
    taken = steps(
        ("submit", "submitted", 3),
        ("take_up", "review", 3),
        ("put_to_council", "council", 6),
        ("look_again", "review", 17),
        ("forward", "submitted", 18),
        ("fetch_back", "review", 19),
    )
    stays = stays_of(taken, WAY)
    assert clock_of(stays, PROVINCE).earlier == ((july(3), july(6)), (july(17), july(18)))
    assert clock_of(stays, PROVINCE).running_since == july(19)
    assert clock_of(stays, BOARD).earlier == ((july(18), july(19)),)


def test_a_year_whose_days_off_are_not_entered_is_named():
    assert runs_out(APPRAISAL, clock_of(stays_of(RETURNED, WAY), PROVINCE), WorkCalendar()) == YearNotEntered(2023)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8), st.integers(1, 40))
def test_whatever_the_returns_the_days_that_run_add_up_to_those_of_the_procedure(pauses, days):
    """Each run lasts one working day, each pause as drawn: the last day is the same as one counted by hand."""
    calendar = WorkCalendar(frozenset(range(2023, 2027)))
    day, taken = date(2023, 1, 2), []
    for pause in pauses:
        taken.append(StepTakenOn("submit", "submitted", day))
        day = calendar.after(day, 1)
        taken.append(StepTakenOn("return", "draft", day))
        day += timedelta(days=pause)
    taken.append(StepTakenOn("submit", "submitted", day))
    clock = clock_of(stays_of(taken, WAY), PROVINCE)
    left = days - len(pauses)
    expected = calendar.after(day, left) if left >= 0 else calendar.before(day, -left)
    asked = StageDays(Stage.APPRAISE, Body.PROVINCE_OFFICE, days)
    assert runs_out(asked, clock, calendar).day == expected


STAGES = (
    StageDays(Stage.SUBMIT, Body.UNIT),
    APPRAISAL,
    StageDays(Stage.CONSIDER, Body.PROVINCE_COUNCIL),
    StageDays(Stage.APPRAISE, Body.CENTRAL_BOARD, 5, is_verified=False),
    StageDays(Stage.DECIDE, Body.PRIME_MINISTER, 3, DaysCounted.CALENDAR),
)


@pytest.mark.parametrize(
    ("desk", "state", "ahead"),
    [
        (None, "draft", STAGES[1:]),
        (PROVINCE, "review", STAGES[2:]),
        (PROVINCE, "council", STAGES[3:]),
        (BOARD, "submitted", STAGES[4:]),
    ],
)
def test_what_lies_ahead_follows_from_where_the_dossier_is(desk, state, ahead):
    assert stages_ahead(STAGES, desk, state, PROVINCE) == ahead


def test_the_forecast_adds_the_days_that_there_are_and_names_the_stages_without():
    told = forecast(july(3), STAGES[2:], CALENDAR)
    assert told == Forecast(july(13), (STAGES[2],), is_verified=False)
    assert forecast(july(3), STAGES[2:], WorkCalendar()) == YearNotEntered(2023)
    assert forecast(july(3), STAGES[2:3], CALENDAR) == Forecast(None, (STAGES[2],)), "nothing with days is left"
    assert forecast(july(5), STAGES[2:3], CALENDAR, counted=True).day == july(5), "the desk's own last day"


PASSED_ON = steps(
    ("submit", "submitted", 3),
    ("take_up", "review", 4),
    ("forward", "submitted", 6),
    ("take_up", "review", 7),
    ("put_to_council", "council", 10),
)
UNDONE = {
    "forward": ("submitted", "undo_forward", "review"),
    "return": ("draft", "undo_return", "review"),
    "put_to_council": ("council", "undo_council", "review"),
}


@given(
    st.sampled_from([RETURNED, PASSED_ON]),
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from(sorted(UNDONE)), st.integers(0, 9)), max_size=4),
)
def test_what_was_undone_moves_no_desk_s_days(taken, undone):
    """Wherever in its way, however often, however long it stood."""
    longer = list(taken)
    for place, name, days in undone:
        there, undoing, back = UNDONE[name]
        since = longer[min(place, len(longer)) - 1].day
        between = [StepTakenOn(name, there, since), StepTakenOn(undoing, back, since + timedelta(days=days))]
        longer[min(place, len(longer)) : min(place, len(longer))] = between
    assert stays_of(longer, WAY) == stays_of(taken, WAY)
    assert set(UNDOES.values()) == set(UNDOING)


@pytest.fixture
def offices(db, settings):
    settings.DEMONSTRATION_DAY = july(3)
    return make_nominators()


def with_days(nomination, days=10):
    stages = nomination.award.procedures.get().stages
    stages.create(position=15, stage=Stage.APPRAISE, body=Body.PROVINCE_OFFICE, days=days)
    make_calendar_year(2023, off=[july(12)])
    make_calendar_year(2024, off=[])


def test_the_page_says_that_the_clock_stands_still_and_what_is_left(offices, settings):
    nomination = make_nomination(offices.unit)
    with_days(nomination)
    nomination = taken_up(nomination, offices.unit, offices.city)
    assert standing_of(again(nomination), on=july(3)).clock.look_by.day == july(18)
    settings.DEMONSTRATION_DAY = july(7)
    nomination = returned(nomination, offices.city)
    settings.DEMONSTRATION_DAY = july(19)
    page = words(signed_in(offices.unit.officer).get(at("", nomination)))
    assert "Thời hạn thẩm định tạm dừng từ ngày 07/07/2023" in page
    assert "Đã dùng 4/10 ngày làm việc; khi hồ sơ nộp lại còn 6 ngày." in page
    assert "27/07/2023" in page, "six working days from the 19th: the forecast counts what is left"
    settings.DEMONSTRATION_DAY = july(20)
    comment = nomination.comments.get()
    answer_comment(nomination, comment.pk, answer="Đã bổ sung", actor=offices.unit.officer)
    nomination = sent(again(nomination), offices.unit)
    [duty] = [one for one in nomination_duties(offices.city.officer, july(20)) if one.kind == NominationDuty.TAKE_UP]
    assert duty.due == july(28)
    page = words(signed_in(offices.city.officer).get(at("", nomination)))
    assert "28/07/2023" in page
    assert "Dự kiến xong" in page


def test_usual_days_are_the_median_of_comparable_stays_and_untold_of_too_few(offices, settings):
    def stayed(days, name):
        settings.DEMONSTRATION_DAY = date(2023, 6, 1)
        done = taken_up(make_nomination(offices.unit, name=name), offices.unit, offices.city)
        settings.DEMONSTRATION_DAY += timedelta(days=days)
        take_step(done, "decline", why="Không đủ", actor=offices.city.approver)
        settings.DEMONSTRATION_DAY = DAY

    for number, days in enumerate((2, 30, 4, 6)):
        stayed(days, f"Phòng {number}")
    nomination = taken_up(make_nomination(offices.unit, name="Phòng Nay"), offices.unit, offices.city)
    reader = offices.city.officer
    assert usual_days(again(nomination), on=DAY, reader=reader).days is None
    page = words(signed_in(offices.city.officer).get(at("", nomination)))
    assert "chưa đủ dữ liệu" in page
    stayed(8, "Phòng Nữa")
    told = usual_days(again(nomination), on=DAY, reader=reader)
    assert (told.stays, told.days) == (LEAST_STAYS, 6)
    assert "6 ngày<br>" in words(signed_in(offices.city.officer).get(at("", nomination)))
    moved = taken_up(make_nomination(offices.unit, name="Phòng Giấu"), offices.unit, offices.city)
    take_step(moved, "put_to_council", actor=offices.city.officer)
    recuse(moved, actor=reader)
    numbers = {who: usual_days(again(nomination), on=DAY, reader=who).stays for who in (reader, offices.city.approver)}
    assert numbers == {reader: LEAST_STAYS, offices.city.approver: LEAST_STAYS + 1}, "nothing to subtract"


def returned_and_undone(nomination, desk, *, on, back_on, settings):
    settings.DEMONSTRATION_DAY = on
    seen = [seen_as(review_of(nomination))]
    deed = do_together(BulkKind.RETURN, seen, remark="Bổ sung", actor=desk.officer)
    settings.DEMONSTRATION_DAY = back_on
    undo_together(deed, actor=desk.officer)


def test_an_undone_return_leaves_the_last_day_as_it_was_and_counts_as_no_stay(offices, settings):
    nomination = make_nomination(offices.unit)
    with_days(nomination)
    nomination = taken_up(nomination, offices.unit, offices.city)
    returned_and_undone(nomination, offices.city, on=july(7), back_on=july(10), settings=settings)
    assert standing_of(again(nomination), on=july(10)).clock.look_by.day == july(18)
    another = make_nomination(offices.unit, name="Phòng Khác")
    told = usual_days(again(another), on=july(10), reader=offices.unit.officer)
    assert told.stays == 1, "the draft was sent once; the return that was undone is no second stay"
    other = taken_up(another, offices.unit, offices.city)
    assert usual_days(again(other), on=july(10), reader=offices.city.officer).stays == 0
