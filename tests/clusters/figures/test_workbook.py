"""Figures out as a workbook and back in: what it changes is shown first, nothing of others is overwritten."""

import io
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clusters.figures.intake.form import CODE, PARTS, REMEMBERED, FormLine, figure_form
from clusters.figures.intake.workbook import read_figure_workbook
from clusters.figures.rules.terms import SheetState
from clusters.figures.rules.workbook_cells import Wish, wish
from clusters.indicators.rules.terms import Derivation, ValueKind
from clusters.models import Figure, FigureSheet
from emulation.core.models import AuditEntry
from tests.awards.lists.old_books import ods_book, xls_book
from tests.clusters.figures.make import in_state, make_figure, make_indicator
from tests.clusters.figures.visiting import at, save, signed_in, words
from tests.clusters.figures.workbooks import (
    book,
    brought_in,
    changed,
    fields,
    marked,
    rows_of,
    taken_out,
    told_of_marked,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
LIMIT = 10**6
V, S, SOURCE, N = PARTS


@pytest.mark.parametrize(
    ("was", "becomes", "now", "expected"),
    [
        ("5", "5", "5", Wish.NOTHING),
        ("5", "6", "5", Wish.CHANGE),
        ("5", "", "5", Wish.CHANGE),
        ("5", "5", "7", Wish.NOTHING),
        ("5", "7", "7", Wish.NOTHING),
        ("5", "6", "7", Wish.OVERTAKEN),
        (None, "6", "7", Wish.CHANGE),
        (None, "7", "7", Wish.NOTHING),
    ],
)
def test_who_did_not_touch_a_cell_leaves_it_to_others(was, becomes, now, expected):
    assert wish(was=was, becomes=becomes, now=now) is expected


def test_what_goes_out_comes_back_as_it_was_typed_to_the_byte():
    texts = {V: "trên 3,5%", S: "1.092", SOURCE: "=cmd|' /C calc'!A0", N: "https://vi.du +84 @x"}
    lines = [FormLine("ma-1", "=HYPERLINK(1)", "%", "3,5%", texts), FormLine("ma-2", "Hai", "", "", {})]
    content = figure_form("Số liệu", "SL-1-1-2", lines, year=2023)
    assert content == figure_form("Số liệu", "SL-1-1-2", lines, year=2023)
    assert b"2023-01-01" in zipfile.ZipFile(io.BytesIO(content)).read("docProps/core.xml")
    read = read_figure_workbook(io.BytesIO(content), limit=LIMIT)
    assert read.form == "SL-1-1-2"
    assert [row.code for row in read.rows] == ["ma-1", "ma-2"]
    assert {cell.part: (cell.text, cell.was) for cell in read.rows[0].cells} == {
        part: (text, text) for part, text in texts.items()
    }
    assert {cell.text for cell in read.rows[1].cells} == {""}


def test_a_form_that_was_not_touched_changes_nothing_and_says_so(cluster):
    year, _head, member = cluster
    make_figure(cluster_year=year, organisation=member.organisation, note="ghi chú")
    make_indicator()
    officer = signed_in(member.officer)
    page = words(brought_in(officer, year, member, taken_out(officer, year, member)))
    assert "The workbook changes nothing" in page
    assert "8 cells stay as they are." in page


def test_what_of_a_workbook_is_not_read_is_told(cluster):
    year, _head, member = cluster
    indicators = make_indicator(), make_indicator()
    officer = signed_in(member.officer, "vi")
    edits = {(indicator.code, PARTS[V]): "5" for indicator in indicators}
    page = words(brought_in(officer, year, member, marked(changed(taken_out(officer, year, member), edits))))
    assert [sentence for sentence in told_of_marked("Số liệu") if sentence not in page] == []


@pytest.mark.parametrize("half", [1, 2, 0])
def test_changes_are_shown_then_written_in_one_deed_and_the_same_file_again_changes_nothing(cluster, half):
    year, _head, member = cluster
    first, second = (
        make_indicator(name="Một"),
        make_indicator(name="Hai", unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND),
    )
    make_figure(cluster_year=year, organisation=member.organisation, indicator=first, half=half, value="73", note="cũ")
    officer = signed_in(member.officer)
    edits = {(first.code, PARTS[V]): "80", (first.code, PARTS[N]): "", (second.code, PARTS[V]): "trên 3,5%"}
    content = changed(taken_out(officer, year, member, half), edits)
    answer = brought_in(officer, year, member, content, half=half)
    page = words(answer)
    assert answer.status_code == 200
    assert "3 cells change" in page
    assert '73</td> <td data-heading="Becomes"><strong>80</strong>' in page
    assert Figure.objects.get().value_text == "73"
    done = officer.post(at("figures-apply", year, member, half), fields(page), follow=True)
    assert "3 cells were written." in words(done)
    kept = {figure.indicator: figure for figure in Figure.objects.all()}
    assert (kept[first].value_text, kept[first].note) == ("80", "")
    assert kept[second].value.as_text() == "trên 3,5%"
    entry = AuditEntry.objects.get(verb="clusters.import_figures")
    assert (entry.after["cells"], entry.after["workbook"]) == (3, "bieu.xlsx")
    assert entry.before["given"][first.code] == {"value": "73", "note": "cũ"}
    assert "The workbook changes nothing" in words(brought_in(officer, year, member, content, half=half))
    assert "Nothing was changed" in words(
        officer.post(at("figures-apply", year, member, half), fields(page), follow=True)
    )
    assert AuditEntry.objects.filter(verb="clusters.import_figures").count() == 1


def test_a_bare_number_that_can_only_mean_itself_is_taken(cluster):
    year, _head, member = cluster
    indicator = make_indicator(unit="tỷ đồng", value_kind=ValueKind.DECIMAL)
    officer = signed_in(member.officer)
    content = changed(taken_out(officer, year, member), {(indicator.code, PARTS[V]): 1.092})
    assert "<strong>1,092</strong>" in words(brought_in(officer, year, member, content))


def test_unknown_missing_and_repeated_codes_are_told_and_the_good_rows_still_stand(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    officer = signed_in(member.officer)
    (sheet,) = rows_of(changed(taken_out(officer, year, member), {(indicator.code, PARTS[V]): "5"}))
    empty = [""] * 3
    rows = [*sheet, ["khong-co", *empty, "6"], ["", *empty, "7"], [indicator.code, *empty, "8"]]
    page = words(brought_in(officer, year, member, book(rows)))
    assert "1 cell changes" in page
    assert "3 cells are left out" in page
    for sentence in ("No indicator of these figures has this code", "The row has no code", "stands already in row 6"):
        assert sentence in page


def test_a_cell_somebody_changed_since_the_download_stays_and_is_told(cluster):
    year, _head, member = cluster
    first, second = make_indicator(), make_indicator()
    officer = signed_in(member.officer)
    content = taken_out(officer, year, member)
    for indicator in (first, second):
        save(officer, year, member, indicator, "12")
    page = words(brought_in(officer, year, member, changed(content, {(first.code, PARTS[V]): "13"})))
    assert "The workbook changes nothing" in page
    assert "Somebody changed it meanwhile to “12”, which stays" in page
    assert set(Figure.objects.values_list("value_text", flat=True)) == {"12"}


def test_a_cell_changed_between_the_dry_run_and_the_writing_is_shown_again_and_the_rest_is_written(cluster):
    year, _head, member = cluster
    first, second = make_indicator(), make_indicator()
    officer = signed_in(member.officer)
    content = changed(taken_out(officer, year, member), {(one.code, PARTS[V]): "13" for one in (first, second)})
    page = words(brought_in(officer, year, member, content))
    save(officer, year, member, first, "12")
    answer = officer.post(at("figures-apply", year, member), fields(page))
    assert answer.status_code == 409
    again = words(answer)
    assert "1 cell was written." in again
    assert '12</td> <td data-heading="Becomes"><strong>13</strong>' in again
    assert dict(Figure.objects.values_list("indicator", "value_text")) == {first.pk: "12", second.pk: "13"}
    officer.post(at("figures-apply", year, member), fields(again))
    assert dict(Figure.objects.values_list("indicator", "value_text")) == {first.pk: "13", second.pk: "13"}


def test_a_refused_writing_loses_nothing(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    officer = signed_in(member.officer)
    page = words(
        brought_in(officer, year, member, changed(taken_out(officer, year, member), {(indicator.code, PARTS[V]): "13"}))
    )
    sheet = FigureSheet.objects.create(cluster_year=year, organisation=member.organisation, half=1)
    in_state(sheet, SheetState.SUBMITTED)
    answer = officer.post(at("figures-apply", year, member), fields(page))
    assert answer.status_code == 409
    assert "Recall them to change something" in words(answer)
    assert "<strong>13</strong>" in words(answer)
    assert not Figure.objects.exists()


def test_a_list_without_what_was_remembered_is_measured_by_what_stands_here(cluster):
    year, _head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    rows = [[CODE, PARTS[V]], [figure.indicator.code, "80"]]
    assert not set(REMEMBERED.values()) & set(rows[0])
    page = words(brought_in(signed_in(member.officer), year, member, book(rows)))
    assert '73</td> <td data-heading="Becomes"><strong>80</strong>' in page


@pytest.mark.parametrize(("made", "name"), [(ods_book, "bieu.ods"), (xls_book, "bieu.xls"), (ods_book, "bieu.xlsx")])
def test_the_form_comes_back_from_other_programs_too(cluster, made, name):
    year, _head, member = cluster
    indicator = make_indicator()
    officer = signed_in(member.officer)
    (sheet,) = rows_of(changed(taken_out(officer, year, member), {(indicator.code, PARTS[V]): "13"}))
    page = words(brought_in(officer, year, member, made(sheet), name=name))
    assert "1 cell changes" in page
    assert "<strong>13</strong>" in page


@pytest.mark.parametrize("indicators", [1, 3])
def test_a_workbook_asks_the_same_number_of_questions_whatever_its_rows(cluster, indicators):
    year, _head, member = cluster
    made = [make_indicator() for _ in range(indicators + 1)]
    make_figure(cluster_year=year, organisation=member.organisation, indicator=made[0])
    officer = signed_in(member.officer)
    content = changed(taken_out(officer, year, member), {(one.code, PARTS[V]): "13" for one in made})
    page = words(brought_in(officer, year, member, content))
    with CaptureQueriesContext(connection) as asked:
        brought_in(officer, year, member, content)
    assert len(asked) == 11
    with CaptureQueriesContext(connection) as asked:
        officer.post(at("figures-apply", year, member), fields(page))
    assert len(asked) == 21
