from collections.abc import Collection
from typing import Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Count, F, Q, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import SubjectKind, TargetGroup, Way
from awards.register.models.decision_key import DecisionKey
from awards.register.models.wording import HONOUR_STATUSES
from awards.register.rules.register import BORNE_BY_NOBODY, RegisterFilter
from awards.register.rules.terms import HonourStatus
from awards.rows.models import RecipientColumns
from clusters.models import Membership, Organisation
from clusters.organisations.models.lineage import with_units_beneath
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.period import Period
from emulation.core.words import choices

TRIGRAM = 3
REACH = Reach(organisations=("organisation_id",))
SUBJECTS = {"honour": Q(status=HonourStatus.IN_FORCE), "honour_out_of_force": ~Q(status=HonourStatus.IN_FORCE)}


class HonourQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Everybody with a mandate reads honours in force; an office also sees its own that no longer are."""
        return self.filter(REACH.seen_by(actor, SUBJECTS))

    def in_force_visible_to(self, actor: Actor) -> Self:
        """The same lines as `visible_to(actor).in_force()`. What an office sees beyond those is not asked: though
        it changes no answer, it makes the planner read an index of names where lines in a row would do."""
        return self.filter(REACH.seen_by(actor, {"honour": SUBJECTS["honour"]}))

    def personal_to(self, actor: Actor):
        """Those of which the person may read the birth and the identity number."""
        return self.filter(REACH.seen_by(actor, {"honour_personal": Q()}))

    def in_force(self) -> Self:
        return self.filter(status=HonourStatus.IN_FORCE)

    def decided_during(self, period: Period) -> Self:
        rows = self
        if period.start is not None:
            rows = rows.filter(decision_date__gte=period.start)
        if period.end is not None:
            rows = rows.filter(decision_date__lt=period.end)
        return rows

    def of_organisations(self, ids: Collection[int]) -> Self:
        return self.filter(organisation_id__in=ids)

    def decided_by_members_of(self, cluster_id: int) -> Self:
        """Honours whose organisation sat in the cluster on the day of the decision. Asks for the memberships first: a
        join on ranges is guessed at three rows, and then walked for every honour."""
        sat = Membership.objects.filter(cluster_id=cluster_id).values_list("organisation", "during")
        days = Q(pk__in=[])
        for organisation, during in sat:
            member = Q(organisation=organisation)
            if during.start is not None:
                member &= Q(decision_date__gte=during.start)
            if during.end is not None:
                member &= Q(decision_date__lt=during.end)
            days |= member
        return self.filter(days)

    def matching(self, asked: RegisterFilter) -> Self:
        if asked.name_key == BORNE_BY_NOBODY:
            return self.none()
        rows = self.decided_during(asked.period).named_like(asked.name_key).decided_as(asked.decision_key)
        if asked.cluster is not None:
            rows = rows.decided_by_members_of(asked.cluster)
        awards = Award.objects.asked_for(asked)
        if awards is not None:
            rows = rows.filter(award_id__in=awards)
        if asked.organisation and asked.with_units:
            rows = rows.of_organisations(with_units_beneath(asked.organisation))
        wanted = {
            "organisation_id": None if asked.with_units else asked.organisation,
            "subject_kind": asked.subject_kind,
            "way": asked.way,
            "target_group": asked.target_group,
        }
        return rows.filter(**{column: value for column, value in wanted.items() if value})

    def decided_as(self, key: str) -> Self:
        """`key` is a decision key: how the decision's number begins."""
        return (
            self.alias(decision_key=DecisionKey("decision_number")).filter(decision_key__startswith=key)
            if key
            else self
        )

    def counted_by_subject(self) -> dict[str, int]:
        """{subject kind: honours}, kinds that do not occur left out."""
        return dict(self.order_by().values_list("subject_kind").annotate(Count("pk")))

    def named_like(self, key: str) -> Self:
        """`key` is a search key: every word of it stands somewhere in the name. A word too short for trigrams is kept
        from their index, which would hand back the whole register, and leaves the plan to the order."""
        rows = self
        for word in key.split():
            if len(word) < TRIGRAM:
                rows = rows.filter(GreaterThan(StrIndex("name_key", Value(word)), 0))
            else:
                rows = rows.filter(name_key__contains=word)
        return rows


