"""The agenda of a sitting, its ballots, and from whom a dossier of it is kept."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Self

from django.db import models
from django.db.models import Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awards.catalogue.rules.terms import SubjectKind
from awards.conflicts.models.conflict import LONGEST_KEY, Conflict
from awards.conflicts.models.lines import LinesOfDossiers
from awards.conflicts.rules.terms import DECIDED
from awards.councils.rules.names import key_of_member
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.terms import NominationState
from awards.procedures.models import wording as procedures
from awards.procedures.rules.terms import Base
from awards.sittings.models import wording
from awards.sittings.models.sitting import Sitting, SittingSeat
from awards.sittings.rules.terms import ItemOutcome
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState
from emulation.core.models import BallotStep, SealedBallot
from emulation.core.words import choices

IN_MOTION = (BallotState.PREPARED, BallotState.OPEN)
ROW = "sitting_ballot"


class SittingBallot(models.Model):
    """A secret vote of a sitting on some of its dossiers, on the floor's sealed ballot. Each dossier has two options,
    for and against; a vote ticks one of the two for each, so that one that agrees to nothing is as valid as any. A
    dossier that some may not judge has a ballot of its own, so that a missing tick names nobody. Voters' keys are
    numbers of seats."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="ballots", verbose_name=_("sitting"))
    ballot = models.OneToOneField(
        SealedBallot, on_delete=models.PROTECT, related_name="sitting_ballot", verbose_name=_("ballot")
    )
    kept_out = models.PositiveSmallIntegerField(_("members who may not judge its dossier"), default=0)

    class Meta:
        verbose_name = _("ballot of a sitting")
        verbose_name_plural = _("ballots of sittings")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.ballot)

    def get_absolute_url(self) -> str:
        return f"{self.sitting.get_absolute_url()}#ballots"

    @property
    def whose(self) -> Whose:
        """Of the Council's secretary; its tellers are named in it."""
        tellers = frozenset(one.user_id for one in self.ballot.tellers.all() if one.user_id is not None)
        return replace(self.sitting.whose, people=tellers)

    @property
    def table_row(self) -> str:
        return ROW


class SittingItemQuerySet(LinesOfDossiers):
    desk = "sitting__council__body"

    def pending(self) -> Self:
        return self.filter(outcome=ItemOutcome.PENDING)

    def agreed(self) -> Self:
        return self.filter(outcome=ItemOutcome.AGREED)

    def with_names(self) -> Self:
        return self.select_related("nomination__organisation__parent", "nomination__award", "ballot__ballot")


