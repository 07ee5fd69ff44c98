"""The component of every form: one form tag, what is said of a field in blocks of its own, files sent as files."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string

from emulation.core.forms.layouts import OfficeForm


class Asked(OfficeForm):
    name = forms.CharField(help_text="As printed.")


class Filed(OfficeForm):
    paper = forms.FileField()


def page(form: OfficeForm) -> str:
    return re.sub(r"\s+", " ", render_to_string("forms/office_form.html", {"form": form, "submit": "Save"}))


@pytest.mark.parametrize("kind", [OfficeForm, Asked, Filed])
def test_there_is_one_form_with_its_button_within(kind):
    told = page(kind())
    assert told.count("<form") == told.count("</form>") == 1
    assert told.index("<form") < told.index('type="submit"') < told.index("</form>")


def test_help_and_errors_stand_each_in_a_block_of_their_own():
    told = page(Asked({}))
    assert re.search(r'<p id="error_1_id_name"><strong>[^<]+</strong></p>', told)
    assert '<div id="id_name_helptext" class="form-text">As printed.</div>' in told


def test_a_form_with_a_file_sends_the_file_itself():
    assert 'enctype="multipart/form-data"' in page(Filed())
    assert "enctype" not in page(Asked())
