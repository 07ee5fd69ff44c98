"""Conferences that a province holds by itself, entered by its own people; its reports print them."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.conferences.models.province_conference import ROW, ProvinceConference
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import require_reason
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.text import squash


@transaction.atomic
def set_province_conference(
    province: Organisation, conference: ProvinceConference | None, *, actor: Actor, **entered: Any
) -> ProvinceConference:
    """`entered`: kind, year, subject, held_on, place, people, chair, conclusion. A new one where `conference` is
    None."""
    _require_own(province, actor)
    if entered["held_on"].year not in (entered["year"], entered["year"] + 1):
        raise Refusal(
            _("A conference of %(year)s is held in that year or in the next one; choose another day or year.")
            % {"year": entered["year"]},
            field="held_on",
        )
    if not province.during.contains(entered["held_on"]):
        raise Refusal(
            _("%(province)s did not exist on this day. Choose another day.") % {"province": province}, field="held_on"
        )
    before = None
    if conference is None:
        conference = ProvinceConference(organisation=province)
    else:
        conference = _locked(conference)
        before = _said(conference)
    conference.kind, conference.year = entered["kind"], entered["year"]
    conference.subject, conference.place = squash(entered["subject"]), squash(entered["place"])
    conference.held_on, conference.people = entered["held_on"], entered["people"]
    conference.chair, conference.conclusion = squash(entered["chair"]), entered["conclusion"].strip()
    conference.save()
    record(actor, "clusters.set_province_conference", conference, before=before, after=_said(conference))
    return conference


@transaction.atomic
def strike_out_province_conference(conference: ProvinceConference, *, why: str, actor: Actor) -> ProvinceConference:
    """Entered by mistake, or not held: no longer shown or reported, and kept."""
    _require_own(conference.organisation, actor)
    require_reason(why)
    conference = _locked(conference)
    conference.withdrawn_at = clock.now()
    conference.save(update_fields=["withdrawn_at"])
    record(actor, "clusters.strike_out_province_conference", conference, before=_said(conference), why=why)
    return conference


def _require_own(province: Organisation, actor: Actor) -> None:
    if province.kind not in PROVINCIAL_KINDS or not actor.may("write", province, subject=ROW):
        raise Refusal(_("Only the people of a province enter its conferences."))


def _locked(conference: ProvinceConference) -> ProvinceConference:
    kept = ProvinceConference.objects.select_for_update(of=("self",)).get(pk=conference.pk)
    if kept.withdrawn_at is not None:
        raise Refusal(_("This conference was struck out; enter it anew."))
    return kept


def _said(conference: ProvinceConference) -> dict[str, Any]:
    return {
        "kind": conference.kind,
        "year": conference.year,
        "subject": conference.subject,
        "held_on": format_date(conference.held_on),
        "place": conference.place,
        "people": conference.people,
        "chair": conference.chair,
        "conclusion": conference.conclusion,
    }
