"""A block pasted from a spreadsheet, and one source for many: what is read, shown first, refused, written."""

import re

import pytest

from clusters.figures.actions.source import give_source
from clusters.figures.rules.block import read_block
from clusters.indicators.rules.terms import Derivation, ValueKind
from clusters.models import Figure
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.clusters.figures.make import make_indicator
from tests.clusters.figures.visiting import at, save, signed_in, words
from tests.clusters.figures.workbooks import fields

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("1\t2\r\n3\t4\r\n", (("1", "2"), ("3", "4"))),
        ("1\n\n2\n\n\n", (("1",), ("",), ("2",))),
        ('"hai\ndòng ""trong"" ô"\tx', (('hai dòng "trong" ô', "x"),)),
        ('"Nghị quyết 12"\t"mở\n5" nước\t6', (('"Nghị quyết 12"', '"mở'), ('5" nước', "6"))),
        ("", ()),
        (" \t\n", ()),
    ],
)
def test_a_clipboard_is_read_cell_by_cell(text, block):
    assert read_block(text) == block


@pytest.fixture
def three():
    return [
        make_indicator(
            name=f"Chỉ tiêu dán {n}", unit="tỷ đồng", value_kind=ValueKind.DECIMAL, derivation=Derivation.SUM
        )
        for n in range(3)
    ]


def paste(client, cluster, first, block, *, part="value", **seen):
    year, _head, member = cluster
    return client.post(at("figures-paste", year, member), {"first": first.pk, "part": part, "block": block, **seen})


def test_a_block_is_shown_then_written_in_one_deed(cluster, three):
    year, _head, member = cluster
    client = signed_in(member.officer)
    page = words(paste(client, cluster, three[1], "5.800\t50%\r\n12,5\t\tSở Tài chính\r\n"))
    assert "4 cells change" in page
    assert "Nothing is written yet" in page
    assert not Figure.objects.exists()
    client.post(at("figures-apply", year, member), fields(page))
    assert list(Figure.objects.order_by("indicator__position", "indicator").values_list("value_text", "source")) == [
        ("5.800", ""),
        ("12,5", "Sở Tài chính"),
    ]
    assert "The pasted cells change nothing" in words(paste(client, cluster, three[1], "5.800\t50%"))


NAMES = [f"Chỉ tiêu dán {n}" for n in range(3)]


@pytest.mark.parametrize(
    "block",
    [
        f"TT\tChỉ tiêu\tKết quả\tSo với KH\n1\t{NAMES[2]}\t7,4\t98,7%\n5\t{NAMES[0]}\t92\t",
        f"TT\tChỉ tiêu\tĐVT\tSo với kế hoạch (%)\tKết quả\n1\t{NAMES[2]}\ttỷ đồng\t98,7%\t7,4\n"
        f"2\t{NAMES[0].upper()}\ttỷ đồng\t\t92",
        f"1. {NAMES[2]} (tỷ đồng)\ttỷ đồng\t7,4\t98,7%\n\n- {NAMES[0]}\ttỷ đồng\t92",
    ],
)
def test_a_block_with_names_goes_by_them_wherever_it_is_laid(cluster, three, block):
    year, _head, member = cluster
    client = signed_in(member.officer)
    page = words(paste(client, cluster, three[1], block))
    assert "3 cells change" in page
    client.post(at("figures-apply", year, member), fields(page))
    written = {(one.indicator.name, one.value_text, one.plan_share_text) for one in Figure.objects.all()}
    assert written == {(NAMES[2], "7,4", "98,7%"), (NAMES[0], "92", "")}


def test_a_name_that_is_no_indicators_is_told_and_nothing_stands_in_its_place(cluster, three):
    _year, _head, member = cluster
    page = words(paste(signed_in(member.officer), cluster, three[0], f"1\t{NAMES[0]}\t5\n2\tChỉ tiêu lạ\t6"))
    assert "1 cell changes" in page
    assert "No indicator of these figures is called so" in page


