from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from emulation.core.forms.layouts import LaidOut
from emulation.core.text import search_key

SELECTED = mark_safe(" selected")


class PlainSelect(forms.Select):
    """Written without a template for each choice: a filter offers every province on every page."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = {str(one) for one in self.format_value(value)}
        rows = ((key, SELECTED if str(key) in chosen else "", label) for key, label in self.choices)
        options = format_html_join("", '<option value="{}"{}>{}</option>', rows)
        return format_html(
            '<select name="{}"{}>{}</select>', name, flatatt(self.build_attrs(self.attrs, attrs)), options
        )


class FilterForm(LaidOut, forms.Form):
    """One row of plain controls above a list; field names with underscores stand in the URL with hyphens."""

    field_template = "forms/filter_field.html"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            is_choice = isinstance(field.widget, forms.Select)
            if type(field.widget) is forms.Select:
                plain = PlainSelect(attrs=field.widget.attrs, choices=field.widget.choices)
                plain.is_required, field.widget = field.widget.is_required, plain
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    @property
    def number_set(self) -> int:
        """Of the filters, those set to something else than what the page begins with."""
        return sum(field.value() not in ("", None, field.initial) for field in self)

    def add_prefix(self, field_name):
        return super().add_prefix(field_name.replace("_", "-"))


SIGNS_ALONE = "signs_alone"


class SearchField(forms.CharField):
    """A piece of a name; signs alone are no piece of any."""

    def clean(self, value):
        text = super().clean(value)
        if text and not search_key(text):
            raise ValidationError(
                _("“%(seen)s” holds no letter and no digit, so nothing is found. Type a piece of the name."),
                code=SIGNS_ALONE,
                params={"seen": text},
            )
        return text


class SearchForm(FilterForm):
    """Asks for a name as `?q=`; `label` says whose. A search never fails: what is longer than any name is cut."""

    longest_asked = 100

    q = SearchField(
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": longest_asked}),
        help_text=_("With or without accents."),
    )

    def __init__(self, asked, *, label):
        super().__init__(asked.dict() | {"q": asked.get("q", "")[: self.longest_asked]})
        self.fields["q"].label = label
        self.is_valid()
        self.text = self.cleaned_data.get("q", "")
        self.seeks_nobody = self.has_error("q", SIGNS_ALONE)
