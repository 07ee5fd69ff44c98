"""A result of the year is frozen by the head's approver; a later act that is not wanted is withdrawn; those elected
take their posts once the next year is open."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.membership.actions.posts import appoint_post
from clusters.membership.models.cluster import ClusterYear, Post
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.results.actions.results import LONGEST_WHY, fitting, keep_in_journal, keep_step, locked_result
from clusters.results.models.board import bars, checksum_of, places_in_order, rules_of
from clusters.results.models.result import YearElection, YearResult
from clusters.results.rules.flow import FLOW, ResultCase
from clusters.results.rules.terms import ElectedPost
from clusters.results.words import hindrance_in_words
from emulation.core import clock
from emulation.core.access import Relation
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import require_administrator, require_reason
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.period import Period

LONGEST_SOURCE = 300


@transaction.atomic
def freeze_result(result: YearResult, *, office: str, why="", actor: Actor) -> YearResult:
    """`office` in which the approver freezes it; `why`: of what is left open, where something is."""
    if not may_take("freeze", result, actor):
        raise Refusal(_("The result is frozen by the approver of the head of the cluster."))
    result = locked_result(result)
    why, office = fitting(why, field="why", most=LONGEST_WHY), fitting(office, field="office")
    if not office:
        raise Refusal(_("Say in which office you sign, for example Phó Chủ tịch UBND thành phố."), field="office")
    case = case_of(result, is_explained=bool(why))
    hindrance = FLOW.step("freeze").hindrance(case)
    if hindrance is not None:
        raise Refusal(hindrance_in_words(hindrance, case), field="why")
    result.left_open_why = "" if case.is_acclaimed and case.has_head else why
    result.frozen_by_name, result.frozen_by_office = actor.name, office
    result.frozen_at = clock.now()
    result.checksum = checksum_of(result)
    return _enter(result, "freeze", why, actor)


@transaction.atomic
def withdraw_result(result: YearResult, *, why: str, actor: Actor) -> YearResult:
    """A later act that was begun by mistake; what it would have changed stands."""
    if not may_take("withdraw", result, actor):
        raise Refusal(_("Only an officer of the head of the cluster draws up its result."))
    result = locked_result(result)
    require_reason(why)
    why = fitting(why, field="why", most=LONGEST_WHY)
    case = case_of(result)
    hindrance = FLOW.step("withdraw").hindrance(case)
    if hindrance is not None:
        raise Refusal(hindrance_in_words(hindrance, case))
    return _enter(result, "withdraw", why, actor)


@transaction.atomic
def install_elected(result: YearResult, *, actor: Actor) -> list[Post]:
    """By an administrator, once the next year is open: those elected take their posts for the whole of it. Posts that
    somebody holds already are left as they are."""
    require_administrator(actor, "post")
    standing = YearResult.objects.standing().filter(pk=result.pk).first()
    if standing is None:
        raise Refusal(_("Only the newest frozen result says who was elected. Open it."))
    coming = next_year_of(result)
    if coming is None:
        raise Refusal(
            _("The year %(year)s of the cluster is not open yet. Open it first.")
            % {"year": result.cluster_year.year + 1}
        )
    wanted = elected_without_post(result, coming)
    if not wanted:
        raise Refusal(_("The posts of that year are held already, or nobody was elected."))
    posts = [
        appoint_post(
            coming,
            kind=one.post,
            organisation=one.organisation,
            during=Period.year(coming.year),
            source=source_of(result),
            actor=actor,
        )
        for one in wanted
    ]
    record(
        actor,
        "clusters.install_elected",
        coming,
        after={"posts": [post.kind for post in posts], "checksum": result.checksum},
        organisation_id=result.cluster_year.cluster.owner_id,
    )
    return posts


def source_of(result: YearResult) -> str:
    """By which paper those elected hold their posts."""
    said = _("Elected: %(result)s, %(minutes)s") % {"result": result, "minutes": result.minutes or result.conference}
    return said[:LONGEST_SOURCE]


def next_year_of(result: YearResult) -> ClusterYear | None:
    year = result.cluster_year
    return ClusterYear.objects.filter(cluster=year.cluster_id, year=year.year + 1).first()


def elected_without_post(result: YearResult, coming: ClusterYear) -> list[YearElection]:
    """Elected to posts that nobody holds in any part of that year."""
    held = set(coming.posts.values_list("kind", flat=True))
    return [one for one in result.elections.select_related("organisation") if one.post not in held]


def may_take(name: str, result: YearResult, actor: Actor) -> bool:
    headed = actor.headed_approved if Relation.HEAD_APPROVER in FLOW.step(name).by else actor.headed_entered
    return result.cluster_year_id in headed


def case_of(result: YearResult, *, is_explained=False) -> ResultCase:
    places = list(result.places.all())
    order = places_in_order(places, Scheme.objects.get(cluster_year=result.cluster_year_id))
    proposed = [
        (member, ProposedAward(award)) for member, award in result.proposals.values_list("organisation", "award")
    ]
    rules = rules_of(result.cluster_year.cluster, clock.today())
    barred = bars(places, {award for _member, award in proposed}, rules)
    return ResultCase(
        number=result.number,
        open_places=sum(place.is_open for place in order.values()),
        has_minutes=bool(result.minutes or result.conference_id),
        is_acclaimed=any(place.is_acclaimed for place in places),
        has_head=result.elections.filter(post=ElectedPost.HEAD).exists(),
        barred=sum(barred[one] is not None for one in proposed),
        is_explained=is_explained,
    )


def _enter(result: YearResult, name: str, why: str, actor: Actor) -> YearResult:
    before, result.state = result.state, FLOW.step(name).target
    result.save()
    keep_step(result, name, before, why, actor)
    keep_in_journal(
        f"{name}_result",
        result,
        actor,
        before={"state": before},
        after={"state": result.state, "checksum": result.checksum},
        why=why,
    )
    return result