@pytest.mark.parametrize(
    ("first", "part", "block", "sentence"),
    [
        (1, "value", "1\n2\n3", "has 3 rows, but only 2 rows are left"),
        (2, "value", "1\n2", "has 2 rows, but only 1 row is left"),
        (0, "source", "a\tb\tc", "has 3 columns, but only 2 columns are left"),
        (0, "value", "\t\n", "The block is empty"),
        (0, "value", "1\tTổng thu ngân sách\t5\n2\tTổng chi ngân sách\t6", "row numbers beside words"),
        (0, "value", f"Chỉ tiêu\tQuý III\tKết quả\n{NAMES[0]}\t5\t6", "what the columns “Quý III” of the block say"),
    ],
)
def test_a_block_that_does_not_fit_is_refused_whole_and_stays_to_be_mended(
    cluster, three, first, part, block, sentence
):
    _year, _head, member = cluster
    answer = paste(signed_in(member.officer), cluster, three[first], block, part=part)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert answer.context["form"]["block"].value() == block
    assert not Figure.objects.exists()


def test_a_refused_figure_is_named_and_the_rest_may_be_written(cluster, three):
    _year, _head, member = cluster
    page = words(paste(signed_in(member.officer), cluster, three[0], "nhiều\n2"))
    assert "1 cell changes" in page
    assert "“nhiều” is no figure" in page.replace("&quot;", "")


def test_a_cell_changed_since_the_grid_was_opened_stays_and_is_told(cluster, three):
    year, _head, member = cluster
    client = signed_in(member.officer)
    save(client, year, member, three[0], "7")
    page = words(
        paste(client, cluster, three[0], "8\n9", **{f"seen-{three[0].pk}-value": "", f"seen-{three[1].pk}-value": ""})
    )
    assert "Somebody changed it meanwhile to “7”, which stays" in page
    assert "1 cell changes" in page
    written = fields(page)
    save(client, year, member, three[1], "6")
    answer = client.post(at("figures-apply", year, member), written)
    assert answer.status_code == 409
    assert "changed these cells in the meantime" in words(answer)
    assert set(Figure.objects.values_list("value_text", flat=True)) == {"7", "6"}


def test_one_source_is_given_to_those_without_and_another_stays(cluster, three):
    year, head, member = cluster
    client = signed_in(member.officer)
    save(client, year, member, three[0], "Nguồn riêng", part="source")
    page = words(client.get(at("figures-source", year, member)))
    assert re.findall(r"Chỉ tiêu dán \d", page) == ["Chỉ tiêu dán 1", "Chỉ tiêu dán 2"]
    sent = {"source": " Sở  Tài chính ", "indicators": [one.pk for one in three]}
    assert client.post(at("figures-source", year, member), sent).status_code == 302
    assert list(Figure.objects.order_by("indicator").values_list("source", flat=True)) == [
        "Nguồn riêng",
        "Sở Tài chính",
        "Sở Tài chính",
    ]
    assert AuditEntry.objects.get(verb="clusters.give_source").after["indicators"] == [one.name for one in three[1:]]
    assert client.post(at("figures-source", year, member), {"source": " "}).status_code == 422
    with pytest.raises(Refusal, match="Only an officer"):
        give_source(year, 1, member.organisation, indicators=three, source="x", actor=head.officer)
    with pytest.raises(Refusal, match="at most 300"):
        give_source(year, 1, member.organisation, indicators=three, source="x" * 301, actor=member.officer)


def test_a_block_asks_the_same_number_of_questions_whatever_its_rows(cluster, three, django_assert_max_num_queries):
    _year, _head, member = cluster
    client = signed_in(member.officer)
    for block in ("1", "1\n2\n3"):
        with django_assert_max_num_queries(22):
            assert paste(client, cluster, three[0], block).status_code == 200
