"""Cells of points as pages show them, and the saving of one or of all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from clusters.organisations.models.organisation import Organisation
from clusters.regulation.models.criterion import Criterion
from clusters.scores.actions.scores import text_of, write_score
from clusters.scores.models.score import LONGEST_NOTE, Score
from clusters.scores.rules.entry import ScorePart as CellPart
from clusters.scores.rules.terms import ScoreKind
from clusters.scores.views.places import GivenPoints
from emulation.core.numbers import parse_id
from emulation.core.views.autosave import SavedField, saved

LONGEST_POINTS = 20


@dataclass(frozen=True)
class ScoreAt:
    """What the cells of a row are about: a line and a member; `about` names the one that the page does not."""

    criterion: Criterion
    scored: Organisation
    about: str


Targets = Mapping[int, ScoreAt]


@dataclass(frozen=True, kw_only=True)
class ScoreCell(SavedField):
    """`row` is the line's id on a page of one member, the member's id on a page of one line."""

    row: int
    part: CellPart
    about: str

    @property
    def key(self) -> str:
        return f"{self.row}-{self.part.value}"

    @property
    def heading(self) -> str:
        return _("Points") if self.part is CellPart.POINTS else _("Reason")

    @property
    def label(self) -> str:
        return f"{self.heading}: {self.about}"

    @property
    def most(self) -> int:
        return LONGEST_POINTS if self.part is CellPart.POINTS else LONGEST_NOTE


def cells_of(score: Score | None, row: int, about: str) -> dict[str, ScoreCell]:
    """By the name of the part, as templates ask."""
    found = {}
    for part in CellPart:
        text = text_of(score, part)
        found[part.value] = ScoreCell(row=row, part=part, about=about, text=text, seen=text)
    return found


def save_cells(request, part: GivenPoints, targets: Targets, *, page: Callable, progress: Callable, done_url: str):
    """One cell from the page's script, or all of a page without scripts. `page(stuck)` shows the page again with those
    that could not be saved, by key; `progress()` what the saved cell's answer says of the whole."""
    sent = list(_sent(request.POST, targets))
    if not sent:
        return HttpResponseBadRequest(_("Nothing was sent to save. Open the page again."))
    if request.htmx:
        return _saved_one(request, part, sent[0], targets, progress)
    done = [_write(request, part, cell, targets) for cell in sent if cell.text != cell.seen]
    stuck = {cell.key: cell for cell in done if cell.refusal}
    if stuck:
        return page(stuck)
    messages.success(request, _("All points are saved."))
    return redirect(done_url)


def stuck_in(cells: dict[str, ScoreCell], stuck: Mapping[str, ScoreCell]) -> dict[str, ScoreCell]:
    return {name: stuck.get(cell.key, cell) for name, cell in cells.items()}


def _saved_one(request, part: GivenPoints, cell: ScoreCell, targets: Targets, progress):
    if "keep" in request.POST:
        target = targets[cell.row]
        score = Score.objects.filter(
            scoring=part.scoring,
            kind=part.kind,
            criterion=target.criterion,
            scored=target.scored,
            scorer=part.scorer,
        ).first()
        context = {"cell": cells_of(score, cell.row, cell.about)[cell.part.value]}
        return render(request, "clusters/scores/_cell.html", context)
    cell = _write(request, part, cell, targets)
    context = {"cell": cell, "progress": progress()}
    return render(request, "clusters/scores/_saved.html", context, status=409 if cell.refusal else 200)


def _sent(posted, targets: Targets):
    for name, text in posted.items():
        kind, _dash, key = name.partition("-")
        number, _dash, part = key.partition("-")
        row = parse_id(number)
        if kind == "text" and row in targets and part in set(CellPart):
            about, seen = targets[row].about, posted.get(f"seen-{key}", "")
            yield ScoreCell(row=row, part=CellPart(part), about=about, text=text, seen=seen)


def _write(request, part: GivenPoints, cell: ScoreCell, targets: Targets) -> ScoreCell:
    target = targets[cell.row]

    def deed():
        written = write_score(
            part.scoring,
            part.kind,
            criterion=target.criterion,
            scored=target.scored,
            scorer=part.scorer,
            part=cell.part,
            text=cell.text,
            seen=cell.seen,
            actor=request.actor,
        )
        return {"text": written.text, "seen": written.text}

    return saved(cell, deed)


def counted(part: GivenPoints, *, lines: int, members: int, kind: ScoreKind) -> dict[str, int]:
    """How many of its points a scorer has given."""
    rows = Score.objects.filter(scoring=part.scoring, kind=kind, scorer=part.scorer)
    flag = {ScoreKind.CROSS: {"criterion__cross_scored": True}, ScoreKind.APPRAISAL: {"criterion__appraised": True}}
    given = rows.given().filter(**flag.get(kind, {})).count()
    return {"given": given, "of": lines * members}
