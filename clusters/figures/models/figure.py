from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.attachments.models import Paper
from clusters.figures.models.wording import SHEET_STATES, STEPS
from clusters.figures.rules.flow import WRITABLE
from clusters.figures.rules.terms import SheetState
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.models.wording import half_in_words
from clusters.indicators.rules.terms import LONGEST, READ_AS_QUANTITY, FigurePart
from clusters.membership.models.cluster import ClusterYear
from clusters.membership.rules.half_years import SPANS
from clusters.organisations.models.organisation import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.quantity import QuantityField
from emulation.core.models.reach import Reach, by_state
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

SENT = [SheetState.APPROVED, SheetState.ACCEPTED]
WHOLE_CLUSTER = "cum"
REACH = Reach(
    organisations=("organisation_id",), cluster_years=("cluster_year_id",), heads_own_without="organisation_id"
)
SUBJECTS = {
    SheetState.DRAFT: "figures_draft",
    SheetState.SUBMITTED: "figures_draft",
    SheetState.RETURNED: "figures_draft",
    SheetState.APPROVED: "figures_submitted",
    SheetState.ACCEPTED: "figures_accepted",
}


class FigureSheetQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """The office itself always; the head of the year, who keeps the cluster and the central board from the
        approver's word on; members of the cluster once accepted."""
        return self.filter(REACH.seen_by(actor, by_state(SUBJECTS)))

    def of_half(self, cluster_year, half):
        return self.filter(cluster_year=cluster_year, half=half)

    def accepted(self):
        return self.filter(state=SheetState.ACCEPTED)

    def sent(self):
        return self.filter(state__in=SENT)

    def with_answered(self):
        """Adds `answered`: how many indicators of the sheet have a result, or a note that says why there is none."""
        said = Figure.objects.filter(~Q(value_text="") | ~Q(note=""), sheet=OuterRef("pk"))
        counted = said.order_by().values("sheet").annotate(number=Count("pk")).values("number")
        return self.annotate(answered=Coalesce(Subquery(counted), 0))

    def with_figures(self):
        """Adds `kept`: the sheet's figures with their indicators, in the order of the indicators."""
        figures = Figure.objects.select_related("indicator__weighted_by")
        figures = figures.order_by("indicator__position", "indicator_id")
        return self.prefetch_related(Prefetch("figures", figures, to_attr="kept"))


class FigureSheet(models.Model):
    """What one member reports for one half-year, or for the whole year (`half` 0); without organisation: what the head
    enters for the whole cluster, which is the head's own. Not saved, it says whose figures they will be that nobody has
    begun."""

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="figure_sheets", verbose_name=_("cluster year")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="figure_sheets",
        verbose_name=_("member"),
    )
    half = models.PositiveSmallIntegerField(_("half of the year"))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(SHEET_STATES),
        default=SheetState.DRAFT,
        db_default=SheetState.DRAFT,
    )

    objects = FigureSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("half-year figures")
        verbose_name_plural = _("half-year figures")
        ordering = ["cluster_year", "half", "organisation__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["cluster_year", "half", "organisation"], name="figure_sheet_once", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(half__in=SPANS), name="figure_sheet_span_known"),
            models.CheckConstraint(condition=Q(state__in=list(SheetState)), name="figure_sheet_state_known"),
        ]

    def __str__(self):
        who = self.organisation or self.cluster_year.cluster
        return f"{who}, {half_in_words(self.half, self.cluster_year.year)}"

    def get_absolute_url(self):
        whose = WHOLE_CLUSTER if self.organisation_id is None else str(self.organisation_id)
        return reverse("clusters:figure-sheet", args=[self.cluster_year_id, self.half, whose])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return SUBJECTS[SheetState(self.state)]

    @property
    def is_writable(self) -> bool:
        return self.state in WRITABLE


