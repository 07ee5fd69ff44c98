import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from emulation.core.badges import Badge, Tone, words_of
from emulation.core.ballot_box import TellerKey
from emulation.core.ballot_flow import BallotState, BallotWay
from emulation.core.models.steps import StepTaken
from emulation.core.words import choices

BADGES = {
    BallotState.PREPARED: Badge(_("Being prepared"), Tone.GOING, "draft"),
    BallotState.OPEN: Badge(_("Voting"), Tone.GOING, "half"),
    BallotState.COUNTED: Badge(_("Counted"), Tone.GOOD, "check"),
    BallotState.ANNULLED: Badge(_("Annulled"), Tone.PLAIN, "error"),
}
STATES = words_of(BADGES)
WAYS = {
    BallotWay.SEALED: _("Sealed votes on the computer"),
    BallotWay.ON_PAPER: _("Paper votes, entered from their minutes"),
}
OFFERED = {
    "open": _("Open the voting"),
    "count": _("Open and count the votes"),
    "enter_paper": _("Enter the count"),
    "annul": _("Annul the ballot"),
}
STEPS = {
    "prepare": _("Prepared"),
    "open": _("Voting opened"),
    "count": _("Votes counted"),
    "enter_paper": _("Count of the paper votes entered"),
    "annul": _("Annulled"),
}


class SealedBallot(models.Model):
    """A secret vote on named options. Whose it is, and who may do what, says the app that holds it.

    `most_choices`: options that one vote may tick. `quorum`: votes that must be collected. `eligible` and `present`:
    voters; `issued` and `collected`: votes given out and come in; of these `valid` and `invalid`. `marks`: of all votes
    counted, sorted, without what they chose. `public_key`: what votes are sealed to, while it is open. `third_part`:
    the name under which the third part of the key lies outside the database while the ballot is open; none of a ballot
    opened before there were such parts.
    """

    question = models.CharField(_("question"), max_length=300)
    way = models.CharField(_("how the votes are cast"), max_length=10, choices=choices(WAYS))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=choices(STATES),
        default=BallotState.PREPARED,
        db_default=BallotState.PREPARED,
    )
    most_choices = models.PositiveSmallIntegerField(_("choices at most"), default=1)
    own_excluded = models.BooleanField(_("nobody votes for itself"), default=True)
    quorum = models.PositiveSmallIntegerField(_("votes that must be collected"))
    repeats = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="repeated_by", verbose_name=_("repeats")
    )
    eligible = models.PositiveSmallIntegerField(_("entitled to vote"), null=True, blank=True)
    present = models.PositiveSmallIntegerField(_("voters present"), null=True, blank=True)
    issued = models.PositiveSmallIntegerField(_("votes issued"), null=True, blank=True)
    collected = models.PositiveSmallIntegerField(_("votes collected"), null=True, blank=True)
    valid = models.PositiveSmallIntegerField(_("valid votes"), null=True, blank=True)
    invalid = models.PositiveSmallIntegerField(_("invalid votes"), null=True, blank=True)
    public_key = models.BinaryField(_("public key"), null=True, blank=True)
    third_part = models.CharField(
        _("name of the third part of the key"), max_length=32, blank=True, default="", db_default="", editable=False
    )
    marks = models.JSONField(_("marks of the votes counted"), default=list, blank=True)

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(BallotState)), name="ballot_state_known"),
            models.CheckConstraint(condition=Q(way__in=list(BallotWay)), name="ballot_way_known"),
            models.CheckConstraint(condition=Q(quorum__gte=1, most_choices__gte=1), name="ballot_asks_for_votes"),
            models.CheckConstraint(
                condition=(
                    Q(state=BallotState.COUNTED, eligible__isnull=False, present__isnull=False, issued__isnull=False)
                    & Q(collected__isnull=False, valid__isnull=False, invalid__isnull=False)
                    & Q(issued__lte=F("present"), present__lte=F("eligible"), collected__lte=F("issued"))
                    & Q(collected=F("valid") + F("invalid"))
                )
                | (~Q(state=BallotState.COUNTED) & Q(valid__isnull=True, invalid__isnull=True)),
                name="ballot_counts_add_up",
                violation_error_message=_(
                    "Valid and invalid votes are together those collected; no more are collected than issued, "
                    "no more issued than voters present, no more present than entitled."
                ),
            ),
            models.CheckConstraint(
                condition=Q(state=BallotState.OPEN, public_key__isnull=False)
                | (~Q(state=BallotState.OPEN) & Q(public_key__isnull=True)),
                name="ballot_key_while_open",
            ),
            models.CheckConstraint(
                condition=Q(state=BallotState.OPEN) | Q(third_part=""), name="ballot_third_part_while_open"
            ),
        ]

    def __str__(self):
        return self.question


