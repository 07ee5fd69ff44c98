"""What paper holds, and what a person is told of the rest."""

from dataclasses import replace

import pytest
from django import forms

from emulation.core.actions.refusals import fitting
from emulation.core.errors import Refusal
from emulation.core.forms.layouts import OfficeForm
from emulation.core.paper import RANGES, for_paper, lacking, set_whole
from reports.document.render import pdf
from reports.document.rules.document import Paragraph
from tests.reports.document.sample import report


class Noted(OfficeForm):
    name = forms.CharField(max_length=6)
    passphrase = forms.CharField(widget=forms.PasswordInput, required=False)


@pytest.mark.parametrize(
    ("text", "on_paper"),
    [
        ("Đạt 100％", "Đạt 100%"),
        ("\uf0b7 Một\n\uf0a7Hai", "• Một\n• Hai"),
        ("㎡ và ㎞", "m2 và km"),
        ("được ☑️", "được ☑"),
        ("tiê\u0301n", "tiến"),
        ("10\u202e24\u202c lượt\u200f", "1024 lượt"),
        ("Một\u2028\uf0b7 Hai\x0bBa", "Một\n• Hai\nBa"),
    ],
)
def test_plain_equals(text, on_paper):
    assert for_paper(text) == on_paper


def test_what_has_no_equal_is_named_in_its_order():
    assert lacking(for_paper("☑ xong 漢字 ☑")) == ("☑", "漢", "字")
    assert set_whole("漢字 của") == "□□ của"


@pytest.mark.parametrize(("first", "last"), [(RANGES[0][0], RANGES[60][1]), (RANGES[61][0], RANGES[-1][1])])
def test_the_face_sets_every_character_said_to_be_held(first, last):
    held = [chr(code) for start, end in RANGES for code in range(start, end + 1) if first <= code <= last]
    assert pdf.render(replace(report(), blocks=(Paragraph.of(" ".join(held)),), annexes=())).startswith(b"%PDF")


def test_a_field_names_what_paper_lacks_and_keeps_what_was_typed():
    form = Noted({"name": "Xã 🎉", "passphrase": "🎉"})
    assert form.errors == {"name": ["Giấy in không có ký hiệu “🎉” (sau “Xã”). Hãy viết bằng chữ hoặc bỏ đi."]}
    assert form["name"].value() == "Xã 🎉"


def test_a_plain_equal_that_is_longer_than_the_field_is_refused():
    assert "name" in Noted({"name": "㎡㎡㎡㎡"}).errors
    assert Noted({"name": "３％"}).is_valid()


def test_a_deed_refuses_what_paper_lacks_and_takes_plain_equals():
    assert fitting("５％", most=2) == "5%"
    with pytest.raises(Refusal, match="không có ký hiệu “漢”") as refused:
        fitting("漢", most=5, field="why")
    assert refused.value.field == "why"
