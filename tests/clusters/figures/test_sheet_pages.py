"""A sheet's page: a cell saved, two editors, the whole grid without scripts, the steps."""

import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clusters.figures.actions.sheets import submit_sheet
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, ValueKind
from clusters.models import Figure, FigureSheet, SheetStep
from tests.clusters.figures.make import in_state, make_city, make_figure, make_indicator
from tests.clusters.figures.visiting import at, save, signed_in, words
from tests.clusters.membership.make import make_cluster_year

pytestmark = pytest.mark.django_db


def test_a_cell_is_saved_as_it_is_left_and_says_when(cluster):
    year, _head, member = cluster
    indicator = make_indicator(unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND)
    answer = save(signed_in(member.officer), year, member, indicator, "trên 3,5%")
    assert answer.status_code == 200
    assert "Saved at" in words(answer)
    assert "1 of 1 indicators answered" in words(answer)
    kept = Figure.objects.get()
    assert (kept.value_text, kept.value.as_text()) == ("trên 3,5%", "trên 3,5%")


@pytest.mark.parametrize(
    ("kind", "unit", "text", "sentence"),
    [
        (ValueKind.DECIMAL, "triệu đồng", "1.092", "may be thousands or a fraction"),
        (ValueKind.PERCENT, "%", "10% - 9,5%", "is upside down"),
        (ValueKind.WHOLE, "xã", "nhiều", "is no figure"),
        (ValueKind.WHOLE, "xã", "=cmd|' /C calc'!A0", "is no figure"),
        (ValueKind.RATIO, "xã", "20/19", "the part is larger than the whole"),
        (ValueKind.DECIMAL, "tỷ đồng", "43 triệu USD", "Convert the figure"),
    ],
)
def test_what_cannot_be_read_is_kept_with_a_sentence_at_the_cell(cluster, kind, unit, text, sentence):
    year, _head, member = cluster
    indicator = make_indicator(unit=unit, value_kind=kind, derivation=Derivation.COMMON_BOUND)
    officer = signed_in(member.officer)
    answer = save(officer, year, member, indicator, text)
    assert sentence in words(answer)
    assert Figure.objects.get().value is None
    again = words(officer.get(at("figure-sheet", year, member)))
    assert sentence in again
    assert "Mend the cells marked in red" in again


def test_user_text_is_escaped(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    text = "<script>alert(1)</script>"
    answer = save(signed_in(member.officer), year, member, indicator, text, part="note")
    assert text not in words(answer)
    assert text not in words(signed_in(member.officer).get(at("figure-sheet", year, member)))


def test_the_later_of_two_editors_sees_both_values_and_chooses(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    first, second = signed_in(member.officer), signed_in(member.officer)
    save(first, year, member, indicator, "12")
    answer = save(second, year, member, indicator, "13")
    assert answer.status_code == 409
    assert re.search(r"Stands there now: <strong>12</strong>.*You wrote: <strong>13</strong>", words(answer))
    assert Figure.objects.get().value_text == "12"
    kept = save(second, year, member, indicator, "13", keep="1")
    assert 'value="12"' in words(kept)
    assert save(second, year, member, indicator, "13", seen="12").status_code == 200
    assert Figure.objects.get().value_text == "13"


def test_without_scripts_the_whole_grid_is_saved_and_a_conflict_keeps_what_was_typed(cluster):
    year, _head, member = cluster
    first, second = make_indicator(), make_indicator()
    officer = signed_in(member.officer)
    url = at("figures-save", year, member)
    grid = {
        f"text-{first.pk}-value": "5",
        f"seen-{first.pk}-value": "",
        f"text-{second.pk}-note": "chưa có số liệu",
        f"seen-{second.pk}-note": "",
    }
    assert officer.post(url, grid).status_code == 302
    assert Figure.objects.count() == 2
    later = {f"text-{first.pk}-value": "7", f"seen-{first.pk}-value": ""}
    answer = officer.post(url, later)
    assert answer.status_code == 409
    assert 'value="7"' in words(answer)
    assert "<strong>5</strong>" in words(answer)


def test_a_save_after_submitting_is_refused_in_words(cluster):
    year, _head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.SUBMITTED)
    answer = save(signed_in(member.officer), year, member, figure.indicator, "80", seen="73")
    assert answer.status_code == 409
    assert "Recall them to change something" in words(answer)
    assert Figure.objects.get().value_text == "73"


def test_from_officer_to_acceptance_with_a_return_pinned_to_the_cell(cluster):
    year, head, member = cluster
    indicator = make_indicator(name="Số phong trào")
    officer, approver, chief = (signed_in(one) for one in (member.officer, member.approver, head.officer))
    sheet_url = at("figure-sheet", year, member)
    assert f'data-gap="{indicator.pk}-value"' in words(officer.get(sheet_url))
    assert officer.post(at("figures-submit", year, member))["Location"] == f"{sheet_url}#text-{indicator.pk}-value"
    assert "Some indicators have no" in words(officer.get(sheet_url))
    save(officer, year, member, indicator, "73")
    officer.post(at("figures-submit", year, member))
    assert "Approve and send" in words(approver.get(sheet_url))
    assert chief.get(sheet_url).status_code == 404
    approver.post(at("figures-approve", year, member))
    page = words(chief.get(sheet_url))
    assert "Accept the figures" in page
    assert "No figure is warned of, lacking or remarked on." in page
    assert "Số phong trào" in page[page.index("1 indicator without a warning") :]
    figure = Figure.objects.get()
    refused = chief.post(at("figures-return-to-member", year, member), {f"remark-{figure.pk}": " "})
    assert refused.status_code == 409
    assert "Say what is to be mended" in words(refused)
    chief.post(at("figures-return-to-member", year, member), {f"remark-{figure.pk}": "Tách số của cấp xã"})
    assert "Tách số của cấp xã" in words(officer.get(sheet_url))
    save(officer, year, member, indicator, "70", seen="73")
    officer.post(at("figures-submit", year, member))
    approver.post(at("figures-approve", year, member))
    page = words(chief.get(sheet_url))
    assert page.index("To be looked at first (1)") < page.index("Số phong trào")
    assert "without a warning" not in page
    assert chief.post(at("figures-accept", year, member), follow=True).status_code == 200
    assert FigureSheet.objects.get().state == SheetState.ACCEPTED
    assert SheetStep.objects.count() == 6
    assert "Accepted by the head of the cluster" in words(officer.get(sheet_url))


def test_a_refused_return_keeps_the_remarks_that_were_typed(cluster):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.ACCEPTED)
    answer = signed_in(head.officer).post(
        at("figures-return-to-member", year, member), {f"remark-{figure.pk}": "Xem lại", "why": "Chung"}
    )
    assert answer.status_code == 409
    page = words(answer)
    assert "no longer possible" in page
    assert "Xem lại" in page
    assert "Chung" in page


