"""What an office says of a campaign, and how lists of campaigns are asked for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.campaigns.models import wording
from clusters.campaigns.models.campaign import Campaign
from clusters.campaigns.models.parts import CampaignGoal, CampaignPhase
from clusters.campaigns.rules.terms import CampaignLevel
from clusters.directives.models import Directive
from clusters.membership.models.cluster import Cluster
from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.organisation import Organisation
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.filters import FilterForm, SearchField
from emulation.core.forms.labelled import LabelledField, in_alphabet
from emulation.core.forms.layouts import OfficeForm
from emulation.core.forms.parts import LONGEST_REASON, LONGEST_TEXT, TermForm
from emulation.core.models.fields import longest
from emulation.core.text import squash
from emulation.core.words import choices

FEW_LINES = forms.Textarea(attrs={"rows": 3})
NOT_STATED = ("", _("Not stated"))


class CampaignForm(TermForm):
    organisation = OrganisationChoiceField(label=_("Launched by"), queryset=Organisation.objects.none())
    is_recorded = forms.TypedChoiceField(
        label=_("Where it is launched"),
        choices=[("0", _("Here: prepared now, launched by the approver")), ("1", _("Launched already; only recorded"))],
        coerce=lambda said: said == "1",
        initial="0",
    )
    name = forms.CharField(
        label=_("Official name in full"), max_length=longest(Campaign, "name"), widget=forms.Textarea(attrs={"rows": 2})
    )
    aliases = forms.CharField(
        label=_("Other names"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=FEW_LINES,
        help_text=_("One a line, as papers and lists print them; lists that are sent in recognise each."),
    )
    level = forms.ChoiceField(label=_("Level of the campaign"), choices=choices(wording.LEVELS))
    cluster = LabelledField(
        label=_("Cluster"),
        queryset=Cluster.objects.none(),
        labels=in_alphabet,
        required=False,
        empty_label=_("None"),
        help_text=_("Only for a campaign of a cluster or block."),
    )
    form = forms.ChoiceField(
        label=_("Form of emulation"), choices=[NOT_STATED, *choices(wording.FORMS)], required=False
    )
    drive = forms.ChoiceField(label=_("Drive"), choices=choices(wording.DRIVES))
    addressed = forms.MultipleChoiceField(
        label=_("Subjects"),
        choices=choices(wording.ADDRESSED),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    criteria = forms.CharField(
        label=_("Criteria"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=FEW_LINES,
        help_text=_("One a line: what a unit that takes part is judged by."),
    )
    document = forms.CharField(
        label=_("Document of launching"), max_length=longest(Campaign, "document"), required=False
    )
    directive = LabelledField(
        label=_("Launched by the directive"),
        queryset=Directive.objects.none(),
        labels=in_alphabet,
        required=False,
        empty_label=_("None"),
    )
    launched_on = VietnameseDateField(
        label=_("Launched on"),
        required=False,
        help_text=_("Only of one launched already; of one launched here the step keeps the day."),
    )
    plan = forms.CharField(label=_("Plan"), max_length=longest(Campaign, "plan"), required=False)
    parent = LabelledField(
        label=_("Puts into concrete form"),
        queryset=Campaign.objects.none(),
        labels=in_alphabet,
        required=False,
        empty_label=_("None"),
    )
    file = forms.FileField(
        label=_("Scan of the document"), required=False, help_text=_("PDF, JPG or PNG, at most 10 MB.")
    )
    why = forms.CharField(
        label=_("Reason of the correction"),
        max_length=LONGEST_REASON,
        required=False,
        widget=FEW_LINES,
        help_text=_("Only where something stated changes; the units that take part read it."),
    )
    css_class = "campaign-form"
    field_order = ("organisation", "is_recorded", "name", "aliases", "level", "cluster", "first_day", "last_day")

    def __init__(
        self, *args, organisations, clusters, directives, parents, is_new: bool, of_state: bool, is_held: bool, **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        self.fields["cluster"].queryset = clusters
        self.fields["directive"].queryset = directives
        self.fields["parent"].queryset = parents
        if not is_new or of_state:
            del self.fields["organisation"], self.fields["is_recorded"]
        if not is_held:
            del self.fields["why"]
        self.fields["level"].choices = [
            (level, words)
            for level, words in self.fields["level"].choices
            if of_state == (level == CampaignLevel.STATE)
        ]

    def clean_aliases(self) -> list[str]:
        names = [squash(line) for line in self.cleaned_data["aliases"].splitlines() if squash(line)]
        most = longest(Campaign, "name")
        if any(len(name) > most for name in names):
            raise forms.ValidationError(
                _("A name takes at most %(most)s characters. Shorten it."), params={"most": most}
            )
        return names


class GoalForm(OfficeForm):
    text = forms.CharField(
        label=_("Goal"), max_length=longest(CampaignGoal, "text"), widget=FEW_LINES, help_text=_("One thing a goal.")
    )
    amount = forms.CharField(
        label=_("How much"),
        max_length=longest(CampaignGoal, "amount"),
        required=False,
        help_text=_("For example từ 75%."),
    )
    unit = forms.CharField(label=_("Unit of measure"), max_length=longest(CampaignGoal, "unit"), required=False)
    source = forms.CharField(
        label=_("Source of the figure"), max_length=longest(CampaignGoal, "source"), required=False
    )
    checked_on = VietnameseDateField(label=_("Checked on"), required=False)
    why = forms.CharField(label=_("Reason of the correction"), max_length=LONGEST_REASON, widget=FEW_LINES)

    def __init__(self, *args, asks_why: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_why:
            del self.fields["why"]


class PhaseForm(TermForm):
    name = forms.CharField(label=_("Phase"), max_length=longest(CampaignPhase, "name"))
    why = forms.CharField(label=_("Reason of the correction"), max_length=LONGEST_REASON, widget=FEW_LINES)
    field_order = ("name", "first_day", "last_day")

    def __init__(self, *args, asks_why: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_why:
            del self.fields["why"]


class CampaignsFilterForm(FilterForm):
    """Which campaigns: by a piece of a name, a year, whose, and how far their life has come."""

    tim = SearchField(
        label=_("Any of its names"),
        required=False,
        max_length=longest(Campaign, "name"),
        widget=forms.TextInput(attrs={"type": "search"}),
        help_text=_("With or without accents."),
    )
    nam = forms.IntegerField(
        label=_("Running in the year"), required=False, min_value=1948, max_value=2200, help_text=_("Empty: any year.")
    )
    cua = forms.ChoiceField(
        label=_("Whose"), required=False, choices=[("", _("That reach my unit")), ("tat-ca", _("All campaigns"))]
    )
    doi = forms.ChoiceField(
        label=_("Life"),
        required=False,
        choices=[
            ("", _("Any")),
            ("ngu", _("Asleep: nothing heard for a quarter")),
            ("chi-phat-dong", _("Only launched")),
            ("chi-khen", _("Only rewarded")),
            ("du-thao", _("Being prepared")),
        ],
    )
