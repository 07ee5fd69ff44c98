"""Signing a report, minutes, a result: by the head's approver, whom the caller has asked for the password again."""

import logging
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.conferences.rules.terms import ConferenceState
from clusters.models import Conference, YearResult
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import fitting, refusing_conflicts
from emulation.core.actions.walk import ready_to_walk, walk
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models.fields import longest
from emulation.core.text import MARKUP
from reports.document.rules.document import Document
from reports.document.rules.issuer import Capacity
from reports.document.rules.snapshot import checksum, freeze
from reports.runs.actions.files import file_away
from reports.runs.actions.making import RENDERERS, REPORT, is_under_seal_of
from reports.runs.actions.steps import step_of_signing
from reports.runs.actions.subjects import locked_subject
from reports.runs.models.kinds import FileFormat
from reports.runs.models.report import Report
from reports.runs.rules.unmade import Unmade, why_unmade
from reports.runs.words import UNMADE
from reports.signing.actions.to_sign import PaperToSign, minutes_to_sign, report_to_sign, result_to_sign
from reports.signing.models import PaperSignatory, SignedFile, SignedPaper
from reports.signing.rules import (
    LARGEST_NUMBER,
    DayHindrance,
    PaperSaid,
    Signatory,
    as_signed,
    hindrance_of_day,
    is_signed_in_one,
    needs_office,
)
from reports.signing.words import HAS_MARKUP, IN_THE_FUTURE, NUMBER_USED

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class MadePaper:
    """A paper as it will stand, whole, before anything is kept of it."""

    to_sign: PaperToSign
    said: PaperSaid
    document: Document
    files: dict[FileFormat, dict[str, Any]]


def sign_report(report: Report, said: PaperSaid, *, actor: Actor) -> SignedPaper:
    """Once, by the approver of the head under whose seal it was made, of a correction in a closed year by that of the
    organisation that signed; what is signed never changes."""
    report = refuse_unless_report_can_be_signed(report, actor)
    made = _made(report_to_sign(report), said)
    with transaction.atomic():
        locked_subject(report.subject)
        refuse_unless_report_can_be_signed(report, actor)
        paper = _kept(made, actor=actor)
        seal = is_under_seal_of(actor, report)
        walk(REPORT, report, step_of_signing(report), actor=actor, under_own_seal=seal, told=told(paper))
    return paper


def sign_minutes(conference: Conference, said: PaperSaid, *, actor: Actor) -> SignedPaper:
    """Of a closed conference, once: closing fixed what they say, this gives them number, day and names."""
    refuse_unless_minutes_can_be_signed(conference, actor)
    made = _made(minutes_to_sign(conference), said)
    with transaction.atomic():
        refuse_unless_minutes_can_be_signed(Conference.objects.select_for_update().get(pk=conference.pk), actor)
        return _recorded(_kept(made, actor=actor), "reports.sign_minutes", actor)


def sign_result(result: YearResult, said: PaperSaid, *, actor: Actor) -> SignedPaper:
    """Of a frozen result, once: freezing fixed what it says, this gives it number, day and name."""
    refuse_unless_result_can_be_signed(result, actor)
    made = _made(result_to_sign(result), said)
    with transaction.atomic():
        refuse_unless_result_can_be_signed(YearResult.objects.select_for_update().get(pk=result.pk), actor)
        return _recorded(_kept(made, actor=actor), "reports.sign_result", actor)


def refuse_unless_report_can_be_signed(report: Report, actor: Actor) -> Report:
    """The report as it stands now."""
    seal = is_under_seal_of(actor, report)
    ready = ready_to_walk(REPORT, report, step_of_signing(report), actor=actor, under_own_seal=seal)
    if checksum(ready.document) != ready.checksum:
        raise Refusal(
            _(
                "What the database holds of this draft was changed outside of this software, so it is not signed. "
                "Make the report again, and tell the system administrator."
            )
        )
    return ready


def refuse_unless_minutes_can_be_signed(conference: Conference, actor: Actor) -> None:
    if not actor.may("sign", conference, subject="conference_draft"):
        raise Refusal(_("Only the approver of the head of the cluster signs the minutes."))
    if conference.state != ConferenceState.CLOSED:
        raise Refusal(_("The minutes are signed once the conference is closed. Close it first."))
    _refuse_if_signed(SignedPaper.objects.filter(conference=conference))


def refuse_unless_result_can_be_signed(result: YearResult, actor: Actor) -> None:
    if not actor.may("sign", result, subject="result_draft"):
        raise Refusal(_("Only the approver of the head of the cluster signs the result."))
    if not result.is_frozen:
        raise Refusal(_("A result is signed once it is frozen. Freeze it first."))
    _refuse_if_signed(SignedPaper.objects.filter(result=result))


def _refuse_if_signed(signed) -> None:
    paper = signed.first()
    if paper is not None:
        raise Refusal(
            _("This paper is signed already, as %(reference)s by %(who)s.")
            % {"reference": paper.reference, "who": paper.signed_by_name}
        )


