"""A sitting of a Council and those who are called to it."""

from dataclasses import replace
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.councils.models.council import Council, CouncilMember
from awards.councils.models.wording import OFFICES
from awards.councils.rules.terms import RANK, CouncilOffice
from awards.sittings.models import wording
from awards.sittings.rules.terms import VOTING, Attendance, SittingState
from emulation.core.access import TABLE, Relation, Whose
from emulation.core.actor import Actor
from emulation.core.badges import Badge
from emulation.core.ballot_flow import BallotState
from emulation.core.dates import format_date
from emulation.core.models import BallotVoter
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.models.steps import StepTaken
from emulation.core.text import person_sort_key
from emulation.core.words import choices

REACH = Reach(holders=("council__body_id",))
ROW, VOTE_ROW = "sitting", "sitting_vote"


class SittingQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The body's people and its Council's secretary; who is called to it."""
        seen = REACH.seen_by(actor, {ROW: EVERY_RECORD})
        if actor.has_scope and "read" in TABLE[ROW].get(Relation.NAMED, ()):
            named = SittingSeat.objects.filter(user=actor.user_id).order_by()
            tellers = models.Q(ballots__ballot__tellers__user=actor.user_id)
            seen |= Q(pk__in=named.values("sitting")) | Q(pk__in=Sitting.objects.filter(tellers).values("pk"))
        return self.filter(seen)

    def in_motion(self) -> Self:
        return self.filter(state__in=[SittingState.PREPARED, SittingState.OPEN])


class Sitting(models.Model):
    """`quorum`: members that must be there, by the Council's rules when it was convened. `current`: the dossier of the
    moment; `version` grows with everything that a member's screen shows, so that a screen asks for nothing it has.
    `votes_until`: the last day of votes where the Council is asked in writing, from `held_on` on, instead of meeting; a
    place, attendance and a dossier of the moment are a meeting's alone."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="sittings", verbose_name=_("Council"))
    held_on = models.DateField(_("day"))
    votes_until = models.DateField(_("last day of votes in writing"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(wording.SITTING_STATES),
        default=SittingState.PREPARED,
        db_default=SittingState.PREPARED,
    )
    quorum = models.PositiveSmallIntegerField(_("members that must be there"))
    conclusion = models.TextField(_("conclusion"), max_length=4000, blank=True)
    presides = models.ForeignKey(
        "awards.SittingSeat",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("presides"),
    )
    secretary = models.ForeignKey(
        "awards.SittingSeat",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("secretary"),
    )
    current = models.ForeignKey(
        "awards.SittingItem",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dossier of the moment"),
    )
    version = models.PositiveIntegerField(_("version"), default=1, db_default=1)

    objects = SittingQuerySet.as_manager()

    class Meta:
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(SittingState)), name="sitting_state_known"),
            models.CheckConstraint(condition=Q(quorum__gte=1), name="sitting_needs_somebody"),
            models.CheckConstraint(
                condition=Q(votes_until__isnull=True)
                | Q(votes_until__gte=models.F("held_on"), place="", current__isnull=True),
                name="sitting_in_writing_has_no_place",
            ),
        ]

    def __str__(self) -> str:
        said = gettext("Opinion in writing of %(day)s") if self.is_in_writing else gettext("Sitting of %(day)s")
        return said % {"day": format_date(self.held_on)}

    def get_absolute_url(self) -> str:
        return reverse("awards:sitting", args=[self.pk])

    def is_whole_for(self, actor: Actor) -> bool:
        """Whether the person may judge every dossier that ever stood on its agenda."""
        return self.items.are_whole_for(actor)

    @property
    def whose(self) -> Whose:
        """Who is called to it, and the tellers of its ballots, are named in it."""
        called = self.seats.filter(user__isnull=False).values_list("user", flat=True)
        tellers = self.ballots.filter(ballot__tellers__user__isnull=False).values_list(
            "ballot__tellers__user", flat=True
        )
        return replace(REACH.whose(self), people=frozenset([*called, *tellers]))

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def badge(self) -> Badge:
        badges = wording.IN_WRITING_BADGES if self.is_in_writing else wording.SITTING_BADGES
        return badges[SittingState(self.state)]

    @property
    def is_in_writing(self) -> bool:
        return self.votes_until is not None

    @property
    def agreed_on(self) -> date:
        """The day from which its conclusion can be relied on."""
        return self.votes_until or self.held_on

    @property
    def is_open(self) -> bool:
        return self.state == SittingState.OPEN

    @property
    def is_over(self) -> bool:
        return self.state in (SittingState.CONCLUDED, SittingState.CANCELLED)


class SittingSeatQuerySet(models.QuerySet):
    def present(self) -> Self:
        return self.filter(attendance=Attendance.PRESENT)

    def voting(self) -> Self:
        return self.filter(attendance__in=VOTING)

    def in_order(self) -> list["SittingSeat"]:
        """By office, then in the alphabet of persons."""
        return sorted(self, key=lambda one: (RANK[CouncilOffice(one.office)], person_sort_key(one.name), one.pk))


class SittingSeat(models.Model):
    """A member of the Council on the day of the sitting, as called to it: office, name, post, account as of then."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="seats", verbose_name=_("sitting"))
    member = models.ForeignKey(CouncilMember, on_delete=models.PROTECT, related_name="+", verbose_name=_("member"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
    )
    office = models.CharField(_("office in the Council"), max_length=10, choices=choices(OFFICES))
    name = models.CharField(_("full name"), max_length=200)
    position = models.CharField(_("office and organisation"), max_length=300, blank=True)
    attendance = models.CharField(
        _("attendance"), max_length=10, blank=True, choices=choices(wording.ATTENDANCES), default=Attendance.UNKNOWN
    )
    why_absent = models.CharField(_("reason of the absence"), max_length=300, blank=True)

    objects = SittingSeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("member called to a sitting")
        verbose_name_plural = _("members called to sittings")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "member"], name="sitting_seat_once"),
            models.CheckConstraint(condition=Q(attendance__in=list(Attendance)), name="sitting_attendance_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def whose(self) -> Whose:
        return Whose(people=frozenset({self.user_id} if self.user_id else ()))

    @property
    def has_votes_to_cast(self) -> bool:
        """Whether the member got a ballot that is open and is not voted in."""
        voters = BallotVoter.objects.filter(key=self.pk, has_voted=False, ballot__state=BallotState.OPEN)
        return voters.filter(ballot__sitting_ballot__sitting=self.sitting_id).exists()

    @property
    def table_row(self) -> str:
        return VOTE_ROW


class SittingStep(StepTaken):
    """A step of a sitting: who, when, why; `until`: where the Council is asked in writing, the last day of votes that
    the step told its members. Append-only by trigger."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="steps", verbose_name=_("sitting"))
    until = models.DateField(_("last day of votes in writing"), null=True, blank=True)

    words = wording.STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of a sitting")
        verbose_name_plural = _("steps of sittings")

    def __str__(self) -> str:
        return f"{self.sitting}: {self.name}"

    @property
    def word(self) -> str:
        return (wording.STEPS_IN_WRITING if self.sitting.is_in_writing else self.words)[self.name]
