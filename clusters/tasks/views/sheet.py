"""Tasks and requests as a sheet: taken out, and sent in."""

from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clusters.sheets.rules import name_on_sheet
from clusters.sheets.views import SheetPages, recorded, sent_in, taken_out
from clusters.tasks.actions.sheet import judged_rows, record_rows
from clusters.tasks.forms import TaskSheetForm
from clusters.tasks.intake import ON_PAPER, TABLE
from clusters.tasks.models import ROW, Task
from clusters.tasks.rules import TaskKind
from clusters.tasks.rules.rows import LEFT_OUT
from clusters.tasks.views import crumbs_of, given_to
from clusters.tasks.words import row_in_words
from emulation.core.access import door
from emulation.core.dates import format_date
from emulation.core.views.uploads import limited_upload

MORE = ("Ngày giao", "Tình hình thực hiện")
MOST_ROWS = 5000
PAGES = SheetPages(
    table=TABLE,
    row=ROW,
    form=TaskSheetForm,
    judged=judged_rows,
    recorded=record_rows,
    in_words=row_in_words,
    left_out=LEFT_OUT,
    crumbs=crumbs_of,
    title=_("Tasks from a sheet"),
    lead=_("Tasks of a directive, of a conference's conclusion or of an official letter are given, a row each."),
    button=_("Give these tasks"),
    done=_("Given tasks and requests: %(number)s."),
    send_in="clusters:tasks-send-in",
    record="clusters:tasks-record",
    take_out="clusters:tasks-take-out",
    back="clusters:tasks",
)


@door("task")
@require_safe
def take_out(request):
    """What the list shows, by the same choice; the first of very many; `trong`: an empty one to fill in."""
    asked = given_to(request.actor, with_finished="tat-ca" in request.GET).order_by("-pk")
    rows = [] if "trong" in request.GET else list(asked[:MOST_ROWS])
    return taken_out(TABLE, map(_texts, rows), more=MORE, file="nhiem-vu-kien-nghi")


def _texts(task: Task) -> tuple[str, ...]:
    units = task.assignments.all()
    return (
        task.text,
        ON_PAPER[TaskKind(task.kind)],
        task.given_by,
        task.addressed_to,
        "; ".join(str(one.organisation) for one in units),
        format_date(task.due_on) if task.due_on else "",
        task.known_by,
        name_on_sheet(task.organisation),
        f"{format_date(task.answered_on)}: {task.answer}" if task.answered_on else "",
        format_date(task.given_on) if task.given_on else "",
        "; ".join(f"{one.organisation}: {one.badge.word}" for one in units),
    )


@limited_upload("LIST_UPLOAD_LIMIT")
@door("task", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def send_in(request):
    return sent_in(request, PAGES)


@door("task", "write")
@require_POST
def record(request):
    return recorded(request, PAGES)
