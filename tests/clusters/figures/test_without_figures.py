"""No figures for many indicators: said once, with one reason, and told the head once."""

import pytest

from clusters.figures.actions.figures import write_cell
from clusters.figures.actions.sheets import submit_sheet
from clusters.figures.actions.without import say_without_figures
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import Derivation, FigurePart
from clusters.models import Figure, FigureSheet
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.clusters.figures.make import in_state, make_figure, make_indicator
from tests.clusters.figures.visiting import at, signed_in, words

pytestmark = pytest.mark.django_db


def notes():
    return dict(Figure.objects.values_list("indicator__name", "note"))


def test_three_clicks_answer_twenty_indicators_and_hand_them_in(cluster):
    year, _head, member = cluster
    indicators = [make_indicator(name=f"Chỉ tiêu trống {number:02}") for number in range(20)]
    client = signed_in(member.officer, "vi")
    link = at("figures-without", year, member)
    assert f'href="{link}">Không có số liệu cho 20 chỉ tiêu còn trống' in words(
        client.get(at("figure-sheet", year, member))
    )
    page = client.get(link)
    assert words(page).count("checked") == 20
    chosen = {"indicators": [one.pk for one in indicators], "why": "Chưa đến kỳ công bố"}
    assert client.post(link, chosen).url == at("figure-sheet", year, member)
    assert set(notes().values()) == {"Không có số liệu: Chưa đến kỳ công bố"}
    assert AuditEntry.objects.get(verb="clusters.say_without_figures").after["indicators"][0] == "Chỉ tiêu trống 00"
    assert "chỉ tiêu còn trống" not in words(client.get(at("figure-sheet", year, member)))
    assert submit_sheet(FigureSheet.objects.get(), actor=member.officer).state == SheetState.SUBMITTED


def test_what_was_answered_stays_and_what_is_taken_out_is_still_open(cluster):
    year, _head, member = cluster
    answered, noted, half_done, left = (
        make_indicator(name=name) for name in ("Có số", "Có ghi chú", "Có nguồn", "Để lại")
    )
    for indicator, part, text in (
        (answered, FigurePart.VALUE, "73"),
        (noted, FigurePart.NOTE, "cũ"),
        (half_done, FigurePart.SOURCE, "Niên giám"),
    ):
        write_cell(
            year, 1, member.organisation, indicator=indicator, part=part, text=text, seen="", actor=member.officer
        )
    page = words(signed_in(member.officer).get(at("figures-without", year, member)))
    assert "Có nguồn" in page
    assert "Có số" not in page
    said = say_without_figures(
        year, 1, member.organisation, indicators=[answered, noted, half_done], actor=member.officer
    )
    assert said == 1
    assert notes() == {"Có số": "", "Có ghi chú": "cũ", "Có nguồn": "Không có số liệu"}
    assert Figure.objects.get(indicator=half_done).source == "Niên giám"
    assert not Figure.objects.filter(indicator=left).exists()


def test_only_its_officer_of_what_is_asked_while_it_may_be_written(cluster):
    year, head, member = cluster
    own, by_head = make_indicator(), make_indicator(derivation=Derivation.BY_HEAD)
    for indicators, actor in (([own], head.officer), ([own], member.approver), ([own, by_head], member.officer)):
        with pytest.raises(Refusal):
            say_without_figures(year, 1, member.organisation, indicators=indicators, actor=actor)
    assert not Figure.objects.exists()
    assert say_without_figures(year, 1, None, indicators=[by_head], actor=head.officer) == 1
    sheet = make_figure(cluster_year=year, organisation=member.organisation).sheet
    in_state(sheet, SheetState.SUBMITTED)
    with pytest.raises(Refusal, match="chờ"):
        say_without_figures(year, 1, member.organisation, indicators=[own], actor=member.officer)
    assert signed_in(member.officer).get(at("figures-without", year, member)).status_code == 302


def test_nothing_chosen_is_said_at_the_choice(cluster):
    year, _head, member = cluster
    make_indicator(name="Còn trống")
    answered = make_indicator(name="Có số")
    write_cell(
        year,
        1,
        member.organisation,
        indicator=answered,
        part=FigurePart.VALUE,
        text="73",
        seen="",
        actor=member.officer,
    )
    answer = signed_in(member.officer).post(at("figures-without", year, member), {"why": "thử"})
    assert answer.status_code == 422
    assert "indicators" in answer.context["form"].errors
    assert 'value="thử"' in words(answer)
    assert "Còn trống" in words(answer)
    assert "Có số" not in words(answer), "what is answered is offered no second time after a refusal"


def test_the_head_is_told_of_them_in_one_sentence(cluster):
    year, head, member = cluster
    indicators = [make_indicator(name=name) for name in ("Một", "Hai", "Ba")]
    say_without_figures(year, 1, member.organisation, indicators=indicators, actor=member.officer)
    in_state(FigureSheet.objects.get(), SheetState.APPROVED)
    page = words(signed_in(head.officer).get(at("cluster-figures", year)))
    assert page.count("No figure, only a note") == 1
    assert "No figure, only a note: Một; Hai; Ba." in page
