from typing import Self

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording as catalogue
from awards.catalogue.rules.terms import SubjectKind
from awards.lists.models.sent_file import SentFile
from awards.records.models.year import ROW, YearRecord
from awards.rows.rules.reading import LONGEST
from awards.year_lists.models.wording import ROW_STATES, STEPS, YEAR_LIST_STATES
from awards.year_lists.rules.terms import TAKES, YearListState, YearRowState
from clusters.models import Paper
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",))
IN_WORK = (YearListState.RECEIVED, YearListState.CHECKED)


class YearListQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """As the years that they tell of."""
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))

    def waiting_for(self, actor: Actor) -> Self:
        """Checked, and for this person to take."""
        return self.filter(REACH.seen_by(actor, {ROW: Q()}, deed="write"), state=YearListState.CHECKED)

    def counted(self) -> Self:
        """With `.takes` and `.refused` rows."""
        return self.annotate(
            takes=Count("rows", filter=Q(rows__state__in=TAKES)),
            refused=Count("rows", filter=Q(rows__state=YearRowState.REFUSED)),
        )

    def of_same_file(self, organisation_id: int, year: int | None, checksum: str) -> Self:
        return self.filter(organisation=organisation_id, year=year, checksum=checksum, state__in=IN_WORK)


class YearList(SentFile):
    """A list of what years were like for people or collectives of an office. `year`: said once for all rows; a row's
    own comes first. `proof`: the paper that all of its rows rest on."""

    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    subject_kind = models.CharField(_("subject"), max_length=12, choices=choices(catalogue.SUBJECT_KINDS))
    proof = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("proof")
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(YEAR_LIST_STATES),
        default=YearListState.RECEIVED,
        db_default=YearListState.RECEIVED,
    )

    objects = YearListQuerySet.as_manager()

    class Meta:
        verbose_name = _("list of years")
        verbose_name_plural = _("lists of years")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(YearListState)), name="year_list_state_known"),
            models.CheckConstraint(
                condition=Q(subject_kind__in=[SubjectKind.INDIVIDUAL, SubjectKind.COLLECTIVE]),
                name="year_list_subject_known",
                violation_error_message=_("Years are recorded of people and of collectives."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-id"], name="year_list_by_office")]

    def get_absolute_url(self) -> str:
        return reverse("awards:year-list", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW


class YearListStep(StepTaken):
    """A step of a list of years: who, when, why. Append-only by trigger."""

    year_list = models.ForeignKey(
        YearList, on_delete=models.PROTECT, related_name="steps", verbose_name=_("list of years")
    )

    words = STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a list of years")
        verbose_name_plural = _("steps of lists of years")

    def __str__(self) -> str:
        return f"{self.year_list}: {self.name}"


class YearListRow(models.Model):
    """A row of the list: who, which year, what it says of it (`said`, by the columns of a record), what becomes of it.
    A refused one has a `code` (a `RowTrouble` or a `YearTrouble`) at its `column`, with what was `seen` and the
    `detail` that the sentence needs. `record`: the year that it was taken into."""

    year_list = models.ForeignKey(
        YearList, on_delete=models.CASCADE, related_name="rows", verbose_name=_("list of years")
    )
    sheet = models.CharField(_("sheet"), max_length=120, blank=True)
    row = models.PositiveIntegerField(_("row"))
    nth = models.PositiveSmallIntegerField(_("honour of the row"), default=0)
    name = models.CharField(_("name"), max_length=LONGEST["name"], blank=True)
    unit = models.CharField(_("unit"), max_length=LONGEST["unit"], blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    said = models.JSONField(_("what it says"), default=dict)
    state = models.CharField(_("result"), max_length=10, choices=choices(ROW_STATES))
    column = models.CharField(_("column"), max_length=40, blank=True)
    code = models.CharField(_("kind of problem"), max_length=40, blank=True)
    seen = models.CharField(_("seen"), max_length=300, blank=True)
    detail = models.CharField(_("expected"), max_length=400, blank=True)
    record = models.ForeignKey(
        YearRecord,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("record of a year"),
    )

    class Meta:
        verbose_name = _("row of a list of years")
        verbose_name_plural = _("rows of lists of years")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["year_list", "sheet", "row", "nth"], name="year_list_row_once"),
            models.CheckConstraint(condition=Q(state__in=list(YearRowState)), name="year_list_row_state_known"),
            models.CheckConstraint(
                condition=(Q(state=YearRowState.REFUSED) & ~Q(code="")) | (~Q(state=YearRowState.REFUSED) & Q(code="")),
                name="year_list_row_refused_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["year_list", "state", "id"], name="year_list_row_by_state")]

    def __str__(self) -> str:
        return f"{self.row}: {self.name}"
