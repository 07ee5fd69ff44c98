from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.conferences.models.conference import Conference
from clusters.directives.models import Directive
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.forms.choice import OrganisationChoiceField, OrganisationsChoiceField
from clusters.organisations.models.organisation import Organisation
from clusters.sheets.forms import SheetForm
from clusters.tasks.models import KINDS, Assignment, Task
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.labelled import LabelledField, in_alphabet
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import LONGEST_TEXT
from emulation.core.models.fields import longest
from emulation.core.words import choices

FEW_LINES = forms.Textarea(attrs={"rows": 3})


class OriginForm(OfficeForm):
    """By which directive, at which conference, to which cluster: of one task, or of all rows of a sheet."""

    directive = LabelledField(
        label=_("Given by the directive"),
        queryset=Directive.objects.none(),
        labels=in_alphabet,
        required=False,
        empty_label=_("None"),
    )
    conference = LabelledField(
        label=_("Given at the conference"),
        queryset=Conference.objects.none(),
        labels=in_alphabet,
        required=False,
        empty_label=_("None"),
    )
    cluster_year = LabelledField(
        label=_("Given to the cluster"),
        queryset=ClusterYear.objects.none(),
        labels=in_alphabet,
        required=False,
        empty_label=_("None"),
        help_text=_("What is given outside a conference; at a conference its cluster is known."),
    )

    def offer_origins(self, actor: Actor) -> None:
        headed = actor.headed_entered
        self.fields["directive"].queryset = Directive.objects.standing().filter(organisation__in=actor.entered)
        conferences = Conference.objects.filter(cluster_year__in=headed, held_on__lte=clock.today())
        self.fields["conference"].queryset = conferences.select_related("cluster_year__cluster")
        self.fields["cluster_year"].queryset = ClusterYear.objects.filter(pk__in=headed).select_related("cluster")


class TaskForm(OriginForm):
    organisation = OrganisationChoiceField(
        label=_("Followed up by"), queryset=Organisation.objects.none(), help_text=_("The office that follows it up.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(KINDS))
    given_by = forms.CharField(
        label=_("Given by the office"),
        max_length=longest(Task, "given_by"),
        help_text=_("The office, without a person's name; of a request who asks."),
    )
    addressed_to = forms.CharField(
        label=_("Addressed to"),
        max_length=longest(Task, "addressed_to"),
        required=False,
        help_text=_("As it was said, for example các sở, ban, ngành."),
    )
    text = forms.CharField(label=_("What is to be done"), max_length=longest(Task, "text"), widget=FEW_LINES)
    units = OrganisationsChoiceField(
        label=_("Units that are to do it"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each of them finds it among its work. None for a request."),
    )
    due_on = VietnameseDateField(label=_("Due on"), required=False)
    known_by = forms.CharField(
        label=_("How it will be known"),
        max_length=longest(Task, "known_by"),
        required=False,
        help_text=_("For example: plan issued, figure reached."),
    )

    field_order = ("organisation", "kind")
    css_class = "task-form"

    def __init__(self, *args, actor: Actor, organisations, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_origins(actor)
        self.fields["organisation"].queryset = organisations
        self.fields["units"].queryset = units


class TaskSheetForm(OriginForm, SheetForm):
    field_order = ("organisation", "directive", "conference", "cluster_year", "file")

    def __init__(self, *args, actor: Actor, **kwargs):
        super().__init__(*args, actor=actor, **kwargs)
        self.offer_origins(actor)


class DoneForm(OfficeForm):
    text = forms.CharField(label=_("What was done"), max_length=longest(Assignment, "report"), widget=FEW_LINES)
    document = forms.CharField(
        label=_("Number and day of the paper"),
        max_length=longest(Assignment, "document"),
        required=False,
        help_text=_("The proof is a file or the number of a paper."),
    )
    file = forms.FileField(label=_("Proof"), required=False, help_text=_("PDF, JPG or PNG, at most 10 MB."))


class AnswerForm(OfficeForm):
    on = VietnameseDateField(label=_("Answered on"))
    answer = forms.CharField(label=_("What was answered"), max_length=LONGEST_TEXT, widget=FEW_LINES)
    document = forms.CharField(
        label=_("Document of the answer"), max_length=longest(Task, "answer_document"), required=False
    )
