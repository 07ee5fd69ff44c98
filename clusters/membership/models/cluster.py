from django.db import models
from django.db.models import Count, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clusters.membership.rules.membership import reference_day
from clusters.organisations.models.organisation import Organisation
from emulation.core.access import Whose
from emulation.core.actor import Actor
from emulation.core.block_words import words_of
from emulation.core.models.fields import PeriodField, PeriodQuerySet, never_overlapping
from emulation.core.models.reach import EVERY_RECORD, Reach
from emulation.core.period import Period
from emulation.core.text import sort_key


class ClusterLevel(models.TextChoices):
    CENTRAL = "central", _("Organised by the Central Council")
    MINISTRY = "ministry", _("Organised by a ministry or branch")
    PROVINCE = "province", _("Organised by a province")


class ClusterKind(models.TextChoices):
    CUM = "cum", _("Cluster")
    KHOI = "khoi", _("Block")


class ClusterQuerySet(PeriodQuerySet):
    def visible_to(self, actor: Actor):
        return self if actor.has_scope else self.none()

    def in_year(self, year: int):
        return self.overlapping(Period.year(year))

    def with_year(self, year: int):
        """Adds `member_count` (who sat in it at any time of the year) and `opened`: its ClusterYear of that year, if
        there is one, with posts and their holders."""
        sat = Q(memberships__during__overlap=Period.year(year))
        opened = ClusterYear.objects.filter(year=year).prefetch_related(
            Prefetch("posts", Post.objects.select_related("organisation"))
        )
        return self.annotate(
            member_count=Count("memberships__organisation", filter=sat, distinct=True)
        ).prefetch_related(Prefetch("years", opened, to_attr="opened"))


