"""A list of proposals is read: each row that can be a dossier becomes one, of the others it is kept why not."""

from collections.abc import Callable, Iterator
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import SubjectKind, Way
from awards.conflicts.models.parts import NominationHand
from awards.nominations.actions.begin import lock_nominator, refuse_unless_nominator
from awards.nominations.models.campaigns import campaigns_offered
from awards.nominations.models.nomination import Nomination, NominationStep
from awards.nominations.rules.terms import NominationState
from awards.rows.rules.fields import Field
from awards.submissions.actions.course import SUBMISSION, locked
from awards.submissions.actions.judge import judged_rows
from awards.submissions.intake.rows import ProposedRow, opened, proposed_rows, unread_columns
from awards.submissions.models.submission import Submission, SubmissionRow
from awards.submissions.rules.terms import MOST_SUBJECTS, NoDossier, Outcome
from awards.submissions.words import NOT_PASSED_OVER
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.walk import Told, Walked, walk
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.numbers import format_integer
from emulation.core.text import MARKUP

SHARED = ("name", "name_key", "sort_key", "birth_date", "birth_year", "position", "unit", "unit_key")
ENDED = (NominationState.WITHDRAWN, NominationState.DECLINED)
Key = tuple
Fault = tuple[str, str, str]
"""(kind, what was seen, what its sentence needs)"""


def read_submission(
    pk: int,
    *,
    actor: Actor,
    progress: Callable[..., None] = lambda done, total, stage="": None,
    hold: Callable[[], None] = lambda: None,
) -> Submission:
    """Its good rows become dossiers, which the rules then judge together. A file that is no list makes it unreadable,
    and the sentence is raised. `hold` is called last before the commit."""
    seen = Submission.objects.select_related("organisation__parent", "award").get(pk=pk)
    today = clock.today()
    try:
        refuse_unless_nominator(seen.organisation, actor, today)
        listing = opened(seen, on=today)
        proposed = list(proposed_rows(listing, progress))
        _refuse_too_many(len(proposed))
    except Refusal as refusal:
        _give_up(seen, actor=actor, why=str(refusal))
        raise
    account = listing.account.closed().as_json() | {"unread": unread_columns(listing)}

    def as_read(submission: Submission, walked: Walked) -> Told:
        submission.account = account
        progress(0, None, _("Dossiers are begun and the rules judge them"))
        begun, refused = _keep_rows(submission, proposed, actor, walked.at)
        kept = sum(one.outcome is Outcome.KEPT for one in judged_rows(submission, reader=actor))
        return Told(after={"state": submission.state, "added": begun, "refused_rows": refused, "kept": kept})

    with transaction.atomic():
        lock_nominator(seen.organisation)
        submission = walk(SUBMISSION, seen, "read", actor=actor, by_itself=True, entered=as_read)
        hold()
    return submission


@transaction.atomic
def _give_up(seen: Submission, *, actor: Actor, why: str) -> None:
    if SUBMISSION.flow.leads_from(locked(seen).state, "give_up"):
        walk(SUBMISSION, seen, "give_up", actor=actor, by_itself=True, why=why)


def _refuse_too_many(rows: int) -> None:
    if rows > MOST_SUBJECTS:
        raise Refusal(
            _("The table names %(rows)s subjects; at most %(most)s come in at once. Part it into several files.")
            % {"rows": format_integer(rows), "most": format_integer(MOST_SUBJECTS)},
            field="file",
        )


