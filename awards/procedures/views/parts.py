"""The tables of a procedure: one a part, each row with its provision and what may be done to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from awards.procedures import words
from awards.procedures.actions.stages import may_be_taken_out
from awards.procedures.models.parts import ProcedureStage
from awards.procedures.models.procedure import Procedure
from awards.procedures.rules.terms import Body, Stage, councils_on_the_way


@dataclass(frozen=True)
class RowShown:
    """`of`: the value itself; `cells`: what stands between its name and its provision; `out_url`: where it is taken
    out, empty where it stays."""

    of: Any
    name: str
    cells: tuple[str, ...] = ()
    out_url: str = ""


@dataclass(frozen=True)
class PartShown:
    """`name`: of the part on the page; `address`: in those of its deeds; `headings`: of the names and the cells;
    `add`: (label, address) of a deed that adds to it."""

    name: str
    address: str
    title: str
    headings: tuple[str, ...]
    rows: Sequence[RowShown]
    lead: str = ""
    is_always_shown: bool = False
    is_ordered: bool = False
    add: tuple[str, str] | None = None


def parts_of(procedure: Procedure, *, may_write: bool) -> list[PartShown]:
    return [
        PartShown(
            "stages",
            "giai-doan",
            _("Stages"),
            (_("Stage of the procedure"), _("Body"), _("Deadline")),
            [
                RowShown(
                    row,
                    words.manner(row),
                    (row.get_body_display(), words.deadline(row)),
                    _out_url(row, procedure) if may_write else "",
                )
                for row in procedure.stages.all()
            ],
            is_always_shown=True,
            is_ordered=True,
            add=(_("Add a Council"), reverse("awards:procedure-council", args=[procedure.pk]))
            if may_write and councils_to_add(procedure)
            else None,
        ),
        PartShown(
            "papers",
            "van-ban",
            _("Papers of the dossier"),
            (_("Paper of the dossier"), _("Form number"), _("When missing")),
            [
                RowShown(row, row.get_kind_display(), (row.form_number, row.get_effect_display()))
                for row in procedure.papers.all()
            ],
            is_always_shown=True,
        ),
        PartShown(
            "rules",
            "dieu-kien",
            _("Conditions that are checked"),
            (_("Condition"), _("When not met")),
            [RowShown(row, row.get_code_display(), (row.get_effect_display(),)) for row in procedure.rules.all()],
            is_always_shown=True,
        ),
        PartShown(
            "consulted",
            "hiep-y",
            _("Consulted bodies"),
            (_("Body"), _("Working days to answer")),
            [
                RowShown(row, row.get_kind_display(), (words.days_to_answer(row) or _("as in its stage"),))
                for row in procedure.consultations.all()
            ],
            lead=_(
                "Whoever appraises the dossier asks them; a body that does not answer in its days does not stop it."
            ),
        ),
        PartShown(
            "criteria",
            "tieu-chi",
            _("Criteria of appraisal"),
            (_("Criterion"), _("How it is judged")),
            [RowShown(row, row.get_kind_display(), (words.scale(row),)) for row in procedure.criteria.all()],
        ),
        PartShown(
            "measures",
            "muc",
            _("Numbers that the procedure sets"),
            (_("What is set"), _("Number set")),
            [RowShown(row, row.get_kind_display(), (words.measured(row),)) for row in procedure.measures.all()],
        ),
    ]


def councils_to_add(procedure: Procedure) -> list[Body]:
    """Those on the way of its award that are no stage of it yet."""
    there = {one.body for one in procedure.stages.all() if one.stage == Stage.CONSIDER}
    return [body for body in councils_on_the_way(procedure.award.level) if body not in there]


def _out_url(row: ProcedureStage, procedure: Procedure) -> str:
    row.procedure = procedure
    return reverse("awards:procedure-council-out", args=[procedure.pk, row.pk]) if may_be_taken_out(row) else ""
