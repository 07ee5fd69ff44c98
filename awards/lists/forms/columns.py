"""What the columns of a list mean, table by table, and what is said once for all of its rows."""

import copy
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from django import forms
from django.utils.translation import gettext_lazy as _
from xlsxwriter.utility import xl_col_to_name

from awards.catalogue.models import wording
from awards.catalogue.models.award import Award
from awards.lists.models.batch import HonourBatch, ImportRow
from awards.lists.rules.columns import may_stand_beside
from awards.lists.rules.proposals import Proposal
from awards.lists.rules.table import ListHeading, ListTable, leaders
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.reading import GivenForList
from awards.rows.words import FIELDS
from clusters.models import Campaign
from emulation.core.actor import Actor
from emulation.core.forms.fields import VietnameseDateField
from emulation.core.forms.labelled import LabelledField, in_alphabet
from emulation.core.forms.parts import CHOOSE
from emulation.core.models.fields import longest
from emulation.core.numbers import format_integer
from emulation.core.words import choices

NOT_READ = ("", _("Not read"))
NEEDED = {Field.AWARD: "award", Field.WAY: "way", Field.DECISION_DATE: "decision_date"}


class GivenForm(forms.Form):
    """What holds for every row of a list that says nothing else itself."""

    decision_number = forms.CharField(
        label=_("Decision number"), required=False, max_length=longest(ImportRow, "decision_number")
    )
    decision_date = VietnameseDateField(label=_("Decision date"), required=False)
    award = forms.ChoiceField(label=_("Award"), required=False)
    way = forms.ChoiceField(label=_("Way of commendation"), required=False, choices=[CHOOSE, *choices(wording.WAYS)])
    achievement_year = forms.IntegerField(
        label=_("Year of the achievement"), required=False, min_value=1900, max_value=2200, localize=False
    )
    subject_kind = forms.ChoiceField(
        label=_("Subject"), required=False, choices=[CHOOSE, *choices(wording.SUBJECT_KINDS)]
    )
    target_group = forms.ChoiceField(
        label=_("Target group of individuals"),
        required=False,
        choices=[CHOOSE, *choices(wording.TARGET_GROUPS)],
    )
    signer_office = forms.CharField(
        label=_("Office of the signer"), required=False, max_length=longest(ImportRow, "signer_office")
    )
    campaign = LabelledField(
        label=_("Campaign"),
        required=False,
        queryset=Campaign.objects.none(),
        empty_label=_("None"),
        labels=in_alphabet,
    )

    def __init__(self, *args, today, actor: Actor, province_kind, **kwargs):
        super().__init__(*args, **kwargs)
        awards = Award.objects.visible_to(actor).named(on=today, province_kind=province_kind)
        self.fields["award"].choices = [CHOOSE, *((str(award.pk), award.printed_name) for award in awards)]
        self.fields["campaign"].queryset = Campaign.objects.offered_to(actor)
        dress(self)


@dataclass(frozen=True)
class TableBlock:
    """One table on the page: where it stands, whether it is read, what its own title says."""

    table: ListTable
    read: forms.BoundField | None
    said: list[forms.BoundField]


@dataclass(frozen=True)
class ColumnBlock:
    """Tables laid out alike, and what their columns mean: `columns` are (bound field, samples) in the file's order."""

    tables: list[TableBlock]
    columns: list[tuple[forms.BoundField, tuple[str, ...]]]


