"""A sheet's way: who takes which step from which state, what hinders it, what is kept of it, what the database holds."""

import pytest
from django.db import IntegrityError, transaction

from clusters.figures.actions.figures import write_cell
from clusters.figures.actions.sheets import (
    accept_sheet,
    approve_sheet,
    recall_sheet,
    return_sheet,
    submit_sheet,
    unlock_sheet,
)
from clusters.figures.rules.flow import FLOW
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, FigurePart
from clusters.models import Figure, FigureRemark, FigureSheet, Indicator, SheetStep
from clusters.year.actions.closing import close_cluster_year
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.clusters.figures.make import in_state, make_city, make_figure, make_indicator, make_two_cities
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.people.make import actor_for
from tests.periods import DAY

pytestmark = pytest.mark.django_db
STEPS = {
    "submit": submit_sheet,
    "recall": recall_sheet,
    "approve": approve_sheet,
    "accept": accept_sheet,
    "return_to_officer": lambda sheet, *, actor: return_sheet(sheet, remarks={}, why="Xem lại", actor=actor),
    "return_to_member": lambda sheet, *, actor: return_sheet(sheet, remarks={}, why="Xem lại", actor=actor),
    "unlock": lambda sheet, *, actor: unlock_sheet(sheet, why="Xem lại", actor=actor),
}


RETURNS = {"return_to_officer": SheetState.APPROVED, "return_to_member": SheetState.SUBMITTED}
CASES = [  # one deed returns: from these states it is the other return
    (step, state) for step in STEPS for state in SheetState if RETURNS.get(step) != state
]


@pytest.fixture
def world():
    Indicator.objects.all().delete()
    year, head, member = make_two_cities()
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    return year, head, member, figure


def taker(step, head, member):
    by = {"submit": member.officer, "recall": member.officer, "approve": member.approver}
    return (by | {"return_to_officer": member.approver}).get(step, head.officer)


def everybody(year, head, member):
    return [
        member.officer,
        member.approver,
        head.officer,
        make_city(cluster_year=year).officer,
        actor_for(role=Role.CENTRAL_LEADER),
        actor_for(role=Role.SYSTEM_ADMINISTRATOR),
    ]


@pytest.mark.parametrize(("step", "state"), CASES)
def test_each_step_is_taken_from_its_own_states_only(world, step, state):
    year, head, member, figure = world
    sheet = in_state(figure.sheet, state)
    opens = FLOW.leads_from(state, step)
    if opens:
        STEPS[step](sheet, actor=taker(step, head, member))
        sheet.refresh_from_db()
        assert sheet.state == FLOW.step(step).target
        return
    with pytest.raises(Refusal):
        STEPS[step](sheet, actor=taker(step, head, member))
    sheet.refresh_from_db()
    assert sheet.state == state
    assert not SheetStep.objects.exists()


@pytest.mark.parametrize("step", STEPS)
def test_nobody_else_takes_a_step(world, step):
    year, head, member, figure = world
    allowed = taker(step, head, member)
    for actor in everybody(year, head, member):
        sheet = in_state(figure.sheet, FLOW.step(step).sources[0])
        if actor == allowed:
            continue
        with pytest.raises(Refusal):
            STEPS[step](sheet, actor=actor)
    assert not SheetStep.objects.exists()


def test_a_step_is_kept_with_who_and_why_and_stands_in_the_journal(world):
    _year, head, member, figure = world
    submit_sheet(figure.sheet, actor=member.officer)
    approve_sheet(figure.sheet, actor=member.approver)
    figure.sheet.refresh_from_db()
    return_sheet(figure.sheet, remarks={figure.pk: "Tách cấp xã"}, why="Chưa khớp", actor=head.officer)
    step = SheetStep.objects.first()
    assert (step.name, step.source, step.target, step.why) == ("return_to_member", "approved", "returned", "Chưa khớp")
    assert (step.taken_by_id, step.taken_by_name) == (head.officer.user_id, head.officer.name)
    assert list(FigureRemark.objects.values_list("figure", "text")) == [(figure.pk, "Tách cấp xã")]
    assert AuditEntry.objects.get(verb="clusters.return_to_member_figures").why == "Chưa khớp"


def test_returning_says_what_is_to_be_mended(world):
    _year, head, _member, figure = world
    sheet = in_state(figure.sheet, SheetState.APPROVED)
    with pytest.raises(Refusal):
        return_sheet(sheet, remarks={figure.pk: "  "}, why="", actor=head.officer)


