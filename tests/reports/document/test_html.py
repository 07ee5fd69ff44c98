"""The fragment of a page: a sound outline, links behind figures, and nothing of a user's text taken for markup."""

import html as escaping
import re
from dataclasses import replace

import pytest
from lxml import etree
from lxml import html as lxml_html

from reports.document.render.html import render
from reports.document.rules.document import Paragraph
from tests.reports.document.sample import HOSTILE, report


@pytest.fixture(scope="module")
def tree():
    return lxml_html.fromstring(render(report(), link_for=lambda source: f"/so-khen-thuong/?q={source}&x=1"))


def test_the_outline_begins_at_the_level_asked_for(tree):
    levels = [int(node.tag[1]) for node in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels == [2, 3, 4, 4, 5, 3, 3, 3]
    deeper = lxml_html.fromstring(render(report(), top_level=3))
    assert next(deeper.iter("h3")).get("class") == "document-title"


def test_figures_with_a_source_are_links(tree):
    links = {link.text: link.get("href") for link in tree.iter("a")}
    assert links["23.735\u00a0lượt"] == "/so-khen-thuong/?q=all&x=1"
    assert links["19.117"] == "/so-khen-thuong/?q=line-8&x=1"
    assert not list(lxml_html.fromstring(render(report())).iter("a"))


def test_tables_have_captions_and_scopes(tree):
    first = next(tree.iter("table"))
    assert first.findtext("caption").startswith("Bảng 1.")
    heads = [(th.text, th.get("scope"), th.get("colspan"), th.get("rowspan")) for th in first.find("thead").iter("th")]
    assert ("Chia theo đối tượng", "colgroup", "3", None) in heads
    assert ("TT", "col", None, "2") in heads
    assert {th.get("scope") for th in first.find("tbody").iter("th")} == {"row", "rowgroup"}


def test_charts_are_inline_named_and_described(tree):
    (chart,) = tree.iter("svg")
    named = chart.get("aria-labelledby").split()
    assert chart.get("role") == "img"
    assert [tree.get_element_by_id(name).tag for name in named] == ["title", "desc"]


def test_two_charts_on_a_page_share_no_id():
    chart = report().blocks[6]
    ids = re.findall(r'id="(chart-[^"]+)"', render(replace(report(), blocks=(chart, chart))))
    assert len(ids) == len(set(ids)) == 4


def test_hostile_text_stands_as_written_and_nothing_is_styled_inline(tree):
    fragment = render(report())
    assert "<script" not in fragment
    assert escaping.escape(HOSTILE, quote=False).replace('"', "&quot;") in fragment
    assert HOSTILE in "".join(tree.itertext())
    assert not tree.xpath("//*[@style]")
    assert not [name for node in tree.iter(etree.Element) for name in node.attrib if name.startswith("on")]


def test_an_address_cannot_leave_its_attribute():
    fragment = render(report(), link_for=lambda source: '/"><script>alert(1)</script>')
    assert "<script" not in fragment
    dirty = replace(report(), subject="<b>x</b>\n<i>", recipients=("<u>a</u>",), blocks=(Paragraph.of("<em>b</em>"),))
    assert not lxml_html.fromstring(render(dirty)).xpath("//b|//i|//u|//em")
