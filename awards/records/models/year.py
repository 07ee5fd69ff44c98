from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from awards.records.models.subject import Subject
from awards.records.models.wording import DISCIPLINES, RATINGS, SCOPES
from awards.records.rules.terms import Discipline, InitiativeScope, Rating
from clusters.models import Paper
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.reach import Reach
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",))
ROW = "year_record"
FIRST_YEAR = 1975


class YearRecordQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """The own office's and the central board's only: ratings and discipline are of people."""
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))


class YearRecord(models.Model):
    """What one year was like for a subject, with its `proof`. Of a collective besides: how many people it has, how many
    of them completed their tasks, hold LĐTT, hold CSTĐCS. Empty is not recorded, never none. `initiative`: its title;
    `recognised_by`: number and date of its recognition. `organisation` repeats the subject's."""

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="years", verbose_name=_("subject"))
    organisation = models.ForeignKey(
        "clusters.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    rating = models.CharField(_("rating of the year"), max_length=15, blank=True, choices=choices(RATINGS))
    initiative = models.CharField(_("initiative or topic"), max_length=300, blank=True)
    initiative_scope = models.CharField(_("scope of influence"), max_length=12, blank=True, choices=choices(SCOPES))
    recognised_by = models.CharField(_("recognised by"), max_length=200, blank=True)
    headcount = models.PositiveIntegerField(_("headcount"), null=True, blank=True)
    completed = models.PositiveIntegerField(_("completed their tasks"), null=True, blank=True)
    advanced = models.PositiveIntegerField(_("hold the title Advanced Worker"), null=True, blank=True)
    fighters = models.PositiveIntegerField(_("hold the title Grassroots Fighter"), null=True, blank=True)
    discipline = models.CharField(_("gravest discipline"), max_length=10, blank=True, choices=choices(DISCIPLINES))
    proof = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("proof")
    )
    version = models.PositiveIntegerField(_("version"), default=1, db_default=1)
    entered_by_name = models.CharField(_("entered by"), max_length=200)
    entered_at = models.DateTimeField(_("entered at"))

    objects = YearRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("record of a year")
        verbose_name_plural = _("records of years")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "year"],
                name="year_record_once",
                violation_error_message=_("This year is recorded already. Open it and change it there."),
            ),
            models.CheckConstraint(condition=Q(year__range=(FIRST_YEAR, 2200)), name="year_record_in_range"),
            models.CheckConstraint(condition=Q(rating="") | Q(rating__in=list(Rating)), name="year_record_rating"),
            models.CheckConstraint(
                condition=Q(discipline="") | Q(discipline__in=list(Discipline)), name="year_record_discipline"
            ),
            models.CheckConstraint(
                condition=Q(initiative="", initiative_scope="")
                | (~Q(initiative="") & Q(initiative_scope__in=list(InitiativeScope))),
                name="year_record_initiative_with_scope",
                violation_error_message=_("An initiative is recorded with its title and its scope of influence."),
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{part}__isnull": True})
                    | Q(headcount__isnull=True)
                    | Q(**{f"{part}__lte": F("headcount")}),
                    name=f"year_record_{part}_within",
                    violation_error_message=_("No part of the collective is larger than its headcount."),
                )
                for part in ("completed", "advanced", "fighters")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, {self.year}"

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW
