"""The result of a cluster's year: drawn up from the frozen points, filled from ballots or paper minutes, frozen; later
changed only by an act that names it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from clusters.conferences.models.conference import Conference
from clusters.membership.actions.years import locked_open_year
from clusters.membership.models.cluster import ClusterYear
from clusters.regulation.models.scheme import Scheme
from clusters.results.actions.course import RESULT, locked_draft, require_drafter
from clusters.results.models.board import candidate_of, drawn_places, may_be_elected, places_in_order, voters_of
from clusters.results.models.result import YearElection, YearPlace, YearProposal, YearResult
from clusters.results.rules.proposals import bar_to_acclaim
from clusters.results.rules.terms import ElectedPost
from clusters.results.words import bar_in_words
from clusters.scores.models.board import board_of
from clusters.scores.models.score import Score, ScoringRound
from clusters.scores.rules.terms import RoundState
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, reason_of, refusing_conflicts
from emulation.core.actions.walk import keep_beginning
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.numbers import format_decimal


@dataclass(frozen=True)
class Votes:
    """What a conference decided. Keys of organisations. `votes`: for each member that got any counted, empty where
    there was no count. Where `conference` is given, its own minutes are meant; else `minutes` names those on paper."""

    minutes: str = ""
    conference: Conference | None = None
    eligible: int | None = None
    present: int | None = None
    votes: Mapping[int, int] = field(default_factory=dict)
    acclaimed: int | None = None
    head: int | None = None
    deputy: int | None = None


@transaction.atomic
def draw_up_result(cluster_year: ClusterYear, *, votes: Votes | None = None, actor: Actor) -> YearResult:
    """By the head's officer, once the points are frozen: a place for every member, knock-outs as they hold. With
    `votes`, of ballots that are closed, these are filled in at once."""
    require_drafter(cluster_year, actor)
    cluster_year = locked_open_year(cluster_year)
    scoring = ScoringRound.objects.filter(cluster_year=cluster_year, state=RoundState.FROZEN).first()
    if scoring is None:
        raise Refusal(_("The points of this year are not frozen yet. Freeze them on the scoring page first."))
    scoring.cluster_year = cluster_year
    with refusing_conflicts():
        result = YearResult.objects.create(cluster_year=cluster_year)
    board = board_of(scoring, scores=Score.objects.all(), on=clock.today())
    places = drawn_places(board)
    order = places_in_order(places, board.scheme)
    for place in places:
        place.result, place.rank = result, order[place.organisation_id].number
    YearPlace.objects.bulk_create(places)
    keep_beginning(RESULT, result, "draw_up", actor=actor)
    keep_in_journal("draw_up_result", result, actor, after={"members": len(places)})
    return record_votes(result, votes, actor=actor) if votes else result


@transaction.atomic
def begin_later_act(result: YearResult, *, why: str, document: str, actor: Actor) -> YearResult:
    """On the newest frozen result, which it names and holds anew; then it is changed and frozen like the first."""
    require_drafter(result, actor)
    cluster_year = locked_open_year(result.cluster_year)
    standing = YearResult.objects.standing().filter(cluster_year=cluster_year).first()
    if standing is None:
        raise Refusal(_("The result is not frozen yet, so it can be changed itself; no later act is needed."))
    if standing.pk != result.pk:
        raise Refusal(_("A later act has changed this result already. Begin from the newest one."))
    why = reason_of(why, needed=True)
    document = fitting(document, most=longest(YearResult, "document"), field="document")
    if not document:
        raise Refusal(_("Name the document by which the result is changed, with number and date."), field="document")
    number = YearResult.objects.filter(cluster_year=cluster_year).aggregate(Max("number"))["number__max"] + 1
    copied = ("conference_id", "minutes", "eligible", "present", "left_open_why")
    with refusing_conflicts():
        act = YearResult.objects.create(
            cluster_year=cluster_year,
            number=number,
            changes=standing,
            why=why,
            document=document,
            **{name: getattr(standing, name) for name in copied},
        )
    for model in (YearPlace, YearProposal, YearElection):
        rows = list(model.objects.filter(result=standing).order_by("pk"))
        for row in rows:
            row.pk, row.result = None, act
            row._state.adding = True
        model.objects.bulk_create(rows)
    keep_beginning(RESULT, act, "begin_later_act", actor=actor, why=why)
    keep_in_journal("begin_later_act", act, actor, after={"number": number, "document": document}, why=why)
    return act


@transaction.atomic
def record_votes(result: YearResult, said: Votes, *, actor: Actor) -> YearResult:
    """Replaces what was entered before. Places that the regulation leaves to a ballot follow the votes."""
    result = locked_draft(result, actor)
    scheme = Scheme.objects.get(cluster_year=result.cluster_year)
    places = {one.organisation_id: one for one in result.places.select_related("organisation")}
    before = _said_in(result, places.values())
    result.minutes = fitting(said.minutes, most=longest(YearResult, "minutes"), field="minutes")
    result.conference = said.conference
    result.eligible, result.present = said.eligible, said.present
    _refuse_miscounted(result, said, places)
    for key, place in places.items():
        place.votes_for = said.votes.get(key, 0) if said.votes else None
        place.is_acclaimed = False
    _acclaim(result, scheme, places, said.acclaimed)
    result.save()
    result.places.update(is_acclaimed=False)
    _rank(scheme, places.values())
    _elect(result, [one.organisation for one in places.values()], said)
    keep_in_journal("record_result_votes", result, actor, before=before, after=_said_in(result, places.values()))
    return result


def rank_again(result: YearResult) -> None:
    """After points or votes of a draft changed."""
    _rank(Scheme.objects.get(cluster_year=result.cluster_year_id), result.places.all())


def keep_in_journal(verb: str, result: YearResult, actor: Actor, **facts) -> None:
    """As the cluster owner's: what is drafted is not the members' to read before it is frozen."""
    record(actor, f"clusters.{verb}", result, organisation_id=result.cluster_year.cluster.owner_id, **facts)


def _refuse_miscounted(result: YearResult, said: Votes, places) -> None:
    if not result.minutes and result.conference is None:
        raise Refusal(_("Name the minutes of the vote, with number and date."), field="minutes")
    if said.votes and (said.eligible is None or said.present is None):
        raise Refusal(
            _("Votes are counted against those entitled and those present. Enter both numbers."),
            field="eligible" if said.eligible is None else "present",
        )
    if said.present is not None and (said.eligible is None or said.present > said.eligible):
        raise Refusal(_("No more are present than are entitled to vote. Correct one of the two."), field="present")
    for key, number in said.votes.items():
        if key not in places:
            raise Refusal(_("Votes are given for members of this result only. Open the page again."))
        if said.present is not None and number > said.present:
            raise Refusal(
                _("%(member)s has %(votes)s votes, more than the %(present)s voters present. Correct the number.")
                % {"member": places[key].organisation, "votes": number, "present": said.present},
                field=f"votes-{key}",
            )


def _acclaim(result: YearResult, scheme: Scheme, places, acclaimed: int | None) -> None:
    if acclaimed is None:
        return
    if acclaimed not in places:
        raise Refusal(_("Only a member of this result is acclaimed. Open the page again."), field="acclaimed")
    place, of = places[acclaimed], voters_of(result, scheme)
    bar = bar_to_acclaim(candidate_of(place), threshold=scheme.ballot_threshold, of=of)
    if bar is not None:
        raise Refusal(
            _("%(member)s cannot be acclaimed. %(reason)s")
            % {
                "member": place.organisation,
                "reason": bar_in_words(
                    bar,
                    why=place.knocked_out,
                    votes=place.votes_for,
                    of=of,
                    threshold=format_decimal(scheme.ballot_threshold.normalize() + 0),
                ),
            },
            field="acclaimed",
        )
    place.is_acclaimed = True


def _rank(scheme: Scheme, places) -> None:
    places = list(places)
    order = places_in_order(places, scheme)
    for place in places:
        place.rank = order[place.organisation_id].number
    YearPlace.objects.bulk_update(places, ["rank", "votes_for", "is_acclaimed"])


def _elect(result: YearResult, members, said: Votes) -> None:
    electable = {one.pk for one in may_be_elected(result.cluster_year, members)}
    chosen = {ElectedPost.HEAD: said.head, ElectedPost.DEPUTY: said.deputy}
    if said.head is not None and said.head == said.deputy:
        raise Refusal(_("Head and deputy are two different members."), field="deputy")
    for post, key in chosen.items():
        if key is not None and key not in electable:
            raise Refusal(
                _("Only a unit that is still a member of the cluster in %(year)s is elected.")
                % {"year": result.cluster_year.year + 1},
                field=post.value,
            )
    result.elections.all().delete()
    YearElection.objects.bulk_create(
        YearElection(result=result, post=post, organisation_id=key) for post, key in chosen.items() if key is not None
    )


def _said_in(result: YearResult, places) -> dict:
    return {
        "minutes": result.minutes,
        "conference": str(result.conference or ""),
        "eligible": result.eligible,
        "present": result.present,
        "votes": {str(one.organisation): one.votes_for for one in places if one.votes_for is not None},
        "acclaimed": next((str(one.organisation) for one in places if one.is_acclaimed), None),
        "elected": [str(one) for one in result.elections.select_related("organisation")],
    }
