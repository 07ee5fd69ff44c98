"""The tables of a procedure: one a part, each row with its provision and what may be done to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from awards.procedures import words
from awards.procedures.models.procedure import Procedure


@dataclass(frozen=True)
class RowShown:
    """`of`: the value itself; `cells`: what stands between its name and its provision."""

    of: Any
    name: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartShown:
    """`name`: of the part on the page; `address`: in those of its deeds; `headings`: of the names and the cells."""

    name: str
    address: str
    title: str
    headings: tuple[str, ...]
    rows: Sequence[RowShown]
    lead: str = ""
    is_always_shown: bool = False
    is_ordered: bool = False


def parts_of(procedure: Procedure) -> list[PartShown]:
    return [
        PartShown(
            "stages",
            "giai-doan",
            _("Stages"),
            (_("Stage of the procedure"), _("Body"), _("Deadline")),
            [
                RowShown(row, words.manner(row), (row.get_body_display(), words.deadline(row)))
                for row in procedure.stages.all()
            ],
            is_always_shown=True,
            is_ordered=True,
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
