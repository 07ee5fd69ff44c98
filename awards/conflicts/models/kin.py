"""Kin that people declare, and people who only bear the same name."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.conflicts.models import wording
from awards.conflicts.rules.terms import Kinship
from awards.rows.rules.reading import LONGEST
from clusters.models import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.models.steps import LONGEST_WHY
from emulation.core.words import choices

ROW = "declared_kin"
REACH = Reach(people=("user_id",))


class DeclaredKinQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(REACH.seen_by(actor, {ROW: EVERY_RECORD}))

    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


class DeclaredKin(models.Model):
    """One of a person's kin, by name; the year of birth, where it is said, tells namesakes apart. Whoever is nominated
    under this name is not judged by the person. Withdrawn, it stays but counts no more."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="declared_kin", verbose_name=_("account")
    )
    name = models.CharField(_("full name"), max_length=LONGEST["name"])
    name_key = models.CharField(_("search key"), max_length=300, db_collation="C")
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    kinship = models.CharField(_("kinship"), max_length=10, choices=choices(wording.KINSHIPS))
    declared_at = models.DateTimeField(_("declared at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = DeclaredKinQuerySet.as_manager()

    class Meta:
        verbose_name = _("declared kin")
        verbose_name_plural = _("declared kin")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(kinship__in=list(Kinship)), name="declared_kin_kinship_known"),
            models.CheckConstraint(condition=~Q(name_key=""), name="declared_kin_has_name"),
            models.UniqueConstraint(
                fields=["user", "name_key", "birth_year"],
                condition=Q(withdrawn_at__isnull=True),
                nulls_distinct=False,
                name="declared_kin_once",
                violation_error_message=_("You have declared this person already."),
            ),
        ]
        indexes = [models.Index(fields=["name_key"], name="declared_kin_by_name")]

    def __str__(self) -> str:
        """Names nobody: the journal prints it."""
        return str(self.user)

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW


class Namesake(models.Model):
    """Somebody who decides at the desk says that the nominee only bears the person's name, or that of the person's
    kin."""

    nomination = models.ForeignKey(
        "awards.Nomination",
        on_delete=models.PROTECT,
        related_name="namesakes",
        verbose_name=_("dossier of commendation"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("account")
    )
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("said for"))
    why = models.CharField(_("reason"), max_length=LONGEST_WHY)
    said_by_name = models.CharField(_("person"), max_length=200)
    said_at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("namesake of a nominee")
        verbose_name_plural = _("namesakes of nominees")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "user"],
                name="namesake_once",
                violation_error_message=_("This is recorded already."),
            ),
            models.CheckConstraint(condition=~Q(why=""), name="namesake_has_reason"),
        ]

    def __str__(self) -> str:
        return str(self.user)
