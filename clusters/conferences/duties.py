"""What waits for a person before, at and after the conferences of its clusters. Asked for all years at once."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from clusters.conferences.actions.conferences import CONFERENCE
from clusters.conferences.models.conference import Conference, ConferenceItem
from clusters.conferences.rules.terms import ConferenceState
from clusters.membership.duties import Said, Years, nothing_said
from emulation.core.actions.walk import may_walk
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.duty import Duty, DutyKind, about

A_FORTNIGHT = timedelta(days=14)


class ConferenceDuty(DutyKind):
    PREPARE = "conferences.prepare"
    CLOSE = "conferences.close"
    CONCLUDE = "conferences.conclude"


def conference_duties(actor: Actor, years: Years, on: date) -> Said:
    """`years`: {id: cluster year with its head} of those that are open."""
    headed = [pk for pk, year in years.items() if actor.may("read", year, subject="conference_draft")]
    if not headed:
        return nothing_said
    under_way = Conference.objects.filter(
        cluster_year__in=headed,
        state__in=(ConferenceState.PLANNED, ConferenceState.OPEN),
        held_on__lte=on + A_FORTNIGHT,
    ).annotate(is_unconcluded=Exists(ConferenceItem.objects.filter(conference=OuterRef("pk"), conclusion="")))

    def said(some: Years) -> Iterator[Duty]:
        for one in (held for held in under_way if held.cluster_year_id in some):
            one.cluster_year = years[one.cluster_year_id]
            if one.state == ConferenceState.PLANNED and may_walk(CONFERENCE, one, "open", actor=actor):
                title = _("Prepare and open: %(conference)s, %(year)s")
                yield _of(one, ConferenceDuty.PREPARE, title, _planned_why(one, on))
            if one.state == ConferenceState.OPEN and may_walk(CONFERENCE, one, "close", actor=actor):
                title = _("Close and fix the minutes: %(conference)s, %(year)s")
                yield _of(one, ConferenceDuty.CLOSE, title, _("The conference is in session."))
            writes = actor.may("write", one, subject="conference_draft")
            if one.state == ConferenceState.OPEN and writes and one.is_unconcluded:
                title = _("Write the conclusions: %(conference)s, %(year)s")
                why = _("The minutes cannot be closed while a point has no conclusion.")
                yield _of(one, ConferenceDuty.CONCLUDE, title, why)

    return said


def _planned_why(one: Conference, on: date) -> str:
    if one.held_on < on:
        return _("It was planned for %(day)s. Open it, change its day, or record that it is not held.") % {
            "day": format_date(one.held_on)
        }
    return _("Agenda and attendance are recorded before it is opened.")


def _of(one: Conference, kind: ConferenceDuty, title: str, why: str) -> Duty:
    return Duty(
        kind=kind,
        title=title % {"conference": one, "year": one.cluster_year},
        url=reverse("clusters:conference", args=[one.cluster_year_id, one.pk]),
        why=why,
        due=one.held_on,
        subject=about(one),
        organisation=one.cluster_year.head_id,
    )
