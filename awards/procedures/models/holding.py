"""Which procedure holds for a case, and the sentence that says by which day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from awards.procedures.models import wording
from awards.procedures.rules.terms import DayKind
from awards.procedures.rules.versions import CaseDays, Transition, Version, VersionChoice, choose
from emulation.core.dates import format_date

if TYPE_CHECKING:
    from awards.procedures.models.procedure import Procedure


@dataclass(frozen=True)
class HeldProcedure:
    """`procedure` is None where the award has none for that day. `has_any`: it has one for other days."""

    procedure: "Procedure | None"
    choice: VersionChoice
    has_any: bool

    @property
    def sentence(self) -> str:
        """Which day decides and which version of the law holds; or that there is no procedure."""
        if self.procedure is None:
            return self._missing
        said = {"law": self.procedure.law, "day": self._day}
        if self.choice.kept is not None:
            return _("%(law)s goes on to apply, by its successor's transition: %(day)s, before %(before)s.") % {
                **said,
                "before": format_date(self.choice.kept.before),
            }
        if self.choice.is_provisional:
            wanted = wording.DAY_KINDS[DayKind(self.procedure.deciding_day)]
            return _("%(law)s for the time being, by %(day)s; what decides, %(wanted)s, is not known yet.") % {
                **said,
                "wanted": _lowered(wanted),
            }
        return _("%(law)s applies, by %(day)s.") % said

    @property
    def is_verified(self) -> bool:
        """Whether somebody has checked, against its provision, that this day decides; pages show the badge if not."""
        return (
            self.procedure is not None
            and self.procedure.verified
            and (self.choice.kept is None or self.choice.kept.verified)
        )

    @property
    def _missing(self) -> str:
        if self.choice.day is None or not self.has_any:
            return _("No procedure yet.")
        return _("No procedure yet for %(day)s.") % {"day": self._day}

    @property
    def _day(self) -> str:
        if self.choice.day_kind is None or self.choice.day is None:
            return ""
        return _("%(kind)s (%(day)s)") % {
            "kind": _lowered(wording.DAY_KINDS[self.choice.day_kind]),
            "day": format_date(self.choice.day),
        }


@dataclass(frozen=True)
class AwardVersions:
    """All versions of one award's procedure, read once: asked for each line of a list without a query."""

    procedures: Mapping[int, "Procedure"] = field(default_factory=dict)

    @classmethod
    def of(cls, procedures: Iterable["Procedure"]) -> "AwardVersions":
        return cls({procedure.pk: procedure for procedure in procedures})

    def holding(
        self, *, receipt: date | None = None, decision: date | None = None, achievement_end: date | None = None
    ) -> HeldProcedure:
        days = CaseDays(receipt=receipt, decision=decision, achievement_end=achievement_end)
        choice = choose([_version(procedure) for procedure in self.procedures.values()], days)
        held = None if choice.key is None else self.procedures[choice.key]
        return HeldProcedure(held, choice, has_any=bool(self.procedures))


def _version(procedure: "Procedure") -> Version:
    return Version(
        key=procedure.pk,
        during=procedure.during,
        deciding=DayKind(procedure.deciding_day),
        transitions=tuple(
            Transition(DayKind(row.day_kind), row.before, row.verified) for row in procedure.transitions.all()
        ),
    )


def _lowered(words: str) -> str:
    words = str(words)
    return words[:1].lower() + words[1:]
