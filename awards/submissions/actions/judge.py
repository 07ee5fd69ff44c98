"""What became of each row of a list, as the rules answer now: with whom its dossier is, and what hinders sending it."""

from collections.abc import Iterable
from dataclasses import dataclass

from awards.nominations.actions.course import NOMINATION, cases_of, in_words
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.standing import DossierStanding
from awards.nominations.models.standings import standings_of
from awards.nominations.rules.terms import NominationState
from awards.submissions.models.submission import WITH_NOMINATOR, Submission, SubmissionRow
from awards.submissions.rules.terms import Outcome
from awards.submissions.words import whys_no_dossier
from emulation.core import clock
from emulation.core.actor import Actor

RELATED = ("organisation__parent", "award", "place__result__cluster_year__cluster")


@dataclass(frozen=True)
class JudgedRow:
    """`whys`: why it is not sent, each a sentence; `standing`: of a dossier that is still with the nominator."""

    row: SubmissionRow
    outcome: Outcome
    nomination: Nomination | None = None
    standing: DossierStanding | None = None
    whys: tuple[str, ...] = ()

    @property
    def warnings(self) -> int:
        """Rules that are not met and only warn."""
        return sum(one.warns for one in self.standing.findings) if self.standing else 0


def judged_rows(submission: Submission, *, reader: Actor) -> list[JudgedRow]:
    """In the order of the file, for the eyes of `reader`. The same number of queries however many rows."""
    rows = list(submission.rows.all())
    dossiers = dossiers_of(row.nomination_id for row in rows)
    here = [one for one in dossiers.values() if one.state in WITH_NOMINATOR]
    standings = standings_of(here, on=clock.today(), reader=reader)
    hindrances = hindrances_of(here, standings)
    found = []
    for row in rows:
        nomination = dossiers.get(row.nomination_id) if row.nomination_id else None
        if nomination is None:
            found.append(JudgedRow(row, Outcome.REFUSED, whys=whys_no_dossier(row)))
        elif nomination.pk in hindrances:
            whys = hindrances[nomination.pk]
            outcome = Outcome.KEPT if whys else Outcome.READY
            found.append(JudgedRow(row, outcome, nomination, standings[nomination.pk], whys))
        else:
            is_gone = nomination.state == NominationState.WITHDRAWN
            found.append(JudgedRow(row, Outcome.WITHDRAWN if is_gone else Outcome.SENT, nomination))
    return found


def dossiers_of(pks: Iterable[int | None], *, locked: bool = False) -> dict[int, Nomination]:
    rows = Nomination.objects.filter(pk__in=[pk for pk in pks if pk is not None]).select_related(*RELATED)
    if locked:
        rows = rows.select_for_update(of=("self",)).order_by("pk")
    return {one.pk: one for one in rows}


def hindrances_of(nominations: list[Nomination], standings: dict[int, DossierStanding]) -> dict[int, tuple[str, ...]]:
    """{dossier: all that hinders sending it, in words}; nothing where it is good."""
    cases = cases_of(nominations, standings)
    found = {}
    for one in nominations:
        step, case = NOMINATION.flow.step_from(one.state, "submit"), cases[one.pk]
        reasons = [reason for guard in step.guards if (reason := guard(case)) is not None] if step else []
        found[one.pk] = tuple(in_words(reason, case, one) for reason in reasons)
    return found
