"""Exemplars and models of a way to work, recognised by a board, and their use by other units."""

from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.campaigns.models.campaign import Campaign
from clusters.exemplars.rules import ExemplarKind
from clusters.organisations.models.organisation import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.badges import Badge, Tone
from emulation.core.models.reach import Reach
from emulation.core.text import search_key
from emulation.core.words import choices

REACH = Reach(organisations=("organisation_id",), holders=("organisation__parent_id",))
ROW, ROW_CARD, ROW_STRUCK_OUT = "exemplar", "exemplar_card", "exemplar_struck_out"
REACH_OF_ADOPTION = Reach(organisations=("organisation_id",))
ROW_ADOPTION = "adoption"
KINDS = {ExemplarKind.MODEL: _("Model, good way to work"), ExemplarKind.EXEMPLAR: _("Exemplary collective or person")}
RECOGNISED = Badge(_("Recognised"), Tone.GOOD, "check")
NOT_RECOGNISED = Badge(_("Not recognised yet"), Tone.PLAIN, "clock")


class ExemplarQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """Everybody's once recognised; before that its unit's and the boards'; struck out only its unit's."""
        stands = Q(withdrawn_at__isnull=True)
        rows = {
            ROW: stands & Q(recognised_on__isnull=False),
            ROW_CARD: stands & Q(recognised_on__isnull=True),
            ROW_STRUCK_OUT: ~stands,
        }
        return self.filter(REACH.seen_by(actor, rows))

    def standing(self):
        return self.filter(withdrawn_at__isnull=True)

    def recognised(self):
        return self.standing().filter(recognised_on__isnull=False)

    def matching(self, text: str):
        """Each word of it, with or without accents, in whatever the card says."""
        found = self
        for word in search_key(text).split():
            found = found.filter(text_key__contains=word)
        return found

    def with_use(self):
        """`used_by`: units that apply it; `measured_by`: those of them that measured what it brought."""
        return self.annotate(
            used_by=Count("adoptions"), measured_by=Count("adoptions", filter=Q(adoptions__measured_on__isnull=False))
        )


class Exemplar(models.Model):
    """A card: what the problem was, what was done about it, at what cost, with which measured result, and whom to ask.
    `steps`: one a line; `contact`: an office, without a person's name; `recognised_in`: number and day of the board's
    paper; `text_key`: search key of all it says. Struck out, never deleted."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="exemplars", verbose_name=_("unit")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=choices(KINDS))
    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="exemplars", verbose_name=_("campaign")
    )
    title = models.CharField(_("name of the exemplar"), max_length=300)
    sort_key = models.CharField(_("sort key"), max_length=700, db_collation="C")
    text_key = models.TextField(_("search key"))
    problem = models.TextField(_("problem"))
    cost = models.CharField(_("cost"), max_length=300)
    steps = models.TextField(_("steps"))
    result = models.TextField(_("measured result"))
    contact = models.CharField(_("contact"), max_length=300)
    recognised_on = models.DateField(_("recognised on"), null=True, blank=True)
    recognised_by = models.CharField(_("recognised by"), max_length=200, blank=True)
    recognised_in = models.CharField(_("document"), max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(_("struck out at"), null=True, blank=True)

    objects = ExemplarQuerySet.as_manager()

    class Meta:
        verbose_name = _("exemplar")
        verbose_name_plural = _("exemplars")
        ordering = ["sort_key", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(ExemplarKind)), name="exemplar_kind_known"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(problem="") & ~Q(steps="") & ~Q(result="") & ~Q(contact=""),
                name="exemplar_says_what_others_need",
            ),
            models.CheckConstraint(
                condition=Q(recognised_on__isnull=True, recognised_by="", recognised_in="")
                | (Q(recognised_on__isnull=False) & ~Q(recognised_by="") & ~Q(recognised_in="")),
                name="exemplar_recognised_by_a_paper",
            ),
            models.UniqueConstraint(
                fields=["organisation", "sort_key"],
                condition=Q(withdrawn_at__isnull=True),
                name="exemplar_once",
                violation_error_message=_("This unit has a card of this name already. Open that one."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("clusters:exemplar", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        if self.withdrawn_at is not None:
            return ROW_STRUCK_OUT
        return ROW if self.recognised_on else ROW_CARD

    @property
    def badge(self) -> Badge:
        return RECOGNISED if self.recognised_on else NOT_RECOGNISED


class AdoptionQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        return self.filter(REACH_OF_ADOPTION.seen_by(actor, {ROW_ADOPTION: Q()}))


class Adoption(models.Model):
    """Another unit applies it since a day, and later says what that brought."""

    exemplar = models.ForeignKey(
        Exemplar, on_delete=models.PROTECT, related_name="adoptions", verbose_name=_("exemplar")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="adoptions", verbose_name=_("unit")
    )
    applied_on = models.DateField(_("applied since"))
    measured_on = models.DateField(_("measured on"), null=True, blank=True)
    result = models.CharField(_("measured result"), max_length=1000, blank=True)

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of an exemplar")
        verbose_name_plural = _("uses of exemplars")
        ordering = ["organisation__sort_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["exemplar", "organisation"],
                name="adoption_once",
                violation_error_message=_("This unit applies it already. Enter its result there."),
            ),
            models.CheckConstraint(
                condition=Q(measured_on__isnull=True, result="") | (Q(measured_on__gt=F("applied_on")) & ~Q(result="")),
                name="adoption_measured_after_it_began",
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.exemplar}"

    @property
    def whose(self) -> Whose:
        return REACH_OF_ADOPTION.whose(self)

    @property
    def table_row(self) -> str:
        return ROW_ADOPTION
