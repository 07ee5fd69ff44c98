from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.catalogue.models.award import Award
from awards.lists.models.wording import BATCH_STATES, ROW_STATES, STEPS
from awards.lists.rules.table import ListTable
from awards.lists.rules.terms import BatchState, RowState
from awards.rows.models import RecipientColumns
from awards.rows.rules.fields import Meanings
from awards.rows.rules.reading import GivenForList
from clusters.models import Campaign, Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",))


class HonourBatchQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(REACH.seen_by(actor, {"honour_batch": Q()}))

    def accepted(self) -> Self:
        return self.filter(state=BatchState.ACCEPTED)

    def waiting(self) -> Self:
        """For a person's word."""
        return self.filter(state__in=[BatchState.UPLOADED, BatchState.CHECKED])

    def in_work(self) -> Self:
        return self.filter(state__in=[BatchState.RECEIVED, BatchState.UPLOADED, BatchState.CHECKED])

    def of_same_file(self, organisation_id: int, checksum: str) -> Self:
        return self.filter(organisation_id=organisation_id, checksum=checksum)


class HonourBatch(models.Model):
    """One list of honours sent in by an office: its file, what its columns mean, what the dry run found.

    `sheet`, `header_row`, `headings` and `mapping` are the first of the file's `tables`, `other_tables` all else that
    is known of them; `given` is what was `said_once`: these are read and written through those properties only.
    `counts` are the dry run's, by award code, subject kind and target group. `columns_kept_at`: when the office
    confirmed the columns that this list was given on reading. `refused_file`: the refused rows as a workbook, with
    their problems beside them.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="honour_batches", verbose_name=_("organisation")
    )
    state = models.CharField(_("state"), max_length=10, choices=choices(BATCH_STATES), default=BatchState.RECEIVED)
    file = models.FileField(_("file"), upload_to="lists/%Y/%m", max_length=300)
    file_name = models.CharField(_("file name"), max_length=255)
    file_size = models.PositiveIntegerField(_("size in bytes"))
    checksum = models.CharField(_("checksum"), max_length=64)
    sheet = models.CharField(_("sheet"), max_length=120, blank=True)
    header_row = models.PositiveIntegerField(_("row of the headings"), null=True, blank=True)
    headings = models.JSONField(_("headings"), default=list)
    mapping = models.JSONField(_("meaning of the columns"), default=dict)
    other_tables = models.JSONField(_("what else is known of the tables"), default=dict)
    given = models.JSONField(_("said once for the whole list"), default=dict)
    counts = models.JSONField(_("counts"), default=dict)
    good = models.PositiveIntegerField(_("rows that can be taken"), default=0)
    refused = models.PositiveIntegerField(_("rows refused"), default=0)
    known = models.PositiveIntegerField(_("rows already in the register"), default=0)
    warned = models.PositiveIntegerField(_("rows to confirm"), default=0)
    columns_kept_at = models.DateTimeField(_("columns as confirmed at"), null=True, blank=True)
    refused_file = models.FileField(_("refused rows"), upload_to="lists/%Y/%m", max_length=300, blank=True)
    refused_checksum = models.CharField(_("checksum of the refused rows"), max_length=64, blank=True)
    job = models.ForeignKey(
        "core.Job",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("current job"),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("sent in by")
    )
    created_at = models.DateTimeField(_("sent in at"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_by = models.CharField(_("undone by"), max_length=200, blank=True)
    undone_why = models.TextField(_("why it was undone"), blank=True)

    objects = HonourBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("batch of honours")
        verbose_name_plural = _("batches of honours")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(BatchState)), name="honour_batch_state_known"),
            models.CheckConstraint(
                condition=~Q(state=BatchState.ACCEPTED) | Q(accepted_at__isnull=False),
                name="honour_batch_accepted_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=BatchState.UNDONE) | (Q(undone_at__isnull=False) & ~Q(undone_why="")),
                name="honour_batch_undone_has_reason",
            ),
            models.UniqueConstraint(
                fields=["organisation", "checksum"],
                condition=Q(state=BatchState.ACCEPTED),
                name="honour_batch_file_taken_once",
                violation_error_message=_("This very file is already in the register."),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("awards:batch", args=[self.pk])

    @property
    def table(self) -> ListTable:
        """The first one, and most often the only one."""
        return self.tables[0]

    @table.setter
    def table(self, table: ListTable) -> None:
        self.tables = (table,)

    @property
    def tables(self) -> tuple[ListTable, ...]:
        """As the file was read and, once that is done, as their columns were confirmed; never none."""
        others = self.other_tables
        first = ListTable.from_json(
            {
                "sheet": self.sheet,
                "row": self.header_row or 0,
                "headings": self.headings,
                "mapping": self.mapping,
                "silent": others.get("silent", {}),
            }
        )
        said, unread = others.get("said", {}), others.get("unread", [])
        return tuple(
            replace(table, said=GivenForList.from_json(said.get(str(number), {})), is_read=number not in unread)
            for number, table in enumerate([first, *map(ListTable.from_json, others.get("tables", []))])
        )

    @tables.setter
    def tables(self, tables: Sequence[ListTable]) -> None:
        first, *others = [table.as_json() for table in tables]
        self.sheet, self.header_row = first["sheet"], first["row"]
        self.headings, self.mapping = first["headings"], first["mapping"]
        told = {
            "tables": others,
            "said": {str(number): said for number, table in enumerate(tables) if (said := table.said.as_json())},
            "unread": [number for number, table in enumerate(tables) if not table.is_read],
            "silent": first["silent"],
        }
        self.other_tables = {what: told_of for what, told_of in told.items() if told_of}

    @property
    def said_once(self) -> GivenForList:
        """For the whole list, by the person or by the lines above the table."""
        return GivenForList.from_json(self.given)

    @said_once.setter
    def said_once(self, given: GivenForList) -> None:
        self.given = given.as_json()

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return "honour_batch"

    @property
    def is_undone(self) -> bool:
        return self.state == BatchState.UNDONE


class BatchStep(StepTaken):
    """A step the list took: who, when, why. Append-only by trigger."""

    batch = models.ForeignKey(
        HonourBatch, on_delete=models.PROTECT, related_name="steps", verbose_name=_("batch of honours")
    )

    words = STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a batch")
        verbose_name_plural = _("steps of batches")

    def __str__(self):
        return f"{self.batch}: {self.name}"


class ColumnMemory(models.Model):
    """What an office said the columns of such a list mean, kept for its next list with the same headings."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", verbose_name=_("organisation")
    )
    headings_key = models.CharField(_("key of the headings"), max_length=64)
    mapping = models.JSONField(_("meaning of the columns"))
    kept_at = models.DateTimeField(_("kept at"))

    class Meta:
        verbose_name = _("remembered columns")
        verbose_name_plural = _("remembered columns")
        constraints = [models.UniqueConstraint(fields=["organisation", "headings_key"], name="column_memory_once")]

    def __str__(self) -> str:
        return self.headings_key

    @property
    def meanings(self) -> Meanings:
        return Meanings.from_json(self.mapping)


