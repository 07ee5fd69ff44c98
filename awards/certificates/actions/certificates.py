"""Certificates are made of a decision, handed over, and asked about by anybody who holds one."""

import secrets
from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from awards.certificates.models.certificate import Certificate, CertificateList, lines_with_certificates
from awards.certificates.models.seen import SeenByAnybody, seen_by_anybody
from awards.certificates.models.wording import refused_of
from awards.certificates.rules.codes import new_code, read
from awards.decisions.actions.course import locked_decision
from awards.decisions.models.decision import Decision
from awards.decisions.words import state_refusal
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.public_tries import Bound, has_tried_enough, note_try
from emulation.core.actions.refusals import fitting, reason_of
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest

WRONG_CODES = Bound("certificate_code", 10, timedelta(minutes=15))


@transaction.atomic
def make_certificates(decision: Decision, *, reason: str, actor: Actor) -> CertificateList:
    """Of every Bằng khen and Giấy khen of the decision that has none yet; `reason` is printed on all of them, also on
    those made before."""
    decision = _of_the_body(decision, actor)
    if decision.made_by:
        raise Refusal(_("This decision was made elsewhere: whoever made it prints its certificates."))
    if not decision.is_issued:
        raise Refusal(state_refusal(decision))
    reason = fitting(reason, most=longest(CertificateList, "reason"), field="reason")
    if not reason:
        raise Refusal(
            _("Write what is printed beneath the names, for example “Đã hoàn thành xuất sắc nhiệm vụ”."), field="reason"
        )
    lines = list(lines_with_certificates(decision).filter(certificate=None))
    found, made = CertificateList.objects.get_or_create(
        decision=decision, defaults={"reason": reason, "made_by_name": actor.name, "made_at": clock.now()}
    )
    if not lines and made:
        raise Refusal(_("The decision confers no Bằng khen and no Giấy khen."))
    found.reason = reason
    found.save()
    Certificate.objects.bulk_create(
        [Certificate(list=found, line=line, code=new_code(secrets.choice)) for line in lines], batch_size=1000
    )
    record(
        actor,
        "awards.make_certificates",
        decision,
        after={"certificates": len(lines), "reason": reason},
        organisation_id=decision.body_id,
    )
    return found


@transaction.atomic
def hand_over(decision: Decision, chosen: Sequence[Certificate], *, received_by: str, on: date, actor: Actor) -> int:
    """All of them or none. `received_by` empty: each person received their own; for a collective somebody is named."""
    decision = _of_the_body(decision, actor)
    if not chosen:
        raise Refusal(_("No certificate is ticked. Tick those that were handed over."))
    if decision.day is None or not decision.day <= on <= clock.today():
        raise Refusal(
            _("Handed over on %(day)s: the day lies before the decision or ahead of today.") % {"day": format_date(on)},
            field="received_on",
        )
    received_by = fitting(received_by, most=longest(Certificate, "received_by"), field="received_by")
    keys = [one.pk for one in chosen]
    rows = Certificate.objects.with_names().filter(list__decision=decision, pk__in=keys)
    rows = list(rows.select_for_update(of=("self",)).order_by("pk"))
    for one in rows:
        refuse_out_of_force(one)
        if one.is_handed_over:
            raise Refusal(
                _("%(name)s: handed over already, to %(whom)s on %(day)s.")
                % {"name": one, "whom": one.received_by, "day": format_date(one.received_on)}
            )
        if not received_by and not one.line.nomination.is_of_a_person:
            raise Refusal(_("%(name)s: write who received it for the collective.") % {"name": one}, field="received_by")
        one.received_by, one.received_on = received_by or one.line.honour.name, on
        one.handed_by_name = actor.name
    Certificate.objects.bulk_update(rows, ["received_by", "received_on", "handed_by_name"], batch_size=1000)
    record(
        actor,
        "awards.hand_over_certificates",
        decision,
        after={"certificates": [f"{one} – {one.received_by}" for one in rows], "day": on},
        organisation_id=decision.body_id,
    )
    return len(rows)


@transaction.atomic
def unsay_handing_over(certificate: Certificate, *, why: str, actor: Actor) -> Certificate:
    """What was recorded of it was wrong; the journal keeps what was said."""
    decision = _of_the_body(certificate.list.decision, actor)
    found = Certificate.objects.with_names().select_for_update(of=("self",)).get(pk=certificate.pk)
    said = reason_of(why, needed=True)
    if not found.is_handed_over:
        raise Refusal(_("%(name)s: nothing is recorded of a handing-over.") % {"name": found})
    before = {"certificates": f"{found} – {found.received_by}", "day": found.received_on}
    found.received_by, found.received_on, found.handed_by_name = "", None, ""
    found.save()
    record(
        actor,
        "awards.unsay_handing_over",
        decision,
        before=before,
        why=said,
        organisation_id=decision.body_id,
    )
    return found


def refuse_out_of_force(certificate: Certificate) -> None:
    """No paper is handed over of an honour that is suspended, revoked or undone."""
    if said := refused_of(certificate.line.honour):
        raise Refusal(said)


def look_up(written: str, *, address: str | None) -> SeenByAnybody | None:
    """None: there is no such certificate. Whoever has tried wrong codes too often is refused, also the right one; what
    cannot be a code guesses nothing and is not counted (decision 61)."""
    if has_tried_enough(WRONG_CODES, address):
        raise Refusal(
            _("Too many wrong codes came from your address. Try again in %(minutes)s minutes.")
            % {"minutes": int(WRONG_CODES.within.total_seconds() // 60)}
        )
    code = read(written)
    rows = Certificate.objects.select_related("line__honour", "line__decision", "line__nomination")
    found = rows.filter(code=code).first() if code else None
    if found is None:
        if code:
            note_try(WRONG_CODES, address)
        return None
    return seen_by_anybody(found)


def _of_the_body(decision: Decision, actor: Actor) -> Decision:
    decision = locked_decision(decision)
    if not actor.may("write", decision):
        raise Refusal(_("Certificates are made and handed over by an officer of the body that made the decision."))
    return decision
