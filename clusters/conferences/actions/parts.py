"""What a conference consists of: agenda, attendance, guests, documents. Changed until it is over."""

import json
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.attachments.actions import file_paper
from clusters.conferences.actions.conferences import locked_conference, refuse_unless_preparer
from clusters.conferences.models.conference import Attendance, Conference, ConferenceItem, ConferencePaper
from clusters.membership.models.heads import head_on
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.marks import refuse_if_changed
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.text import squash

MOST_PAPERS = 50
ITEM_FACTS = ("title", "presenter", "conclusion")


@transaction.atomic
def set_item(
    conference: Conference,
    item: ConferenceItem | None,
    *,
    seen="",
    actor: Actor,
    title,
    presenter,
    conclusion,
    position,
):
    """A new point of the agenda where `item` is None. It takes its place and those after it move on. `seen`: the mark
    of what the form was filled from."""
    conference = _locked(conference, actor)
    entered = {"title": squash(title), "presenter": squash(presenter), "conclusion": conclusion.strip()}
    if not entered["title"]:
        raise Refusal(_("Write what the conference deals with at this point."), field="title")
    before, others = None, list(conference.items.all())
    if item is None:
        item = ConferenceItem(conference=conference)
    else:
        item = _still_there(conference.items, item)
        refuse_if_changed(item, ITEM_FACTS, seen)
        before = {key: getattr(item, key) for key in (*entered, "position")}
        others.remove(item)
    for key, value in entered.items():
        setattr(item, key, value)
    item.position = max(1, min(position, len(others) + 1))
    item.save()
    others.insert(item.position - 1, item)
    _number(others)
    _record(actor, "set_conference_item", conference, before=before, after=entered | {"position": item.position})
    return item


@transaction.atomic
def drop_item(item: ConferenceItem, *, actor: Actor) -> None:
    conference = _locked(item.conference, actor)
    found = _still_there(conference.items, item)
    before = {"title": found.title, "conclusion": found.conclusion}
    found.delete()
    _number(list(conference.items.all()))
    _record(actor, "drop_conference_item", conference, before=before)


@transaction.atomic
def record_attendance(conference: Conference, rows: list[dict], *, seen="", actor: Actor) -> None:
    """`rows`: organisation, is_present, office, people, why_absent; one for each member, at once. `seen`: the mark of
    what the form was filled from."""
    conference = _locked(conference, actor)
    if seen and attendance_mark(conference) != seen:
        raise Refusal(
            _(
                "The attendance was recorded by somebody else while you wrote. Look at it in another tab; then save "
                "again."
            )
        )
    members = {member.pk: member for member in conference.members}
    kept = {one.organisation_id: one for one in conference.attendance.filter(organisation__isnull=False)}
    before, after = {}, {}
    for row in rows:
        member: Organisation = row["organisation"]
        if member.pk not in members:
            raise Refusal(_("%(unit)s is no member on the day of the conference.") % {"unit": member})
        one = kept.get(member.pk) or Attendance(conference=conference, organisation=member)
        if one.pk:
            before[member.name] = _said(one)
        one.is_present = row["is_present"]
        one.office = squash(row["office"])
        one.people = row["people"] if one.is_present else 0
        one.why_absent = "" if one.is_present else squash(row["why_absent"])
        if one.is_present and not one.people:
            raise Refusal(
                _("%(unit)s is present: say with how many persons.") % {"unit": member}, field=f"people-{member.pk}"
            )
        one.save()
        after[member.name] = _said(one)
    _record(actor, "record_attendance", conference, before={"attendance": before}, after={"attendance": after})


@transaction.atomic
def invite_guest(conference: Conference, *, office, people, actor: Actor) -> Attendance:
    """Offices only, no person's name."""
    conference = _locked(conference, actor)
    office = squash(office)
    if not office:
        raise Refusal(_("A guest is named by its office."), field="office")
    guest = Attendance.objects.create(conference=conference, office=office, people=people, is_present=True)
    _record(actor, "invite_guest", conference, after=_said(guest))
    return guest


@transaction.atomic
def drop_guest(guest: Attendance, *, actor: Actor) -> None:
    conference = _locked(guest.conference, actor)
    found = _still_there(conference.attendance.filter(organisation__isnull=True), guest)
    before = _said(found)
    found.delete()
    _record(actor, "drop_guest", conference, before=before)


@transaction.atomic
def file_conference_paper(conference: Conference, *, title, upload, actor: Actor) -> ConferencePaper:
    """Filed by the head for the cluster."""
    conference = _locked(conference, actor)
    if conference.papers.filter(withdrawn_at__isnull=True).count() >= MOST_PAPERS:
        raise Refusal(
            _("%(most)s documents stand here already. Withdraw one, or put several into one file.")
            % {"most": MOST_PAPERS},
            field="file",
        )
    head = head_on(conference.cluster_year, clock.today())
    paper = file_paper(upload, organisation=head, actor=actor, takes_office_files=True)
    title = squash(title) or paper.name
    found = conference.papers.create(title=title, paper=paper)
    _record(actor, "file_conference_paper", conference, after={"title": title, "checksum": paper.checksum})
    return found


@transaction.atomic
def withdraw_conference_paper(found: ConferencePaper, *, actor: Actor) -> None:
    """It is no longer shown; the paper and that it was there stay."""
    conference = _locked(found.conference, actor)
    found = conference.papers.get(pk=found.pk)
    if found.withdrawn_at is None:
        found.withdrawn_at = clock.now()
        found.save(update_fields=["withdrawn_at"])
        _record(actor, "withdraw_conference_paper", conference, before={"title": found.title})


def attendance_mark(conference: Conference) -> str:
    """The same mark, the same attendance of the members."""
    rows = conference.attendance.filter(organisation__isnull=False).order_by("organisation")
    said = list(rows.values_list("organisation", "office", "people", "is_present", "why_absent"))
    return sha256(json.dumps(said).encode()).hexdigest()[:16]


def _number(items: list[ConferenceItem]) -> None:
    """1, 2, 3, … in this order."""
    for place, item in enumerate(items, 1):
        item.position = place
    ConferenceItem.objects.bulk_update(items, ["position"])


def _still_there(rows, one):
    found = rows.filter(pk=one.pk).first()
    if found is None:
        raise Refusal(_("“%(thing)s” was taken out by somebody else in the meantime.") % {"thing": one})
    return found


def _locked(conference: Conference, actor: Actor) -> Conference:
    refuse_unless_preparer(conference, actor)
    return locked_conference(conference)


def _said(one: Attendance) -> dict:
    return {
        "office": one.office,
        "people": one.people,
        "is_present": one.is_present,
        "why_absent": one.why_absent,
    }


def _record(actor: Actor, verb, conference, **said) -> None:
    record(
        actor,
        f"clusters.{verb}",
        conference,
        organisation_id=conference.cluster_year.cluster.owner_id,
        **said,
    )
