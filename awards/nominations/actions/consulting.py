"""A desk asks bodies for their opinion of a dossier; they answer, or it enters what came on paper, or takes the
question back. What comes late is kept and marked."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from awards.nominations.actions.answer_days import answer_until
from awards.nominations.actions.course import locked_nomination, refuse_held_back
from awards.nominations.actions.hands import keep_hand
from awards.nominations.models import wording
from awards.nominations.models.consultation import Consultation, ConsultationStep
from awards.nominations.models.nomination import Nomination
from awards.nominations.rules.consulting import FLOW, AnswerCase, AnswerHindrance
from awards.nominations.rules.terms import NominationState
from awards.nominations.words import ANSWER_HINDRANCES, opinion_state_refusal, state_refusal
from awards.procedures.rules.terms import Consulted
from awards.rows.actions import fitting_number
from clusters.models import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actions.quotas import require_room
from emulation.core.actions.refusals import fitting, refusing_conflicts
from emulation.core.actions.walk import Course, Told, Walked, keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.flow import Step
from emulation.core.intake.papers import kind_of_paper, too_large_a_paper
from emulation.core.models.fields import longest
from emulation.core.text import squash

MOST_ASKED = 20


@dataclass(frozen=True)
class BodyAsked:
    """`body`: an organisation of the house, or None with the `name` of one that has no account here."""

    kind: Consulted
    body: Organisation | None = None
    name: str = ""


@dataclass(frozen=True)
class AnswerSaid:
    """`number`, `dated`, `scan`: of an answer that came on paper."""

    opinion: str
    reason: str = ""
    number: str = ""
    dated: date | None = None
    scan: UploadedFile | None = None


@transaction.atomic
def ask_bodies(
    nomination: Nomination, asked: Sequence[BodyAsked], *, question: str, until: date | None, actor: Actor
) -> list[Consultation]:
    """`until`: the last day to answer where the desk sets it; else it is reckoned by the days of the procedure. All are
    asked, or none."""
    if not actor.may("review", nomination, subject="nomination_review"):
        raise Refusal(_("Opinions are asked by whoever appraises the dossier."))
    nomination = locked_nomination(nomination)
    if nomination.state != NominationState.REVIEW:
        raise Refusal(state_refusal(nomination))
    refuse_held_back(nomination, actor)
    if not asked:
        raise Refusal(_("Choose at least one body, or write the name of one that has no account here."))
    if nomination.consultations.standing().count() + len(asked) > MOST_ASKED:
        raise Refusal(_("At most %(most)s bodies are asked about one dossier.") % {"most": MOST_ASKED})
    said = fitting(question, most=longest(Consultation, "question"), field="question")
    today = clock.today()
    made = []
    for one in asked:
        _refuse_no_stranger(nomination, one)
        due = answer_until(nomination, one.kind, until=until, on=today)
        name = one.body.name if one.body else fitting(one.name, most=longest(Consultation, "name"), field="name")
        with refusing_conflicts():
            consultation = Consultation.objects.create(
                nomination=nomination,
                asker=nomination.holder,
                kind=one.kind,
                body=one.body,
                name=name[: longest(Consultation, "name")],
                question=said,
                asked_by_name=actor.name,
                asked_at=clock.now(),
                due_on=due.day,
                days=due.days,
                days_verified=due.is_verified,
            )
        keep_beginning(CONSULTATION, consultation, "ask", actor=actor)
        record(
            actor,
            "awards.ask_consultation",
            consultation,
            after={"body": name, "due_on": due.day},
            organisation_id=nomination.holder_id,
            tells_of=[nomination],
        )
        made.append(consultation)
    keep_hand(nomination, actor)
    return made


def _refuse_no_stranger(nomination: Nomination, asked: BodyAsked) -> None:
    """Nobody is asked about itself, and no desk asks itself."""
    body = asked.body
    if body is None:
        if not asked.name:
            raise Refusal(_("Say which body is consulted."))
        return
    if body.pk in (nomination.organisation_id, nomination.subject_id):
        raise Refusal(
            _("%(unit)s nominates or is nominated in this dossier; ask another body.") % {"unit": body}, field="body"
        )
    if body.pk == nomination.holder_id:
        raise Refusal(_("The dossier lies at %(unit)s itself; ask another body.") % {"unit": body}, field="body")
    if not body.during.contains(clock.today()):
        raise Refusal(_("%(unit)s no longer exists; ask the one in its place.") % {"unit": body}, field="body")


def answer_consultation(consultation: Consultation, said: AnswerSaid, *, actor: Actor) -> Consultation:
    """By the consulted body's own people, also after its last day."""
    return walk(CONSULTATION, consultation, "answer", actor=actor, said=_fitted(said), on=clock.today())


