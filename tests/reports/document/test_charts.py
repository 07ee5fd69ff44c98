"""Bars from zero: lengths in proportion, text escaped, no style attribute, ready in under a millisecond."""

import time
from decimal import Decimal

from lxml import etree

from reports.document.render.charts import svg
from reports.document.rules.document import Chart
from tests.reports.document.sample import report

SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart):
    return etree.fromstring(svg(chart).encode())


def bars(root):
    return [(float(bar.get("x")), float(bar.get("width"))) for bar in root.iter(f"{SVG}rect")]


def chart_of(*pairs, **more):
    return Chart(**{"title": "T", "unit": "lượt", "bars": pairs, "description": "D", **more})


def test_lengths_are_in_proportion_and_begin_at_zero():
    (x1, long), (x2, short), (x3, nothing) = bars(drawn(chart_of(("a", 400), ("b", 100), ("c", 0))))
    assert x1 == x2 == x3
    assert abs(long - 4 * short) < 0.5
    assert nothing == 0


def test_negative_values_go_the_other_way():
    root = drawn(chart_of(("a", Decimal("-5")), ("b", 10), kind="decimal"))
    (left, down), (right, up) = bars(root)
    assert abs(left + down - right) < 0.2
    assert abs(up - 2 * down) < 0.2
    assert {"-5", "10"} <= {text.text for text in root.iter(f"{SVG}text")}


def test_values_are_written_at_their_bars():
    texts = [text.text for text in drawn(chart_of(("a", 19117), ("b", 3))).iter(f"{SVG}text")]
    assert texts == ["a", "19.117", "b", "3"]
    shares = drawn(chart_of(("a", Decimal("79.92")), kind="percent"))
    assert [text.text for text in shares.iter(f"{SVG}text")] == ["a", "79,92%"]


def test_long_labels_break_and_never_run_out_of_the_picture():
    root = drawn(chart_of(("Bằng khen của Chủ tịch Ủy ban nhân dân thành phố trực thuộc Trung ương " * 3, 1)))
    labels = [text.text for text in root.iter(f"{SVG}text")][:-1]
    assert len(labels) == 3
    assert labels[-1].endswith("…")
    assert all(len(label) <= 34 for label in labels)


def test_text_is_escaped_and_nothing_is_styled():
    picture = svg(chart_of(("<script>&\x00", 1), title="<b>", description='"&"'), font_family='x"><script>')
    root = etree.fromstring(picture.encode())
    assert [text.text for text in root.iter(f"{SVG}text")][0] == "<script>&"
    assert root.find(f"{SVG}title").text == "<b>"
    assert not root.xpath("//*[@style]")
    assert root.get("fill") == "currentColor"


def test_an_empty_chart_is_a_picture_too():
    assert bars(drawn(chart_of())) == []
    assert bars(drawn(chart_of(("a", 0)))) == [(240.0, 0.0)]


def test_it_is_drawn_within_a_millisecond():
    chart = report().blocks[6]
    fastest = min(_timed(chart) for _ in range(20))
    assert fastest < 0.001


def _timed(chart):
    before = time.perf_counter()
    svg(chart)
    return time.perf_counter() - before