class ColumnsForm(GivenForm):
    """One choice per column of each layout in the file, and what is said once: for a table by its own title, and for
    the whole list. `proposals`: the commonest where the list says nothing."""

    def __init__(self, *args, batch: HonourBatch, proposals: Mapping[str, Proposal], **kwargs):
        super().__init__(*args, **kwargs)
        self.tables = batch.tables
        self.leaders = leaders(self.tables)
        self.proposals = proposals
        for name, proposal in proposals.items():
            self.initial.setdefault(name, "")
            self.initial[name] = self.initial[name] or proposal.value
            self.fields[name].help_text = _proposed(proposal)
        self._propose_the_only_title()
        self._ask_beforehand()
        for number, table in enumerate(self.tables):
            if self.leaders[number] == number:
                self._add_columns(number, table)
            if len(self.tables) > 1:
                self._add_table(number, table)
        dress(self)

    def _propose_the_only_title(self) -> None:
        """A decision that one title names and the other tables name nowhere is proposed for those."""
        for name in ("decision_number", "decision_date"):
            said = {getattr(table.said, name) for table in self.tables} - {"", None}
            if len(said) == 1 and not self.initial.get(name):
                self.initial[name] = said.pop()
                self.fields[name].help_text = _("Only one table says it; it is proposed for the others.")

    def _ask_beforehand(self) -> None:
        """What the columns, as they are guessed, leave unsaid is told before anything is sent."""
        read = [table for table in self.tables if table.is_read]
        for meaning, name in NEEDED.items():
            if not self.initial.get(name) and name not in self.proposals:
                self.fields[name].help_text = _lacking(read, meaning, name) or self.fields[name].help_text
        silent = [one for one in read if Field.ACHIEVEMENT_YEAR not in one.meanings.places]
        if not self.initial.get("achievement_year") and any(not one.said.achievement_year for one in silent):
            self.fields["achievement_year"].help_text = _(
                "No column says it. Say it here for the whole list; left empty, its honours are kept without this year."
            )

    def _add_columns(self, number: int, table: ListTable) -> None:
        for heading in table.headings:
            column = xl_col_to_name(heading.place)
            label = heading.text or _("Column %(column)s, without a heading") % {"column": column}
            self.fields[name_of(heading, number)] = forms.ChoiceField(
                label=_("%(column)s (hidden column)") % {"column": label} if heading.is_hidden else label,
                required=False,
                choices=[NOT_READ, *FIELDS.items()],
                initial=table.meanings.of.get(heading.place, ""),
            )

    def _add_table(self, number: int, table: ListTable) -> None:
        self.fields[f"read_{number}"] = forms.BooleanField(
            label=_("Read this table"), required=False, initial=table.is_read
        )
        for name, value in asdict(table.said).items():
            if value:
                field = copy.deepcopy(self.fields[name])
                field.required, field.initial, field.help_text = False, value, ""
                self.fields[f"said_{number}_{name}"] = field

    @property
    def blocks(self) -> list[ColumnBlock]:
        found = []
        for leader in sorted(set(self.leaders)):
            columns = [(self[name_of(heading, leader)], heading.samples) for heading in self.tables[leader].headings]
            found.append(ColumnBlock([self._block(number) for number in self._like(leader)], columns))
        return found

    def _like(self, leader: int) -> list[int]:
        return [number for number, other in enumerate(self.leaders) if other == leader]

    def _block(self, number: int) -> TableBlock:
        said = [self[name] for name in self.fields if name.startswith(f"said_{number}_")]
        return TableBlock(self.tables[number], self[f"read_{number}"] if len(self.tables) > 1 else None, said)

    @property
    def said_once(self):
        return [self[name] for name in GivenForm.base_fields]

    def clean(self):
        cleaned = super().clean()
        meanings = {leader: self._meanings(leader, cleaned) for leader in set(self.leaders)}
        self.confirmed = tuple(
            replace(
                table,
                meanings=meanings[self.leaders[number]],
                is_read=cleaned.get(f"read_{number}", True),
                said=self._said_by_title(number, cleaned),
            )
            for number, table in enumerate(self.tables)
        )
        read = [table for table in self.confirmed if table.is_read]
        if not read:
            self.add_error(None, _("Choose at least one table to read."))
        if any(Field.NAME not in table.meanings.places for table in read):
            self.add_error(None, _("Say which column holds the name of the recipient."))
        for meaning, name in NEEDED.items():
            if not cleaned.get(name) and name not in self.errors and (lacking := _lacking(read, meaning, name)):
                self.add_error(name, lacking)
        return cleaned

    def _meanings(self, leader: int, cleaned: dict) -> Meanings:
        said = {heading.place: cleaned.get(name_of(heading, leader)) for heading in self.tables[leader].headings}
        meanings = Meanings({place: field for place, field in said.items() if field})
        seen: dict[str, str] = {}
        for heading in self.tables[leader].headings:
            meaning = meanings.of.get(heading.place)
            before = [place for place in meanings.places.get(meaning or "", ()) if place < heading.place]
            if not all(may_stand_beside(heading.place, place, meanings.of) for place in before):
                self.add_error(
                    name_of(heading, leader),
                    _("Column “%(other)s” already means this. Choose another meaning for one of the two.")
                    % {"other": seen[meaning]},
                )
            elif meaning:
                seen[meaning] = heading.text
        return meanings

    def _said_by_title(self, number: int, cleaned: dict) -> GivenForList:
        beginning = f"said_{number}_"
        said = {name.removeprefix(beginning): value for name, value in cleaned.items() if name.startswith(beginning)}
        return _given({name: value for name, value in said.items() if value})

    @property
    def given(self) -> GivenForList:
        return _given({name: self.cleaned_data[name] for name in GivenForm.base_fields})


def _given(said: dict) -> GivenForList:
    if "award" in said:
        said["award"] = int(said["award"]) if said["award"] else None
    if "campaign" in said:
        said["campaign"] = said["campaign"].pk if said["campaign"] else None
    return GivenForList(**said)


def _lacking(read: Sequence[ListTable], meaning: str, name: str) -> str:
    """Why it must be said once: no column says it, or a column leaves rows empty; "" where it need not."""
    tables = [table for table in read if not getattr(table.said, name)]
    unsaid = [table for table in tables if meaning not in table.meanings.places]
    if any(meaning not in table.silent or table.silent[meaning].rows for table in unsaid):
        return _("No column says it, so say it once here for the whole list.")
    silent = sum(table.silent[meaning].rows for table in tables if meaning in table.silent and table not in unsaid)
    if not silent:
        return ""
    return _("Its column is empty in %(rows)s rows: say here what holds for them.") % {"rows": format_integer(silent)}


def _proposed(proposal: Proposal) -> str:
    told = {"rows": format_integer(proposal.rows)}
    if not proposal.value:
        return _("%(rows)s rows of the list do not say it.") % told
    return _("%(rows)s rows of the list do not say it. The commonest is proposed; keep it or choose another.") % told


def dress(form: forms.Form) -> None:
    for field in form.fields.values():
        if isinstance(field.widget, forms.CheckboxInput):
            field.widget.attrs["class"] = "form-check-input"
        else:
            is_choice = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"


def name_of(heading: ListHeading, table: int = 0) -> str:
    return f"column_{table}_{heading.place}" if table else f"column_{heading.place}"
