"""Deeds over many dossiers at once, and what of each is undone or was opened by the next stage meanwhile."""

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.nominations.models.nomination import Nomination, NominationStep
from awards.review.models import wording
from awards.review.rules.terms import BulkKind
from clusters.models import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.words import choices

ROW = "bulk_deed"
REACH = Reach(people=("made_by_id",))


class BulkDeedQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(REACH.seen_by(actor, {ROW: EVERY_RECORD}))


class BulkDeed(models.Model):
    """`remark`: what was asked of all of them, where they were returned. `confirmed`: papers whose kinds it took as
    they were guessed, by their numbers."""

    kind = models.CharField(_("deed"), max_length=20, choices=choices(wording.BULK_KINDS))
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("body"))
    remark = models.CharField(_("what is to be completed"), max_length=1000, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    made_by_name = models.CharField(_("person"), max_length=200)
    made_at = models.DateTimeField(_("time"))
    confirmed = ArrayField(models.BigIntegerField(), verbose_name=_("papers confirmed"), default=list, blank=True)

    objects = BulkDeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("deed over many dossiers")
        verbose_name_plural = _("deeds over many dossiers")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(BulkKind)), name="bulk_deed_known"),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW


class BulkLineQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Of dossiers that the person still sees: a conflict of interest may have come since."""
        return self.filter(nomination__in=Nomination.objects.visible_to(actor).order_by())

    def standing(self) -> Self:
        """Neither undone nor opened by the next stage."""
        return self.filter(undone_at__isnull=True, opened_at__isnull=True)


class BulkLine(models.Model):
    """One dossier of a deed. `held_since`: from when the body had it, before the deed. `opened_at`: the next stage
    looked at it, so that it is no longer undone."""

    deed = models.ForeignKey(BulkDeed, on_delete=models.PROTECT, related_name="lines", verbose_name=_("deed"))
    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="+", verbose_name=_("dossier of commendation")
    )
    step = models.OneToOneField(NominationStep, on_delete=models.PROTECT, related_name="+", verbose_name=_("step"))
    held_since = models.DateTimeField(_("held since"))
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    opened_by_name = models.CharField(_("opened by"), max_length=200, blank=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    objects = BulkLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("dossier of a deed")
        verbose_name_plural = _("dossiers of deeds")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["deed", "nomination"], name="bulk_line_once"),
        ]
        indexes = [
            models.Index(
                fields=["nomination"],
                condition=Q(undone_at__isnull=True, opened_at__isnull=True),
                name="bulk_line_can_be_undone",
            ),
        ]

    def __str__(self) -> str:
        return str(self.nomination)
