"""What a draft of the result takes besides the votes: proposals, and in a later act the points and knock-outs it
changes."""

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.organisations.models.organisation import Organisation
from clusters.regulation.rules.proposed_awards import ProposedAward
from clusters.results.actions.course import locked_draft
from clusters.results.actions.results import keep_in_journal, rank_again
from clusters.results.models.board import awards_of, bars, rules_of
from clusters.results.models.result import LONGEST_WORDS, YearPlace, YearProposal, YearResult
from clusters.results.words import bar_in_words
from emulation.core import clock
from emulation.core.actions.refusals import fitting, refusing_conflicts
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

MOST_POINTS = Decimal("99999.99")


@transaction.atomic
def propose(result: YearResult, *, organisation: Organisation, award: str, actor: Actor) -> YearProposal:
    """By the rules of the day; who may not be proposed is refused with the reason."""
    result = locked_draft(result, actor)
    cluster = result.cluster_year.cluster
    place = result.places.select_related("organisation").filter(organisation=organisation).first()
    if place is None:
        raise Refusal(_("Only a member of this result is proposed. Open the page again."), field="organisation")
    if award not in awards_of(cluster):
        raise Refusal(_("A cluster of this level does not propose anybody for this award."), field="award")
    award = ProposedAward(award)
    bar = bars([place], [award], rules_of(cluster, clock.today()))[organisation.pk, award]
    if bar is not None:
        raise Refusal(
            _("%(member)s cannot be proposed. %(reason)s")
            % {"member": organisation, "reason": bar_in_words(bar, why=place.knocked_out)},
            field="organisation",
        )
    with refusing_conflicts():
        proposal = YearProposal.objects.create(result=result, organisation=organisation, award=award)
    keep_in_journal("propose_for_award", result, actor, after={"member": str(organisation), "award": award})
    return proposal


@transaction.atomic
def drop_proposal(proposal: YearProposal, *, actor: Actor) -> None:
    result = locked_draft(proposal.result, actor)
    if not result.proposals.filter(pk=proposal.pk).exists():
        raise Refusal(_("This proposal was taken out by somebody else in the meantime."))
    before = {"member": str(proposal.organisation), "award": proposal.award}
    keep_in_journal("drop_proposal", result, actor, before=before)
    proposal.delete()


@transaction.atomic
def change_place(result: YearResult, *, organisation: Organisation, points: Decimal, knocked_out: str, actor: Actor):
    """In a later act only: the first result follows from the frozen points. Who is knocked out by it is no longer
    acclaimed; the regulation's rule for equals does not look behind points set here."""
    result = locked_draft(result, actor)
    if not result.number:
        raise Refusal(_("The first result follows from the frozen points; only a later act changes them."))
    place = YearPlace.objects.select_for_update().filter(result=result, organisation=organisation).first()
    if place is None:
        raise Refusal(_("This organisation is not part of the result. Open the page again."))
    knocked_out = fitting(knocked_out, most=LONGEST_WORDS, field="knocked_out")
    if not 0 <= points <= MOST_POINTS or points != round(points, 2):
        raise Refusal(_("Points are at least 0 and have at most two decimals."), field="points")
    before = {"points": str(place.points), "knocked_out": place.knocked_out, "acclaimed": place.is_acclaimed}
    if points != place.points:
        place.points, place.groups, place.penalty = points, [], Decimal(0)
    place.knocked_out = knocked_out
    place.is_acclaimed = place.is_acclaimed and not knocked_out
    place.save()
    rank_again(result)
    after = {"points": str(place.points), "knocked_out": place.knocked_out, "acclaimed": place.is_acclaimed}
    keep_in_journal(
        "change_result_place",
        result,
        actor,
        before={"member": str(organisation)} | before,
        after={"member": str(organisation)} | after,
    )
    return place
