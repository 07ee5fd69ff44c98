"""A list of honours into the register from the command line, through the same deeds as in the browser."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_col_to_name

from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import SubjectKind, Way
from awards.lists.actions import AlreadyTaken, accept_list, check_list, read_received, receive_list
from awards.lists.actions.ask_again import ask_again
from awards.lists.actions.check import confirm_columns
from awards.lists.actions.memory import recalled
from awards.lists.actions.proposals import proposals_for
from awards.lists.forms.columns import NOT_READ
from awards.lists.intake.confirmed import ReadsDifferently
from awards.lists.intake.expectations import award_names_for
from awards.lists.intake.list_file import read_list, tables_as_read
from awards.lists.intake.sheets_once import forget_sheets, opened
from awards.lists.intake.silence import with_silence
from awards.lists.models.batch import HonourBatch
from awards.lists.rules.account import FileAccount
from awards.lists.rules.table import ListTable
from awards.lists.rules.terms import BatchState
from awards.lists.words import asked_once, left_out_line, sum_of_file, sum_of_honours, table_line, unread_lines
from awards.rows.rules.fields import Field, Meanings
from awards.rows.rules.reading import GivenForList
from awards.rows.words import FIELDS, expected
from clusters.models import Organisation
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.numbers import format_integer
from emulation.core.storage import StoreSilent, silent_store_in_words

REFUSED, UNREADABLE = 1, 2
CONFIRMED, READ = "confirmed", "read"


class Command(BaseCommand):
    help = (
        "Takes a list of honours (.xlsx) into the register. Exit status: 0 every row was taken or already in, "
        "1 rows are refused, 2 the file cannot be read or the order cannot be carried out."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--organisation", required=True, metavar="CODE")
        parser.add_argument("--actor", required=True, metavar="USERNAME")
        parser.add_argument("--decision", metavar="NO", default="")
        parser.add_argument("--date", metavar="YYYY-MM-DD", type=date.fromisoformat)
        parser.add_argument("--award", metavar="CODE", default="")
        parser.add_argument("--way", choices=[str(way) for way in Way], default="")
        parser.add_argument("--kind", choices=[str(kind) for kind in SubjectKind], default="")
        parser.add_argument("--year", metavar="YYYY", type=int)
        parser.add_argument(
            "--columns",
            choices=[CONFIRMED, READ],
            help="of columns that the office confirmed otherwise in the browser than the file reads: which holds",
        )
        parser.add_argument("--dry-run", action="store_true", help="check and report, change nothing")
        parser.add_argument("--accept-good", action="store_true", help="take the good rows although others are refused")

    def handle(self, *args, **options):
        with translation.override("vi"):
            self._import(options)

    def _import(self, options):
        today = clock.today()
        batch = None
        actor = self._actor(options["actor"], today)
        organisation = self._organisation(options["organisation"], options["date"] or today)
        given = self._given(options)
        try:
            with options["file"].open("rb") as stream, transaction.atomic():
                batch = receive_list(stream, organisation=organisation, file_name=options["file"].name, actor=actor)
                if batch.state == BatchState.RECEIVED:
                    batch = read_received(batch.pk, actor=actor, by_memory=False)
                    read = batch.tables
                else:
                    read = self._read_anew(batch)
                tables = self._tables(batch, read, options["columns"])
                self._refuse_nameless(tables)
                confirm_columns(
                    batch, tables=tables, given=batch.said_once.but(given), actor=actor, seen_by_person=False
                )
                batch = check_list(batch.pk, actor=actor, on=today)
                self._report(batch)
                status = REFUSED if batch.refused and not options["accept_good"] else 0
                if options["dry_run"] or status or not batch.good:
                    transaction.set_rollback(True)
                else:
                    accept_list(batch.pk, actor=actor, refused_seen=batch.refused, repeated_seen=batch.warned)
        except AlreadyTaken as taken:
            self.stdout.write(str(taken))
            return
        except StoreSilent as problem:
            raise CommandError(silent_store_in_words(), returncode=UNREADABLE) from problem
        except OSError as problem:
            raise CommandError(
                _("There is no file %(file)s, or it may not be read. Check its name.") % {"file": options["file"]},
                returncode=UNREADABLE,
            ) from problem
        except ReadsDifferently as refusal:
            told = refusal if options["dry_run"] else self._asked_again(batch, refusal, actor)
            raise CommandError(str(told), returncode=UNREADABLE) from refusal
        except Refusal as refusal:
            raise CommandError(str(refusal), returncode=UNREADABLE) from refusal
        finally:
            if batch is not None:
                self._forget_file(batch)
        self._conclude(batch, options, status)
        if batch.refused:
            raise SystemExit(REFUSED)

    def _read_anew(self, batch: HonourBatch) -> Sequence[ListTable]:
        """A list that somebody works on in the browser, as if nothing had been said of it."""
        with opened(batch) as stream:
            file = read_list(stream, award_names_for(batch.organisation))
        return with_silence(tables_as_read(file), file)

    def _tables(self, batch: HonourBatch, read: Sequence[ListTable], columns: str | None) -> Sequence[ListTable]:
        """`read`: what the columns seem to mean now. Where the office confirmed something else in the browser, of this
        list or of one with the same headings, a person chooses."""
        kept, kept_at = recalled(batch.organisation_id, read)
        works_on = batch.steps.filter(name="map").first()
        if works_on or [table.headings for table in batch.tables] != [table.headings for table in read]:
            kept, kept_at = batch.tables, works_on.taken_at if works_on else kept_at
        pairs = [(before, now) for before, now in zip(kept, read, strict=False) if before.headings == now.headings]
        if columns == CONFIRMED or all(before.meanings.of == now.meanings.of for before, now in pairs):
            return kept
        if columns == READ:
            return read
        lines = [
            _("Column “%(column)s”: confirmed as “%(confirmed)s”, read as “%(read)s”.")
            % {
                "column": heading.text
                or _("Column %(column)s, without a heading") % {"column": xl_col_to_name(heading.place)},
                "confirmed": self._field(before.meanings, heading.place),
                "read": self._field(now.meanings, heading.place),
            }
            for before, now in pairs
            for heading in now.headings
            if before.meanings.of.get(heading.place) != now.meanings.of.get(heading.place)
        ]
        raise Refusal(
            "\n".join(
                [
                    _(
                        "On %(day)s the office confirmed in the browser what the columns of such a list mean, and it "
                        "is not what they are read as. Nothing was changed. Give --columns=confirmed for what was "
                        "confirmed, or --columns=read for what is read:"
                    )
                    % {"day": format_date(timezone.localtime(kept_at or batch.created_at))},
                    *dict.fromkeys(lines),
                ]
            )
        )

    @staticmethod
    def _refuse_nameless(tables: Sequence[ListTable]) -> None:
        if any(Field.NAME not in table.meanings.places for table in tables if table.is_read):
            raise Refusal(
                _(
                    "No heading tells which column holds the names. Send the list in the browser and say what its "
                    "columns mean, then give --columns=confirmed here."
                )
            )

    def _field(self, meanings: Meanings, place: int) -> str:
        return str(dict([NOT_READ, *FIELDS.items()])[meanings.of.get(place, "")])

    def _actor(self, username, today):
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(_("There is no account “%(name)s”.") % {"name": username}, returncode=UNREADABLE)
        return actor_of(user, on=today)

    def _organisation(self, code, day):
        found = Organisation.objects.coded(code, day).first()
        if found is None:
            raise CommandError(
                _("No organisation bears the code %(code)s on %(day)s.") % {"code": code, "day": format_date(day)},
                returncode=UNREADABLE,
            )
        return found

    def _given(self, options) -> GivenForList:
        return GivenForList(
            award=self._award(options["award"]).pk if options["award"] else None,
            way=options["way"],
            subject_kind=options["kind"],
            achievement_year=options["year"],
            decision_number=options["decision"],
            decision_date=options["date"],
        )

    def _award(self, code: str) -> Award:
        award = Award.objects.coded(code).first()
        if award is None:
            raise CommandError(
                _("The catalogue has no award with the code %(code)s.") % {"code": code}, returncode=UNREADABLE
            )
        return award

    def _report(self, batch):
        for problem in batch.problems.order_by("id").iterator():
            weight = _("refused") if problem.refuses else _("look at it")
            rows = problem.rows or problem.row
            self.stdout.write(
                _("Row %(row)s, column “%(column)s”, %(weight)s: seen “%(seen)s”, expected %(expected)s")
                % {
                    "row": f"{problem.sheet}: {rows}" if problem.sheet else rows,
                    "column": problem.column or "–",
                    "weight": weight,
                    "seen": problem.seen,
                    "expected": expected(problem.code, problem.expected),
                }
            )
        account = FileAccount.from_json(batch.counts["account"])
        for table in account.tables:
            self.stdout.write(table_line(table))
        for line in unread_lines(batch.tables):
            self.stdout.write(line)
        for group in account.left:
            self.stdout.write(left_out_line(group))
        self.stdout.write(sum_of_file(account))
        self.stdout.write(sum_of_honours(batch.good, batch.warned, batch.known, batch.refused))
        for name, proposal in proposals_for(batch, batch.tables).items():
            self.stdout.write(asked_once(name, proposal))

    def _asked_again(self, batch: HonourBatch, refusal: ReadsDifferently, actor: Actor) -> Refusal:
        """Once more, for what was done within the transaction went with it, and so did a list that came with it; what
        there is to tell."""
        try:
            for kept in HonourBatch.objects.filter(pk=batch.pk):
                ask_again(kept, why=str(refusal), actor=actor)
        except Refusal as other:
            return other
        return refusal

    def _forget_file(self, batch):
        """Rolled back, the list is not in the database; then its copy is not to stay on the disk either."""
        if not HonourBatch.objects.filter(pk=batch.pk).exists():
            forget_sheets(batch)
            batch.file.delete(save=False)

    def _conclude(self, batch, options, status):
        counts = {
            "good": format_integer(batch.good),
            "known": format_integer(batch.known),
            "refused": format_integer(batch.refused),
            "repeated": format_integer(batch.warned),
        }
        self.stdout.write(
            _("Can be taken: %(good)s. Already in: %(known)s. Refused: %(refused)s. Repeated: %(repeated)s.") % counts
        )
        if options["dry_run"]:
            self.stdout.write(_("This was a dry run: nothing was changed."))
        elif status:
            self.stdout.write(
                _("Nothing was changed. Correct the rows above, or take the good ones with --accept-good.")
            )
        elif batch.good:
            self.stdout.write(_("In the register now, as list no. %(number)s.") % {"number": batch.pk})
        else:
            self.stdout.write(_("There was nothing to take. Nothing was changed."))
