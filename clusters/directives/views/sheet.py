"""Directives and their targets as a sheet: taken out, and sent in."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clusters.directives.actions.sheet import judged_rows, record_rows
from clusters.directives.intake import ON_PAPER, TABLE
from clusters.directives.models import ROW, Directive
from clusters.directives.rules import DirectiveKind, bases_of
from clusters.directives.rules.rows import LEFT_OUT
from clusters.directives.views import crumbs_of
from clusters.directives.words import row_in_words
from clusters.sheets.forms import SheetForm
from clusters.sheets.rules import name_on_sheet
from clusters.sheets.views import SheetPages, recorded, sent_in, taken_out
from emulation.core.access import door
from emulation.core.dates import format_date
from emulation.core.views.uploads import limited_upload

MOST_DOCUMENTS = 1000
PAGES = SheetPages(
    table=TABLE,
    row=ROW,
    form=SheetForm,
    judged=judged_rows,
    recorded=record_rows,
    in_words=row_in_words,
    left_out=LEFT_OUT,
    crumbs=crumbs_of,
    title=_("Directives from a sheet"),
    lead=_("A row for each target; a row without number belongs to the document above it."),
    button=_("Record these documents and targets"),
    done=_("Recorded rows: %(number)s."),
    send_in="clusters:directives-send-in",
    record="clusters:directives-record",
    take_out="clusters:directives-take-out",
    back="clusters:directives",
)


@door("directive")
@require_safe
def take_out(request):
    """The newest documents, a row for each target; `trong`: an empty sheet to fill in."""
    asked = Directive.objects.visible_to(request.actor).standing().select_related("organisation__parent")
    rows = [] if "trong" in request.GET else list(asked.prefetch_related("targets")[:MOST_DOCUMENTS])
    texts = (line for one in rows for line in _lines(one))
    return taken_out(TABLE, texts, more=(), file="chi-thi-chi-tieu")


def _lines(one: Directive) -> Iterator[tuple[str, ...]]:
    document = (
        ON_PAPER[DirectiveKind(one.kind)],
        one.number,
        format_date(one.dated),
        str(one.year),
        one.theme,
        "; ".join(bases_of(one.legal_bases)),
        name_on_sheet(one.organisation),
    )
    targets = [(target.name, target.text, target.unit) for target in one.targets.all()]
    for target in targets or [("", "", "")]:
        yield *target, *document


@limited_upload("LIST_UPLOAD_LIMIT")
@door("directive", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def send_in(request):
    return sent_in(request, PAGES)


@door("directive", "write")
@require_POST
def record(request):
    return recorded(request, PAGES)
