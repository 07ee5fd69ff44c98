from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clusters.conferences.models import wording
from clusters.conferences.rules.terms import PROVINCE_KINDS, ConferenceKind
from clusters.organisations.models.organisation import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",))
ROW = "province_conference"


class ProvinceConferenceQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """The province's own people and the central board."""
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))

    def standing(self):
        return self.filter(withdrawn_at__isnull=True)


class ProvinceConference(models.Model):
    """A conference that a province holds by itself, without a cluster: a dated note that its reports print. It closes
    the period of `year` that its kind says, whenever it is held. Struck out, never deleted.

    `people`: how many took part. `chair`: the office, no person is named.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="own_conferences", verbose_name=_("province")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(
        _("kind"), max_length=10, choices=choices({kind: wording.KINDS[kind] for kind in PROVINCE_KINDS})
    )
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    held_on = models.DateField(_("day"))
    place = models.CharField(_("place"), max_length=200)
    people = models.PositiveIntegerField(_("people who took part"), null=True, blank=True)
    chair = models.CharField(_("office in the chair"), max_length=200, blank=True)
    conclusion = models.TextField(_("general conclusion"), blank=True)
    withdrawn_at = models.DateTimeField(_("struck out at"), null=True, blank=True)

    objects = ProvinceConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("conference of the province")
        verbose_name_plural = _("conferences of the province")
        ordering = ["held_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(PROVINCE_KINDS)), name="province_conference_kind_known"),
            models.UniqueConstraint(
                fields=["organisation", "year", "kind", "held_on", "subject"],
                condition=Q(withdrawn_at__isnull=True),
                name="province_conference_once",
                violation_error_message=_("This conference is entered already. Open that one, or choose another day."),
            ),
            models.CheckConstraint(
                condition=~Q(kind=ConferenceKind.THEMATIC) | ~Q(subject=""),
                name="province_conference_thematic_has_subject",
                violation_error_message=_("A thematic conference names its subject."),
            ),
            models.CheckConstraint(condition=~Q(place=""), name="province_conference_says_where"),
            models.CheckConstraint(condition=Q(year__range=(1948, 2200)), name="province_conference_year_in_range"),
        ]

    def __str__(self):
        told = {"kind": wording.KINDS[ConferenceKind(self.kind)], "year": self.year, "subject": self.subject}
        return _("%(kind)s of %(year)s: %(subject)s") % told if self.subject else _("%(kind)s of %(year)s") % told

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW
