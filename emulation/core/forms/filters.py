from django import forms

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
