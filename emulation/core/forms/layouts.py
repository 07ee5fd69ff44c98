"""How a form is laid out, said by the form itself; `forms/office_form.html` and its siblings show it."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError

from emulation.core.paper import for_paper
from emulation.core.text import squash
from emulation.core.words import what_paper_lacks


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
    """What a person fills in and sends to have a deed done. Its texts may all come to stand on paper: what paper lacks
    is named at the field; one of invisible signs alone is empty. `keeps_text`: the browser keeps what was typed until
    it is sent; never said of votes."""

    keeps_text = True

    def _post_clean(self) -> None:
        super()._post_clean()
        for name, text in list(self.cleaned_data.items()):
            field = self.fields.get(name)
            is_typed = isinstance(field, forms.CharField) and not isinstance(field.widget, forms.PasswordInput)
            if not is_typed or not isinstance(text, str):
                continue
            plain = for_paper(text)
            if not isinstance(field.widget, forms.Textarea) and "\n" not in text:
                plain = plain.replace("\n", " ")
            if plain and not squash(plain):
                plain = ""
                if field.required:
                    self.add_error(name, field.error_messages["required"])
                    continue
            self.cleaned_data[name] = plain
            try:
                field.run_validators(plain)
            except ValidationError as error:
                self.add_error(name, error)
            if lacked := what_paper_lacks(plain):
                self.add_error(name, lacked)


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
