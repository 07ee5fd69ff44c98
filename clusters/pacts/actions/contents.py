"""What a draft of a pact says: its head, commitments, campaigns and targets."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.campaigns.models.campaign import Campaign
from clusters.directives.models import DirectiveTarget
from clusters.indicators.models.indicator import Indicator
from clusters.indicators.rules.targets import TargetReading, read_target
from clusters.indicators.rules.terms import TargetKind, ValueKind
from clusters.indicators.words import target_trouble
from clusters.membership.models.members import sat_in
from clusters.membership.rules.half_years import WHOLE_YEAR, span
from clusters.organisations.models.organisation import Organisation
from clusters.pacts.actions.pacts import locked_pact, refuse_unless_drafter
from clusters.pacts.models.pact import Pact, PactCampaign, PactCommitment, PactTarget
from clusters.pacts.rules.terms import PactState, TargetOrigin
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.text import sort_key, squash

OF_HEAD = ("legal_bases", "preamble", "place", "dated")
OF_COMMITMENT = ("section", "text", "measure", "unit", "source", "checked_on", "position")


@dataclass(frozen=True)
class PromisedAim:
    """A target as it was typed; without text there is none."""

    kind: TargetKind
    text: str
    origin: str
    origin_paper: str = ""


class WrongTargets(Refusal):
    """`at`: {organisation: its sentence}; nothing was kept."""

    def __init__(self, at: Mapping[int, str]):
        super().__init__(_("Some targets cannot be kept; each says why."))
        self.at = at


@transaction.atomic
def change_head(pact: Pact, *, actor: Actor, **particulars) -> Pact:
    """Legal bases, opening words, place and day."""
    pact = locked_draft(pact, actor)
    before = {name: getattr(pact, name) for name in OF_HEAD}
    for name in OF_HEAD:
        setattr(pact, name, particulars[name])
    after = {name: getattr(pact, name) for name in OF_HEAD}
    if before != after:
        pact.save()
        record(actor, "clusters.change_pact", pact, before=before, after=after)
    return pact


@transaction.atomic
def keep_commitment(
    pact: Pact, *, commitment: PactCommitment | None = None, actor: Actor, **particulars
) -> PactCommitment:
    """Adds a commitment, or changes `commitment`."""
    pact = locked_draft(pact, actor)
    before = None if commitment is None else _said(commitment)
    commitment = PactCommitment(pact=pact) if commitment is None else pact.commitments.get(pk=commitment.pk)
    for name in OF_COMMITMENT:
        setattr(commitment, name, particulars[name])
    commitment.text = squash(commitment.text)
    if before != _said(commitment):
        commitment.save()
        record(actor, "clusters.keep_commitment", pact, before=before, after=_said(commitment))
    return commitment


@transaction.atomic
def remove_commitment(pact: Pact, commitment: PactCommitment, *, actor: Actor) -> None:
    pact = locked_draft(pact, actor)
    commitment = pact.commitments.get(pk=commitment.pk)
    record(actor, "clusters.remove_commitment", pact, before=_said(commitment))
    commitment.delete()


@transaction.atomic
def choose_campaigns(pact: Pact, campaigns: list[Campaign], *, actor: Actor) -> Pact:
    pact = locked_draft(pact, actor)
    kept = set(pact.campaigns.values_list("campaign", flat=True))
    wanted = {one.pk for one in campaigns}
    if kept == wanted:
        return pact
    names = {one.pk: one.name for one in campaigns} | dict(pact.campaigns.values_list("campaign", "name"))
    pact.campaigns.exclude(campaign__in=wanted).delete()
    PactCampaign.objects.bulk_create(
        [PactCampaign(pact=pact, campaign_id=pk, name=names[pk]) for pk in sorted(wanted - kept)]
    )
    record(
        actor,
        "clusters.choose_campaigns",
        pact,
        before={"campaigns": sorted((names[pk] for pk in kept), key=sort_key)},
        after={"campaigns": sorted((names[pk] for pk in wanted), key=sort_key)},
    )
    return pact


@transaction.atomic
def set_targets(pact: Pact, indicator: Indicator, aims: Mapping[int, PromisedAim], *, actor: Actor) -> Pact:
    """All members' targets for one indicator at once, by the ids of the members; raises `WrongTargets`. An addendum
    keeps those only that differ from what is in force."""
    pact = locked_draft(pact, actor)
    year = pact.cluster_year
    if not Indicator.objects.asked_of(year.cluster_id, span(year.year, WHOLE_YEAR)).filter(pk=indicator.pk).exists():
        raise Refusal(_("This indicator is not reported in this year. Choose another."))
    members = {one.pk: one for one in sat_in(year, WHOLE_YEAR)}
    standing = _standing(pact, indicator)
    emptied = {pk for pk in set(standing) & set(members) if pk in aims and not squash(aims[pk].text)}
    aims = {pk: aim for pk, aim in aims.items() if pk in members and aim != standing.get(pk)}
    read = {pk: _read(aim, indicator) for pk, aim in aims.items() if squash(aim.text)}
    wrong = {
        pk: target_trouble(found, squash(aims[pk].text), _unit(aims[pk], indicator))
        for pk, found in read.items()
        if found.quantity is None
    }
    wrong |= {
        pk: _("“%(target)s” stands and cannot be emptied; an addendum only puts another target in its place.")
        % {"target": standing[pk].text}
        for pk in emptied
    }
    if wrong:
        raise WrongTargets(wrong)
    promised = {pk: found.quantity for pk, found in read.items() if found.quantity is not None}
    kept = {one.organisation_id: one for one in pact.targets.filter(indicator=indicator)}
    before = {members_name(one.organisation_id, members): one.text for one in kept.values()}
    for pk in set(kept) - set(promised):
        kept[pk].delete()
    for pk, quantity in promised.items():
        target = kept.get(pk) or PactTarget(pact=pact, indicator=indicator, organisation_id=pk)
        target.kind, target.text, target.value = aims[pk].kind, quantity.said, quantity
        target.origin, target.origin_paper = aims[pk].origin, squash(aims[pk].origin_paper)
        target.save()
    after = {members_name(pk, members): quantity.said for pk, quantity in promised.items()}
    record(
        actor,
        "clusters.set_targets",
        pact,
        before={"indicator": indicator.name, "targets": before},
        after={"indicator": indicator.name, "targets": after},
    )
    return pact


@transaction.atomic
def take_directive_targets(pact: Pact, *, actor: Actor) -> int:
    """What the directives of the members set themselves for the year, of indicators that the cluster reports on, where
    the pact has no target of the member yet; with the directive as its source. How many were taken over."""
    pact = locked_draft(pact, actor)
    year = pact.cluster_year
    asked = Indicator.objects.asked_of(year.cluster_id, span(year.year, WHOLE_YEAR))
    members = {one.pk for one in sat_in(year, WHOLE_YEAR)}
    kept = set(pact.targets.values_list("indicator", "organisation"))
    set_by_members = DirectiveTarget.objects.filter(
        directive__withdrawn_at__isnull=True,
        directive__year=year.year,
        directive__organisation__in=members,
        indicator__in=asked,
    ).select_related("directive", "indicator")
    taken: dict[tuple[int | None, int], PactTarget] = {}
    for one in set_by_members.order_by("directive__dated", "pk"):
        place = (one.indicator_id, one.directive.organisation_id)
        if place not in kept:
            taken[place] = PactTarget(
                pact=pact,
                indicator=one.indicator,
                organisation_id=one.directive.organisation_id,
                kind=one.kind,
                text=one.text,
                value=one.value,
                origin=TargetOrigin.DIRECTIVE,
                origin_paper=one.directive.on_paper,
            )
    PactTarget.objects.bulk_create(taken.values())
    if taken:
        told = sorted(f"{one.indicator}: {one.text} ({one.origin_paper})" for one in taken.values())
        record(actor, "clusters.take_directive_targets", pact, after={"targets": told})
    return len(taken)


def members_name(pk: int, members: Mapping[int, Organisation]) -> str:
    return members[pk].name if pk in members else str(pk)


def locked_draft(pact: Pact, actor: Actor) -> Pact:
    refuse_unless_drafter(pact.cluster_year, actor)
    pact = locked_pact(pact)
    if pact.state != PactState.DRAFT:
        raise Refusal(
            _("The pact is no longer drafted, so its contents stay. Take it back first, or make an addendum.")
        )
    return pact


def _read(aim: PromisedAim, indicator: Indicator) -> TargetReading:
    return read_target(aim.text, kind=aim.kind, value_kind=ValueKind(indicator.value_kind), unit=indicator.unit)


def _standing(pact: Pact, indicator: Indicator) -> dict[int, PromisedAim]:
    """What an addendum would change: the targets in force, as they were typed. The pact itself changes nothing."""
    if not pact.is_addendum:
        return {}
    rows = PactTarget.objects.standing(pact.cluster_year).filter(indicator=indicator)
    return {
        one.organisation_id: PromisedAim(TargetKind(one.kind), one.text, one.origin, one.origin_paper) for one in rows
    }


def _unit(aim: PromisedAim, indicator: Indicator) -> str:
    """A part of a whole may be promised as a share."""
    promised_as_share = aim.kind is not TargetKind.RATIO and indicator.value_kind == ValueKind.RATIO
    return "%" if promised_as_share else indicator.unit


def _said(commitment: PactCommitment) -> dict:
    return {name: str(getattr(commitment, name) or "") for name in OF_COMMITMENT}
