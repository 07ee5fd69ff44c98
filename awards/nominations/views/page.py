"""A dossier as its one page shows it: what is said, what is asked, who holds it, what can be done now."""

from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import NoReverseMatch, reverse

from awards.eligibility.rules.flags import FLAG
from awards.nominations.actions.course import NOMINATION, Held, held_by
from awards.nominations.actions.overrides import BEFORE_IT_IS_SENT, may_override
from awards.nominations.actions.papers import may_file
from awards.nominations.models.gauges import gauge_of_list
from awards.nominations.models.names import award_name
from awards.nominations.models.nomination import Nomination
from awards.nominations.models.pact_results import figures_with_evidence, pact_results
from awards.nominations.models.returned import returns_of, steps_with_desks
from awards.nominations.models.standing import DossierStanding, standing_of
from awards.nominations.models.wording import NOMINATION_BADGES, RETURNED
from awards.nominations.rules.terms import DossierField, NominationState
from awards.nominations.views.addresses import url_of_step
from awards.nominations.views.cells import achievement_cells, field_cell, field_cells
from awards.nominations.views.recusals import recusals_told
from awards.nominations.views.told import (
    achievement_labels,
    alike_told,
    comments_told,
    consultations_told,
    figures_of,
    findings_told,
    history_told,
    papers_told,
    record_of,
)
from awards.nominations.views.whereabouts import stages_shown, stands_in, whereabouts
from awards.nominations.words import return_in_words, said_of_place
from awards.procedures.models.wording import PAPERS
from awards.register.models.undone import undone_before
from emulation.core import clock
from emulation.core.actions.walk import StepOffer, offers_of
from emulation.core.actor import Actor
from emulation.core.views.uploads import paper_bounds
from emulation.core.words import choices

PRIMARY = ("take_over", "submit", "present", "take_up", "forward", "put_to_council", "award")
GLYPHS = {
    "present": "user",
    "submit": "upload",
    "take_up": "check",
    "forward": "upload",
    "put_to_council": "people",
    "award": "award",
    "return": "undo",
    "recall": "undo",
    "fetch_back": "undo",
    "take_over": "check",
    "take_back": "undo",
    "give_back": "undo",
    "look_again": "search",
    "decline": "close",
    "withdraw": "close",
}
FORMATS = ("docx", "pdf")
NOT_OFFERED_WHILE_HINDERED = {"recall", "fetch_back", "take_over"}


@dataclass(frozen=True)
class OfferShown:
    offer: StepOffer
    url: str
    kind: str
    glyph: str
    asks: bool = False


def shown_dossier(actor: Actor, nomination: Nomination) -> dict[str, Any]:
    """The same number of questions whatever lies in the dossier."""
    today = clock.today()
    prefetch_related_objects([nomination], steps_with_desks())
    standing = standing_of(nomination, on=today, reader=actor)
    drafts = nomination.is_draft and actor.may("write", nomination)
    labels = achievement_labels()
    rows = list(nomination.achievements.all())
    review = nomination.reviews.visible_to(actor).with_first_deed(actor).order_by("-pk").first()
    first_deed = review.first_deed if review else ""
    held = held_by(nomination, actor)
    is_held = held is not None
    evidence = {one.pk: one.papers_beside for one in figures_with_evidence().filter(pk__in=figures_of(rows))}
    return {
        "nomination": nomination,
        "award": award_name(nomination, on=nomination.decision_date or today),
        "standing": standing,
        **made_of_it(nomination),
        "extracts": _extracts(nomination, actor),
        "feedback_url": reverse("awards:nomination-feedback", args=[nomination.pk])
        if nomination.state == NominationState.DECLINED
        else "",
        "of_place": said_of_place(nomination.place) if nomination.place else "",
        "stages": stages_shown(nomination, standing),
        "review": review,
        "first_deed": first_deed,
        "drafts": drafts,
        "reviews": nomination.state == NominationState.REVIEW and actor.may("review", nomination),
        "of_a_colleague": is_held,
        "cells": field_cells(nomination) if drafts else {},
        "minutes": field_cell(nomination, DossierField.MINUTES)
        if not is_held and _says_of_minutes(nomination, actor)
        else None,
        "achievements": [
            {
                "row": row,
                "cells": achievement_cells(row, labels) if drafts and row.is_own else [],
                "evidence": evidence.get(row.figure_id, []),
            }
            for row in rows
        ],
        "achievement_labels": list(labels.values()),
        "takes_over": len([one for one in pact_results(nomination) if one.figure.pk not in figures_of(rows)])
        if drafts
        else 0,
        **papers_and_days(actor, nomination, standing, held=held),
        "bounds": paper_bounds(),
        **known_of_subject(actor, nomination, standing),
        **recusals_told(nomination, actor),
        "asks": nomination.state == NominationState.REVIEW and actor.may("review", nomination) and not is_held,
        **consultations_told(nomination, standing, actor, today, is_held=is_held),
        **_line(nomination, actor),
        **next_step(actor, nomination, standing, is_led=bool(first_deed)),
    }


def _says_of_minutes(nomination: Nomination, actor: Actor) -> bool:
    is_asked = nomination.place_id is not None and nomination.award.code == FLAG
    return is_asked and not nomination.is_draft and may_file(nomination, actor)