class BallotOption(models.Model):
    """`key`: what the holding app calls it. `votes_for`: once counted."""

    ballot = models.ForeignKey(SealedBallot, on_delete=models.PROTECT, related_name="options", verbose_name=_("ballot"))
    position = models.PositiveSmallIntegerField(_("place on the ballot"))
    key = models.BigIntegerField(_("number"))
    name = models.CharField(_("name"), max_length=200)
    votes_for = models.PositiveSmallIntegerField(_("votes for"), null=True, blank=True)

    class Meta:
        verbose_name = _("option of the ballot")
        verbose_name_plural = _("options of the ballot")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "position"], name="ballot_option_place_once"),
            models.UniqueConstraint(fields=["ballot", "key"], name="ballot_option_once"),
        ]

    def __str__(self):
        return self.name


class BallotVoter(models.Model):
    """Who got a vote, and whether it came in; never which one. `key`: what the holding app calls it."""

    ballot = models.ForeignKey(SealedBallot, on_delete=models.PROTECT, related_name="voters", verbose_name=_("ballot"))
    key = models.BigIntegerField(_("number"))
    name = models.CharField(_("name"), max_length=200)
    has_voted = models.BooleanField(_("has voted"), default=False)

    class Meta:
        verbose_name = _("voter")
        verbose_name_plural = _("voters")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "key"],
                name="ballot_voter_once",
                violation_error_message=_("Each voter has one vote."),
            )
        ]

    def __str__(self):
        return self.name


class BallotTeller(models.Model):
    """One of the two who open the votes. On the computer an account; the key exists from the setting of the
    passphrase to the count, `part` while votes are cast. On paper only the name."""

    ballot = models.ForeignKey(SealedBallot, on_delete=models.PROTECT, related_name="tellers", verbose_name=_("ballot"))
    position = models.PositiveSmallIntegerField(_("first or second"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
    )
    name = models.CharField(_("teller"), max_length=200)
    public_key = models.BinaryField(_("public key"), null=True, blank=True)
    salt = models.BinaryField(_("salt"), null=True, blank=True)
    locked_key = models.BinaryField(_("locked key"), null=True, blank=True)
    part = models.BinaryField(_("part of the ballot's key"), null=True, blank=True)

    class Meta:
        verbose_name = _("teller")
        verbose_name_plural = _("tellers")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "position"], name="ballot_teller_place_once"),
            models.UniqueConstraint(
                fields=["ballot", "user"],
                name="ballot_two_tellers",
                violation_error_message=_("The two tellers are two persons."),
            ),
            models.CheckConstraint(condition=Q(position__in=(1, 2)), name="ballot_teller_first_or_second"),
            models.CheckConstraint(
                condition=Q(public_key__isnull=True, salt__isnull=True, locked_key__isnull=True, part__isnull=True)
                | Q(public_key__isnull=False, salt__isnull=False, locked_key__isnull=False),
                name="ballot_teller_key_whole",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_ready(self) -> bool:
        return self.public_key is not None

    @property
    def key(self) -> TellerKey:
        return TellerKey(
            bytes(self.public_key), bytes(self.salt), bytes(self.locked_key), settings.PASSPHRASE_STRETCHING
        )


class BallotEnvelope(models.Model):
    """A sealed vote, there only while the ballot is open. No time, no number that grows, no voter."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ballot = models.ForeignKey(
        SealedBallot, on_delete=models.PROTECT, related_name="envelopes", verbose_name=_("ballot")
    )
    contents = models.BinaryField(_("sealed vote"))

    class Meta:
        verbose_name = _("sealed vote")
        verbose_name_plural = _("sealed votes")

    def __str__(self):
        return str(self.id)


class BallotStep(StepTaken):
    """A step the ballot took: who, when, why. Append-only by trigger."""

    ballot = models.ForeignKey(SealedBallot, on_delete=models.PROTECT, related_name="steps", verbose_name=_("ballot"))

    words = STEPS

    class Meta(StepTaken.Meta):
        verbose_name = _("step of the ballot")
        verbose_name_plural = _("steps of the ballot")

    def __str__(self):
        return f"{self.ballot}: {self.name}"
