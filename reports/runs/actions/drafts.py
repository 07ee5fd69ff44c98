"""A draft that is worded by hand: sentences in the office's words, figures changed with a reason, wordings that come
from another report."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, refuse_unfit
from emulation.core.actor import Actor
from emulation.core.errors import Overtaken, Refusal
from emulation.core.models.steps import LONGEST_WHY
from reports.document.rules.cells import worded_places
from reports.document.rules.document import Document
from reports.document.rules.hand_figures import as_printed, refuse_what_is_no_figure, refuse_what_says_no_number
from reports.document.rules.numbers import with_reason
from reports.document.rules.sentences import (
    HandFigure,
    NotWorded,
    Sentence,
    Wording,
    WordingFault,
    in_brackets,
    plain,
    worded,
)
from reports.document.rules.snapshot import checksum, freeze, thaw
from reports.runs.actions.making import locked, require_maker_of, state_refusal
from reports.runs.models.drafts import (
    LONGEST_FIGURE,
    LONGEST_PART,
    LONGEST_SENTENCE,
    ChangedFigure,
    Choice,
    DraftDecision,
    SentenceWording,
    reports_before,
)
from reports.runs.models.report import Report, ReportState
from reports.runs.rules.dressing import Update, dressed, named_part
from reports.runs.words import NOT_WORDED, SENTENCE_TOO_LONG

OF_WORDS = (WordingFault.EMPTY, WordingFault.BRACKET, WordingFault.UNKNOWN)


def draft_in_hand(report: Report, actor: Actor) -> Report:
    """The draft under lock; refused for who may not make it, and for what is no draft any more."""
    require_maker_of(report, actor)
    kept = locked(report)
    if kept.state != ReportState.DRAFT:
        raise Refusal(state_refusal(kept))
    if kept.is_for_comparison:
        raise Refusal(_("A report by today's units is for comparison only, so nothing of it is worded by hand."))
    require_maker_of(kept, actor)
    return kept


@transaction.atomic
def word_sentence(
    report: Report, key: str, *, text: str, whys: Mapping[int, str], why: str = "", seen: str, actor: Actor
) -> Report:
    """A sentence, or a figure of a table, which is one bracket and no words. `text`: with its figures in brackets; the
    sentence as computed takes the wording back. `whys`: by the places of the figures; `why`: of other numbers among
    the words. `seen` is what stood there when the person began; if something else stands there now, it stays and
    `Overtaken` says so."""
    kept = draft_in_hand(report, actor)
    sentence = sentence_or_refusal(kept, key)
    if sentence.is_cell:
        text = as_printed(text, sentence.limits)
    row = SentenceWording.objects.select_for_update().filter(report=kept, key=key).first()
    before = standing(sentence, row)
    if plain(text) == before and not _whys_differ(row, whys, why):
        return kept
    if before != plain(seen):
        raise Overtaken(_("Somebody else worded this sentence in the meantime. Look at it again."), theirs=before)
    refuse_unfit(plain(text), most=LONGEST_SENTENCE, field="text", sentence=SENTENCE_TOO_LONG)
    known = row.by_hand if row is not None and row.is_in_use else {}
    wording = worded_or_refusal(text, sentence, whys, known, why=why, year=kept.subject.year)
    _keep(kept, sentence, wording, actor=actor)
    redress(kept)
    told: dict[str, Any] = {"sentence": plain(text)}
    if wording.by_hand:
        told["changed_figures"] = [
            f"{plain(sentence.figures[place].text)} → {hand.written or '–'} ({hand.why})"
            for place, hand in sorted(wording.by_hand.items())
        ]
    record(actor, "reports.word_sentence", kept, before={"sentence": before}, after=told, why=wording.why)
    return kept


def _whys_differ(row: SentenceWording | None, whys: Mapping[int, str], why: str) -> bool:
    if row is None or not row.is_in_use:
        return False
    return plain(why) != row.why or any(plain(whys.get(place, "")) != hand.why for place, hand in row.by_hand.items())


def sentence_or_refusal(report: Report, key: str) -> Sentence:
    for sentence in worded_places(computed_of(report), year=report.subject.year):
        if sentence.key == key:
            return sentence
    raise Refusal(_("This sentence is not in the draft any more; its data changed. Open the draft again."))


def worded_or_refusal(
    text: str,
    sentence: Sentence,
    whys: Mapping[int, str],
    known: Mapping[int, HandFigure],
    *,
    why: str = "",
    year: int,
) -> Wording:
    """The wording that was typed; each thing wrong with it has a sentence, at the field of the figure it is about."""
    fitted = {
        place: fitting(why, most=LONGEST_WHY, field=f"why_{place}", sentence=SENTENCE_TOO_LONG)
        for place, why in whys.items()
    }
    why = fitting(why, most=LONGEST_WHY, field="why", sentence=SENTENCE_TOO_LONG)
    try:
        wording = worded(text, sentence.paragraph, whys=fitted, known=known)
        wording = with_reason(wording, sentence.paragraph, why, year=year)
        if sentence.is_cell and (wording.runs != (0,) or wording.leaves_out):
            raise NotWorded(WordingFault.NOT_A_FIGURE)
        if sentence.is_cell and wording.by_hand:
            refuse_what_is_no_figure(wording.by_hand[0].written, sentence)
        for place, hand in () if sentence.is_cell else wording.by_hand.items():
            refuse_what_says_no_number(hand.written, sentence.figures[place])
    except NotWorded as fault:
        field = "text" if fault.place is None else f"why_{fault.place}"
        field = "why" if fault.fault is WordingFault.NUMBERS_WITHOUT_REASON else field
        is_broken = sentence.is_cell and fault.place is None and fault.fault in OF_WORDS
        told = WordingFault.NOT_A_FIGURE if is_broken else fault.fault
        raise Refusal(str(NOT_WORDED[told]) % {"said": fault.said}, field=field) from fault
    for hand in wording.by_hand.values():
        refuse_unfit(hand.written, most=LONGEST_FIGURE, field="text")
    return wording


def standing(sentence: Sentence, row: SentenceWording | None) -> str:
    """What is edited: the sentence in brackets, as it is printed now."""
    if row is None or not row.is_in_use or not row.wording.fits(sentence.paragraph):
        return plain(in_brackets(sentence.paragraph.runs))
    return plain(in_brackets(row.wording.of(sentence.paragraph).runs))


def _keep(
    report: Report, sentence: Sentence, wording: Wording, *, actor: Actor, carried_from: Report | None = None
) -> SentenceWording:
    computed = plain(in_brackets(sentence.paragraph.runs))
    is_own = plain(in_brackets(wording.of(sentence.paragraph).runs)) != computed
    row, _made = SentenceWording.objects.update_or_create(
        report=report,
        key=sentence.key,
        defaults={
            "part": named_part(sentence.part)[:LONGEST_PART],
            "computed": computed,
            "runs": list(wording.runs),
            "why": wording.why,
            "is_in_use": is_own,
            "carried_from": carried_from,
            "changed_at": clock.real_now(),
            "changed_by_name": actor.name,
        },
    )
    row.changed_figures.exclude(place__in=wording.by_hand).update(is_in_use=False)
    for place, hand in wording.by_hand.items():
        ChangedFigure.objects.update_or_create(
            wording=row,
            place=place,
            defaults={
                "computed": plain(sentence.figures[place].text)[:LONGEST_FIGURE],
                "written": hand.written,
                "why": hand.why,
                "is_in_use": True,
            },
        )
    return row


def computed_of(report: Report) -> Document:
    return thaw(report.document if report.computed is None else report.computed)


def redress(report: Report) -> None:
    """The document anew from what was computed and what was changed by hand; its files are of before."""
    if report.computed is None:
        report.computed = report.document
    report.document = freeze(as_worded(report, thaw(report.computed)))
    report.checksum, report.revised_at = checksum(report.document), clock.real_now()
    report.save(update_fields=["computed", "document", "checksum", "revised_at"])


def as_worded(report: Report, computed: Document) -> Document:
    rows = SentenceWording.objects.in_use().filter(report=report).prefetch_related("changed_figures")
    taken = DraftDecision.objects.filter(report=report, choice=Choice.TAKE)
    return dressed(
        computed,
        {row.key: row.wording for row in rows},
        year=report.subject.year,
        updates=[Update(one.part, one.told, one.day, _hour(one) if one.day == report.day else None) for one in taken],
    )


def _hour(decision: DraftDecision) -> time:
    return timezone.localtime(decision.decided_at).time()


def lost_wordings(report: Report) -> list[SentenceWording]:
    """Those whose sentence the draft no longer has, for its data changed."""
    there = {sentence.key: sentence for sentence in worded_places(computed_of(report), year=report.subject.year)}
    rows = SentenceWording.objects.in_use().filter(report=report).prefetch_related("changed_figures")
    return [row for row in rows if row.key not in there or not row.wording.fits(there[row.key].paragraph)]


@transaction.atomic
def carry_to_new_draft(report: Report, computed: Document, *, actor: Actor) -> Document:
    """A draft made again keeps what was worded in the one before it, a correction what the report it corrects says; the
    document as it is then printed."""
    before = _draft_before(report)
    if before is not None:
        _carry(before, report, computed, actor=actor, with_figures=True)
    return as_worded(report, computed)


def _draft_before(report: Report) -> Report | None:
    same = Report.objects.of_the_same_period(report).filter(corrects=report.corrects, pk__lt=report.pk)
    drafts = same.filter(state__in=(ReportState.DRAFT, ReportState.PUT_AWAY, ReportState.SIGNED))
    return drafts.order_by("-pk").first() or report.corrects


def _carry(before: Report, report: Report, computed: Document, *, actor: Actor, with_figures: bool, keys=None) -> int:
    """How many wordings of the report before were taken over."""
    there = {sentence.key: sentence for sentence in worded_places(computed, year=report.subject.year)}
    rows = SentenceWording.objects.in_use().filter(report=before).prefetch_related("changed_figures")
    carried = 0
    for row in rows if keys is None else rows.filter(key__in=keys):
        sentence = there.get(row.key)
        if sentence is None or not row.wording.fits(sentence.paragraph) or (sentence.is_cell and not with_figures):
            continue
        wording = row.wording
        if not with_figures:
            if wording.is_of_its_own_time:
                continue
            wording = wording.carried(year=before.subject.year, to=report.subject.year)
        _keep(report, sentence, wording, actor=actor, carried_from=row.carried_from if with_figures else before)
        carried += 1
    return carried


@transaction.atomic
def carry_wording(report: Report, key: str, *, actor: Actor) -> Report:
    """The words of the last report of the kind around the figures of this one; no figure comes with them."""
    kept = draft_in_hand(report, actor)
    before = report_before(kept)
    carried = before and _carry(before, kept, computed_of(kept), actor=actor, with_figures=False, keys=[key])
    if not carried:
        raise Refusal(_("The report of the earlier period words no such sentence. Open the draft again."))
    redress(kept)
    record(actor, "reports.carry_wording", kept, after={"carried_from": str(before)})
    return kept


def report_before(report: Report) -> Report | None:
    """The newest signed report of the same kind and subject of an earlier period, else its newest draft."""
    same = reports_before(report)
    return same.filter(state=ReportState.SIGNED).first() or same.filter(state=ReportState.DRAFT).first()


def offered_wordings(report: Report) -> list[tuple[SentenceWording, Sentence]]:
    """Of the last report, those whose sentences stand here too and are not worded yet; none that leaves a figure out
    or holds numbers of its own, for the reason was of its own time."""
    before = report_before(report)
    if before is None:
        return []
    there = {sentence.key: sentence for sentence in worded_places(computed_of(report), year=report.subject.year)}
    own = set(SentenceWording.objects.filter(report=report).values_list("key", flat=True))
    rows = SentenceWording.objects.in_use().filter(report=before).prefetch_related("changed_figures")
    return [
        (row, there[row.key])
        for row in rows
        if row.key in there
        and not there[row.key].is_cell
        and row.key not in own
        and row.wording.fits(there[row.key].paragraph)
        and not row.wording.is_of_its_own_time
    ]
