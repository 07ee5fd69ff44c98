"""What the page of one list shows: counts of the dry run, its problems page by page, and what can be done now."""

from datetime import date

from django.utils.translation import gettext as _

from awards.catalogue.models import wording
from awards.catalogue.models.award import Award
from awards.catalogue.models.kinds import KINDS
from awards.catalogue.rules.terms import ProvinceKind
from awards.lists.actions.rights import BATCH, is_working
from awards.lists.intake.list_file import letters_sentence
from awards.lists.models.batch import HonourBatch
from awards.lists.models.wording import BATCH_BADGES
from awards.lists.rules.account import FileAccount
from awards.lists.rules.terms import BatchState
from awards.lists.words import left_out_told, sum_of_file, sum_of_honours
from awards.rows.words import expected
from emulation.core.actions.walk import may_walk
from emulation.core.actor import Actor
from emulation.core.models.keyset import KeysetOrder, read_page

PROBLEMS = 100
ONLY = {"tu-choi": {"refuses": True}, "luu-y": {"refuses": False}}


def shown_batch(batch: HonourBatch, *, actor: Actor, only: str, cursor: str, today: date) -> dict:
    working = is_working(batch)
    only = only if only in ONLY else ""
    problems = batch.problems.filter(**ONLY.get(only, {}))
    page = read_page(
        problems, KeysetOrder(("id",)), cursor=cursor, bound_to=f"problems|{batch.pk}|{only}", size=PROBLEMS
    )
    return {
        "batch": batch,
        "status": BATCH_BADGES[batch.state],
        "working": working,
        "unit": _("rows"),
        "own_work": working and actor.may("write", batch.job),
        "failed": batch.job if batch.job and batch.job.state == "failed" and batch.state in GOES_ON else None,
        "unread": batch.state == BatchState.RECEIVED,
        "unreadable": batch.state == BatchState.UNREADABLE,
        "reason": batch.job.reason if batch.job else "",
        "letters": letters_sentence(batch.tables),
        "may_discard": _leads_on(batch, "discard", actor),
        "is_checked": batch.state == BatchState.CHECKED,
        "is_accepted": batch.state == BatchState.ACCEPTED,
        "is_undone": batch.state == BatchState.UNDONE,
        "may_undo": _leads_on(batch, "undo", actor),
        "may_write": actor.may("write", batch),
        "counts": counted(batch, today) if batch.state in SHOWN else [],
        "account": accounted(batch) if batch.state in SHOWN else None,
        "page": page,
        "problems": [(problem, expected(problem.code, problem.expected)) for problem in page.rows],
        "only": only,
        "query": f"loai={only}" if only else "",
        "kinds_of_problem": _kinds(batch),
    }


OPEN = (BatchState.UPLOADED, BatchState.CHECKED)
GOES_ON = (BatchState.RECEIVED, *OPEN, BatchState.ACCEPTED)
SHOWN = (BatchState.CHECKED, BatchState.ACCEPTED, BatchState.UNDONE)


def _leads_on(batch: HonourBatch, step: str, actor: Actor) -> bool:
    """What hinders it is said once it is asked for."""
    return BATCH.flow.leads_from(batch.state, step) and may_walk(BATCH, batch, step, actor=actor)


def _kinds(batch) -> dict[str, int]:
    counts = {
        "all": batch.problems.count(),
        "refused": batch.problems.filter(refuses=True).count(),
    }
    return counts | {"warned": counts["all"] - counts["refused"]}


def accounted(batch: HonourBatch) -> dict | None:
    """What became of every row of the file; None for a list that was checked before this was kept."""
    kept = batch.counts.get("account")
    if kept is None:
        return None
    account = FileAccount.from_json(kept)
    left = left_out_told(kept)
    return {
        "file": sum_of_file(account),
        "honours": sum_of_honours(batch.good, batch.warned, batch.known, batch.refused),
        "tables": account.tables,
        "left": left,
        "is_loud": any(one["to_look_at"] for one in left),
        "has_sheets": any(group.sheet for group in account.left),
    }


def counted(batch: HonourBatch, today: date) -> list[tuple[str, list[tuple[str, int]]]]:
    """[(what is counted by, [(word, rows)])] of the rows that can be, or were, taken."""
    kind = KINDS.get(batch.organisation.kind, ProvinceKind.ANY)
    found = batch.counts.get("awards", {})
    awards = Award.objects.filter(code__in=found).named(on=batch.said_once.decision_date or today, province_kind=kind)
    by_award = [(award.printed_name, found[award.code]) for award in awards]
    subjects, groups = batch.counts.get("subjects", {}), batch.counts.get("groups", {})
    by_subject = [(label, subjects[term]) for term, label in wording.SUBJECT_KINDS.items() if subjects.get(term)]
    by_group = [(label, groups[term]) for term, label in wording.TARGET_GROUPS.items() if groups.get(term)]
    if groups.get(""):
        by_group.append((_("Target group not known"), groups[""]))
    return [(_("By award"), by_award), (_("By subject"), by_subject), (_("Individuals by target group"), by_group)]
