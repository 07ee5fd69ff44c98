from django import forms
from django.utils.translation import gettext_lazy as _

from emulation.core.forms.layouts import LaidOut


class FilterForm(LaidOut, forms.Form):
    """One row of plain controls above a list; field names with underscores stand in the URL with hyphens."""

    field_template = "forms/filter_field.html"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            is_choice = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    def add_prefix(self, field_name):
        return super().add_prefix(field_name.replace("_", "-"))


class SearchForm(FilterForm):
    """Asks for a name as `?q=`; `label` says whose. What is longer than any name is cut, for a search never fails."""

    longest_asked = 100

    q = forms.CharField(
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": longest_asked}),
        help_text=_("With or without accents."),
    )

    def __init__(self, asked, *, label, **more):
        self.text = asked.get("q", "").strip()[: self.longest_asked]
        super().__init__(initial={"q": self.text}, **more)
        self.fields["q"].label = label
