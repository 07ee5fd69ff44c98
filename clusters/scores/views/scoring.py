"""The scoring of a cluster year: where it is, what is one's own part of it, its steps."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR
from clusters.membership.views.places import year_or_404
from clusters.regulation.models.criterion import Criterion
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.rules.terms import Appraiser
from clusters.scores.actions.scoring import SCORING, open_scoring, take_step, unfinished_members
from clusters.scores.models.score import APPRAISED_BY, Score, ScoringRound
from clusters.scores.models.wording import ROUND_BADGES, ROUND_STATES, STEPS
from clusters.scores.rules.flow import FLOW
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.scores.views.places import ORDER, crumbs_of, scoring_or_404
from emulation.core.access import door
from emulation.core.actions.walk import StepOffer, offers_of
from emulation.core.actor import Actor
from emulation.core.views.deeds import refused_to

FREEZE = "freeze"


@door("scores")
@require_safe
def scoring(request, year_pk):
    cluster_year = year_or_404(request, year_pk, subject="scores")
    actor = request.actor
    found = ScoringRound.objects.visible_to(actor).filter(cluster_year=cluster_year).first()
    scheme = Scheme.objects.filter(cluster_year=cluster_year).first()
    is_open = cluster_year.closed_on is None
    context = {
        "cluster_year": cluster_year,
        "crumbs": crumbs_of(cluster_year, inside=False),
        "scoring": found,
        "is_adopted": scheme is not None and scheme.is_adopted,
        "may_open": is_open and actor.may("write", cluster_year, subject="scores_panel"),
    }
    if found is None:
        return render(request, "clusters/scores/scoring.html", context)
    found.cluster_year = cluster_year
    state = RoundState(found.state)
    looks_on = actor.may("read", found, subject="scores_unfrozen")
    own = _own_parts(actor, found)
    tells_scorers = state is RoundState.FROZEN and actor.may("read", found, subject="scores_scorers")
    return render(
        request,
        "clusters/scores/scoring.html",
        context
        | {
            "status": ROUND_BADGES[found.state],
            "stages": [{"word": ROUND_STATES[one], "is_now": one is state} for one in ORDER],
            "own": own,
            "to_score": [part for part in own if is_open and part["is_given_now"]],
            "waiting": unfinished_members(found) if looks_on else [],
            "appraises": is_open
            and state is RoundState.APPRAISAL
            and actor.may(
                "write",
                Score(scoring=found, kind=ScoreKind.APPRAISAL),
                subject=APPRAISED_BY[Appraiser(scheme.appraiser)],
            ),
            "shows_table": state is RoundState.FROZEN or (state is RoundState.FINAL and looks_on),
            "offers": _offers(actor, found) if is_open else [],
            "steps": found.steps.all(),
            "seed": found.seed if tells_scorers else "",
        },
    )


@door("scores_panel", "write")
@require_POST
def open_round(request, year_pk):
    cluster_year = year_or_404(request, year_pk, "write", subject="scores_panel")
    return refused_to(
        request,
        lambda: open_scoring(cluster_year, actor=request.actor),
        done=_("The scoring is open; every member scores itself first."),
        back=reverse("clusters:scoring", args=[year_pk]),
    )


@door("scores_panel", "write")
@require_POST
def step(request, year_pk, name):
    name = name.replace("-", "_")
    if name == FREEZE or not FLOW.named(name):
        raise Http404
    return _take(request, scoring_or_404(request, year_pk, "write", subject="scores_panel"), name)


@door("scores_panel", "freeze")
@require_POST
def freeze(request, year_pk):
    return _take(request, scoring_or_404(request, year_pk, "freeze", subject="scores_panel"), FREEZE)


def _take(request, found: ScoringRound, name: str):
    return refused_to(
        request,
        lambda: take_step(found, name, why=request.POST.get("why", ""), actor=request.actor),
        done=str(STEPS[name]) + ".",
        back=found.get_absolute_url(),
    )


def _offers(actor: Actor, found: ScoringRound) -> list[tuple[StepOffer, str]]:
    """(step, where it is taken)"""
    return [(one, _url_of(found, one.name)) for one in offers_of(SCORING, found, actor=actor)]


def _url_of(found: ScoringRound, name: str) -> str:
    if name == FREEZE:
        return reverse("clusters:scoring-freeze", args=[found.cluster_year_id])
    return reverse("clusters:scoring-step", args=[found.cluster_year_id, name.replace("_", "-")])


def _own_parts(actor: Actor, found: ScoringRound) -> list[dict]:
    """For each of the person's members: how far its own points are. The other members' counts are nobody's business."""
    sat = sat_in(found.cluster_year, WHOLE_YEAR)
    members = [one for one in sat if actor.may("read", one, subject="scores_own")]
    lines = Criterion.objects.filter(scheme__cluster_year=found.cluster_year_id)
    counts = {ScoreKind.SELF: lines.count(), ScoreKind.CROSS: lines.filter(cross_scored=True).count()}
    finished = set(found.finishes.filter(organisation__in=members).values_list("kind", "organisation"))
    parts = []
    for member in members:
        assigned = found.tasks.filter(scorer=member).count()
        for kind, members_scored, url in (
            (ScoreKind.SELF, 1, "clusters:scoring-self"),
            (ScoreKind.CROSS, assigned, "clusters:scoring-cross"),
        ):
            given = Score.objects.filter(scoring=found, kind=kind, scorer=member).given().count()
            parts.append(
                {
                    "member": member,
                    "is_cross": kind is ScoreKind.CROSS,
                    "given": given,
                    "of": counts[kind] * members_scored,
                    "is_finished": (kind.value, member.pk) in finished,
                    "is_now": found.state == kind.value,
                    "is_given_now": found.state == kind.value
                    and members_scored > 0
                    and (kind.value, member.pk) not in finished
                    and actor.may("write", Score(scoring=found, kind=kind, scorer=member)),
                    "is_ahead": ORDER.index(RoundState(found.state)) < ORDER.index(RoundState(kind.value)),
                    "url": reverse(url, args=[found.cluster_year_id, member.pk]),
                }
            )
    return parts
