from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from clusters.organisations.models.organisation import Organisation
from clusters.organisations.rules.on_paper import Body
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import SourceForm, TermForm
from emulation.core.models.fields import longest

CODE = RegexValidator(
    r"^[A-Z0-9][A-Z0-9.-]*$",
    _("A code has capital letters A–Z, digits, dots and hyphens, for example 92.SNV."),
)

SYMBOL = RegexValidator(r"^[^\s/]+$", _("An abbreviation has no blanks and no stroke, for example SNV."))


class UnitForm(SourceForm, TermForm):
    name = forms.CharField(label=_("Name"), max_length=longest(Organisation, "name"))
    code = forms.CharField(
        label=_("Code"),
        max_length=longest(Organisation, "code"),
        validators=[CODE],
        help_text=_("Stands for good, for example 92.SNV."),
    )
    field_order = ("name", "code", "first_day", "last_day", "source", "verified")


class OnPaperForm(OfficeForm):
    """Each empty where it follows from the name, which then stands in the field as a hint."""

    paper_place = forms.CharField(
        label=_("Place that dates its papers"), max_length=longest(Organisation, "paper_place"), required=False
    )
    paper_symbol = forms.CharField(
        label=_("Abbreviation in its symbols"),
        max_length=longest(Organisation, "paper_symbol"),
        required=False,
        validators=[SYMBOL],
    )
    chief_title = forms.CharField(
        label=_("Title of its chief"), max_length=longest(Organisation, "chief_title"), required=False
    )
    superior_line = forms.CharField(
        label=_("Body above it on its papers"),
        max_length=longest(Organisation, "superior_line"),
        required=False,
        help_text=_("Committees of the people have none."),
    )

    def __init__(self, *args, derived: Body, **kwargs):
        """`derived`: how the body stands on paper where nothing is entered."""
        super().__init__(*args, **kwargs)
        words = {
            "paper_place": derived.place,
            "paper_symbol": derived.abbreviation,
            "chief_title": derived.title,
            "superior_line": " ".join(derived.superior_line.split()),
        }
        for name, word in words.items():
            self.fields[name].widget.attrs["placeholder"] = word