def test_the_head_enters_what_cannot_be_reckoned(cluster):
    year, head, member = cluster
    by_head = make_indicator(derivation=Derivation.BY_HEAD)
    make_indicator()
    page = words(signed_in(head.officer).get(at("figure-sheet", year)))
    assert f"text-{by_head.pk}-value" in page
    assert page.count("data-cell=") == 4
    assert signed_in(member.officer).get(at("figure-sheet", year)).status_code == 404
    assert save(signed_in(head.officer), year, None, by_head, "471000").status_code == 200


def test_what_the_head_enters_is_not_asked_of_members(cluster):
    year, head, member = cluster
    by_head = make_indicator(derivation=Derivation.BY_HEAD, name="Cụm trưởng nhập thử")
    own = make_indicator()
    client = signed_in(member.officer)
    page = words(client.get(at("figure-sheet", year, member)))
    assert f"text-{own.pk}-value" in page
    assert by_head.name not in page
    assert save(client, year, member, by_head, "5").status_code == 400
    save(client, year, member, own, "5")
    in_state(FigureSheet.objects.get(), SheetState.ACCEPTED)
    side = words(signed_in(head.officer).get(at("cluster-figures", year)))
    row = side[side.index(by_head.name) : side.index("</tr>", side.index(by_head.name))]
    assert row.count("–") == 2
    assert "not entered yet" in row
    assert "no figures yet" not in row


def test_what_is_asked_no_longer_does_not_hinder_unseen(cluster):
    year, _head, member = cluster
    by_head = make_indicator(derivation=Derivation.BY_HEAD)
    save(signed_in(member.officer), year, member, make_indicator(), "5")
    sheet = FigureSheet.objects.get()
    Figure.objects.create(sheet=sheet, indicator=by_head, value_text="nhiều")
    assert "to mend" not in words(signed_in(member.officer).get(at("figure-sheet", year, member)))
    assert submit_sheet(sheet, actor=member.officer).state == SheetState.SUBMITTED


def test_the_same_half_of_the_year_before_stands_beside(cluster):
    year, head, member = cluster
    indicator = make_indicator()
    before = make_cluster_year(cluster=year.cluster, year=2022)
    figure = make_figure(cluster_year=before, organisation=member.organisation, indicator=indicator, value="4711")
    in_state(figure.sheet, SheetState.ACCEPTED)
    assert "4711" in words(signed_in(member.officer).get(at("figure-sheet", year, member)))


def test_a_forged_step_or_cell_of_another_office_is_not_there(cluster):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.ACCEPTED)
    other = signed_in(make_city(cluster_year=year).officer)
    assert save(other, year, member, figure.indicator, "1", seen="73").status_code == 404
    for step in ("figures-submit", "figures-recall", "figures-approve", "figures-accept", "figures-return-to-officer"):
        assert other.post(at(step, year, member)).status_code == 404
    assert Figure.objects.get().value_text == "73"


def sent(actor, address, fields):
    """Not in parts: a part's name may not be so long."""
    return signed_in(actor).post(address, urlencode(fields), "application/x-www-form-urlencoded")


def test_names_of_fields_with_a_number_that_no_row_can_have_are_passed_over(cluster):
    year, head, member = cluster
    none, officer = "9" * 5_000, member.officer
    make_indicator()
    answers = [
        sent(officer, at("figures-save", year, member), {f"text-{none}-value": "1"}),
        sent(officer, at("figures-apply", year, member), {f"text-{none}-value": "1", f"row-{none}-value": none}),
        sent(head.officer, at("figures-accept-many", year), {f"da-xem-{none}": none}),
    ]
    assert [answer.status_code for answer in answers] == [400, 302, 302]


def test_one_saved_cell_asks_few_questions(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    client = signed_in(member.officer)
    save(client, year, member, indicator, "1")
    with CaptureQueriesContext(connection) as asked:
        save(client, year, member, indicator, "2", seen="1")
    assert len(asked) == 24
