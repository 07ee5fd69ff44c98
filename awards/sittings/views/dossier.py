"""A dossier as the members of the Council read it: built from a list of what they see, never by leaving out."""

from dataclasses import dataclass
from datetime import date

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from awards.nominations.models.names import award_name
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.overrides import overrides_standing
from awards.nominations.views.told import achievement_labels
from awards.procedures.models.wording import RULES
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import PaperKind
from awards.sittings.actions.recusals import stand_aside
from awards.sittings.models.agenda import SittingItem
from awards.sittings.models.sitting import Sitting
from awards.sittings.views.places import crumbs_of_sitting, sitting_or_404
from emulation.core import clock
from emulation.core.access import door
from emulation.core.views.deeds import refused_to
from emulation.core.views.files import download

SHOWN_TO_MEMBERS = (
    PaperKind.SUBMISSION_LETTER,
    PaperKind.SUMMARY_LIST,
    PaperKind.ACHIEVEMENT_REPORT,
    PaperKind.COUNCIL_MINUTES,
    PaperKind.CLUSTER_MINUTES,
    PaperKind.VOTE_RESULT,
    PaperKind.INITIATIVE_CERTIFICATE,
    PaperKind.EARLIER_DECISIONS,
)
"""Opinions of the Party committee, the tax office and other bodies stay with those who appraise."""


@dataclass(frozen=True)
class DossierForMembers:
    """`exceptions`: (rule, why) of rules over which it was sent or which the Council may except."""

    name: str
    kind: str
    position: str
    unit: str
    nominator: str
    award: str
    first_day: date | None
    last_day: date | None
    summary: str
    achievements: list
    papers: list
    exceptions: list[tuple[str, str]]


@door("sitting")
@require_safe
def dossier(request, pk, item):
    found = sitting_or_404(request, pk)
    one = _item_or_404(request, found, item)
    return render(
        request,
        "awards/sittings/dossier.html",
        {
            "sitting": found,
            "item": one,
            "dossier": _shown(one.nomination),
            "achievement_labels": list(achievement_labels().values()),
            "may_stand_aside": not found.is_over and found.seats.filter(user=request.actor.user_id).exists(),
            "crumbs": crumbs_of_sitting(found),
        },
    )


@door("sitting")
@require_safe
def paper(request, pk, item, paper):
    found = sitting_or_404(request, pk)
    one = _item_or_404(request, found, item)
    filed = get_object_or_404(_papers(one.nomination), pk=paper)
    return download(
        request,
        filed.file,
        checksum=filed.checksum,
        name=filed.name,
        back=one.get_absolute_url(),
        content_type=filed.content_type,
    )


@door("sitting_vote", "write")
@require_POST
def aside(request, pk, item):
    """A member asks to be left out of a dossier; from then on it is not there for the member."""
    found = sitting_or_404(request, pk)
    seat = get_object_or_404(found.seats, user=request.actor.user_id)
    one = _item_or_404(request, found, item)
    return refused_to(
        request,
        lambda: stand_aside(one, seat, actor=request.actor),
        done=_("You are out of this dossier; it is kept from you until it is decided."),
        back=found,
    )


def _item_or_404(request, found: Sitting, item: int) -> SittingItem:
    rows = found.items.exclude(outcome="left_out").not_kept_from(request.actor).with_names()
    one = get_object_or_404(rows, pk=item)
    one.sitting = found
    return one


def _papers(nomination: Nomination):
    return nomination.papers.standing().filter(kind__in=SHOWN_TO_MEMBERS, on_paper_only=False)


def _shown(nomination: Nomination) -> DossierForMembers:
    return DossierForMembers(
        name=nomination.name,
        kind=str(nomination.get_subject_kind_display()),
        position=nomination.position,
        unit=nomination.unit,
        nominator=str(nomination.organisation),
        award=award_name(nomination, on=clock.today()),
        first_day=nomination.achieved_from,
        last_day=nomination.achieved_to,
        summary=nomination.summary,
        achievements=list(nomination.achievements.exclude(text="")),
        papers=list(_papers(nomination)),
        exceptions=[(str(RULES[RuleCode(one.code)]), one.why) for one in overrides_standing(nomination)],
    )