class ImportRow(RecipientColumns):
    """A row of a list under check, as COPY wrote it; refused rows keep what could be read, hence the empty columns.

    `sheet` is "" where only one is read; `nth`: of the honours that one row holds, from 0. Rows are asked for by their
    list alone, which the constraint of one row begins with: no other index is kept while thousands are written."""

    batch = models.ForeignKey(
        HonourBatch, on_delete=models.CASCADE, related_name="rows", verbose_name=_("batch"), db_index=False
    )
    sheet = models.CharField(_("sheet"), max_length=120, blank=True, default="", db_default="")
    row = models.PositiveIntegerField(_("row"))
    nth = models.PositiveSmallIntegerField(_("honour of the row"), default=0, db_default=0)
    state = models.CharField(_("result"), max_length=10, choices=choices(ROW_STATES))
    subject_kind = models.CharField(_("subject"), max_length=12, blank=True, choices=choices(wording.SUBJECT_KINDS))
    award = models.ForeignKey(
        Award, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("award"), db_index=False
    )
    campaign = models.ForeignKey(
        Campaign,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("campaign"),
        db_index=False,
    )
    way = models.CharField(_("way of commendation"), max_length=12, blank=True, choices=choices(wording.WAYS))
    decision_date = models.DateField(_("decision date"), null=True)

    class Meta:
        verbose_name = _("row under check")
        verbose_name_plural = _("rows under check")
        constraints = [
            models.UniqueConstraint(fields=["batch", "sheet", "row", "nth"], name="import_row_once"),
            models.CheckConstraint(condition=Q(state__in=list(RowState)), name="import_row_state_known"),
            models.CheckConstraint(
                condition=~Q(state=RowState.GOOD)
                | (Q(award__isnull=False, decision_date__isnull=False) & ~Q(subject_kind="") & ~Q(way="")),
                name="import_row_good_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row}: {self.name}"


class ImportProblem(models.Model):
    """What is wrong, or wants a second look, the same in one row or in a thousand: what was seen, what was expected.

    `row` is the first of the `rows`, which are written out as ranges; `times` is how many they are."""

    batch = models.ForeignKey(HonourBatch, on_delete=models.CASCADE, related_name="problems", verbose_name=_("batch"))
    sheet = models.CharField(_("sheet"), max_length=120, blank=True, default="", db_default="")
    row = models.PositiveIntegerField(_("row"))
    rows = models.TextField(_("rows"), blank=True, default="", db_default="")
    times = models.PositiveIntegerField(_("how many rows"), default=1, db_default=1)
    column = models.CharField(_("column"), max_length=160, blank=True)
    code = models.CharField(_("kind of problem"), max_length=40)
    seen = models.CharField(_("seen"), max_length=300, blank=True)
    expected = models.CharField(_("expected"), max_length=400)
    refuses = models.BooleanField(_("refuses the row"), default=True)

    class Meta:
        verbose_name = _("problem in a list")
        verbose_name_plural = _("problems in lists")
        ordering = ["id"]
        indexes = [models.Index(fields=["batch", "id"], name="import_problem_in_order")]

    def __str__(self) -> str:
        return f"{self.rows or self.row} {self.column}: {self.expected}"