def _keep_rows(submission: Submission, proposed: list[ProposedRow], actor: Actor, now) -> tuple[int, int]:
    """(dossiers begun, rows that became none)"""
    known, offered = _known(submission.organisation, submission.award), _CampaignsOnce()
    kept: list[SubmissionRow] = []
    fresh: list[Nomination] = []
    for one in proposed:
        row = one.row
        line = SubmissionRow(
            submission=submission, sheet=one.sheet, row=row.row, nth=one.nth, name=row.name[:300], unit=row.unit[:300]
        )
        nomination = _drafted(submission, one, actor)
        key = _key(nomination)
        faults = list(_faults(one, submission))
        if one.period.is_sound:
            if row.award == submission.award.code and key in known:
                faults.append((known[key], "", ""))
            if row.campaign and not offered.holds(nomination):
                faults.append((NoDossier.CAMPAIGN_NOT_THEN, "", ""))
        if faults:
            (line.code, line.seen, line.detail), line.besides = faults[0], faults[1:]
        else:
            known[key] = NoDossier.TWICE
            line.nomination = nomination
            fresh.append(nomination)
        kept.append(line)
    Nomination.objects.bulk_create(fresh)
    NominationStep.objects.bulk_create(
        NominationStep(
            nomination=one,
            name="begin",
            target=one.state,
            taken_by_name=actor.name,
            taken_at=now,
            why=submission.file_name,
        )
        for one in fresh
    )
    if actor.user_id is not None:
        NominationHand.objects.bulk_create(
            NominationHand(nomination=one, user_id=actor.user_id, body=submission.organisation, first_at=now)
            for one in fresh
        )
    SubmissionRow.objects.bulk_create(kept)
    return len(fresh), len(kept) - len(fresh)


def _known(organisation: Organisation, award: Award) -> dict[Key, str]:
    """Dossiers that are there for the award, by who is nominated and when the achievement ended."""
    rows = Nomination.objects.filter(organisation=organisation, award=award).exclude(state__in=ENDED)
    return {_key(one): NoDossier.DOSSIER_THERE for one in rows}


class _CampaignsOnce:
    """Campaigns for which dossiers of the list may be made, asked once for each year."""

    def __init__(self) -> None:
        self._of_years: dict[date | None, frozenset[int]] = {}

    def holds(self, nomination: Nomination) -> bool:
        year = nomination.achieved_to
        if year not in self._of_years:
            times = {name: getattr(nomination, name) for name in ("achieved_from", "achieved_to")}
            found = campaigns_offered(Nomination(organisation=nomination.organisation, **times), on=clock.today())
            self._of_years[year] = frozenset(found.values_list("pk", flat=True))
        return nomination.campaign_id in self._of_years[year]


def _key(nomination: Nomination) -> Key:
    return nomination.name_key, nomination.unit_key, nomination.birth_year, nomination.achieved_to


def _faults(proposed: ProposedRow, submission: Submission) -> Iterator[Fault]:
    """All that is wrong with the row by itself, what refuses it in any list first."""
    row = proposed.row
    problems = [one for one in row.problems if one.refuses or one.trouble in NOT_PASSED_OVER]
    for problem in sorted(problems, key=lambda one: not one.refuses):
        yield problem.trouble, problem.seen, problem.detail
    troubled = {one.column for one in problems}
    if row.award != submission.award.code and Field.AWARD not in troubled:
        yield NoDossier.ANOTHER_AWARD, "", ""
    if row.subject_kind != submission.subject_kind and Field.SUBJECT_KIND not in troubled:
        yield NoDossier.ANOTHER_KIND, "", ""
    if MARKUP & set(row.name):
        yield NoDossier.MARKUP, "", ""
    if row.way not in ((Way.REGULAR, Way.THEMATIC) if row.campaign else (Way.REGULAR,)) and Field.WAY not in troubled:
        yield NoDossier.ANOTHER_WAY, "", ""
    period = proposed.period
    for wrong in period.wrong:
        yield NoDossier.NO_DAY, wrong[:300], ""
    for heading in period.unread:
        yield NoDossier.TIME_UNREAD, heading[:300], ""
    if not period.wrong and period.last < period.first:
        yield NoDossier.PERIOD_BACKWARDS, format_date(period.first), format_date(period.last)


def _drafted(submission: Submission, proposed: ProposedRow, actor: Actor) -> Nomination:
    row = proposed.row
    is_person = submission.subject_kind == SubjectKind.INDIVIDUAL
    return Nomination(
        organisation=submission.organisation,
        holder=submission.organisation,
        held_since=clock.now(),
        award=submission.award,
        subject_kind=submission.subject_kind,
        target_group=row.target_group if is_person else "",
        recipient_key=row.recipient_key if is_person else "",
        achieved_from=proposed.period.first,
        achieved_to=proposed.period.last,
        summary=proposed.achieved,
        campaign_id=row.campaign,
        created_by_id=actor.user_id,
        created_at=clock.now(),
        **{name: getattr(row, name) for name in SHARED},
    )