class Figure(models.Model):
    """One indicator's line in a sheet. What was typed is kept even where it cannot be read as a figure; then the
    quantity beside it is empty, and the sheet cannot be submitted."""

    sheet = models.ForeignKey(
        FigureSheet, on_delete=models.PROTECT, related_name="figures", verbose_name=_("half-year figures")
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="figures", verbose_name=_("indicator")
    )
    value_text = models.CharField(_("result of six months"), max_length=LONGEST[FigurePart.VALUE], blank=True)
    value = QuantityField(_("result as a quantity"), null=True, blank=True)
    plan_share_text = models.CharField(
        _("share of the annual plan"), max_length=LONGEST[FigurePart.PLAN_SHARE], blank=True
    )
    plan_share = QuantityField(_("share as a quantity"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=LONGEST[FigurePart.SOURCE], blank=True)
    note = models.CharField(_("note"), max_length=LONGEST[FigurePart.NOTE], blank=True)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "indicator"], name="figure_once"),
            models.CheckConstraint(condition=Q(value__isnull=True) | ~Q(value_text=""), name="figure_value_was_typed"),
            models.CheckConstraint(
                condition=Q(plan_share__isnull=True) | ~Q(plan_share_text=""), name="figure_plan_share_was_typed"
            ),
        ]

    def __str__(self):
        return f"{self.indicator}: {self.value_text}"

    @property
    def is_answered(self) -> bool:
        """There is a result, or a note that says why there is none."""
        return bool(self.value_text or self.note)

    @property
    def is_unreadable(self) -> bool:
        return any(self.text_of(part) and self.quantity_of(part) is None for part in READ_AS_QUANTITY)

    def text_of(self, part: FigurePart) -> str:
        return getattr(self, f"{part}_text" if part in READ_AS_QUANTITY else part)

    def quantity_of(self, part: FigurePart):
        return getattr(self, part) if part in READ_AS_QUANTITY else None

    def said_of(self, part: FigurePart) -> str:
        """As it is printed: what could be read with decimal commas, all else as it was typed."""
        quantity = self.quantity_of(part)
        return self.text_of(part) if quantity is None else quantity.said

    def write(self, part: FigurePart, text: str, quantity) -> None:
        if part in READ_AS_QUANTITY:
            setattr(self, f"{part}_text", text)
            setattr(self, part, quantity)
        else:
            setattr(self, part, text)


class FigureRemark(models.Model):
    """What somebody wants mended, pinned to the line it is about. Never deleted, newest first."""

    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="remarks", verbose_name=_("figure"))
    step = models.ForeignKey("SheetStep", on_delete=models.PROTECT, related_name="remarks", verbose_name=_("step"))
    text = models.CharField(_("remark"), max_length=500)

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["figure", "step"], name="figure_remark_once_a_step"),
            models.CheckConstraint(condition=~Q(text=""), name="figure_remark_says_something"),
        ]

    def __str__(self):
        return self.text


class FigureEvidence(models.Model):
    """A paper that shows a figure. Withdrawn, it is no longer shown but stays."""

    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("figure"))
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+", verbose_name=_("paper"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("evidence of a figure")
        verbose_name_plural = _("evidence of figures")
        ordering = ["id"]

    def __str__(self):
        return str(self.paper)


class SheetStep(StepTaken):
    """A step a sheet took: who, when, why. `kept`, of an acceptance: {indicator id: {part: text}} as accepted.
    Append-only by trigger."""

    sheet = models.ForeignKey(
        FigureSheet, on_delete=models.PROTECT, related_name="steps", verbose_name=_("half-year figures")
    )
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("account"),
    )
    kept = models.JSONField(_("as accepted"), null=True, blank=True)

    words = STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of half-year figures")
        verbose_name_plural = _("steps of half-year figures")
        indexes = [models.Index(fields=["sheet", "-id"], name="sheet_step_newest")]

    def __str__(self):
        return f"{self.sheet}: {self.name}"