def enter_answer(consultation: Consultation, said: AnswerSaid, *, actor: Actor) -> Consultation:
    """What came on paper, with number, day and scan, by whoever asked."""
    number = fitting_number(said.number, most=longest(Consultation, "number"), field="number")
    if not number:
        raise Refusal(_("Give the number of the letter, for example 123/CV-CT."), field="number")
    if said.dated is None:
        raise Refusal(_("Give the day of the letter."), field="dated")
    asked_on = timezone.localtime(consultation.asked_at).date()
    if said.dated > clock.today():
        raise Refusal(
            _("The letter is dated %(day)s, ahead of today.") % {"day": format_date(said.dated)}, field="dated"
        )
    if said.dated < asked_on:
        raise Refusal(
            _("The letter is dated %(day)s, before the opinion was asked on %(asked)s.")
            % {"day": format_date(said.dated), "asked": format_date(asked_on)},
            field="dated",
        )
    if said.scan is None:
        raise Refusal(_("File the scan of the letter."), field="scan")
    return walk(
        CONSULTATION,
        consultation,
        "enter",
        actor=actor,
        said=_fitted(said),
        on=said.dated,
        number=number,
        scan=said.scan,
    )


def take_question_back(consultation: Consultation, *, why: str, actor: Actor) -> Consultation:
    return walk(CONSULTATION, consultation, "take_back", actor=actor, why=why)


def _fitted(said: AnswerSaid) -> AnswerSaid:
    return AnswerSaid(said.opinion, fitting(said.reason, most=longest(Consultation, "reason"), field="reason"))


def _locked(consultation: Consultation) -> Consultation:
    related = ("nomination", "asker", "body")
    return Consultation.objects.select_for_update(of=("self",)).select_related(*related).get(pk=consultation.pk)


def _case_of(consultation: Consultation, *, said: AnswerSaid | None = None, **context: Any) -> AnswerCase:
    """Before anything is said, as where steps are offered, nothing hinders."""
    return AnswerCase("no_opinion") if said is None else AnswerCase(said.opinion, said.reason)


def _in_words(hindrance: str, case: AnswerCase, consultation: Consultation) -> Refusal:
    reason = AnswerHindrance(hindrance)
    return Refusal(str(ANSWER_HINDRANCES[reason]), field="reason" if reason is AnswerHindrance.NO_REASON else "opinion")


def _entered(consultation: Consultation, step: Step, walked: Walked) -> Told:
    if step.name != "answer":
        refuse_held_back(consultation.nomination, walked.actor)
    of_the_body = consultation.body_id if step.name == "answer" else consultation.asker_id
    keep_hand(consultation.nomination, walked.actor, body=of_the_body)
    if step.name == "take_back":
        taken_back = {"state": consultation.state, "body": consultation.name}
        return Told({"state": walked.source}, taken_back, tells_of=[consultation.nomination])
    said: AnswerSaid = walked.context["said"]
    consultation.opinion, consultation.reason = said.opinion, said.reason
    consultation.answered_on, consultation.answered_by_name = walked.context["on"], walked.actor.name
    if "scan" in walked.context:
        consultation.number = walked.context["number"]
        _keep_scan(consultation, walked.context["scan"])
    told = {"body": consultation.name, "opinion": str(consultation.get_opinion_display())}
    if consultation.number:
        told |= {"number": consultation.number, "file": consultation.file_name}
    answered = {"state": consultation.state, **told}
    return Told({"state": walked.source}, answered, tells_of=[consultation.nomination])


def _keep_scan(consultation: Consultation, scan: UploadedFile) -> None:
    """The file is written before the row: a deed that fails afterwards leaves bytes that no page shows."""
    limit = settings.PAPER_UPLOAD_LIMIT
    if (scan.size or 0) > limit:
        raise Refusal(too_large_a_paper(limit), field="scan")
    content = scan.read()
    kind = kind_of_paper(content, limit=limit, field="scan")
    require_room(consultation.asker_id, len(content), field="scan")
    stem = squash(str(scan.name)).rsplit("/", 1)[-1].rsplit("\\", 1)[-1].rsplit(".", 1)[0]
    consultation.file_name = f"{stem[:200] or 'cong-van'}.{kind.name}"
    consultation.size, consultation.content_type = len(content), kind.content_type
    consultation.checksum = hashlib.sha256(content).hexdigest()
    consultation.file.save(f"{uuid.uuid4().hex}.{kind.name}", ContentFile(content), save=False)


CONSULTATION = Course[Consultation](
    flow=FLOW,
    steps=ConsultationStep,
    thing="consultation",
    verb="awards.{}_consultation",
    locked=_locked,
    in_state=opinion_state_refusal,
    in_words=_in_words,
    case_of=_case_of,
    effect=_entered,
    labels=wording.CONSULTATION_OFFERS,
    organisation_of=lambda consultation: consultation.asker_id,
)
