from collections.abc import Callable
from typing import Any

from django.db import models
from django.db.models import Exists, Func, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach, any_of

KeptFrom = Callable[[Actor, Any, Any], Q]
KEPT: dict[str, KeptFrom] = {}


class RecordNumber(Func):
    """The number in a text; none where it holds something else."""

    template = "(CASE WHEN %(expressions)s ~ '^[0-9]{1,18}$' THEN %(expressions)s::bigint END)"
    output_field = models.BigIntegerField()


def keep_with_its_subject(kind: str, kept_from: KeptFrom) -> None:
    """What is told of records of that kind is kept from whom the records are kept from, in entries of their own and in
    those that mention them. `kept_from`: which of these, by the record's number and by the organisation that the entry
    is told to, both as expressions (docs/adr/0033)."""
    KEPT[kind] = kept_from


class KeptWithItsSubject:
    """An entry is kept from a person as the records it tells of, whichever organisation it is told to."""

    spares_own = False

    def kept_from(self, actor: Actor) -> Q:
        kept = []
        for kind, kept_from in KEPT.items():
            mentions = AuditMention.objects.filter(entry=OuterRef("pk"), subject_kind=kind)
            of_mentions = kept_from(actor, OuterRef("subject_id"), OuterRef("entry__organisation_id"))
            own = kept_from(actor, RecordNumber(OuterRef("subject_id")), OuterRef("organisation_id"))
            kept += [Q(subject_kind=kind) & own, Q(Exists(mentions.filter(of_mentions)))]
        return any_of(kept)

    def is_kept_from(self, record: models.Model, actor: Actor) -> bool:
        return AuditEntry.objects.filter(self.kept_from(actor), pk=record.pk).exists()


REACH = Reach(organisations=("organisation_id",), keeping=KeptWithItsSubject())


class AuditQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """Central leaders and administrators: all; an approver: of the organisations approved for. Never what tells of
        a dossier to which the person has a conflict of interest."""
        return self.filter(REACH.seen_by(actor, {"audit": Q()}))

    def unsealed(self):
        return self.filter(seal__isnull=True)


class AuditEntry(models.Model):
    """One deed, as told at the time. Append-only by trigger; names are kept as text, so they outlive what they name."""

    at = models.DateTimeField(_("time"))
    actor_id = models.BigIntegerField(_("account number"), null=True)
    actor_name = models.CharField(_("person"), max_length=200)
    verb = models.CharField(_("deed"), max_length=60)
    subject_kind = models.CharField(_("kind of record"), max_length=60)
    subject_id = models.CharField(_("record number"), max_length=40)
    subject_name = models.CharField(_("record"), max_length=300)
    organisation_id = models.BigIntegerField(_("organisation number"), null=True)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)
    why = models.TextField(_("reason"), blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["organisation_id", "-id"], name="audit_by_organisation"),
            models.Index(fields=["subject_kind", "subject_id"], name="audit_by_subject"),
        ]

    def __str__(self):
        return f"{self.actor_name}: {self.verb} {self.subject_name}"

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return "audit"


class AuditMention(models.Model):
    """A record that an entry tells of besides its subject, by name or as one of a number. Append-only by trigger."""

    entry = models.ForeignKey(
        AuditEntry, on_delete=models.PROTECT, related_name="mentions", verbose_name=_("audit entry")
    )
    subject_kind = models.CharField(_("kind of record"), max_length=60)
    subject_id = models.BigIntegerField(_("record number"))

    class Meta:
        verbose_name = _("record mentioned in the audit")
        verbose_name_plural = _("records mentioned in the audit")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "subject_kind", "subject_id"], name="audit_mention_once"),
        ]
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="audit_mention_by_subject")]

    def __str__(self):
        return f"{self.subject_kind} {self.subject_id}"


class AuditSeal(models.Model):
    """The chain over committed entries: `digest` = SHA-256 of the previous digest and the entry's canonical text."""

    position = models.BigIntegerField(_("place in the chain"), primary_key=True)
    entry = models.OneToOneField(
        AuditEntry, on_delete=models.PROTECT, related_name="seal", verbose_name=_("audit entry")
    )
    previous = models.CharField(_("previous digest"), max_length=64)
    digest = models.CharField(_("digest"), max_length=64)
    sealed_at = models.DateTimeField(_("sealed at"))

    class Meta:
        verbose_name = _("audit seal")
        verbose_name_plural = _("audit seals")
        constraints = [
            models.CheckConstraint(condition=Q(position__gt=0), name="seal_position_positive"),
        ]

    def __str__(self):
        return f"{self.position} {self.digest[:12]}"
