from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.catalogue.models.award import ReportLine
from awards.register.models.register import ExportFormat, RegisterExport
from awards.register.rules.register import BORNE_BY_NOBODY, WITH_UNITS, RegisterFilter, decision_key
from clusters.models import Cluster, Organisation
from clusters.organisations.models.names import today_first
from emulation.core.dates import format_date
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.filters import FilterForm, SearchField
from emulation.core.forms.labelled import LabelledField, in_list_order
from emulation.core.models.fields import longest
from emulation.core.period import Period
from emulation.core.text import search_key
from emulation.core.words import choices

ANY = ("", _("All"))
USED_MOST = ("tim", "don_vi", "dong", "tu", "den")


def with_any(labels):
    return [ANY, *choices(labels)]


class RegisterFilterForm(FilterForm):
    """The filters of the register as they stand in its URL. What cannot be read is named, and nothing is shown."""

    tim = SearchField(
        label=_("Name or decision number"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    don_vi = LabelledField(
        label=_("Organisation"),
        required=False,
        queryset=Organisation.objects.none(),
        empty_label=_("All"),
        labels=today_first,
    )
    truc_thuoc = forms.ChoiceField(
        label=_("Units beneath it"),
        required=False,
        choices=[("", _("Not counted with it")), (WITH_UNITS, _("Counted with it"))],
    )
    cum = LabelledField(
        labels=in_list_order,
        label=_("Cluster"),
        required=False,
        queryset=Cluster.objects.all(),
        to_field_name="code",
        empty_label=_("All"),
        help_text=_("Counts an honour when its organisation was a member on the day of the decision."),
    )
    dong = forms.ModelChoiceField(
        label=_("Award"),
        required=False,
        queryset=ReportLine.objects.all(),
        to_field_name="code",
        empty_label=_("All"),
    )
    cap = forms.ChoiceField(label=_("Level"), required=False, choices=with_any(wording.LEVELS))
    doi_tuong = forms.ChoiceField(label=_("Subject"), required=False, choices=with_any(wording.SUBJECT_KINDS))
    phuong_thuc = forms.ChoiceField(label=_("Way"), required=False, choices=with_any(wording.WAYS))
    nhom = forms.ChoiceField(label=_("Target group"), required=False, choices=with_any(wording.TARGET_GROUPS))
    tu = VietnameseDateField(label=_("Decided from"), required=False)
    den = VietnameseDateField(label=_("Decided until"), required=False)

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["don_vi"].queryset = organisations

    @property
    def used_most(self) -> list[forms.BoundField]:
        return [self[name] for name in USED_MOST]

    @property
    def others(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in USED_MOST]

    @property
    def asks_others(self) -> bool:
        """Whether one of the others filters, or could not be read."""
        return any(field.value() or field.errors for field in self.others)

    def asked(self) -> RegisterFilter:
        """Nobody while one filter cannot be read: without it the rest would show what was not asked for."""
        is_read = self.is_valid()
        read = self.cleaned_data
        text = read.get("tim") or ""
        number = decision_key(text)
        return RegisterFilter(
            name_key=("" if number else search_key(text)) if is_read else BORNE_BY_NOBODY,
            decision_key=number,
            organisation=getattr(read.get("don_vi"), "pk", None),
            cluster=getattr(read.get("cum"), "pk", None),
            report_line=getattr(read.get("dong"), "pk", None),
            level=read.get("cap") or "",
            subject_kind=read.get("doi_tuong") or "",
            way=read.get("phuong_thuc") or "",
            target_group=read.get("nhom") or "",
            period=Period.of_days(read.get("tu"), read.get("den")),
            with_units=bool(read.get("don_vi") and read.get("truc_thuoc")),
        )

    def words(self) -> list[str]:
        """What is filtered, each filter in words; asked after `asked`."""
        return [words for _name, words in self.said()]

    def said(self) -> list[tuple[str, str]]:
        """(field's name, its filter in words)"""
        read = self.cleaned_data
        said = [(name, str(read[name])) for name in ("dong", "don_vi", "cum") if read.get(name)]
        if read.get("don_vi") and read.get("truc_thuoc"):
            beneath = gettext("%(organisation)s with the units beneath it") % {"organisation": read["don_vi"]}
            said[said.index(("don_vi", str(read["don_vi"])))] = ("don_vi", beneath)
        for name in ("cap", "doi_tuong", "phuong_thuc", "nhom"):
            if read.get(name):
                said.append((name, str(dict(self.fields[name].choices)[read[name]])))
        if read.get("tu"):
            said.append(("tu", gettext("decided from %(day)s") % {"day": format_date(read["tu"])}))
        if read.get("den"):
            said.append(("den", gettext("decided until the end of %(day)s") % {"day": format_date(read["den"])}))
        if read.get("tim"):
            sentence = (
                gettext("number of the decision begins with “%(text)s”")
                if decision_key(read["tim"])
                else gettext("name like “%(text)s”: accents aside, and pieces of words too")
            )
            said.append(("tim", sentence % {"text": read["tim"]}))
        return said

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("tu"), cleaned.get("den")
        if start and end and start > end:
            self.add_error("den", _("The last day comes before the first; change one of the two."))
            cleaned.pop("tu", None)
        return cleaned


class GoToDayForm(FilterForm):
    toi_ngay = VietnameseDateField(label=_("Go to the day"), required=False)


class ExportForm(forms.Form):
    """`loc` is the query string of the register that was looked at."""

    format = forms.ChoiceField(choices=ExportFormat.choices)
    loc = forms.CharField(required=False, max_length=longest(RegisterExport, "query"))