def fitted(to_sign: PaperToSign, said: PaperSaid) -> PaperSaid:
    """What was said as it will be kept and printed, or the refusal at its field."""
    if not 1 <= said.number <= LARGEST_NUMBER:
        raise Refusal(_("A number is at least 1 and has at most five digits."), field="number")
    day = format_date(said.dated)
    match hindrance_of_day(said.dated, not_before=to_sign.not_before, today=clock.today()):
        case DayHindrance.IN_THE_FUTURE:
            raise Refusal(str(IN_THE_FUTURE) % {"day": day}, field="dated")
        case DayHindrance.TOO_EARLY:
            raise Refusal(to_sign.too_early, field="dated")
    place = _fitting_print(said.place, most=longest(SignedPaper, "place"), field="place")
    if not place:
        raise Refusal(_("Say where the paper is dated, for example Cần Thơ."), field="place")
    _refuse_other_capacities(to_sign, said)
    in_one = is_signed_in_one(to_sign.issuer.capacities)
    signatories = tuple(_fitted(one, in_one) for one in said.signatories)
    fit = PaperSaid(said.number, said.dated, place, signatories)
    _refuse_used_number(to_sign, fit)
    return fit


def field_of(name: str, capacity: Capacity, in_one: bool) -> str:
    """The form's field of a signatory's `name` or `office`."""
    return name if in_one else f"{name}_{capacity.code}"


def _fitted(one: Signatory, in_one: bool) -> Signatory:
    of_office, of_name = (field_of(name, one.capacity, in_one) for name in ("office", "name"))
    office = _fitting_print(one.office, most=longest(PaperSignatory, "office"), field=of_office)
    name = _fitting_print(one.name, most=longest(PaperSignatory, "name"), field=of_name)
    if not name:
        raise Refusal(_("Say who signs, by first and last name."), field=of_name)
    if not office and needs_office(one.capacity):
        raise Refusal(_("Say in which office you sign, for example Phó Chủ tịch UBND thành phố."), field=of_office)
    return Signatory(one.capacity, name, office)


def _fitting_print(text: str, *, most: int, field: str) -> str:
    """Of a place, an office or a name, none of which has a sign of markup."""
    text = fitting(text, most=most, field=field)
    if MARKUP & set(text):
        raise Refusal(str(HAS_MARKUP), field=field)
    return text


def _refuse_other_capacities(to_sign: PaperToSign, said: PaperSaid) -> None:
    known, chosen = to_sign.issuer.capacities, [one.capacity for one in said.signatories]
    in_one = is_signed_in_one(known)
    if (in_one and (len(chosen) != 1 or chosen[0] not in known)) or (not in_one and tuple(chosen) != known):
        raise Refusal(_("This paper is not signed in that capacity. Choose one of those offered."), field="capacity")


def _refuse_used_number(to_sign: PaperToSign, said: PaperSaid) -> None:
    issuer, year = to_sign.issuer, said.dated.year
    used = SignedPaper.objects.filter(
        register=issuer.register, symbol=issuer.symbol, year=year, number=said.number
    ).first()
    if used is not None:
        words = {"number": used.number_and_symbol, "year": year, "paper": used.thing}
        raise Refusal(str(NUMBER_USED) % words, field="number")


def _made(to_sign: PaperToSign, said: PaperSaid) -> MadePaper:
    """Files are written before any row is locked; one format that cannot be made takes no other with it."""
    said = fitted(to_sign, said)
    document = as_signed(to_sign.document, to_sign.issuer, said)
    folder = f"signed/{checksum(freeze(document))[:16]}"
    files: dict[FileFormat, dict[str, Any]] = {}
    unmade: set[Unmade] = set()
    for form in to_sign.formats:
        try:
            files[form] = file_away(folder, form, RENDERERS[form](document))
        except Exception as error:  # whatever it is, the other formats are made
            logger.exception("%s to sign: %s was not made", to_sign.thing, form.value)
            unmade.add(why_unmade(error))
    if not files:
        why = " ".join(str(UNMADE[one]) for one in unmade)
        raise Refusal(_("Nothing was signed: no format of the paper could be made. %(why)s") % {"why": why})
    return MadePaper(to_sign, said, document, files)


def _kept(made: MadePaper, *, actor: Actor) -> SignedPaper:
    to_sign, said, frozen = made.to_sign, made.said, freeze(made.document)
    with refusing_conflicts():
        paper = SignedPaper.objects.create(
            **to_sign.of,
            organisation=to_sign.organisation,
            register=to_sign.issuer.register,
            symbol=to_sign.issuer.symbol,
            year=said.dated.year,
            number=said.number,
            dated=said.dated,
            place=said.place,
            document=frozen,
            checksum=checksum(frozen),
            signed_by_id=actor.user_id,
            signed_by_name=actor.name,
            signed_at=clock.now(),
        )
    PaperSignatory.objects.bulk_create(
        PaperSignatory(
            paper=paper,
            capacity=one.capacity.code,
            lines="\n".join(one.capacity.lines),
            office=one.office,
            name=one.name,
        )
        for one in said.signatories
    )
    SignedFile.objects.bulk_create(
        SignedFile(paper=paper, format=form, **columns) for form, columns in made.files.items()
    )
    return paper


def told(paper: SignedPaper) -> dict[str, Any]:
    """For the journal."""
    return {
        "number": paper.number_and_symbol,
        "dated": paper.dated,
        "place": paper.place,
        "signatories": [f"{one.name} ({one.office})" if one.office else one.name for one in paper.signatories.all()],
        "checksum": paper.checksum,
    }


def _recorded(paper: SignedPaper, verb: str, actor: Actor) -> SignedPaper:
    record(actor, verb, paper.thing, after=told(paper), organisation_id=paper.organisation_id)
    return paper
