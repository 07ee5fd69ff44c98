"""Accepted figures opened again: with a reason, by the head, and at the second acceptance only what differs is shown."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clusters.figures.actions.figures import write_cell
from clusters.figures.actions.sheets import accept_sheet, approve_sheet, submit_sheet, unlock_sheet
from clusters.figures.models.acceptance import acceptance_before, kept_in
from clusters.figures.rules.differences import Difference, differences
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import FigurePart
from clusters.models import Figure, FigureSheet, SheetStep, SheetTerm
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from reports.six_month.material.collect import collect
from tests.clusters.figures.make import make_city, make_figure, make_indicator
from tests.clusters.figures.visiting import at, central, signed_in, words
from tests.periods import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
V, N = FigurePart.VALUE, FigurePart.NOTE


def walk(sheet, city, head, *steps):
    deeds = {"submit": (submit_sheet, city.officer), "approve": (approve_sheet, city.approver)}
    deeds["accept"] = (accept_sheet, head.officer)
    for step in steps:
        deed, actor = deeds[step]
        sheet = deed(sheet, actor=actor)
    return sheet


@pytest.fixture
def accepted(cluster):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    return walk(figure.sheet, member, head, "submit", "approve", "accept")


def change(year, member, indicator, text, seen, part=FigurePart.VALUE):
    write_cell(year, 1, member.organisation, indicator=indicator, part=part, text=text, seen=seen, actor=member.officer)


@pytest.mark.parametrize(
    ("accepted_texts", "now", "expected"),
    [
        ({1: {V: "5"}}, {1: {V: "5"}}, ()),
        ({1: {V: "5"}}, {1: {V: "6"}}, (Difference(1, V, "5", "6"),)),
        ({1: {V: "5"}}, {1: {V: "5", N: "ghi"}}, (Difference(1, N, "", "ghi"),)),
        ({1: {V: "5", N: "ghi"}}, {1: {V: "5"}}, (Difference(1, N, "ghi", ""),)),
        ({2: {V: "1"}}, {3: {V: "4"}}, (Difference(3, V, "", "4"), Difference(2, V, "1", ""))),
    ],
)
def test_only_what_differs_is_told(accepted_texts, now, expected):
    assert differences(accepted_texts, now) == expected


def test_an_acceptance_keeps_the_figures_as_they_were_typed(accepted):
    figure = Figure.objects.get()
    step = SheetStep.objects.get(name="accept")
    assert kept_in(step) == {figure.indicator_id: {FigurePart.VALUE: "73"}}
    assert not SheetStep.objects.exclude(name="accept").filter(kept__isnull=False).exists()


def test_unlocking_wants_a_reason_and_leaves_a_trace(cluster, accepted):
    _year, head, _member = cluster
    with pytest.raises(Refusal, match="Say what is to be mended"):
        unlock_sheet(accepted, why="  ", actor=head.officer)
    unlock_sheet(accepted, why="Số liệu thuế đổi", actor=head.officer)
    accepted.refresh_from_db()
    assert accepted.state == SheetState.RETURNED
    entry = AuditEntry.objects.get(verb="clusters.unlock_figures")
    assert (entry.before, entry.after, entry.why) == ({"state": "accepted"}, {"state": "returned"}, "Số liệu thuế đổi")


def test_unlocked_figures_are_with_their_officer_and_counted_by_no_new_report(cluster, accepted):
    year, head, member = cluster
    figure = Figure.objects.get()
    assert collect(year, 1, as_of=DAY).reporting == {member.organisation.pk}
    unlock_sheet(accepted, why="Xem lại", actor=head.officer)
    change(year, member, figure.indicator, "80", "73")
    assert collect(year, 1, as_of=DAY).reporting == frozenset()
    other = make_city(cluster_year=year)
    assert not FigureSheet.objects.visible_to(other.officer).exists()
    walk(FigureSheet.objects.get(), member, head, "submit", "approve", "accept")
    line = collect(year, 1, as_of=DAY).indicators[0]
    assert line.values[member.organisation.pk].as_text() == "80"


def test_the_second_acceptance_shows_only_the_differences(cluster, accepted):
    year, head, member = cluster
    figure = Figure.objects.get()
    unlock_sheet(accepted, why="Số liệu thuế đổi", actor=head.officer)
    change(year, member, figure.indicator, "80", "73")
    untouched = make_indicator(name="Không đổi")
    sheet = FigureSheet.objects.get()
    Figure.objects.create(sheet=sheet, indicator=untouched, note="không thuộc nhiệm vụ")
    sheet = walk(sheet, member, head, "submit", "approve")
    chief = signed_in(head.officer)
    page = words(chief.get(at("figure-sheet", year, member)))
    assert "See what changed, and accept" in page
    assert "Accept the figures" not in page
    shown = words(chief.get(at("figures-differences", year, member)))
    assert "2 cells differ" in shown
    assert '73</td> <td data-heading="Now"><strong>80</strong></td>' in shown
    assert "không thuộc nhiệm vụ" in shown
    assert "Reason: Số liệu thuế đổi" in shown
    assert chief.post(at("figures-accept", year, member)).status_code == 302
    sheet.refresh_from_db()
    assert sheet.state == SheetState.ACCEPTED
    assert acceptance_before(sheet).kept == {str(figure.indicator_id): {"value": "73"}}
    assert "2 cells differ" in words(chief.get(at("figures-differences", year, member)))


def test_that_nothing_differs_is_said(cluster, accepted):
    year, head, member = cluster
    unlock_sheet(accepted, why="Xem lại", actor=head.officer)
    walk(FigureSheet.objects.get(), member, head, "submit", "approve")
    page = words(signed_in(head.officer).get(at("figures-differences", year, member)))
    assert "Nothing differs from what was accepted" in page
    assert "Accept the figures" in page


def test_the_differences_are_for_the_office_the_head_and_who_oversees(cluster, accepted):
    year, head, member = cluster
    other = make_city(cluster_year=year)
    url = at("figures-differences", year, member)
    assert signed_in(other.officer).get(at("figure-sheet", year, member)).status_code == 200
    assert signed_in(other.officer).get(url).status_code == 404
    for client in (signed_in(member.officer), signed_in(head.officer), central()):
        assert "were not accepted before" in words(client.get(url))


def test_the_page_of_unlocking_says_what_follows_and_keeps_what_was_typed(cluster, accepted):
    year, head, member = cluster
    url = at("figures-unlock", year, member)
    chief = signed_in(head.officer)
    assert at("figures-unlock", year, member) in words(chief.get(at("figure-sheet", year, member)))
    assert "A report already signed keeps the figures" in words(chief.get(url))
    assert chief.post(url, {"why": " "}).status_code == 422
    answer = chief.post(url, {"why": "Số liệu thuế đổi"}, follow=True)
    assert "The figures are unlocked" in words(answer)
    assert "Số liệu thuế đổi" in words(signed_in(member.officer).get(at("figure-sheet", year, member)))
    assert chief.post(url, {"why": "Lần nữa"}).status_code == 404


def test_nobody_but_the_head_unlocks(cluster, accepted):
    year, _head, member = cluster
    for client in (signed_in(member.officer), signed_in(member.approver), central()):
        assert client.get(at("figure-sheet", year, member)).status_code == 200
        assert "Unlock for mending" not in words(client.get(at("figure-sheet", year, member)))
        assert client.post(at("figures-unlock", year, member), {"why": "Xem lại"}).status_code == 404


def test_what_only_an_extension_lets_be_mended_is_said_beforehand(cluster, accepted):
    year, head, member = cluster
    SheetTerm.objects.create(cluster_year=year, half=1, due_on=date(2023, 7, 1), locks_on=date(2023, 7, 8))
    page = words(signed_in(head.officer).get(at("figures-unlock", year, member)))
    assert "can mend them only with an extension" in page


@pytest.mark.parametrize("cells", [1, 3])
def test_the_differences_ask_the_same_number_of_questions(cluster, cells):
    year, head, member = cluster
    figures = [make_figure(cluster_year=year, organisation=member.organisation) for _ in range(cells)]
    sheet = walk(figures[0].sheet, member, head, "submit", "approve", "accept")
    unlock_sheet(sheet, why="Xem lại", actor=head.officer)
    for figure in figures:
        change(year, member, figure.indicator, "80", "73")
    walk(FigureSheet.objects.get(), member, head, "submit", "approve")
    client = signed_in(head.officer)
    client.get(at("figures-differences", year, member))
    with CaptureQueriesContext(connection) as asked:
        client.get(at("figures-differences", year, member))
    assert len(asked) == 13
