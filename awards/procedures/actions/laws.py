"""A further version of the law. The version before ends the day it begins, and each procedure goes on as a copy that
nobody has verified yet: the central administrator then writes what the new law says."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.models.award import LawVersion
from awards.procedures.models.changes import ProcedureChange
from awards.procedures.models.parts import ProcedureTransition, Provisioned
from awards.procedures.models.procedure import PARTS, SUBJECT, Procedure
from awards.procedures.rules.terms import Effect
from awards.rows.actions import fitting_number
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates, fitting, reason_of, refusing_conflicts, require_administrator
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.period import Period


@transaction.atomic
def begin_law_version(*, name: str, number: str, first_day: date, why: str, actor: Actor) -> LawVersion:
    """`first_day`: the day it comes into force, after the newest version's first."""
    require_administrator(actor, SUBJECT)
    why = reason_of(why, needed=True)
    name = fitting(name, most=longest(LawVersion, "name"), field="name")
    number = fitting_number(number, most=longest(LawVersion, "number"), field="number")
    newest = LawVersion.objects.select_for_update().order_by("-during").first()
    if newest is not None:
        _refuse_before(newest, first_day)
        newest.during = newest.during.until(first_day)
        newest.save(update_fields=["during"])
    with refusing_conflicts():
        begun = LawVersion.objects.create(
            code=_code(first_day), name=name, number=number, during=Period(first_day, None)
        )
    copied = 0
    going_on = Procedure.objects.select_for_update(of=("self",)).filter(during__endswith__isnull=True)
    for procedure in going_on.select_related("award", "law"):
        _end(procedure, first_day, why=why, actor=actor)
        _copy(procedure, begun)
        copied += 1
    after = {"number": number, **dates(begun.during), "procedures": copied}
    record(actor, "awards.begin_law_version", begun, after=after, why=why)
    return begun


def _refuse_before(newest: LawVersion, first_day: date) -> None:
    latest = Procedure.objects.filter(during__startswith__gte=first_day).order_by("-during").first()
    since = max((day for day in (newest.during.start, latest and latest.during.start) if day is not None), default=None)
    if since is not None and first_day <= since:
        raise Refusal(
            _("The newest version holds from %(since)s; a further one begins after that day.")
            % {"since": format_date(since)},
            field="first_day",
        )


def _end(procedure: Procedure, first_day: date, *, why: str, actor: Actor) -> None:
    before, procedure.during = procedure.during, procedure.during.until(first_day)
    procedure.save(update_fields=["during"])
    ProcedureChange.objects.create(
        procedure=procedure,
        part=Procedure.__name__,
        part_id=procedure.pk,
        before={"during": dates(before)},
        after={"during": dates(procedure.during)},
        why=why,
        changed_by_name=actor.name,
        changed_at=clock.now(),
    )


def _copy(procedure: Procedure, law: LawVersion) -> None:
    copy = Procedure(
        award=procedure.award,
        law=law,
        during=law.during,
        deciding_day=procedure.deciding_day,
        note=_copied_from(procedure),
    )
    copy.save()
    for part in PARTS:
        rows = part.objects.filter(procedure=procedure)
        part.objects.bulk_create([_unverified(row, copy) for row in rows])


def _unverified(row: Provisioned, copy: Procedure) -> Provisioned:
    note = _copied_from(row)
    row.pk = None
    row.provision, row.verified, row.note = "", False, note
    row.procedure = copy  # type: ignore[attr-defined]
    if hasattr(row, "effect"):
        row.effect = Effect.WARNS
    if isinstance(row, ProcedureTransition):
        row.before = copy.during.start
    return row


def _copied_from(row: Provisioned) -> str:
    """The provision of the version before, as a hint for who looks for the new one."""
    told = _("As in the version before: %(provision)s") % {"provision": row.provision} if row.provision else row.note
    return told[: longest(type(row), "note")]


def _code(first_day: date) -> str:
    """Free: no two versions begin on one day."""
    return f"LUAT_{first_day.isoformat().replace('-', '_')}"
