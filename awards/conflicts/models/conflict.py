"""Who may not judge which dossier, asked of the database, which finds it anew each time from mandates of any day, lines
of succession, hands, declared kin, names and recusals (docs/adr/0033). Sets, single records, the journal and the
database's own refusal all read this one view."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from awards.conflicts.models import wording
from awards.conflicts.rules.terms import Ground
from emulation.core.actor import Actor
from emulation.core.words import choices


class ConflictQuerySet(models.QuerySet):
    def of(self, actor: Actor) -> Self:
        """At the desks where the person works now."""
        return self.filter(user=actor.user_id, desk__in=actor.bodies)


class Conflict(models.Model):
    """A person's conflict of interest with a dossier that is not decided, at the desk of one body: of the province that
    has or had it, or of the centre, also before it comes there. A view; one row for each ground."""

    key = models.CharField(_("key"), max_length=80, primary_key=True)
    matter = models.ForeignKey(
        "awards.Nomination",
        on_delete=models.DO_NOTHING,
        related_name="conflicts",
        verbose_name=_("dossier of commendation"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, related_name="+", verbose_name=_("account")
    )
    desk = models.BigIntegerField(_("number of the body whose desk it is"), db_column="desk_id")
    ground = models.CharField(_("ground"), max_length=10, choices=choices(wording.GROUNDS))

    objects = ConflictQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "awards_conflict"
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        ordering = ["key"]

    def __str__(self) -> str:
        return f"{self.user}: {wording.GROUNDS[Ground(self.ground)]}"


@dataclass(frozen=True)
class KeptByConflict:
    """`column`: which column of the record, or of one that it belongs to, is the dossier's."""

    column: str = "pk"
    spares_own: bool = True

    def kept_from(self, actor: Actor) -> Q:
        """As a list of dossiers that the database makes once, however many records are asked for."""
        return Q(**{f"{self.column}__in": Conflict.objects.of(actor).order_by().values("matter")})

    def is_kept_from(self, record: models.Model, actor: Actor) -> bool:
        known = getattr(record, "_kept_from", {})
        if actor.user_id in known:
            return known[actor.user_id]
        return Conflict.objects.of(actor).filter(matter=self._dossier_of(record)).exists()

    def know(self, records: Sequence[models.Model], actor: Actor) -> None:
        """Asked at once of many that stand under lock, for a deed over all of them."""
        numbers = {self._dossier_of(record) for record in records}
        kept = set(Conflict.objects.of(actor).filter(matter__in=numbers).values_list("matter", flat=True))
        for record in records:
            record._kept_from = {actor.user_id: self._dossier_of(record) in kept}

    def _dossier_of(self, record: models.Model) -> int:
        return attrgetter(self.column.replace("__", "."))(record)


def entries_kept_from(actor: Actor) -> Q:
    """Entries of the journal about dossiers, which name them by text: those that the nominator's own office reads as
    such stay."""
    conflicts = Conflict.objects.of(actor).order_by()
    of_own = conflicts.filter(matter__organisation__in=actor.own)
    number = Cast("matter", models.CharField())
    told_to_the_nominator = Q(
        subject_id__in=of_own.values_list(number), organisation_id__in=of_own.values("matter__organisation")
    )
    return Q(subject_id__in=conflicts.values_list(number)) & ~told_to_the_nominator
