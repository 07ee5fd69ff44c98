"""Making and changing a cluster itself."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.models.cluster import Cluster, Membership, Post
from clusters.organisations.models.organisation import Organisation
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import dates, refusing_conflicts, require_administrator, require_reason
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.period import Period
from emulation.core.words import term


@transaction.atomic
def create_cluster(
    *,
    code: str,
    name: str,
    owner: Organisation,
    level: str,
    kind: str,
    during: Period,
    source="",
    verified=True,
    position=0,
    actor: Actor,
) -> Cluster:
    require_administrator(actor, "cluster")
    owner = Organisation.objects.select_for_update().get(pk=owner.pk)
    if not owner.during.overlaps(during):
        raise Refusal(
            _("%(owner)s exists %(term)s and cannot keep a cluster outside that time.")
            % {"owner": owner, "term": term(owner.during)},
            field="owner",
        )
    if Cluster.objects.filter(code=code).exists():
        raise Refusal(_("The code %(code)s belongs to another cluster; choose another.") % {"code": code}, field="code")
    with refusing_conflicts():
        cluster = Cluster.objects.create(
            code=code,
            name=name,
            owner=owner,
            level=level,
            kind=kind,
            during=during,
            source=source,
            verified=verified,
            position=position,
        )
    record(
        actor,
        "clusters.create_cluster",
        cluster,
        after={"code": code, "name": name, "owner": str(owner), "level": level, "kind": kind, **dates(during)},
        organisation_id=owner.pk,
    )
    return cluster


@transaction.atomic
def change_cluster(
    cluster: Cluster, *, name: str, during: Period, source: str, verified: bool, why: str, actor: Actor
) -> Cluster:
    """Code, owner, level and kind stand for good; another owner or level is another cluster."""
    require_administrator(actor, "cluster")
    require_reason(why)
    cluster = Cluster.objects.select_for_update().get(pk=cluster.pk)
    _refuse_too_short(cluster, during)
    values = {"name": name, "during": during, "source": source, "verified": verified}
    changed = {key: value for key, value in values.items() if getattr(cluster, key) != value}
    if not changed:
        return cluster
    before = {key: getattr(cluster, key) for key in changed}
    for key, value in changed.items():
        setattr(cluster, key, value)
    cluster.save(update_fields=list(changed))
    record(
        actor,
        "clusters.change_cluster",
        cluster,
        before=_plain(before),
        after=_plain(changed),
        why=why,
        organisation_id=cluster.owner_id,
    )
    return cluster


def _refuse_too_short(cluster, during):
    for membership in Membership.objects.in_cluster(cluster).select_related("organisation"):
        if not during.covers(membership.during):
            raise Refusal(
                _("%(unit)s is a member %(term)s; end or correct that membership before shortening the cluster.")
                % {"unit": membership.organisation, "term": term(membership.during)},
                field="last_day",
            )
    for post in Post.objects.filter(cluster_year__cluster=cluster).select_related("organisation"):
        if not during.covers(post.during):
            raise Refusal(
                _("%(unit)s holds the post “%(post)s” %(term)s; end or correct it before shortening the cluster.")
                % {"unit": post.organisation, "post": post.get_kind_display(), "term": term(post.during)},
                field="last_day",
            )


def _plain(values):
    period = values.pop("during", None)
    return values if period is None else values | dates(period)
