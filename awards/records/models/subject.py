"""Who years are recorded of and earlier honours declared for: a person or a collective, as an office keeps it."""

from copy import copy
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.catalogue.rules.terms import SubjectKind, TargetGroup
from awards.register.models.honour import Honour
from awards.rows.rules.reading import LONGEST
from clusters.models import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",))
ROW = "subject"


class SubjectQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """An office reads its own and those of its predecessors, the central board all."""
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))

    def writable_by(self, actor: Actor) -> Self:
        return self.filter(REACH.seen_by(actor, {ROW: Q()}, deed="write"))

    def named_like(self, key: str) -> Self:
        rows = self
        for word in key.split():
            rows = rows.filter(name_key__contains=word)
        return rows

    def sorted(self) -> Self:
        return self.order_by("sort_key", "id")


class Subject(models.Model):
    """One person or collective of an office. A person is told apart by `recipient_key`, as the register tells people; a
    collective by its name in its unit. `body`: the organisation of the product that a collective is. `collective`: the
    one that an executive leads."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="subjects", verbose_name=_("organisation")
    )
    subject_kind = models.CharField(_("subject"), max_length=12, choices=choices(wording.SUBJECT_KINDS))
    name = models.CharField(_("name"), max_length=LONGEST["name"])
    name_key = models.CharField(_("search key"), max_length=300, db_collation="C")
    sort_key = models.CharField(_("sort key"), max_length=700, db_collation="C")
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    position = models.CharField(_("position"), max_length=LONGEST["position"], blank=True)
    unit = models.CharField(_("unit"), max_length=LONGEST["unit"], blank=True)
    unit_key = models.CharField(_("search key of the unit"), max_length=300, blank=True, db_collation="C")
    target_group = models.CharField(
        _("target group"), max_length=25, blank=True, choices=choices(wording.TARGET_GROUPS)
    )
    recipient_key = models.CharField(_("key of the person"), max_length=400, blank=True, db_collation="C")
    body = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("is the organisation"),
    )
    collective = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="executives",
        verbose_name=_("leads the collective"),
    )

    objects = SubjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("subject of records")
        verbose_name_plural = _("subjects of records")
        ordering = ["sort_key", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(subject_kind__in=list(SubjectKind)), name="subject_kind_known"),
            models.CheckConstraint(condition=~Q(name=""), name="subject_has_name"),
            models.CheckConstraint(
                condition=Q(target_group="") | Q(target_group__in=list(TargetGroup)), name="subject_group_known"
            ),
            models.UniqueConstraint(
                fields=["organisation", "recipient_key"],
                condition=~Q(recipient_key=""),
                name="subject_person_once",
                violation_error_message=_("This person is in the book of records already."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "sort_key", "unit_key"],
                condition=Q(subject_kind=SubjectKind.COLLECTIVE),
                name="subject_collective_once",
                violation_error_message=_("This collective is in the book of records already."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "sort_key", "id"], name="subject_by_office")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("awards:subject", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def is_person(self) -> bool:
        return self.subject_kind == SubjectKind.INDIVIDUAL

    def judged_under(self, office: int) -> "Subject":
        """The same one, kept nowhere, as a subject of the office whose register and shares it is judged by."""
        found = copy(self)
        found.organisation_id = office
        return found

    @property
    def of_its_province(self) -> "Subject":
        """Of a unit's book, as the province has it: its register holds what its units received."""
        return self.judged_under(self.organisation.parent_id or self.organisation_id)

    @property
    def is_executive(self) -> bool:
        return self.target_group not in ("", TargetGroup.DIRECT_WORKER)


class SubjectMove(models.Model):
    """The register holds the subject under another name or in another place too, as an officer found: `honour` is the
    line that shows it. A person who moved, a collective that was renamed. Append-only by trigger."""

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="moves", verbose_name=_("subject"))
    honour = models.ForeignKey(Honour, on_delete=models.PROTECT, related_name="+", verbose_name=_("honour"))
    why = models.CharField(_("how it is known"), max_length=500)
    noted_by_name = models.CharField(_("noted by"), max_length=200)
    noted_at = models.DateTimeField(_("noted at"))

    class Meta:
        verbose_name = _("move of a subject")
        verbose_name_plural = _("moves of subjects")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["subject", "honour"], name="subject_move_once"),
            models.CheckConstraint(condition=~Q(why=""), name="subject_move_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_id}: {self.honour_id}"
