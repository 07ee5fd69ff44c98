"""What warns of a dossier: in a list counted once when the desk gets it, and again whenever somebody looks; beside the
list, for the eyes of who looks.

What a list keeps is the same for every reader, so it counts no other dossier under way: one of these may be kept from
somebody (docs/adr/0033).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max

from awards.eligibility.rules.finding import Judged
from awards.eligibility.rules.terms import Answer
from awards.nominations.models.findings import findings_of, has_company
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standing import DossierStanding
from awards.nominations.models.subjects import honours_of_subject
from awards.review.models.review import Review
from awards.review.rules.terms import NO_DAY
from emulation.core.actor import Actor

KEPT = ("not_met", "cannot_tell", "missing", "honours", "last_honour")
DATED = ("due", "is_due_verified", "judged_on")


@dataclass(frozen=True)
class Warned:
    not_met: int
    cannot_tell: int
    missing: int


@dataclass(frozen=True)
class Signs(Warned):
    """As the columns of a review are called."""

    honours: int
    last_honour: int | None
    due: date
    is_due_verified: bool
    judged_on: date


def warned_of(standing: DossierStanding, findings: Sequence[Judged] | None = None) -> Warned:
    """`findings`: others than those that were gathered for the reader."""
    answers = [one.finding.answer for one in (standing.findings if findings is None else findings)]
    return Warned(
        not_met=answers.count(Answer.NOT_MET),
        cannot_tell=answers.count(Answer.CANNOT_TELL),
        missing=sum(line.is_wanted_now and not line.is_there for line in standing.lines),
    )


def signs_of(nomination: Nomination, standing: DossierStanding, *, actor: Actor, on: date) -> Signs:
    """`honours`: in force, which everybody sees; so all of it is the same whoever asks."""
    alone = findings_of(nomination, standing.held, on=on, alone=True) if has_company(nomination) else None
    honours = honours_of_subject(nomination, actor=actor).in_force().order_by()
    received = honours.aggregate(number=Count("pk"), last=Max("decision_date"))
    due = standing.clock.look_by
    return Signs(
        **vars(warned_of(standing, alone)),
        honours=received["number"],
        last_honour=received["last"].year if received["last"] else None,
        due=due.day if due else NO_DAY,
        is_due_verified=due.is_verified if due else True,
        judged_on=on,
    )


def set_signs(review: Review, signs: Signs) -> list[str]:
    """On the row, which is not saved; which columns differ from what stood there."""
    differing = [name for name in (*KEPT, *DATED) if getattr(review, name) != getattr(signs, name)]
    for name in differing:
        setattr(review, name, getattr(signs, name))
    return differing
