"""A directive by which a province or a unit launches the emulation of a year, and the targets it sets."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.attachments.models import Paper
from clusters.directives.rules import DirectiveKind
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.models.wording import TARGET_KINDS
from clusters.indicators.rules.terms import TargetKind
from clusters.organisations.models.organisation import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.models.quantity import QuantityField
from emulation.core.models.reach import Reach
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",))
ROW, ROW_STRUCK_OUT = "directive", "directive_struck_out"
KINDS = {
    DirectiveKind.DIRECTIVE: _("Directive"),
    DirectiveKind.PLAN: _("Plan"),
    DirectiveKind.OTHER: _("Document"),
}


class DirectiveQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """Everybody's; one struck out only its own office's."""
        rows = {ROW: Q(withdrawn_at__isnull=True), ROW_STRUCK_OUT: Q(withdrawn_at__isnull=False)}
        return self.filter(REACH.seen_by(actor, rows))

    def standing(self):
        return self.filter(withdrawn_at__isnull=True)


class Directive(models.Model):
    """A paper of an office that sets the emulation of a year: its theme, its targets, the campaigns it launches and the
    tasks it gives (Luật TĐKT 2022, Điều 17 on what launching a campaign says). Struck out, never deleted.

    `legal_bases`: one a line.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="directives", verbose_name=_("issued by")
    )
    kind = models.CharField(_("kind of document"), max_length=10, choices=choices(KINDS))
    number = models.CharField(_("number and symbol"), max_length=60)
    dated = models.DateField(_("day of the document"))
    year = models.PositiveSmallIntegerField(_("year"))
    theme = models.CharField(_("theme of the year"), max_length=500, blank=True)
    legal_bases = models.TextField(_("legal bases"), blank=True)
    scan = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("scan")
    )
    withdrawn_at = models.DateTimeField(_("struck out at"), null=True, blank=True)

    objects = DirectiveQuerySet.as_manager()

    class Meta:
        verbose_name = _("directive")
        verbose_name_plural = _("directives")
        ordering = ["-dated", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(DirectiveKind)), name="directive_kind_known"),
            models.CheckConstraint(condition=~Q(number=""), name="directive_has_number"),
            models.CheckConstraint(condition=Q(year__range=(1948, 2200)), name="directive_year_in_range"),
            models.UniqueConstraint(
                fields=["organisation", "number", "dated"],
                condition=Q(withdrawn_at__isnull=True),
                name="directive_once",
                violation_error_message=_("This document is entered already. Open that one."),
            ),
        ]

    def __str__(self):
        return _("%(kind)s %(number)s of %(day)s") % {
            "kind": KINDS[DirectiveKind(self.kind)],
            "number": self.number,
            "day": format_date(self.dated),
        }

    def get_absolute_url(self):
        return reverse("clusters:directive", args=[self.pk])

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None

    @property
    def on_paper(self) -> str:
        """As papers of the State name it, whatever the language of the page: Chỉ thị số 10/CT-UBND ngày 13/12/2022."""
        kinds = {DirectiveKind.DIRECTIVE: "Chỉ thị", DirectiveKind.PLAN: "Kế hoạch", DirectiveKind.OTHER: "Văn bản"}
        return f"{kinds[DirectiveKind(self.kind)]} số {self.number} ngày {format_date(self.dated)}"

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW if self.withdrawn_at is None else ROW_STRUCK_OUT


class DirectiveTarget(models.Model):
    """What the office sets itself to reach in the year, as the directive prints it: of an indicator of the catalogue,
    or of a thing that the catalogue does not hold, with its unit."""

    directive = models.ForeignKey(
        Directive, on_delete=models.PROTECT, related_name="targets", verbose_name=_("directive")
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("indicator")
    )
    name = models.CharField(_("what is to be reached"), max_length=300)
    unit = models.CharField(_("unit of measure"), max_length=40, blank=True)
    kind = models.CharField(_("kind of target"), max_length=10, choices=choices(TARGET_KINDS))
    text = models.CharField(_("target"), max_length=200)
    value = QuantityField(_("target as a quantity"))

    class Meta:
        verbose_name = _("target of a directive")
        verbose_name_plural = _("targets of a directive")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(TargetKind)), name="directive_target_kind_known"),
            models.CheckConstraint(condition=~Q(text="") & ~Q(name=""), name="directive_target_says_something"),
            models.UniqueConstraint(
                fields=["directive", "name"],
                name="directive_target_once",
                violation_error_message=_("The directive has this target already; change that one."),
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.text}"