class SittingItem(models.Model):
    """A dossier on the agenda. What the votes came to is kept with it when the sitting concludes: `agreed` and
    `against` votes, `needed` out of `of`, by the share and base of that day. `in_writing_by`: the provision that
    let the Council be asked without a meeting, where it is."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="items", verbose_name=_("sitting"))
    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="sitting_items", verbose_name=_("dossier of commendation")
    )
    position = models.PositiveSmallIntegerField(_("place on the agenda"))
    ballot = models.ForeignKey(
        SittingBallot,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="items",
        verbose_name=_("ballot of the sitting"),
    )
    in_writing_by = models.CharField(_("asked in writing by"), max_length=300, blank=True)
    outcome = models.CharField(
        _("outcome"), max_length=10, blank=True, choices=choices(wording.OUTCOMES), default=ItemOutcome.PENDING
    )
    agreed_votes = models.PositiveSmallIntegerField(_("votes for"), null=True, blank=True)
    against_votes = models.PositiveSmallIntegerField(_("votes against"), null=True, blank=True)
    needed = models.PositiveSmallIntegerField(_("votes needed"), null=True, blank=True)
    of = models.PositiveSmallIntegerField(_("out of"), null=True, blank=True)
    share = models.DecimalField(_("per cent wanted"), max_digits=6, decimal_places=2, null=True, blank=True)
    base = models.CharField(_("share of"), max_length=20, blank=True, choices=choices(procedures.BASES))

    objects = SittingItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("dossier on an agenda")
        verbose_name_plural = _("dossiers on agendas")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=list(ItemOutcome)), name="sitting_item_outcome_known"),
            models.CheckConstraint(condition=Q(base="") | Q(base__in=list(Base)), name="sitting_item_base_known"),
            models.UniqueConstraint(
                fields=["nomination"],
                condition=Q(outcome=ItemOutcome.PENDING),
                name="sitting_item_on_one_agenda",
                violation_error_message=_("The dossier stands on the agenda of another sitting already."),
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=[ItemOutcome.AGREED, ItemOutcome.NOT_AGREED])
                | Q(agreed_votes__isnull=False, against_votes__isnull=False, needed__isnull=False, of__isnull=False),
                name="sitting_item_concluded_by_votes",
            ),
        ]

    def __str__(self) -> str:
        return str(self.nomination)

    def get_absolute_url(self) -> str:
        return reverse("awards:sitting-dossier", args=[self.sitting_id, self.pk])


def for_key(item: SittingItem) -> int:
    """The key of the option “agrees” of the dossier."""
    return 2 * item.pk + 1


def against_key(item: SittingItem) -> int:
    return 2 * item.pk


def kept_from_seats(
    items: Iterable[SittingItem], seats: Sequence[SittingSeat], body: int
) -> Mapping[int, frozenset[int]]:
    """{dossier on the agenda: seats of members who may not judge it}, as conflicts of interest are at this moment. Of a
    member without account the name alone tells."""
    of_user = {one.user_id: one.pk for one in seats if one.user_id is not None}
    of_nomination = {one.nomination_id: one.pk for one in items}
    rows = Conflict.objects.filter(user__in=of_user, matter__in=of_nomination, desk=body).order_by()
    found: dict[int, set[int]] = defaultdict(set)
    for matter, user in rows.values_list("matter", "user").distinct():
        found[of_nomination[matter]].add(of_user[user])
    by_name = defaultdict(set)
    for one in seats:
        if one.user_id is None:
            by_name[key_of_member(one.name)[:LONGEST_KEY]].add(one.pk)
    for matter, name in _of_persons(of_nomination, by_name):
        found[of_nomination[matter]] |= by_name[name]
    return {item: frozenset(kept) for item, kept in found.items()}


def _of_persons(matters: Collection[int], names: Collection[str]) -> Iterable[tuple[int, str]]:
    """(dossier, name) of those that nominate somebody of such a name and are not decided."""
    if not names:
        return ()
    rows = Nomination.objects.filter(pk__in=matters, name_key__in=names).exclude(state__in=DECIDED).order_by()
    return rows.exclude(subject_kind=SubjectKind.COLLECTIVE).values_list("pk", "name_key")


def agreed_on(item: str = "") -> Coalesce:
    """The day from which the Council's vote can be relied on; `item`: the way to the dossier on the agenda, "item__" of
    a line of a decision. Never before the day on which that vote was opened on screen."""
    opened = BallotStep.objects.filter(ballot=OuterRef(f"{item}ballot__ballot"), name="open").order_by()
    voted = Subquery(opened.values("ballot").annotate(on=Max(TruncDate("taken_at"))).values("on"))
    return Coalesce(f"{item}sitting__votes_until", Greatest(f"{item}sitting__held_on", voted))


def agreed_items() -> SittingItemQuerySet:
    """What sittings agreed to since the dossier was last put to the Council: appraised again, it is agreed to anew."""
    since = {"sitting__steps__name": "conclude", "sitting__steps__taken_at__gte": models.F("nomination__held_since")}
    return SittingItem.objects.agreed().filter(**since)


def can_be_put_on(sitting: Sitting, actor: Actor) -> models.QuerySet:
    """Dossiers before the Council, halted by no complaint, on no agenda, and not agreed to before; those the person may
    judge."""
    waiting = Nomination.objects.visible_to(actor).filter(
        holder=sitting.council.body_id, state=NominationState.COUNCIL, halted_at=None
    )
    kept = Conflict.objects.filter(user=actor.user_id, desk=sitting.council.body_id, matter=models.OuterRef("pk"))
    return (
        waiting.exclude(pk__in=SittingItem.objects.pending().order_by().values("nomination"))
        .exclude(pk__in=agreed_items().order_by().values("nomination"))
        .exclude(models.Exists(kept))
        .with_names()
    )
