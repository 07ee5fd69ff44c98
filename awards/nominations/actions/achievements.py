"""Measured achievements: written row by row, taken over from the pact, taken out."""

from django.db import transaction
from django.utils.translation import gettext as _

from awards.nominations.actions.drafting import OVERTAKEN, drafted
from awards.nominations.models.contents import Achievement
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.pact_results import pact_results
from awards.nominations.rules.terms import MOST_ACHIEVEMENTS, AchievementOrigin, AchievementPart
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting
from emulation.core.actor import Actor
from emulation.core.errors import Overtaken, Refusal
from emulation.core.models.fields import longest
from emulation.core.numbers import format_integer
from emulation.core.paper import for_paper
from emulation.core.text import squash


@transaction.atomic
def add_achievement(nomination: Nomination, *, actor: Actor) -> Achievement:
    """An empty row, filled in as it is typed."""
    nomination = drafted(nomination, actor)
    empty = nomination.achievements.filter(text="", target="", result="", source="").first()
    if empty is not None:
        return empty
    if nomination.achievements.count() >= MOST_ACHIEVEMENTS:
        raise Refusal(
            _("%(most)s achievements stand here already. Take one out first.")
            % {"most": format_integer(MOST_ACHIEVEMENTS)}
        )
    return nomination.achievements.create()


@transaction.atomic
def write_achievement(
    nomination: Nomination, pk: int, part: AchievementPart, *, text: str, seen: str, actor: Actor
) -> str:
    """What stands there now; `Overtaken` where somebody else wrote in the meantime."""
    nomination = drafted(nomination, actor)
    row = nomination.achievements.select_for_update().filter(pk=pk).first()
    if row is None:
        raise Refusal(_("This row was taken out in the meantime. Open the page again."))
    if not row.is_own:
        raise Refusal(_("What was taken over from the pact is not changed here; its source is the accepted figures."))
    written = fitting(text, most=longest(Achievement, part), field=part)
    before = getattr(row, part)
    if before == written:
        return written
    if before != squash(for_paper(seen)):
        raise Overtaken(str(OVERTAKEN), theirs=before)
    setattr(row, part, written)
    row.save(update_fields=[part])
    record(
        actor,
        "awards.write_achievement",
        nomination,
        before={part.value: before},
        after={part.value: written},
        organisation_id=nomination.organisation_id,
    )
    return written


@transaction.atomic
def drop_achievement(nomination: Nomination, pk: int, *, actor: Actor) -> None:
    nomination = drafted(nomination, actor)
    row = nomination.achievements.filter(pk=pk).first()
    if row is None:
        return
    record(
        actor,
        "awards.drop_achievement",
        nomination,
        before={"text": row.text, "result": row.result},
        organisation_id=nomination.organisation_id,
    )
    row.delete()


@transaction.atomic
def take_over_pact(nomination: Nomination, *, actor: Actor) -> int:
    """Every accepted figure with a target in the pact that is not here yet; how many came."""
    nomination = drafted(nomination, actor)
    here = set(nomination.achievements.filter(figure__isnull=False).values_list("figure", flat=True))
    coming = [one for one in pact_results(nomination) if one.figure.pk not in here]
    if not coming:
        raise Refusal(_("Nothing to take over: no accepted figure of the pact that is not here already."))
    Achievement.objects.bulk_create(
        Achievement(
            nomination=nomination,
            origin=AchievementOrigin.PACT,
            figure=one.figure,
            text=one.text[:500],
            target=one.target[:200],
            result=one.result[:200],
            source=one.source[:300],
        )
        for one in coming
    )
    record(
        actor,
        "awards.take_over_pact",
        nomination,
        after={"added": len(coming)},
        organisation_id=nomination.organisation_id,
    )
    return len(coming)
