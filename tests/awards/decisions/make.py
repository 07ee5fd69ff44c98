"""Builders of decisions: a city's, on dossiers that its Council agreed to."""

import hashlib
from datetime import date

from django.core.files.base import ContentFile

from awards.decisions.actions.decisions import IssueSaid, begin_decision, issue_decision, take_dossiers
from awards.models import CertificateList, Decision, Nomination
from awards.sittings.models.agenda import SittingItem
from emulation.core import clock
from emulation.core.models import User
from tests.awards.register.make import make_honour
from tests.awards.sittings.make import Room, before_the_council
from tests.clusters.attachments.make import PDF
from tests.periods import DAY


def agreed_dossier(room: Room, name="Phòng A", *, sat_on=date(2023, 7, 7), **said) -> Nomination:
    """As if a sitting of that day had agreed to it."""
    dossier = before_the_council(room, name, **said)
    sitting = room.council.sittings.create(held_on=sat_on, place="Phòng họp", quorum=1, state="concluded")
    sitting.steps.create(name="conclude", source="open", target="concluded", taken_by_name="Thử", taken_at=clock.now())
    SittingItem.objects.create(
        sitting=sitting,
        nomination=dossier,
        position=1,
        outcome="agreed",
        agreed_votes=5,
        against_votes=0,
        needed=4,
        of=6,
    )
    return dossier


def drafted(room: Room, *dossiers: Nomination, subject="Về việc tặng Bằng khen", made_by="") -> Decision:
    city = room.offices.city
    decision = begin_decision(city.organisation, subject=subject, made_by=made_by, actor=city.officer)
    if dossiers:
        take_dossiers(decision, dossiers, actor=city.officer)
    return fresh(decision)


def said_by(room: Room, *, number="12", symbol="QĐ-UBND", day=DAY, **more) -> IssueSaid:
    signer = User.objects.get(pk=room.offices.city.approver.user_id)
    return IssueSaid(number, symbol, day, **{"signer": signer} | more)


def issued(room: Room, *dossiers: Nomination, **said) -> Decision:
    decision = drafted(room, *dossiers)
    return fresh(issue_decision(decision, said_by(room, **said), actor=room.offices.city.approver))


def fresh(decision: Decision) -> Decision:
    return Decision.objects.select_related("body__parent", "signer").get(pk=decision.pk)


def make_decision_of(body, nomination: Nomination) -> Decision:
    """A draft of the body with its scan and a certificate, without walking there: for pages that ask for it."""
    decision = Decision.objects.create(body=body, subject="Thử", day=DAY)
    decision.lines.create(nomination=nomination)
    line = decision.lines.create(nomination=nomination, honour=make_honour(body), stands=False)
    made = CertificateList.objects.create(decision=decision, reason="Thử", made_by_name="Thử", made_at=clock.now())
    made.certificates.create(line=line, code="K7M29XPA44TR")
    scan = decision.scans.model(
        decision=decision,
        name="thu.pdf",
        size=len(PDF),
        checksum=hashlib.sha256(PDF).hexdigest(),
        content_type="application/pdf",
        filed_by_name="Thử",
        filed_at=clock.now(),
    )
    scan.file.save("thu.pdf", ContentFile(PDF), save=False)
    scan.save()
    return decision
