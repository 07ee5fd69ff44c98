"""What the page of a report shows beside its document: rows behind figures, and ways to where sentences are worded."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.models import ClusterYear
from emulation.core.actor import Actor
from reports.document.render import html
from reports.document.rules.blocks import blocks_of
from reports.document.rules.cells import cells_of, tables_in
from reports.document.rules.document import Block, BulletList, Document, Figure, Paragraph
from reports.document.rules.sentences import InTable, plain, sentences_of
from reports.document.rules.snapshot import checksum
from reports.runs.actions.drafts import computed_of, lost_wordings, offered_wordings, report_before
from reports.runs.models.passage import PLACES, Passage
from reports.runs.models.report import Report
from reports.runs.models.subject import ProvinceYear, Subject
from reports.runs.rules.passages import PassagePlace
from reports.runs.rules.sources import FIGURES

TABLE = "bang"  # of the report's page: whose figures are open to be changed


def table_key(at: InTable) -> str:
    return str(at.block) if at.annex is None else f"{at.annex}-{at.block}"


def text_url(subject: Subject, half: int, *, save=False) -> str:
    """The page of the report's text, or where that is sent to."""
    ending = "-save" if save else ""
    if isinstance(subject, ProvinceYear):
        return reverse(f"reports:province-passages{ending}", args=[subject.province.pk, subject.year, half])
    return reverse(f"reports:passages{ending}", args=[subject.pk, half])


def rows_behind(actor: Actor, source: str) -> str | None:
    """The address of the rows behind a figure: what it shows there the reader's own rights decide. None where nothing
    is known of them, or where the page is not there for the reader."""
    if not source.startswith(FIGURES):
        return f"{reverse('awards:register')}?{source}" if source else None
    year_pk, half = source.removeprefix(FIGURES).split("/")
    year = ClusterYear.objects.filter(pk=year_pk).first()
    if year is None or not actor.may("read", year, subject="figures"):
        return None
    return reverse("clusters:cluster-figures", args=[year_pk, half])


def is_altered(report: Report) -> bool:
    """Whether the document in the database is not the one whose checksum was kept with it."""
    signed = getattr(report, "signed_paper", None)
    return any(checksum(each.document) != each.checksum for each in (report, signed) if each is not None)


def figures_in(document: Document) -> list[Figure]:
    runs = (run for block in document.blocks for paragraph in _paragraphs(block) for run in paragraph.runs)
    cells = (cell for _part, table, _at in tables_in(document) for row in table.rows for cell in row.cells)
    return [each for each in (*runs, *cells) if isinstance(each, Figure)]


def _paragraphs(block: Block) -> tuple[Paragraph, ...]:
    if isinstance(block, BulletList):
        return block.items
    return (block,) if isinstance(block, Paragraph) else ()


def ways_beside(report: Report, shown: Document, *, table: str = "") -> dict[html.Place, html.Way]:
    """Beside each sentence of the draft, where it is worded: those of the head's own text on the page of the text.
    Beneath each table, where its figures are changed; in the one that is open, beside each figure."""
    computed = computed_of(report)
    rows = {row.key: row for row in report.wordings.in_use().select_related("carried_from")}
    own = own_lines(report)
    notes = len(shown.blocks) - len(computed.blocks)
    found: dict[html.Place, html.Way] = ways_into_tables(report, computed, notes, table)
    for sentence in sentences_of(computed, year=report.subject.year):
        if isinstance(sentence.at, InTable):
            continue
        number, item = sentence.at
        at = (number if number < len(computed.blocks) - 1 else number + notes, item)
        if plain(sentence.paragraph.text) in own:
            url = "" if report.is_of_closed_year else text_url(report.subject, report.half)
            if url:
                found[at] = html.Way(sentence.key, url, _("Edit in the text"), is_in_place=False)
            continue
        row = rows.get(sentence.key)
        mark = ""
        if row is not None:
            mark = _("wording carried over, not changed here") if row.carried_from else _("worded by hand")
        url = reverse("reports:sentence", args=[report.pk, sentence.key])
        found[at] = html.Way(sentence.key, url, _("Edit"), mark)
    return found


def ways_into_tables(report: Report, computed: Document, notes: int, opened: str) -> dict[html.Place, html.Way]:
    found: dict[html.Place, html.Way] = {}
    for _part, _table, at in tables_in(computed):
        key, is_open = table_key(at), table_key(at) == opened
        url = report.get_absolute_url() if is_open else f"{report.get_absolute_url()}?{TABLE}={key}#bang-{key}"
        label = _("Done with this table") if is_open else _("Change figures of this table")
        found[_moved(at, computed, notes)] = html.Way(key, url, label, is_in_place=False)
    for cell in cells_of(computed, year=report.subject.year) if opened else ():
        if isinstance(cell.at, InTable) and table_key(cell.at) == opened:
            url = reverse("reports:sentence", args=[report.pk, cell.key])
            found[_moved(cell.at, computed, notes)] = html.Way(cell.key, url, _("Change"), is_in_place=False)
    return found


def _moved(at: InTable, computed: Document, notes: int) -> InTable:
    """In the document as it is printed: notes stand before its last block."""
    is_last = at.annex is None and at.block >= len(computed.blocks) - 1
    return replace(at, block=at.block + notes) if is_last else at


def own_lines(report: Report) -> set[str]:
    """Of the head's own text, as paragraphs and items say them."""
    texts = Passage.objects.of_half(report.subject, report.half).written().values_list("text", flat=True)
    return {
        plain(paragraph.text)
        for text in texts
        for block in blocks_of(text)
        for paragraph in (block.items if isinstance(block, BulletList) else (block,))
    }


def lines_of(report: Report) -> set[str]:
    return {plain(one.paragraph.text) for one in sentences_of(computed_of(report), year=report.subject.year)}


def text_is_newer(found: Report) -> bool:
    """Whether what was written since then is not all in it."""
    written = Passage.objects.of_half(found.subject, found.half)
    if not written.filter(changed_at__gt=found.created_at).exists():
        return False
    return not own_lines(found) <= lines_of(found)


def beside_document(report: Report, shown: Document, *, is_worded: bool) -> dict:
    """What the page says above the document. `is_worded`: whether the person words its sentences here."""
    return {
        "is_altered": is_altered(report),
        "changed_figures": sum(bool(figure.computed) for figure in figures_in(shown)),
        "changed_sentences": sum(
            bool(paragraph.computed) for block in shown.blocks for paragraph in _paragraphs(block)
        ),
        "words_by_hand": is_worded,
        "lost_wordings": lost_wordings(report) if is_worded else [],
        "offered_wordings": as_offered(report) if is_worded else [],
        "report_before": report_before(report) if is_worded else None,
        "carried_passages": carried_passages(report) if is_worded else [],
    }


def carried_passages(report: Report) -> list[str]:
    """Parts of the text that stand as an earlier report had them."""
    found = Passage.objects.of_half(report.subject, report.half).written().select_related("carried_from")
    return [str(PLACES[PassagePlace(one.place)]) for one in found if one.is_as_carried]


def as_offered(report: Report) -> list[dict]:
    """Sentences as the report before words them, with the figures of this one."""
    to = report.subject.year
    return [
        {
            "key": row.key,
            "text": plain(row.wording.carried(year=row.report.subject.year, to=to).of(sentence.paragraph).text),
        }
        for row, sentence in offered_wordings(report)
    ]
