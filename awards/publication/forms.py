from django import forms
from django.utils.translation import gettext_lazy as _

from awards.publication.models.publication import Publication, PublicComment
from clusters.models import Organisation
from clusters.organisations.models.names import today_first
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.labelled import LabelledField
from emulation.core.forms.layouts import OfficeForm
from emulation.core.models.fields import longest
from emulation.core.text import search_key

SHORTEST_SEARCH = 3


class BeginForm(OfficeForm):
    body = LabelledField(
        label=_("Body that lays it out"),
        queryset=Organisation.objects.none(),
        labels=today_first,
        empty_label=None,
    )
    title = forms.CharField(
        label=_("Title of the list"),
        max_length=longest(Publication, "title"),
        help_text=_("As the public reads it, for example “Danh sách đề nghị tặng Huân chương Lao động”."),
    )

    def __init__(self, *args, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies


class OpenForm(OfficeForm):
    opens_on = VietnameseDateField(
        label=_("First day in public"),
        help_text=_("A working day. The last day follows from the working days that the procedure wants."),
    )


class CommentForm(OfficeForm):
    line = forms.ChoiceField(label=_("About whom"), required=False)
    name = forms.CharField(
        label=_("Your full name"),
        max_length=longest(PublicComment, "name"),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact = forms.CharField(
        label=_("Your telephone or e-mail"),
        max_length=longest(PublicComment, "contact"),
        help_text=_("Only the body that laid out the list reads who you are."),
    )
    text = forms.CharField(
        label=_("Your comment"),
        max_length=longest(PublicComment, "text"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["line"].choices = [("", _("The whole list")), *((str(one.id), one.name) for one in lines)]


class NoteForm(OfficeForm):
    note = forms.CharField(
        label=_("What was done with it"),
        max_length=longest(PublicComment, "note"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SearchForm(OfficeForm):
    keeps_text = False
    tim = forms.CharField(
        label=_("Name"), max_length=100, help_text=_("Of a person or a collective, in full or in part.")
    )

    def clean_tim(self):
        key = search_key(self.cleaned_data["tim"])
        if len(key) < SHORTEST_SEARCH:
            raise forms.ValidationError(_("Write at least three letters of the name."))
        return key
