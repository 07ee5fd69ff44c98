from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clusters.organisations.rules.on_paper import Body, Entered, body_on_paper
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.models.fields import PeriodField, PeriodQuerySet, never_overlapping
from emulation.core.models.reach import Reach
from emulation.core.text import search_key

REACH = Reach(organisations=("id",))
ROW = "organisation"


class OrganisationKind(models.TextChoices):
    CENTRAL_COUNCIL = "central_council", _("Central Emulation and Commendation Council")
    CENTRAL_BOARD = "central_board", _("Central Emulation and Commendation Board")
    PROVINCE = "province", _("Province")
    CITY = "city", _("Centrally run city")
    UNIT = "unit", _("Unit of a province")


PROVINCIAL_KINDS = (OrganisationKind.PROVINCE, OrganisationKind.CITY)


class OrganisationQuerySet(PeriodQuerySet):
    def visible_to(self, actor: Actor):
        return self.filter(REACH.seen_by(actor, {ROW: Q()}))

    def provinces(self):
        return self.filter(kind__in=PROVINCIAL_KINDS)

    def coded(self, code, day):
        """Codes are reused after mergers, so a code is asked for on a day."""
        return self.on(day).filter(code=code)

    def sorted(self):
        return self.order_by("sort_key", "id")

    def named_like(self, text: str):
        """By a piece of the name, blind to accents and case, or by the whole code. Folds names in memory: meant for
        the hundreds of bodies a list of provinces holds, not for the units beneath them."""
        wanted = search_key(text)
        if not wanted:
            return self
        found = [
            pk
            for pk, code, name in self.values_list("pk", "code", "name")
            if wanted in search_key(name) or wanted == search_key(code)
        ]
        return self.filter(pk__in=found)


class Organisation(models.Model):
    """A body that exists for a period: a merger ends the old ones and starts a new one on the same day."""

    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    during = PeriodField(_("exists"))
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="units",
        verbose_name=_("belongs to"),
    )
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    sort_key = models.CharField(_("sort key"), max_length=400, db_collation="C")
    verified = models.BooleanField(_("verified"), default=True)
    paper_place = models.CharField(
        _("place that dates its papers"), max_length=100, blank=True, default="", db_default=""
    )
    paper_symbol = models.CharField(
        _("abbreviation in its symbols"), max_length=20, blank=True, default="", db_default=""
    )
    chief_title = models.CharField(_("title of its chief"), max_length=100, blank=True, default="", db_default="")
    superior_line = models.CharField(
        _("line of its superior on papers"), max_length=200, blank=True, default="", db_default=""
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_key", "id"]
        constraints = [
            never_overlapping(
                "organisation_code_once_a_day",
                "code",
                message=_("Another organisation bears this code in that time; end that one first."),
            ),
            models.CheckConstraint(condition=Q(kind__in=OrganisationKind.values), name="organisation_kind_known"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("clusters:organisation", args=[self.pk])

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return ROW

    @property
    def official_name(self) -> str:
        """With the kind in front, as documents print it: "thành phố Cần Thơ", "tỉnh Kiên Giang"."""
        front = {OrganisationKind.CITY: "thành phố", OrganisationKind.PROVINCE: "tỉnh"}.get(self.kind)
        if front is None or self.name.casefold().startswith(front):
            return self.name
        return f"{front} {self.name}"

    @property
    def on_paper(self) -> Body:
        """`parent` is asked for along with it, or costs a query."""
        return self._on_paper(Entered(self.paper_place, self.paper_symbol, self.chief_title, self.superior_line))

    @property
    def on_paper_by_name(self) -> Body:
        """Where nothing is entered."""
        return self._on_paper(Entered())

    def _on_paper(self, entered: Entered) -> Body:
        return body_on_paper(
            self.official_name,
            is_provincial=self.kind in PROVINCIAL_KINDS,
            parent=self.parent.on_paper if self.parent else None,
            entered=entered,
        )


class SuccessionKind(models.TextChoices):
    MERGE = "merge", _("Merged")
    RENAME = "rename", _("Renamed or raised in rank")
    SPLIT = "split", _("Split")


class Succession(models.Model):
    """What became of a body. Lineage is walked through these rows; history itself is never rewritten."""

    predecessor = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="succeeded_by", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="succeeded_from", verbose_name=_("successor")
    )
    day = models.DateField(_("day"))
    kind = models.CharField(_("how"), max_length=10, choices=SuccessionKind.choices)
    legal_basis = models.CharField(_("legal basis"), max_length=300)

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="succession_between_two",
                violation_error_message=_("An organisation cannot succeed itself."),
            ),
            models.CheckConstraint(condition=Q(kind__in=SuccessionKind.values), name="succession_kind_known"),
        ]

    def __str__(self):
        return f"{self.predecessor_id} → {self.successor_id}"
