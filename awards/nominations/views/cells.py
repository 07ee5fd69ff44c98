"""The boxes of a draft, each saved as it is left."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from awards.catalogue.models import wording as catalogue
from awards.nominations.actions.achievements import write_achievement
from awards.nominations.actions.drafting import text_of, write_field
from awards.nominations.models.campaigns import campaigns_offered
from awards.nominations.models.contents import Achievement
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.wording import FIELDS, NAMED_IN_MINUTES
from awards.nominations.rules.terms import LONGEST_SUMMARY, OF_PEOPLE, AchievementPart, DossierField
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.models.fields import longest
from emulation.core.views.autosave import SavedField, saved
from emulation.core.words import choices

DAY_LENGTH = 40
ROWS = {DossierField.SUMMARY: 10}


@dataclass(frozen=True, kw_only=True)
class DossierCell(SavedField):
    """`key`: of the box on the page; `rows`: lines of text it shows; `choices`: what can be chosen, for a list."""

    key: str
    label: str
    most: int
    rows: int = 1
    choices: list = field(default_factory=list)
    hint: str = ""

    @property
    def text_said(self) -> str:
        return self._in_words(self.text)

    @property
    def theirs_said(self) -> str:
        return self._in_words(self.theirs)

    def _in_words(self, value: str | None) -> str:
        """Of a list the words of what is chosen; nothing else has any besides itself."""
        return str(dict(self.choices).get(value or "", "")) if value else ""


def field_cell(nomination: Nomination, name: DossierField) -> DossierCell:
    stands = text_of(nomination, name)
    return DossierCell(
        key=name.value,
        label=str(FIELDS[name]),
        text=stands,
        seen=stands,
        most=_most(name),
        rows=ROWS.get(name, 1),
        choices=_choices(nomination, name),
    )


def _choices(nomination: Nomination, name: DossierField) -> list:
    if name is DossierField.TARGET_GROUP:
        return [("", "–"), *choices(catalogue.TARGET_GROUPS)]
    if name is DossierField.MINUTES:
        return [("", str(_("Not said yet"))), *choices(NAMED_IN_MINUTES)]
    if name is DossierField.CAMPAIGN:
        offered = campaigns_offered(nomination, on=clock.today()).values_list("pk", "name")
        return [("", str(_("Not of a campaign"))), *((str(pk), said) for pk, said in offered)]
    return []


def _most(name: DossierField) -> int:
    if name is DossierField.SUMMARY:
        return LONGEST_SUMMARY
    if name in (DossierField.NAME, DossierField.POSITION, DossierField.UNIT):
        return longest(Nomination, name.value)
    return DAY_LENGTH


def field_cells(nomination: Nomination) -> dict[str, DossierCell]:
    asked = [one for one in DossierField if nomination.is_of_a_person or one not in OF_PEOPLE]
    return {one.value: field_cell(nomination, one) for one in asked}


def achievement_cells(row: Achievement, labels: dict[AchievementPart, str]) -> list[DossierCell]:
    return [
        DossierCell(
            key=f"{part.value}-{row.pk}",
            label=labels[part],
            text=getattr(row, part),
            seen=getattr(row, part),
            most=longest(Achievement, part.value),
            rows=2,
        )
        for part in AchievementPart
    ]


def kept_cells(nomination: Nomination, labels: dict[AchievementPart, str]) -> list[DossierCell]:
    """Every box of the dossier that can be written in, as it stands."""
    own = [row for row in nomination.achievements.all() if row.is_own]
    return [*field_cells(nomination).values(), *(cell for row in own for cell in achievement_cells(row, labels))]


def sent_cells(nomination: Nomination, posted, labels: dict[AchievementPart, str]) -> Iterator[DossierCell]:
    """Those that came with a form, by their keys; what is no box of this dossier is passed over."""
    for cell in kept_cells(nomination, labels):
        name = f"text-{cell.key}"
        if name in posted:
            yield replace(cell, text=posted[name], seen=posted.get(f"seen-{cell.key}", ""))


def written(nomination: Nomination, cell: DossierCell, actor: Actor) -> DossierCell:
    def deed():
        part, _hyphen, pk = cell.key.partition("-")
        if pk:
            stands = write_achievement(
                nomination, int(pk), AchievementPart(part), text=cell.text, seen=cell.seen, actor=actor
            )
        else:
            stands = write_field(nomination, DossierField(part), text=cell.text, seen=cell.seen, actor=actor)
        return {"text": stands, "seen": stands}

    return saved(cell, deed)
