from dataclasses import replace

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.conferences.models import wording
from clusters.conferences.models.conference import Conference
from clusters.conferences.rules.ballot_terms import BallotPurpose
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotState
from emulation.core.models import SealedBallot
from emulation.core.models.reach import Reach
from emulation.core.words import choices

IN_MOTION = (BallotState.PREPARED, BallotState.OPEN)
REACH = Reach(cluster_years=("conference__cluster_year_id",), beside=("conference__signs_year_id",))
ROW = "ballot"


class ConferenceBallotQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """As the conference it is held at."""
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))

    def in_motion(self):
        return self.filter(ballot__state__in=IN_MOTION)

    def open(self):
        return self.filter(ballot__state=BallotState.OPEN)

    def counted(self):
        return self.filter(ballot__state=BallotState.COUNTED)

    def standing(self):
        return self.exclude(ballot__state=BallotState.ANNULLED)


class ConferenceBallot(models.Model):
    """A secret vote held at a conference: its options are members of the cluster, its voters those present. Keys in
    the ballot are ids of organisations. Several for one purpose where a vote had to be held anew: the last counted one
    decides."""

    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, related_name="ballots", verbose_name=_("conference")
    )
    purpose = models.CharField(_("purpose"), max_length=10, choices=choices(wording.PURPOSES))
    ballot = models.OneToOneField(
        SealedBallot, on_delete=models.PROTECT, related_name="conference_ballot", verbose_name=_("ballot")
    )

    objects = ConferenceBallotQuerySet.as_manager()

    class Meta:
        verbose_name = _("ballot of the conference")
        verbose_name_plural = _("ballots of the conference")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(purpose__in=list(BallotPurpose)), name="conference_ballot_purpose_known")
        ]

    def __str__(self):
        return str(self.ballot)

    def get_absolute_url(self):
        return reverse("clusters:ballot", args=[self.conference.cluster_year_id, self.conference_id, self.pk])

    @property
    def whose(self) -> Whose:
        """As the conference; the two tellers of sealed votes are named."""
        tellers = frozenset(one.user_id for one in self.ballot.tellers.all() if one.user_id is not None)
        return replace(self.conference.whose, people=tellers)

    @property
    def table_row(self) -> str:
        return ROW


def can_give_votes(cluster_year) -> list[Conference]:
    """Conferences of the year with a counted ballot and none on its way."""
    held = Conference.objects.filter(cluster_year=cluster_year)
    counted = held.filter(ballots__in=ConferenceBallot.objects.counted()).distinct()
    return list(counted.exclude(ballots__in=ConferenceBallot.objects.in_motion()).select_related("cluster_year"))