class Honour(RecipientColumns):
    """One award given to one recipient by one decision: a line of the register. Never deleted, only revoked."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="honours", verbose_name=_("organisation")
    )
    batch = models.ForeignKey(
        "awards.HonourBatch",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="honours",
        verbose_name=_("batch"),
    )
    batch_row = models.PositiveIntegerField(_("row in the list"), null=True, blank=True)
    batch_sheet = models.CharField(_("sheet in the list"), max_length=120, blank=True, default="", db_default="")
    batch_nth = models.PositiveSmallIntegerField(_("honour of the row"), default=0, db_default=0)
    from_dossier = models.BooleanField(_("entered by the decision on a dossier"), default=False, db_default=False)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=choices(HONOUR_STATUSES),
        default=HonourStatus.IN_FORCE,
        db_default=HonourStatus.IN_FORCE,
    )
    version = models.PositiveIntegerField(_("version"), default=1, db_default=1)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    revocation_basis = models.CharField(_("basis of the revocation"), max_length=300, blank=True, db_default="")
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="honours", verbose_name=_("award"))

    objects = HonourQuerySet.as_manager()

    @property
    def place_in_list(self) -> str:
        """The row of its list, with the sheet where the list has several."""
        return f"{self.batch_sheet}: {self.batch_row}" if self.batch_sheet else str(self.batch_row or "")

    class Meta:
        verbose_name = _("honour")
        verbose_name_plural = _("honours")
        ordering = ["-decision_date", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(subject_kind__in=list(SubjectKind)), name="honour_subject_known"),
            models.CheckConstraint(condition=Q(way__in=list(Way)), name="honour_way_known"),
            models.CheckConstraint(condition=Q(status__in=list(HonourStatus)), name="honour_status_known"),
            models.CheckConstraint(
                condition=Q(target_group="")
                | (Q(target_group__in=list(TargetGroup)) & Q(subject_kind=SubjectKind.INDIVIDUAL)),
                name="honour_target_group_of_people",
                violation_error_message=_("Only individuals have a target group."),
            ),
            models.CheckConstraint(condition=~Q(name=""), name="honour_has_name"),
            models.CheckConstraint(
                condition=Q(achievement_year__isnull=True) | Q(achievement_year__lte=F("decision_date__year")),
                name="honour_year_not_after_decision",
                violation_error_message=_("The year of the achievement lies after the decision."),
            ),
            models.UniqueConstraint(
                fields=["batch", "batch_sheet", "batch_row", "batch_nth"], name="honour_row_taken_once"
            ),
        ]
        indexes = [
            models.Index(fields=["-decision_date", "-id"], name="honour_by_date"),
            models.Index(fields=["organisation", "-decision_date", "-id"], name="honour_by_organisation"),
            models.Index(fields=["award", "-decision_date", "-id"], name="honour_by_award"),
            models.Index(fields=["sort_key", "id"], name="honour_by_sort_key"),
            GinIndex(OpClass("name_key", name="gin_trgm_ops"), name="honour_by_name"),
            models.Index(OpClass(DecisionKey("decision_number"), name="text_pattern_ops"), name="honour_by_decision"),
            models.Index(fields=["recipient_key"], name="honour_by_person", condition=~Q(recipient_key="")),
            models.Index(
                fields=["organisation", "decision_date"], name="honour_from_dossier", condition=Q(from_dossier=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("awards:honour", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return "honour" if self.status == HonourStatus.IN_FORCE else "honour_out_of_force"

    @property
    def state(self) -> str:
        """The status, as its flow calls it."""
        return self.status

    @state.setter
    def state(self, state: str) -> None:
        self.status = state