def test_a_remark_too_long_is_refused_not_cut(world):
    _year, head, _member, figure = world
    sheet = in_state(figure.sheet, SheetState.APPROVED)
    with pytest.raises(Refusal):
        return_sheet(sheet, remarks={figure.pk: "x" * 501}, why="", actor=head.officer)
    assert not FigureRemark.objects.exists()


def test_a_remark_on_a_foreign_line_saves_nothing(world):
    year, head, member, figure = world
    foreign = make_figure(cluster_year=year, organisation=head.organisation)
    sheet = in_state(figure.sheet, SheetState.APPROVED)
    with pytest.raises(Refusal):
        return_sheet(sheet, remarks={figure.pk: "Sửa", foreign.pk: "Sửa"}, why="", actor=head.officer)
    sheet.refresh_from_db()
    assert sheet.state == SheetState.APPROVED
    assert not FigureRemark.objects.exists()
    assert not SheetStep.objects.exists()


@pytest.mark.parametrize(("value", "note", "passes"), [("nhiều", "", False), ("", "", False), ("", "chưa có", True)])
def test_every_line_is_a_figure_or_says_why_there_is_none(world, value, note, passes):
    year, _head, member, figure = world
    make_figure(cluster_year=year, organisation=member.organisation, value=value, note=note)
    if passes:
        submit_sheet(figure.sheet, actor=member.officer)
    else:
        with pytest.raises(Refusal):
            submit_sheet(figure.sheet, actor=member.officer)


def test_an_indicator_nobody_opened_hinders_too_and_one_added_later_does_not(world):
    _year, head, member, figure = world
    asked = make_indicator()
    with pytest.raises(Refusal):
        submit_sheet(figure.sheet, actor=member.officer)
    assert not Figure.objects.filter(indicator=asked).exists()
    Figure.objects.create(sheet=figure.sheet, indicator=asked, note="không thuộc nhiệm vụ")
    submit_sheet(figure.sheet, actor=member.officer)
    make_indicator()
    approve_sheet(figure.sheet, actor=member.approver)
    accept_sheet(figure.sheet, actor=head.officer)
    assert Figure.objects.filter(sheet=figure.sheet).count() == 2


def test_the_heads_own_sheet_goes_the_same_way(world):
    year, head, _member, _figure = world
    by_head = make_indicator(derivation=Derivation.BY_HEAD)
    write_cell(year, 1, None, indicator=by_head, part=FigurePart.VALUE, text="5", seen="", actor=head.officer)
    sheet = FigureSheet.objects.get(organisation=None)
    for step, actor in ((submit_sheet, head.officer), (approve_sheet, head.approver), (accept_sheet, head.officer)):
        step(sheet, actor=actor)
    sheet.refresh_from_db()
    assert sheet.state == SheetState.ACCEPTED


def test_a_closed_year_stands_still(world):
    year, _head, member, figure = world
    close_cluster_year(year, on=DAY, why="hết năm", actor=actor_for(role=Role.SYSTEM_ADMINISTRATOR))
    with pytest.raises(Refusal):
        submit_sheet(figure.sheet, actor=member.officer)
    year.refresh_from_db()
    with pytest.raises(Refusal):
        write_cell(
            year, 1, member.organisation, indicator=figure.indicator, part=FigurePart.NOTE, text="x", seen="",
            actor=member.officer,
        )  # fmt: skip


def test_one_reports_only_where_one_was_a_member(world):
    _year, _head, member, figure = world
    elsewhere = make_cluster_year()
    with pytest.raises(Refusal):
        write_cell(
            elsewhere, 1, member.organisation, indicator=figure.indicator, part=FigurePart.NOTE, text="x", seen="",
            actor=member.officer,
        )  # fmt: skip
    assert not FigureSheet.objects.filter(cluster_year=elsewhere).exists()


def test_the_database_keeps_what_was_sent_and_every_step(world):
    year, head, member, figure = world
    elsewhere = FigureSheet.objects.create(cluster_year=year, organisation=head.organisation, half=2)
    submit_sheet(figure.sheet, actor=member.officer)
    for change in (
        lambda: Figure.objects.update(value_text="80"),
        lambda: Figure.objects.create(sheet=figure.sheet, indicator=make_indicator()),
        lambda: Figure.objects.all()._raw_delete("default"),
        lambda: Figure.objects.update(sheet=elsewhere),
        lambda: SheetStep.objects.update(why="khác"),
        lambda: SheetStep.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
