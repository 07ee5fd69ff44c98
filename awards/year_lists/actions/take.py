"""A list of years is checked by a worker, and what it says goes into the book of records: all of it, or none."""

from collections import Counter
from collections.abc import Callable
from itertools import chain

from django.db import transaction
from django.utils.translation import gettext as _

from awards.lists.actions.sent_file import hand_over
from awards.records.models.subject import Subject
from awards.records.models.year import YearRecord
from awards.year_lists.actions.course import YEAR_LIST, locked
from awards.year_lists.actions.judge import JudgedYear, judged
from awards.year_lists.intake.rows import Progress, YearRow, opened, year_rows
from awards.year_lists.models.year_list import YearList, YearListRow
from awards.year_lists.rules.terms import MOST_ROWS, TAKES, YearRowState
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actions.walk import Told, Walked, ready_to_walk, walk
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.numbers import format_integer

RELATED = ("organisation", "proof")
BATCH = 500
WRITTEN_WITH_EACH = ("proof", "version", "entered_by_name", "entered_at")


def check_year_list(
    pk: int,
    *,
    actor: Actor,
    progress: Progress = lambda done, total: None,
    hold: Callable[[], None] = lambda: None,
) -> dict[str, int]:
    """{what becomes of rows: how many}. A file that is no list makes it unreadable, and the sentence is raised. `hold`
    is called last before the commit."""
    seen = YearList.objects.select_related(*RELATED).get(pk=pk)
    try:
        rows, account = _read(seen, progress)
    except Refusal as refusal:
        _give_up(seen, actor=actor, why=str(refusal))
        raise
    found = judged(seen, rows)
    counts = Counter(one.line.state for one in found)

    def as_checked(year_list: YearList, walked: Walked) -> Told:
        year_list.account = account
        year_list.rows.all().delete()
        YearListRow.objects.bulk_create([one.line for one in found], batch_size=BATCH)
        return Told(after={"state": year_list.state, "added": _takes(counts), "refused_rows": counts["refused"]})

    with transaction.atomic():
        walk(YEAR_LIST, seen, "check", actor=actor, by_itself=True, entered=as_checked)
        hold()
    return dict(counts)


def _read(year_list: YearList, progress: Progress) -> tuple[list[YearRow], dict]:
    listing, places = opened(year_list, on=clock.today())
    rows = list(year_rows(listing, places, progress))
    if len(rows) > MOST_ROWS:
        raise Refusal(
            _("The list holds %(rows)s rows; at most %(most)s come in at once. Part it into several files.")
            % {"rows": format_integer(len(rows)), "most": format_integer(MOST_ROWS)}
        )
    if not any(chain.from_iterable(places)):
        raise Refusal(
            _(
                "No column says anything of a year. Head one with the rating, the initiative, the headcount or "
                "discipline."
            )
        )
    return rows, listing.account.closed().as_json()


@transaction.atomic
def _give_up(seen: YearList, *, actor: Actor, why: str) -> None:
    if YEAR_LIST.flow.leads_from(locked(seen).state, "give_up"):
        walk(YEAR_LIST, seen, "give_up", actor=actor, by_itself=True, why=why)


@transaction.atomic
def order_taking(year_list: YearList, *, seen: int, actor: Actor) -> YearList:
    """`seen`: how many rows the person was told are taken; as many they must be when the worker writes, too."""
    if year_list.is_working and actor.may("write", year_list):
        return year_list
    year_list = ready_to_walk(YEAR_LIST, year_list, "take", actor=actor)
    hand_over(year_list, "awards.take_year_list", title=_("Taking in of the list %(file)s"), actor=actor, seen=seen)
    return year_list


def take_year_list(
    pk: int,
    *,
    seen: int,
    actor: Actor,
    progress: Progress = lambda done, total: None,
    hold: Callable[[], None] = lambda: None,
) -> int:
    """How many rows were taken. The file is judged once more, under the lock of the office's book."""
    list_seen = YearList.objects.select_related(*RELATED).get(pk=pk)
    rows, _account = _read(list_seen, progress)
    taken: list[int] = []

    def as_taken(year_list: YearList, walked: Walked) -> Told:
        Organisation.objects.select_for_update(no_key=True).only("pk").get(pk=year_list.organisation_id)
        found = [one for one in judged(year_list, rows) if one.line.state in TAKES]
        if len(found) != seen:
            raise Refusal(_("The book has changed since the list was checked. Send the file in again."))
        with refusing_conflicts():
            _write(year_list, found, walked)
        taken.append(len(found))
        return Told({"state": walked.source}, {"state": year_list.state, "taken": len(found)})

    with transaction.atomic():
        walk(YEAR_LIST, list_seen, "take", actor=actor, working=False, entered=as_taken)
        hold()
    return taken[0]


def _write(year_list: YearList, found: list[JudgedYear], walked: Walked) -> None:
    made = {id(one.subject): one.subject for one in found if one.subject is not None and one.subject.pk is None}
    Subject.objects.bulk_create(made.values(), batch_size=BATCH)
    held = [one for one in found if one.record is not None]
    fresh = [_record(year_list, one, walked) for one in found if one.record is None]
    YearRecord.objects.bulk_create(fresh, batch_size=BATCH)
    columns = {*WRITTEN_WITH_EACH, *(column for one in held for column in one.added)}
    kept = {record.pk: record for record in (_record(year_list, one, walked) for one in held)}
    YearRecord.objects.bulk_update(kept.values(), columns, batch_size=BATCH)
    by_place = {(one.line.sheet, one.line.row, one.line.nth): one for one in found}
    lines = list(year_list.rows.filter(state__in=TAKES))
    for line in lines:
        judged_now = by_place.get((line.sheet, line.row, line.nth))
        line.record = judged_now.record if judged_now is not None else None
    YearListRow.objects.bulk_update(lines, ["record"], batch_size=BATCH)


def _record(year_list: YearList, one: JudgedYear, walked: Walked) -> YearRecord:
    kept = one.record or YearRecord(
        subject=one.subject, organisation_id=year_list.organisation_id, year=one.line.year, version=0
    )
    for column, value in one.added.items():
        setattr(kept, column, value)
    if kept.proof_id is None:
        kept.proof = year_list.proof
    kept.version += 1
    kept.entered_by_name, kept.entered_at = walked.actor.name, walked.at
    one.record = kept
    return kept


def _takes(counts: Counter[str]) -> int:
    return counts[YearRowState.NEW] + counts[YearRowState.ADDS]


def put_aside(year_list: YearList, *, actor: Actor) -> YearList:
    """The book is as it was; the file and the lines stay."""
    return walk(YEAR_LIST, year_list, "put_aside", actor=actor)
