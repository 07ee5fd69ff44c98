"""How a form is laid out, said by the form itself; `forms/office_form.html` and its siblings show it."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms


class LaidOut:
    """A form whose fields stand in one column in their order, unless it says otherwise. `css_class`: of the form's own
    beside that of the component."""

    css_class = ""
    field_template = ""
    fields: dict[str, forms.Field]

    def layout(self) -> Layout:
        return Layout(*self.fields)

    @property
    def helper(self) -> FormHelper:
        return helper_of(self.layout(), field_template=self.field_template)


class OfficeForm(LaidOut, forms.Form):
    """What a person fills in and sends to have a deed done."""


class FieldsHelper(FormHelper):
    """Help and errors each in a block of their own; crispy would have one of the two within the line."""

    help_text_inline = False
    error_text_inline = False


def helper_of(layout: Layout, *, field_template: str = "") -> FormHelper:
    """Of the fields alone: the form's tag, its errors summed up and its buttons are the component's."""
    helper = FieldsHelper()
    helper.template = "forms/fields.html"
    helper.field_template = field_template or None
    helper.layout = layout
    return helper
