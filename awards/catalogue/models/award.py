from datetime import date
from typing import Protocol, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, F, OuterRef, Prefetch, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from awards.catalogue.models import wording
from awards.catalogue.rules.recognise import alias_key
from awards.catalogue.rules.terms import Authority, Family, ProvinceKind
from emulation.core.actor import Actor
from emulation.core.models.fields import PeriodField, PeriodQuerySet, never_overlapping
from emulation.core.words import choices


class LawVersion(models.Model):
    """A law on emulation and commendation, from the day it came into force to the day it was replaced."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=200)
    number = models.CharField(_("number"), max_length=40)
    during = PeriodField(_("in force"))

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of the law")
        verbose_name_plural = _("versions of the law")
        ordering = ["during"]
        constraints = [
            never_overlapping(
                "law_version_one_at_a_time", message=_("Another version of the law is in force in that time.")
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ReportLine(models.Model):
    """A line under which reports count awards: all orders report as "Huân chương các loại"."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    position = models.PositiveSmallIntegerField(_("place in reports"))
    name = models.CharField(_("printed name"), max_length=200)
    name_city = models.CharField(_("printed name in cities"), max_length=200, blank=True)
    name_province = models.CharField(_("printed name in provinces"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("report line")
        verbose_name_plural = _("report lines")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name

    def name_for(self, province_kind: ProvinceKind) -> str:
        """`ANY` for a mixed cluster."""
        names = {ProvinceKind.CITY: self.name_city, ProvinceKind.PROVINCE: self.name_province}
        return names.get(province_kind) or self.name


class AwardsAsked(Protocol):
    """What a filter may ask of awards; an empty value asks for everything."""

    @property
    def report_line(self) -> int | None: ...

    @property
    def level(self) -> str: ...


class AwardQuerySet(PeriodQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        return self if actor.has_scope else self.none()

    def coded(self, code: str) -> Self:
        return self.filter(code=code)

    def given_to(self, subject_kind: str) -> Self:
        return self.filter(subject_kinds__contains=[subject_kind])

    def asked_for(self, asked: AwardsAsked) -> list[int] | None:
        """Ids of the awards a register's filter leaves, None for all. Read first: a join is guessed badly."""
        if asked.report_line is None and not asked.level:
            return None
        rows = self if asked.report_line is None else self.filter(report_line=asked.report_line)
        return list((rows.filter(level=asked.level) if asked.level else rows).order_by().values_list("pk", flat=True))

    def with_authorities(self, *, on: date) -> Self:
        """With `.authorities_held`: whose deciding it is on the day, in one query for them all."""
        held = AwardAuthority.objects.on(on).order_by("pk")
        return self.prefetch_related(Prefetch("authorities", queryset=held, to_attr="authorities_held"))

    def written_like(self, text: str) -> Self:
        """A name, or a short form such as HCLĐ, holds this text; accents do not matter."""
        return self.filter(pk__in=AwardAlias.objects.filter(key__contains=alias_key(text)).values("award"))

    def named(self, *, on: date, province_kind: ProvinceKind = ProvinceKind.ANY) -> Self:
        """With `.printed_name`: as `awards.rules.naming.name_on` gives it, in the same query."""
        names = AwardName.objects.filter(award=OuterRef("pk")).annotate(since=F("law__during__startswith"))
        best = names.order_by(
            Case(When(since__lte=on, then=0), default=1),
            Case(When(since__lte=on, then=F("since"))).desc(),
            "since",
            Case(When(province_kind=province_kind, then=0), When(province_kind="any", then=1), default=2),
        )
        return self.annotate(printed_name=Coalesce(Subquery(best.values("name")[:1]), F("code")))


class Award(models.Model):
    """One emulation title, or one form of commendation in one class. The code never changes."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    family = models.CharField(_("family"), max_length=10, choices=choices(wording.FAMILIES))
    group = models.CharField(_("group"), max_length=30, choices=choices(wording.AWARD_GROUPS))
    class_rank = models.PositiveSmallIntegerField(_("class"), null=True, blank=True)
    level = models.CharField(_("level"), max_length=12, choices=choices(wording.LEVELS))
    subject_kinds = ArrayField(
        models.CharField(max_length=12, choices=choices(wording.SUBJECT_KINDS)),
        verbose_name=_("given to"),
    )
    report_line = models.ForeignKey(
        ReportLine, on_delete=models.PROTECT, related_name="awards", verbose_name=_("report line")
    )
    during = PeriodField(_("given during"))
    resistance_era = models.BooleanField(_("resistance-era"), default=False)
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    verified = models.BooleanField(_("verified"), default=True)
    position = models.PositiveSmallIntegerField(_("place in lists"))

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(family__in=list(Family)), name="award_family_known"),
            models.CheckConstraint(
                condition=Q(family="title", group="emulation_title") | (Q(family="form") & ~Q(group="emulation_title")),
                name="award_family_not_mixed",
                violation_error_message=_("An emulation title and a form of commendation are never mixed."),
            ),
            models.CheckConstraint(condition=Q(subject_kinds__len__gt=0), name="award_given_to_somebody"),
            models.CheckConstraint(
                condition=Q(class_rank__isnull=True) | Q(class_rank__range=(1, 3)),
                name="award_class_one_to_three",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class AwardAuthority(models.Model):
    """Who decides on an award, and since when: a minister or a chair of a province each on their own awards, several
    on one of the grassroots. Moved by a law, the old row ends and a new one begins."""

    award = models.ForeignKey(Award, on_delete=models.CASCADE, related_name="authorities", verbose_name=_("award"))
    authority = models.CharField(_("decided by"), max_length=20, choices=choices(wording.AUTHORITIES))
    during = PeriodField(_("decides during"))
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    verified = models.BooleanField(_("verified"), default=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("authority on an award")
        verbose_name_plural = _("authorities on awards")
        constraints = [
            models.CheckConstraint(condition=Q(authority__in=list(Authority)), name="award_authority_known"),
            never_overlapping(
                "award_authority_once_at_a_time",
                "award",
                "authority",
                message=_("This authority already decides on the award in that time."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_authority_display())


class AwardName(models.Model):
    """How a version of the law, and a kind of province, names an award."""

    award = models.ForeignKey(Award, on_delete=models.CASCADE, related_name="names", verbose_name=_("award"))
    law = models.ForeignKey(
        LawVersion, on_delete=models.PROTECT, related_name="+", verbose_name=_("version of the law")
    )
    province_kind = models.CharField(
        _("used in"), max_length=10, choices=choices(wording.PROVINCE_KINDS), default=ProvinceKind.ANY
    )
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("name of an award")
        verbose_name_plural = _("names of awards")
        constraints = [
            models.UniqueConstraint(fields=["award", "law", "province_kind"], name="award_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class AwardAlias(models.Model):
    """How lists write an award. One key may stand for several awards: then the list must say more."""

    award = models.ForeignKey(Award, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("award"))
    alias = models.CharField(_("written as"), max_length=200)
    key = models.CharField(_("search key"), max_length=200, db_index=True)

    class Meta:
        verbose_name = _("other writing of an award")
        verbose_name_plural = _("other writings of awards")
        constraints = [models.UniqueConstraint(fields=["award", "key"], name="award_alias_once")]

    def __str__(self) -> str:
        return self.alias
