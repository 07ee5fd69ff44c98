"""What a workbook of figures is refused for: by the cell, by the file, by who brings it and when."""

from datetime import date

import pytest

from clusters.figures.actions.workbook import CellChange, apply_workbook
from clusters.figures.intake.form import PARTS
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, FigurePart, ValueKind
from clusters.models import Figure
from emulation.core.errors import Refusal
from emulation.core.period import Period
from tests.clusters.figures.make import in_state, make_figure, make_indicator
from tests.clusters.figures.visiting import at, signed_in, words
from tests.clusters.figures.workbooks import book, brought_in, changed, taken_out

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
V, S, _source, N = PARTS


def problem_of(cluster, edits, *, kind=ValueKind.DECIMAL, unit="tỷ đồng"):
    year, _head, member = cluster
    derivation = {ValueKind.DECIMAL: Derivation.SUM, ValueKind.RATIO: Derivation.RATIO}.get(
        kind, Derivation.COMMON_BOUND
    )
    indicator = make_indicator(unit=unit, value_kind=kind, derivation=derivation)
    officer = signed_in(member.officer)
    content = changed(
        taken_out(officer, year, member), {(indicator.code, heading): cell for heading, cell in edits.items()}
    )
    page = words(brought_in(officer, year, member, content))
    assert "1 cell is left out until it is mended" in page
    assert not Figure.objects.exists()
    return page


@pytest.mark.parametrize(
    ("heading", "cell", "kind", "unit", "sentence"),
    [
        (PARTS[V], "1.092", ValueKind.DECIMAL, "triệu đồng", "may be thousands or a fraction"),
        (PARTS[V], "nhiều", ValueKind.DECIMAL, "tỷ đồng", "is no figure"),
        (PARTS[V], 0.035, ValueKind.PERCENT, "%", "may have left out the per cent sign"),
        (PARTS[S], 0.48, ValueKind.DECIMAL, "tỷ đồng", "may have left out the per cent sign"),
        (PARTS[N], "x" * 501, ValueKind.DECIMAL, "tỷ đồng", "at most 500 characters"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_cell_and_what_to_do(cluster, heading, cell, kind, unit, sentence):
    page = problem_of(cluster, {heading: cell}, kind=kind, unit=unit)
    assert sentence in page
    assert f'<td data-heading="Column">{heading}</td>' in page


def test_a_part_of_a_whole_that_excel_made_a_day_of_is_said(cluster):
    assert "Excel made a day of it" in problem_of(
        cluster, {PARTS[V]: date(2026, 7, 5)}, kind=ValueKind.RATIO, unit="xã"
    )


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"%PDF-1.7 ...", "bieu.xlsx", "not a list that can be read"),
        (b"PK\x03\x04broken", "bieu.xlsx", "damaged"),
        (b"", "bieu.xlsx", "empty"),
        (book([["STT", "Tên"], [1, "A"]]), "bieu.xlsx", "has no row with the headings"),
    ],
)
def test_a_file_that_is_no_form_is_refused_by_its_content(cluster, content, name, sentence):
    year, _head, member = cluster
    make_indicator()
    answer = brought_in(signed_in(member.officer), year, member, content, name=name)
    assert answer.status_code == 422
    assert sentence in words(answer)


def test_the_form_of_other_figures_is_refused(cluster):
    year, head, member = cluster
    make_indicator()
    officer = signed_in(member.officer)
    for other in (taken_out(signed_in(head.officer), year, head), taken_out(officer, year, member, 2)):
        answer = brought_in(officer, year, member, other)
        assert answer.status_code == 422
        assert "the form of other figures" in words(answer)


def test_nobody_else_brings_figures_in_and_what_is_sent_is_not_written(cluster):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    officer = signed_in(member.officer)
    content = taken_out(officer, year, member)
    change = CellChange(figure.indicator, FigurePart.VALUE, "73", "80")
    with pytest.raises(Refusal, match="Only an officer"):
        apply_workbook(year, 1, member.organisation, changes=[change], name="x", actor=head.officer)
    in_state(figure.sheet, SheetState.ACCEPTED)
    assert "no longer change" in words(officer.get(at("figures-upload", year, member)))
    assert brought_in(officer, year, member, content).status_code == 409
    for client in (signed_in(head.officer), signed_in(member.approver)):
        assert client.get(at("figures-form", year, member)).status_code == 200
        assert client.get(at("figures-upload", year, member)).status_code == 404
        assert client.post(at("figures-apply", year, member), {}).status_code == 404


def test_an_indicator_that_is_not_asked_or_a_text_too_long_is_refused_whole(cluster):
    year, _head, member = cluster
    good = make_indicator()
    elsewhere = make_indicator()
    elsewhere.during = Period(date(1990, 1, 1), date(2000, 1, 1))
    elsewhere.save()
    for bad in (CellChange(elsewhere, FigurePart.VALUE, "", "1"), CellChange(good, FigurePart.NOTE, "", "x" * 501)):
        with pytest.raises(Refusal):
            apply_workbook(
                year, 1, member.organisation, changes=[CellChange(good, FigurePart.VALUE, "", "5"), bad], name="x",
                actor=member.officer,
            )  # fmt: skip
    assert not Figure.objects.exists()
