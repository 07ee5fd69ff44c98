"""A worker writes the file in a passing place of its own; it is kept and offered once it is whole, or not at all."""

import hashlib
import tempfile
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import storages
from django.db import transaction
from django.utils.translation import gettext as _
from xlsxwriter.exceptions import FileCreateError

from awards.register.actions.exports.columns import COLUMNS
from awards.register.actions.exports.sheets import CsvFile, XlsxFile
from awards.register.models.honour import Honour
from awards.register.models.printed import AwardNames
from awards.register.models.register import ExportFormat, RegisterExport
from awards.register.rules.register import RegisterFilter
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.job_run import JobRun
from emulation.core.actor import Actor
from emulation.core.jobs import JobRefused
from emulation.core.numbers import format_integer
from emulation.core.one_moment import one_moment
from emulation.core.room import NO_ROOM
from emulation.core.storage import PASSING
from emulation.core.templatetags.ui import timestamp

CHUNK = 2000
FILES: dict[Any, type[XlsxFile] | type[CsvFile]] = {ExportFormat.XLSX: XlsxFile, ExportFormat.CSV: CsvFile}


def make_export(export: RegisterExport, *, actor: Actor, run: JobRun) -> RegisterExport:
    """Taken up again after its end, there is nothing left to do."""
    if export.file:
        return export
    if not actor.may_somewhere("read", "honour"):
        raise JobRefused(_("You no longer have a mandate that opens the register, so the file was not made."))
    try:
        with tempfile.TemporaryDirectory(prefix=PASSING, ignore_cleanup_errors=True) as room:
            passing = Path(room) / f"whole.{export.format}"
            rows = _write(export, passing, actor=actor, run=run)
            _offer(export, passing, rows, actor=actor, run=run)
    except (OSError, FileCreateError) as problem:
        raise JobRefused(_reason(problem)) from problem
    return export


def _write(export: RegisterExport, path: Path, *, actor: Actor, run: JobRun) -> int:
    """How many rows; all of them as the register stood at one moment."""
    asked = RegisterFilter.from_json(run.parameters["asked"])
    order = ("sort_key", "id") if run.parameters["by_name"] else ("-decision_date", "-id")
    with one_moment():
        rows = Honour.objects.visible_to(actor).in_force().matching(asked)
        total = rows.count()
        names = AwardNames()
        run.progress(0, total)
        written = FILES[ExportFormat(export.format)](path, path.parent)
        try:
            written.begin(_said(export, total), [_("No."), *(str(column.title) for column in COLUMNS)])
            lines = rows.select_related("organisation").order_by(*order)
            number = 0
            for number, honour in enumerate(lines.iterator(chunk_size=CHUNK), 1):
                award = names.of(honour)
                written.write(number, [column.read(honour, award) for column in COLUMNS])
                if number % CHUNK == 0:
                    run.progress(number, total)
            run.progress(number, total, _("Filing"))
            written.close()
        except BaseException:  # an interrupt too: no file without its row stays behind
            written.abandon()
            raise
    return number


def _said(export: RegisterExport, total: int) -> list[str]:
    moment = {"rows": format_integer(total), "moment": timestamp(clock.real_now())}
    return [
        _("Register of honours: %(filters)s") % {"filters": export.sentence},
        _("%(rows)s rows, taken from the register at %(moment)s") % moment,
    ]


def _offer(export: RegisterExport, passing: Path, rows: int, *, actor: Actor, run: JobRun) -> None:
    with passing.open("rb") as whole, transaction.atomic():
        checksum = hashlib.file_digest(whole, "sha256").hexdigest()
        kept = RegisterExport.objects.select_for_update().get(pk=export.pk)
        if kept.file:
            return
        kept.file = f"exports/{export.pk}/{checksum[:16]}.{export.format}"
        kept.rows = rows
        kept.checksum = checksum
        kept.save(update_fields=["file", "rows", "checksum"])
        record(
            actor,
            "awards.export_register",
            kept,
            after={"rows": rows, "format": kept.format, "filters": kept.sentence, "checksum": checksum},
            organisation_id=run.job.organisation_id,
        )
        run.hold()
        whole.seek(0)
        storages["default"].replace(kept.file.name, File(whole))


def _reason(problem: Exception) -> str:
    cause = problem.args[0] if isinstance(problem, FileCreateError) and problem.args else problem
    if getattr(cause, "errno", None) in NO_ROOM:
        return _(
            "The disk of the server is full, so the file was not made; nothing half-written is kept. Tell the system "
            "administrator, then ask again."
        )
    return _("The file could not be written on the server. Tell the system administrator, then ask again.")
