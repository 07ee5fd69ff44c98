from datetime import date
from decimal import Decimal
from typing import Self

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.councils.models import wording
from awards.councils.rules.terms import RANK, CouncilOffice
from clusters.models import Mandate, Organisation, OrganisationKind
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.fields import PeriodField, PeriodQuerySet, never_overlapping
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.text import person_sort_key
from emulation.core.words import choices

ROW = "council"
REACH = Reach(holders=("body_id",))
KINDS = (
    OrganisationKind.CENTRAL_BOARD,
    OrganisationKind.PROVINCE,
    OrganisationKind.CITY,
    OrganisationKind.UNIT,
)
WHOLE = Decimal(100)
SITS_ALREADY = _("This person sits in the Council in that time already.")


class CouncilQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(REACH.seen_by(actor, {ROW: EVERY_RECORD}))

    def kept_by(self, actor: Actor) -> Self:
        """Of which the person keeps the members and the papers."""
        return self.filter(REACH.seen_by(actor, {ROW: EVERY_RECORD}, deed="write"))


class Council(models.Model):
    """The Council for Emulation and Commendation beside a body: that of the central board is the Central Council.

    `quorum_share`: per cent of the members that must be there for a sitting, as its regulation of work, `basis`, says.
    """

    body = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="council", verbose_name=_("body of the Council")
    )
    quorum_share = models.DecimalField(
        _("per cent of the members that a sitting needs"), max_digits=5, decimal_places=2
    )
    basis = models.CharField(_("decision that established it, regulation of work"), max_length=300)

    objects = CouncilQuerySet.as_manager()

    class Meta:
        verbose_name = _("Council")
        verbose_name_plural = _("Councils")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quorum_share__gt=0, quorum_share__lte=WHOLE),
                name="council_quorum_is_a_share",
                violation_error_message=_("The share of members that a sitting needs lies above 0 and up to 100."),
            ),
            models.CheckConstraint(condition=~Q(basis=""), name="council_has_basis"),
        ]

    def __str__(self) -> str:
        if self.is_central:
            return gettext("Central Council for Emulation and Commendation")
        return gettext("Council for Emulation and Commendation, %(body)s") % {"body": self.body}

    def get_absolute_url(self) -> str:
        return reverse("awards:council", args=[self.pk])

    @property
    def is_central(self) -> bool:
        return self.body.kind == OrganisationKind.CENTRAL_BOARD

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW


class CouncilMemberQuerySet(PeriodQuerySet):
    def in_order(self) -> list["CouncilMember"]:
        """By office, then in the alphabet of persons."""
        return sorted(self, key=lambda one: (RANK[CouncilOffice(one.office)], person_sort_key(one.name), one.pk))


class CouncilMember(models.Model):
    """Who sits in the Council from when to when, in which office. `user`: who votes on a screen of their own; members
    without an account vote in writing. `position`: office and organisation, as papers name them."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="members", verbose_name=_("Council"))
    office = models.CharField(_("office in the Council"), max_length=10, choices=choices(wording.OFFICES))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
    )
    name = models.CharField(_("full name"), max_length=200)
    position = models.CharField(_("office and organisation"), max_length=300, blank=True)
    during = PeriodField(_("sits in it"))
    legal_basis = models.CharField(_("legal basis"), max_length=300)

    objects = CouncilMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of a Council")
        verbose_name_plural = _("members of Councils")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(office__in=list(CouncilOffice)), name="council_member_office_known"),
            models.CheckConstraint(condition=~Q(name=""), name="council_member_has_name"),
            never_overlapping(
                "council_one_chair",
                "council",
                message=_("The Council has a Chair in that time already. End that term first."),
                condition=Q(office=CouncilOffice.CHAIR),
            ),
            never_overlapping(
                "council_member_once",
                "council",
                "user",
                message=SITS_ALREADY,
                condition=Q(user__isnull=False),
            ),
            never_overlapping(
                "council_member_without_account_once",
                "council",
                "name",
                message=SITS_ALREADY,
                condition=Q(user__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def whose(self) -> Whose:
        return self.council.whose

    @property
    def table_row(self) -> str:
        return ROW


def bodies_without_council(actor: Actor, on: date):
    """Where the person is secretary and no Council is recorded yet."""
    return Organisation.objects.on(on).filter(pk__in=actor.secretaried, kind__in=KINDS, council__isnull=True)


def possible_members(council: Council, on: date):
    """Accounts of the body, of its units, and those that were made for members of its Council."""
    near = Q(organisation=council.body_id) | Q(organisation__parent=council.body_id)
    held = Mandate.objects.on(on).filter(near)
    return get_user_model().objects.filter(pk__in=held.values("user"), is_active=True)