class Cluster(models.Model):
    """A group of bodies that emulate each other, kept by its owner (a council or a province)."""

    code = models.CharField(_("code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=200)
    owner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="owned_clusters", verbose_name=_("kept by")
    )
    level = models.CharField(_("level"), max_length=10, choices=ClusterLevel.choices)
    kind = models.CharField(_("kind"), max_length=10, choices=ClusterKind.choices)
    during = PeriodField(_("exists"))
    source = models.CharField(_("source"), max_length=300, blank=True)
    verified = models.BooleanField(_("verified"), default=True)
    position = models.PositiveSmallIntegerField(_("place in lists"), default=0)

    objects = ClusterQuerySet.as_manager()

    class Meta:
        verbose_name = _("cluster")
        verbose_name_plural = _("clusters")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["id", "owner"], name="cluster_with_its_owner"),
            models.CheckConstraint(condition=Q(level__in=ClusterLevel.values), name="cluster_level_known"),
            models.CheckConstraint(condition=Q(kind__in=ClusterKind.values), name="cluster_kind_known"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("clusters:cluster", args=[self.code])

    @property
    def is_block(self) -> bool:
        return self.kind == ClusterKind.KHOI

    @property
    def list_key(self) -> tuple[int, str, int]:
        """Where it stands in lists: the database's own order of names is not the Vietnamese one."""
        return self.position, sort_key(self.name), self.pk

    @property
    def whose(self) -> Whose:
        """Of all its years; one query, unless they were asked for along with it."""
        return Whose(cluster_years=frozenset(year.pk for year in self.years.all()))

    @property
    def table_row(self) -> str:
        return "cluster"


class MembershipQuerySet(PeriodQuerySet):
    def in_cluster(self, cluster):
        return self.filter(cluster=cluster)

    def of_organisations(self, ids):
        return self.filter(organisation_id__in=ids)

    def in_year(self, year: int):
        """Of everybody who sat there at any time of the year."""
        return self.overlapping(Period.year(year))

    def of_year(self, organisation: Organisation, year: int):
        """The cluster a unit has "in year Y", one for each owner: where it sits on its reference day of that year."""
        day = reference_day(organisation.during, year)
        return self.none() if day is None else self.on(day).filter(organisation=organisation)


class Membership(models.Model):
    """A body sits in one cluster of each owner at a time. `owner` repeats the cluster's, so the database can say so."""

    cluster = models.ForeignKey(
        Cluster, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("cluster")
    )
    owner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("kept by"), editable=False
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("member")
    )
    during = PeriodField(_("member during"))
    source = models.CharField(_("source"), max_length=300, blank=True)
    verified = models.BooleanField(_("verified"), default=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["organisation__sort_key", "id"]
        constraints = [
            never_overlapping(
                "membership_one_cluster_of_an_owner",
                "owner",
                "organisation",
                message=_(
                    "This member already sits in a cluster of the same owner in that time; end that membership first."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.organisation} – {self.cluster}"


REACH = Reach(cluster_years=("pk",))


class ClusterYearQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        return self if actor.has_scope else self.none()

    def reached_by(self, actor: Actor, subject: str, deed: str = "read"):
        """On which the person may do the deed of this row of the table of access."""
        return self.filter(REACH.seen_by(actor, {subject: EVERY_RECORD}, deed=deed))

    def open(self):
        return self.filter(closed_on__isnull=True)

    def without_head(self):
        return self.exclude(posts__kind=PostKind.HEAD)


class ClusterYear(models.Model):
    """A cluster lives one year at a time; rights of its head last until the year is closed, not until December."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="years", verbose_name=_("cluster"))
    year = models.PositiveSmallIntegerField(_("year"))
    supervisor_office = models.CharField(_("office of the supervising Council member"), max_length=200, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = ClusterYearQuerySet.as_manager()

    class Meta:
        verbose_name = _("cluster year")
        verbose_name_plural = _("cluster years")
        ordering = ["-year", "cluster__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["cluster", "year"],
                name="cluster_year_once",
                violation_error_message=_("This year of the cluster is already open."),
            ),
            models.CheckConstraint(condition=Q(year__range=(1948, 2200)), name="cluster_year_in_range"),
        ]

    def __str__(self):
        return gettext("%(cluster)s, %(year)s") % {"cluster": self.cluster, "year": self.year}

    def get_absolute_url(self):
        return reverse("clusters:cluster-year", args=[self.cluster.code, self.year])

    @property
    def list_key(self) -> tuple[int, tuple[int, str, int]]:
        """Newest year first."""
        return -self.year, self.cluster.list_key

    @property
    def whose(self) -> Whose:
        return REACH.whose(self)

    @property
    def table_row(self) -> str:
        return "cluster"


class PostKind(models.TextChoices):
    HEAD = "head", _("Head of the cluster")
    DEPUTY = "deputy", _("Deputy head of the cluster")
    HOST_MID_YEAR = "host_mid_year", _("Host of the mid-year conference")
    HOST_YEAR_END = "host_year_end", _("Host of the year-end conference")


class PostQuerySet(PeriodQuerySet):
    def ranked(self):
        """Head first, then deputy, then hosts; within a post by time."""
        ranks = [models.When(kind=kind, then=rank) for rank, kind in enumerate(PostKind.values)]
        return self.order_by(models.Case(*ranks, default=len(ranks)), "during", "id")


class Post(models.Model):
    """A member's post in one cluster year, dated, for heads have changed in mid-year."""

    cluster_year = models.ForeignKey(
        ClusterYear, on_delete=models.PROTECT, related_name="posts", verbose_name=_("cluster year")
    )
    kind = models.CharField(_("post"), max_length=15, choices=PostKind.choices)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="posts", verbose_name=_("held by")
    )
    during = PeriodField(_("held during"))
    source = models.CharField(_("source"), max_length=300, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["cluster_year", "kind", "during"]
        constraints = [
            never_overlapping(
                "post_held_by_one",
                "cluster_year",
                "kind",
                message=_("Another member holds this post in that time; end that term first."),
            ),
            models.CheckConstraint(condition=Q(kind__in=PostKind.values), name="post_kind_known"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.organisation}"

    @property
    def title(self) -> str:
        """In the words of its cluster, among those of others."""
        with words_of(is_block=self.cluster_year.cluster.is_block):
            return str(self.get_kind_display())