def known_of_subject(actor: Actor, nomination: Nomination, standing: DossierStanding) -> dict[str, Any]:
    """What follows from who is nominated and for which time: conditions, likely duplicates, honours, people counted."""
    today = clock.today()
    return {
        "findings": findings_told(standing, on=today, override_url=lambda code: _override_url(nomination, code, actor)),
        "record": record_of(standing, actor),
        "alike": alike_told(nomination, actor, today),
        **history_told(nomination, standing.recorded, actor, today),
        "gauge": gauge_of_list(nomination, on=today) if _before_sending(nomination, actor) else None,
    }


def papers_and_days(
    actor: Actor, nomination: Nomination, standing: DossierStanding, *, held: Held | None = None
) -> dict[str, Any]:
    """What follows from the version of the procedure, which the time of the achievement may decide; papers also follow
    from who is nominated. `held`: by a colleague of the desk."""
    comments = comments_told(nomination, actor, is_apart=held is not None and held.is_apart)
    for paper in standing.papers:
        paper.said, paper.is_own = comments.papers.get(paper.pk, []), paper.body_id == nomination.holder_id
    return {
        "standing": standing,
        "whereabouts": whereabouts(nomination, standing, clock.today(), actor),
        "files": held is None and may_file(nomination, actor),
        "paper_kinds": choices(PAPERS),
        "comments": comments,
        **papers_told(standing),
    }


def made_of_it(nomination: Nomination) -> dict[str, Any]:
    """Addresses of what is made of the dossier as it is saved, once it says who is nominated."""
    is_named = bool(nomination.name)
    return {
        "letters": _letters(nomination) if is_named else [],
        "file_set": _file_set(nomination) if is_named else "",
    }


def next_step(
    actor: Actor, nomination: Nomination, standing: DossierStanding, *, is_led: bool = False
) -> dict[str, Any]:
    """The person's own steps, the one that leads on first; a step that belongs to another desk is left out. `is_led`:
    something else than a step comes first."""
    offers = offers_of(NOMINATION, nomination, actor=actor, standing=standing, by=actor)
    of_another = "put_to_council" if standing.desk is not standing.route[-1] else "forward"
    hidden = {*NOT_OFFERED_WHILE_HINDERED, of_another}
    shown = [one for one in offers if not (one.hindrance and one.name in hidden)]
    reviews = actor.may("review", nomination, subject="nomination_review")
    stands = stands_in(nomination, actor)
    if stands.draft:
        shown = [one for one in shown if one.name != "award"]
    leads = set(PRIMARY) - ({"award"} if stands.sitting else set())
    leading = next((one.name for one in shown if one.name in leads), "")
    listed = [
        OfferShown(
            one,
            url_of_step(nomination, one.name, reviews=reviews),
            "primary" if one.name == leading and not is_led else "secondary",
            GLYPHS.get(one.name, ""),
            asks=one.name in ("submit", "award"),
        )
        for one in sorted(
            shown, key=lambda one: (one.name != leading, PRIMARY.index(one.name) if one.name in PRIMARY else 99)
        )
    ]
    decides = actor.may("decide", nomination, subject="nomination_review")
    came_back = returns_of([nomination]).get(nomination.pk)
    return {
        "offers": listed,
        "stands": stands,
        "status": RETURNED if came_back else NOMINATION_BADGES[NominationState(nomination.state)],
        "returned": return_in_words(came_back) if came_back else "",
        "may_halt": decides and nomination.state in (NominationState.REVIEW, NominationState.COUNCIL),
        "shows_halt": decides or reviews,
    }


def _line(nomination: Nomination, actor: Actor) -> dict[str, Any]:
    """In the register, for who may read it; and the line before it, where that went with its list."""
    line = nomination.honour if nomination.honour and actor.may("read", nomination.honour) else None
    return {"line": line, "line_undone": undone_before(line) if line else None}


def _before_sending(nomination: Nomination, actor: Actor) -> bool:
    """Whether the nominator looks at a person's dossier that is not sent yet."""
    unsent = nomination.state in BEFORE_IT_IS_SENT and nomination.is_of_a_person
    return unsent and nomination.organisation_id in actor.own


def _override_url(nomination: Nomination, code: str, actor: Actor) -> str:
    """Empty for who may not override the rule now."""
    if not may_override(nomination, code, actor):
        return ""
    name = "nomination-override" if nomination.state in BEFORE_IT_IS_SENT else "nomination-exception"
    return reverse(f"awards:{name}", args=[nomination.pk, code])


def _letters(nomination: Nomination) -> list[tuple[str, str]]:
    """(format, url) of the submission letter, which a higher app makes."""
    try:
        return [(form.upper(), reverse("reports:nomination-paper", args=[nomination.pk, form])) for form in FORMATS]
    except NoReverseMatch:
        return []


def _extracts(nomination: Nomination, actor: Actor) -> list[tuple[str, str]]:
    """(format, url) of what the Council's minutes say of it, for the desk and what is above it."""
    wanted = nomination.state in (NominationState.REVIEW, NominationState.COUNCIL, NominationState.AWARDED)
    if not wanted or not actor.may("read", nomination, subject="nomination_minutes"):
        return []
    try:
        return [(form.upper(), reverse("reports:nomination-extract", args=[nomination.pk, form])) for form in FORMATS]
    except NoReverseMatch:
        return []


def _file_set(nomination: Nomination) -> str:
    try:
        return reverse("reports:nomination-files", args=[nomination.pk])
    except NoReverseMatch:
        return ""
