"""Tasks and requests of an office recorded from a sheet: all that it may take, or none."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from clusters.conferences.models.conference import Conference
from clusters.directives.models import Directive
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.lineage import lineage_for
from clusters.organisations.models.names import told_apart
from clusters.organisations.models.organisation import Organisation
from clusters.organisations.rules.lineage import Link, ancestors, origins_of
from clusters.sheets.rules import ReadRow, SheetRow, body_key
from clusters.tasks.actions import give_task
from clusters.tasks.models import ROW, Task, owing_to
from clusters.tasks.rules import TaskKind
from clusters.tasks.rules.rows import LEFT_OUT, Column, Key, key_of, names_in, read_rows
from clusters.tasks.words import row_in_words
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest

LONGEST: dict[str, int] = {
    Column.TEXT: longest(Task, "text"),
    Column.GIVEN_BY: longest(Task, "given_by"),
    Column.ADDRESSED_TO: longest(Task, "addressed_to"),
    Column.KNOWN_BY: longest(Task, "known_by"),
}


def _named(bodies: Iterable[Organisation]) -> dict[str, frozenset[int]]:
    """{search key of a name, alone or with what tells namesakes apart: bodies so called}"""
    found: dict[str, set[int]] = {}
    bodies = list(bodies)
    apart = told_apart(bodies)
    for body in bodies:
        for name in (body.name, body.official_name, apart[body.pk]):
            found.setdefault(body_key(name), set()).add(body.pk)
    return {name: frozenset(so_called) for name, so_called in found.items()}


def _known(
    kept: QuerySet[Task], units: Mapping[str, frozenset[int]], links: Sequence[Link]
) -> dict[Key, frozenset[str]]:
    """{task: search keys of all names of those that owe it, for themselves or for what they came from; of a request one
    empty key}"""
    names: dict[int, set[str]] = {}
    lines = origins_of({pk for so_called in units.values() for pk in so_called}, links)
    for name, so_called in units.items():
        for pk in frozenset().union(*(lines[one] for one in so_called)):
            names.setdefault(pk, set()).add(name)
    found: dict[Key, set[str]] = {}
    for task in kept.prefetch_related("assignments__organisation"):
        owing = found.setdefault(key_of(task.text, task.given_by, task.due_on), set())
        for one in task.assignments.all():
            owing |= {body_key(str(one.organisation))} | names.get(one.organisation_id, set())
        if task.kind == TaskKind.REQUEST:
            owing.add("")
    return {key: frozenset(owing) for key, owing in found.items()}


def _owing(
    organisation: Organisation, conference: Conference | None, cluster_year: ClusterYear | None
) -> QuerySet[Organisation]:
    today = clock.today()
    return owing_to(organisation, conference.cluster_year if conference else cluster_year, today).on(today)


def judged_rows(
    organisation: Organisation,
    rows: Iterable[SheetRow],
    *,
    actor: Actor,
    directive: Directive | None = None,
    conference: Conference | None = None,
    cluster_year: ClusterYear | None = None,
) -> tuple[ReadRow, ...]:
    """Against what the office or what it came from keeps of the same origin, where none is said of any, and to whom the
    person may give a task today."""
    links = lineage_for(actor)
    line = Organisation.objects.filter(pk__in=ancestors([organisation.pk], links))
    kept = Task.objects.standing().filter(organisation__in=line).order_by()
    if directive or conference or cluster_year:
        year = conference.cluster_year if conference else cluster_year
        kept = kept.filter(directive=directive, conference=conference, cluster_year=year)
    units = _named(_owing(organisation, conference, cluster_year))
    return read_rows(
        rows,
        offices=(organisation, *line.exclude(pk=organisation.pk).select_related("parent")),
        known=_known(kept, units, links),
        units=units,
        given_on=directive.dated if directive else conference.held_on if conference else clock.today(),
        by_directive=directive is not None,
        longest=LONGEST,
    )


@transaction.atomic
def record_rows(organisation: Organisation, rows: Iterable[Mapping[str, str]], *, actor: Actor, **given) -> int:
    """`rows`: texts of those that were shown as taken; `given`: by which directive, at which conference, to which
    cluster. How many are recorded now; what was recorded meanwhile is left as it is."""
    if not actor.may("write", organisation, subject=ROW):
        raise Refusal(_("Only an officer of the office that keeps a task enters it."))
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    sheet = [SheetRow(str(at), row) for at, row in enumerate(rows, 1)]
    taken = []
    for row, said in zip(judged_rows(organisation, sheet, actor=actor, **given), sheet, strict=True):
        if row.is_taken:
            taken.append((row, said))
        elif row.fate not in LEFT_OUT:
            raise Refusal(_("“%(task)s”: %(why)s") % {"task": row.name, "why": row_in_words(row)})
    owing = _owing(organisation, given.get("conference"), given.get("cluster_year"))
    bodies = {body.pk: body for body in owing}
    named = _named(bodies.values())
    for row, said in taken:
        due_on = said.text(Column.DUE_ON)
        try:
            give_task(
                organisation,
                units=[bodies[pk] for name in names_in(said.text(Column.UNITS)) for pk in named[body_key(name)]],
                kind=TaskKind(said.text(Column.KIND)),
                given_by=said.text(Column.GIVEN_BY),
                addressed_to=said.text(Column.ADDRESSED_TO),
                text=said.text(Column.TEXT),
                due_on=date.fromisoformat(due_on) if due_on else None,
                known_by=said.text(Column.KNOWN_BY),
                actor=actor,
                **given,
            )
        except Refusal as refusal:
            raise Refusal(_("“%(task)s”: %(why)s") % {"task": row.name, "why": refusal.message}) from refusal
    return len(taken)
