from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording as catalogue
from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import SubjectKind, TargetGroup
from awards.conflicts.models.conflict import KeptByConflict
from awards.nominations.models import wording
from awards.nominations.rules.terms import LONGEST_SUMMARY, ON_ITS_WAY, NominationState
from awards.register.models.honour import Honour
from awards.rows.rules.reading import LONGEST
from clusters.models import Campaign, Organisation, YearPlace
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach, by_state
from emulation.core.models.steps import LONGEST_WHY, StepTaken
from emulation.core.words import choices

KEEPING = KeptByConflict()
REACH = Reach(
    organisations=("organisation_id",),
    receivers=("province_id", "board_id"),
    holders=("holder_id",),
    senders=("province_id",),
    keeping=KEEPING,
)
DRAFT, REVIEW, SENT = "nomination_draft", "nomination_review", "nomination"
SUBJECTS = dict.fromkeys(NominationState, SENT) | {
    NominationState.DRAFT: DRAFT,
    NominationState.REVIEW: REVIEW,
}


class NominationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The nominator's people always; a province and the central board from the day it was sent to them, but for
        those of their people who have a conflict of interest."""
        return self.filter(REACH.seen_by(actor, by_state(SUBJECTS)))

    def not_kept_from(self, actor: Actor) -> Self:
        """Also of those that the person does not see by right: what is said of others must not tell of these."""
        return self.exclude(REACH.kept_from(actor))

    def on_their_way(self) -> Self:
        return self.filter(state__in=ON_ITS_WAY)

    def with_names(self) -> Self:
        return self.select_related("organisation__parent", "holder", "award")


class Nomination(models.Model):
    """One subject nominated for one award by a unit or a province.

    `holder`: whose turn it is, the nominator's own while it is drafted; `held_since`: from when on. `province` and
    `board`: the bodies it was sent to, empty until then. A collective of the house is `subject`; `name` is how the
    decision is to print it. `recipient_key` as in the register, empty where nobody can tell. `achieved`: the time the
    achievement was made in. `place`: the place in a frozen result of a cluster's year that it was begun from.
    `campaign`: in which it was achieved, none of regular work.
    `minutes`: whether the Council's minutes name the cluster that `place` is in, "" while nobody said.
    `received_on`: the first day on which the first desk took it up. `honour`: the line of the register that its
    decision brought there, or found there.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="nominations", verbose_name=_("nominated by")
    )
    holder = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("held by"))
    held_since = models.DateTimeField(_("held since"))
    province = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("sent to the province"),
    )
    board = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("sent to the central board"),
    )
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="nominations", verbose_name=_("award"))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.NOMINATION_STATES),
        default=NominationState.DRAFT,
        db_default=NominationState.DRAFT,
    )
    subject_kind = models.CharField(_("subject"), max_length=12, choices=choices(catalogue.SUBJECT_KINDS))
    subject = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("nominated collective"),
    )
    name = models.CharField(_("name"), max_length=LONGEST["name"], blank=True)
    name_key = models.CharField(_("search key"), max_length=300, db_collation="C", blank=True)
    sort_key = models.CharField(_("sort key"), max_length=700, db_collation="C", blank=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    position = models.CharField(_("position"), max_length=LONGEST["position"], blank=True)
    unit = models.CharField(_("unit"), max_length=LONGEST["unit"], blank=True)
    unit_key = models.CharField(_("search key of the unit"), max_length=300, blank=True, db_collation="C")
    target_group = models.CharField(
        _("target group"), max_length=25, blank=True, choices=choices(catalogue.TARGET_GROUPS)
    )
    recipient_key = models.CharField(_("key of the person"), max_length=400, blank=True, db_collation="C")
    achieved_from = models.DateField(_("achievement from the day"), null=True, blank=True)
    achieved_to = models.DateField(_("to the end of the day"), null=True, blank=True)
    summary = models.TextField(_("summary of the achievements"), blank=True, max_length=LONGEST_SUMMARY)
    place = models.ForeignKey(
        YearPlace,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place in the result of the year"),
    )
    campaign = models.ForeignKey(
        Campaign,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="dossiers",
        verbose_name=_("campaign"),
    )
    minutes = models.CharField(
        _("cluster named in the minutes"),
        max_length=10,
        blank=True,
        db_default="",
        choices=choices(wording.NAMED_IN_MINUTES),
    )
    received_on = models.DateField(_("first taken up on"), null=True, blank=True)
    decision_number = models.CharField(_("decision number"), max_length=LONGEST["decision_number"], blank=True)
    decision_date = models.DateField(_("decision date"), null=True, blank=True)
    honour = models.ForeignKey(
        Honour,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="dossiers",
        verbose_name=_("line of the register"),
    )
    halted_why = models.CharField(_("complaint that halts it"), max_length=LONGEST_WHY, blank=True, db_default="")
    halted_at = models.DateTimeField(_("halted at"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("begun by")
    )
    created_at = models.DateTimeField(_("begun at"))

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("dossier of commendation")
        verbose_name_plural = _("dossiers of commendation")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(NominationState)), name="nomination_state_known"),
            models.CheckConstraint(condition=Q(subject_kind__in=list(SubjectKind)), name="nomination_subject_known"),
            models.CheckConstraint(
                condition=Q(target_group="")
                | Q(target_group__in=list(TargetGroup), subject_kind=SubjectKind.INDIVIDUAL),
                name="nomination_target_group_of_people",
                violation_error_message=_("Only individuals have a target group."),
            ),
            models.CheckConstraint(
                condition=Q(subject__isnull=True) | Q(subject_kind=SubjectKind.COLLECTIVE),
                name="nomination_body_is_collective",
                violation_error_message=_("An organisation is nominated as a collective."),
            ),
            models.CheckConstraint(
                condition=Q(achieved_from__isnull=True)
                | Q(achieved_to__isnull=True)
                | Q(achieved_from__lte=models.F("achieved_to")),
                name="nomination_period_runs_forward",
                violation_error_message=_("The last day of the achievement comes before its first."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=[NominationState.DRAFT, NominationState.WITHDRAWN]) | ~Q(name=""),
                name="nomination_sent_has_subject",
                violation_error_message=_("A dossier that is sent names who is nominated."),
            ),
            models.CheckConstraint(
                condition=~Q(state=NominationState.AWARDED) | (~Q(decision_number="") & Q(decision_date__isnull=False)),
                name="nomination_awarded_by_decision",
                violation_error_message=_("An award names its decision: number and day."),
            ),
            models.UniqueConstraint(
                fields=["honour"],
                condition=Q(honour__isnull=False),
                name="nomination_honour_once",
                violation_error_message=_("Another dossier brought this line into the register."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "award", "place"],
                condition=Q(place__isnull=False) & ~Q(state=NominationState.WITHDRAWN),
                name="nomination_once_from_a_place",
                violation_error_message=_(
                    "A dossier for this award was begun from this result already. Open that one."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "-id"], name="nomination_by_nominator"),
            models.Index(fields=["province", "-id"], name="nomination_by_province"),
            models.Index(fields=["board", "-id"], name="nomination_by_board"),
            models.Index(fields=["holder", "state"], name="nomination_by_holder"),
            models.Index(fields=["name_key"], name="nomination_by_name"),
            models.Index(fields=["recipient_key"], name="nomination_by_person", condition=~Q(recipient_key="")),
        ]

    def __str__(self) -> str:
        return self.name or str(_("Dossier without a name yet"))

    def get_absolute_url(self) -> str:
        return reverse("awards:nomination", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return SUBJECTS[NominationState(self.state)]

    @property
    def is_draft(self) -> bool:
        return self.state == NominationState.DRAFT

    @property
    def is_of_a_person(self) -> bool:
        return self.subject_kind == SubjectKind.INDIVIDUAL

    @property
    def is_told_apart(self) -> bool:
        """False of a person without birth or unit: others of the name cannot be told from this one."""
        return bool(self.recipient_key) or not self.is_of_a_person


class NominationStep(StepTaken):
    """A step a dossier took: who, when, why; `holder_name`: who holds it since. `desk`: the body whose desk took it,
    empty where the nominator did: at that desk the database lets nobody take it who has a conflict of interest.
    `sent_for`: digest of who was nominated when it was sent; "" of other steps, and from before this was kept.
    Append-only by trigger."""

    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="steps", verbose_name=_("dossier of commendation")
    )
    holder_name = models.CharField(_("held by"), max_length=200, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
    )
    desk = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("desk")
    )
    sent_for = models.CharField(_("sent for"), max_length=64, blank=True, db_default="", editable=False)

    words = wording.STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a dossier")
        verbose_name_plural = _("steps of dossiers")
        indexes = [models.Index(fields=["holder_name", "target", "-id"], name="nomination_step_by_holder")]

    def __str__(self) -> str:
        return f"{self.nomination}: {self.name}"
