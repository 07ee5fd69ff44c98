"""What the office does to a draft by hand: sentences in its own words, figures changed with a reason, newer data taken
or left."""

from datetime import date

from django.db import models
from django.db.models import F, Max, Q
from django.utils.translation import gettext_lazy as _

from emulation.core.models.steps import LONGEST_WHY
from reports.document.rules.sentences import KEY_LENGTH, HandFigure, Wording
from reports.runs.models.report import Report

LONGEST_PART, LONGEST_FIGURE, LONGEST_SENTENCE = 500, 300, 5_000


class SentenceWordingQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(is_in_use=True)


class SentenceWording(models.Model):
    """One sentence of a draft in the office's words. `computed`: the sentence as it was computed when it was worded,
    its figures in brackets; `runs`: words, and figures by their places in it; `why`: the reason for other numbers among
    the words. One taken back is not in use; it stays.
    `carried_from`: the report of which it is the wording, until somebody words it here."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="wordings", verbose_name=_("report"))
    key = models.CharField(_("sentence"), max_length=KEY_LENGTH)
    part = models.CharField(_("part of the report"), max_length=LONGEST_PART)
    computed = models.TextField(_("sentence as computed"), max_length=LONGEST_SENTENCE)
    why = models.CharField(_("reason for other numbers"), max_length=LONGEST_WHY, blank=True, db_default="")
    runs = models.JSONField(_("sentence as worded"))
    is_in_use = models.BooleanField(_("in use"), default=True, db_default=True)
    carried_from = models.ForeignKey(
        Report, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("carried from")
    )
    changed_at = models.DateTimeField(_("changed at"))
    changed_by_name = models.CharField(_("changed by"), max_length=200)

    objects = SentenceWordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("wording of a sentence")
        verbose_name_plural = _("wordings of sentences")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "key"], name="sentence_worded_once"),
            models.CheckConstraint(condition=~Q(runs=[]), name="sentence_wording_says_something"),
        ]

    def __str__(self):
        return f"{self.report}: {self.part}"

    @property
    def wording(self) -> Wording:
        return Wording(tuple(self.runs), self.by_hand, self.why)

    @property
    def by_hand(self) -> dict[int, HandFigure]:
        return {one.place: HandFigure(one.written, one.why) for one in self.changed_figures.all() if one.is_in_use}


class ChangedFigure(models.Model):
    """A figure of a sentence that the office prints otherwise than it was computed; `written` is empty where it is left
    out. Both values stay, also once it is taken back."""

    wording = models.ForeignKey(
        SentenceWording, on_delete=models.PROTECT, related_name="changed_figures", verbose_name=_("sentence")
    )
    place = models.PositiveSmallIntegerField(_("place in the sentence"))
    computed = models.CharField(_("as computed"), max_length=LONGEST_FIGURE)
    written = models.CharField(_("as printed"), max_length=LONGEST_FIGURE, blank=True)
    why = models.CharField(_("reason"), max_length=LONGEST_WHY)
    is_in_use = models.BooleanField(_("in use"), default=True, db_default=True)

    class Meta:
        verbose_name = _("figure changed by hand")
        verbose_name_plural = _("figures changed by hand")
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["wording", "place"], name="figure_changed_once"),
            models.CheckConstraint(
                condition=~Q(why=""),
                name="figure_changed_with_reason",
                violation_error_message=_("Say why another figure is printed than the one that was computed."),
            ),
        ]

    def __str__(self):
        return f"{self.computed} → {self.written}"


class Choice(models.TextChoices):
    TAKE = "take", _("The new value is taken")
    KEEP = "keep", _("The old one is kept")


class DraftDecision(models.Model):
    """What was decided of one place of a draft under which the data changed: the new is taken, or the old kept. `key`
    names the change by what it says, so that a further one is asked about anew; `day`: of the newer data."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("report"))
    key = models.CharField(_("change"), max_length=KEY_LENGTH)
    part = models.CharField(_("part of the report"), max_length=LONGEST_PART)
    told = models.CharField(_("what changed"), max_length=LONGEST_PART)
    choice = models.CharField(_("decision"), max_length=4, choices=Choice.choices)
    day = models.DateField(_("day of the data"))
    decided_at = models.DateTimeField(_("decided at"))
    decided_by_name = models.CharField(_("decided by"), max_length=200)

    class Meta:
        verbose_name = _("decision on a change of data")
        verbose_name_plural = _("decisions on changes of data")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "key"], name="change_decided_once"),
            models.CheckConstraint(condition=Q(choice__in=Choice.values), name="change_decision_known"),
        ]

    def __str__(self):
        return f"{self.report}: {self.part}"


def day_of_figures(report: Report) -> date:
    """The newest day at which any of its figures stands: that of the draft, or of newer data taken into it."""
    taken = DraftDecision.objects.filter(report=report, choice=Choice.TAKE).aggregate(day=Max("day"))["day"]
    return report.day if taken is None else max(report.day, taken)


def reports_before(report: Report) -> models.QuerySet[Report]:
    """Of the same kind and of the same cluster or province, of earlier periods, the newest first."""
    column = "year" if report.cluster_year is None else "cluster_year__year"
    year = report.subject.year
    if report.cluster_year is None:
        same = Q(province=report.province_id)
    else:
        same = Q(cluster_year__cluster=report.cluster_year.cluster_id)
    earlier = Q(**{f"{column}__lt": year}) | Q(**{column: year}, half__lt=report.half)
    rows = Report.objects.filter(same & earlier, kind=report.kind, units=report.units).with_subject()
    return rows.order_by(F(column).desc(), "-half", "-pk")
