"""Honours from before the register: declared with number, date and scan; confirmed by the level that conferred them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award
from awards.catalogue.rules.terms import Family, Level
from awards.records.actions.subjects import not_yours
from awards.records.models.declared import DeclaredHonour, DeclaredStep
from awards.records.models.history import lines_held_by
from awards.records.models.subject import Subject
from awards.records.rules.contradictions import RegisterLine, contradiction
from awards.records.rules.flow import FLOW
from awards.records.rules.terms import DeclaredState
from awards.records.words import objection_in_words, state_in_words
from awards.register.models.honour import Honour
from awards.rows.actions import fitting_number
from clusters.attachments.actions import file_paper
from emulation.core.actions.audit import record
from emulation.core.actions.refusals import refusing_conflicts
from emulation.core.actions.walk import Course, keep_beginning, walk
from emulation.core.actor import Actor
from emulation.core.dates import format_date
from emulation.core.errors import Refusal

MOST_LOOKED_AT = 50
AS_WHOM = {DeclaredState.AT_CENTRE: "_as_centre", DeclaredState.AT_PROVINCE: "_as_province"}
OF_MINISTRIES = frozenset({"CSTD_BO", "CO_BO", "BK_BO"})


@dataclass(frozen=True)
class DeclaredSaid:
    """`elsewhere`: a ministry or another province conferred it, so the office's own approver cannot confirm."""

    award: Award
    decision_number: str
    decision_date: date
    achievement_year: int | None = None
    signer_office: str = ""
    elsewhere: bool = False


@transaction.atomic
def declare_honour(
    subject: Subject, said: DeclaredSaid, *, scan: UploadedFile, on: date, actor: Actor
) -> DeclaredHonour:
    """`on` is today. Refused where the register says otherwise."""
    if not actor.may("write", subject, subject="declared_honour"):
        raise Refusal(not_yours())
    Subject.objects.select_for_update(no_key=True).only("pk").get(pk=subject.pk)
    number = fitting_number(said.decision_number, most=100, field="decision_number")
    _refuse_unfit(subject, said, number, on)
    found = contradiction(
        said.award.code, said.achievement_year, number, said.decision_date, _lines(subject, number, said.decision_date)
    )
    if found is not None:
        raise Refusal(objection_in_words(found), field="decision_number")
    of_centre = said.award.level == Level.STATE or said.award.code in OF_MINISTRIES or said.elsewhere
    declared = DeclaredHonour(
        subject=subject,
        organisation_id=subject.organisation_id,
        award=said.award,
        achievement_year=said.achievement_year,
        decision_number=number,
        decision_date=said.decision_date,
        signer_office=said.signer_office,
        scan=file_paper(scan, organisation=subject.organisation, actor=actor, field="scan"),
    )
    with refusing_conflicts():
        declared.save()
    keep_beginning(DECLARED, declared, "declare", actor=actor)
    record(actor, "awards.declare_honour", declared, after={"number": number, "award": said.award.code})
    of_province = said.award.level == Level.PROVINCE and subject.organisation.parent_id is not None
    handed = "hand_up" if of_centre else "hand_to_province" if of_province else ""
    return walk(DECLARED, declared, handed, actor=actor, by_itself=True) if handed else declared


def _refuse_unfit(subject: Subject, said: DeclaredSaid, number: str, on: date) -> None:
    if not number:
        raise Refusal(_("Enter the number of the decision."), field="decision_number")
    _refuse_second_of_a_year(subject, said)
    if said.decision_date > on:
        raise Refusal(
            _("The day of the decision lies after today, %(day)s.") % {"day": format_date(on)}, field="decision_date"
        )
    if said.achievement_year is not None and said.achievement_year > said.decision_date.year:
        raise Refusal(_("The year of the achievement lies after the decision."), field="achievement_year")
    if subject.subject_kind not in said.award.subject_kinds:
        raise Refusal(_("This award is not given to such a subject. Choose another one."), field="award")
    if not said.award.during.contains(said.decision_date):
        raise Refusal(_("This award was not given on the day of the decision. Look at the day again."), field="award")


def _refuse_second_of_a_year(subject: Subject, said: DeclaredSaid) -> None:
    """A title is held once a year of achievement, whatever the number of its decision."""
    if said.award.family != Family.TITLE or said.achievement_year is None:
        return
    declared = DeclaredHonour.objects.counting().filter(subject=subject, award=said.award)
    there = declared.filter(achievement_year=said.achievement_year).first()
    if there is not None:
        raise Refusal(
            _("This title is declared for %(year)s already, by %(number)s. Withdraw that one, or mend the year.")
            % {"year": said.achievement_year, "number": there.decision_number},
            field="achievement_year",
        )


def _lines(subject: Subject, number: str, decided: date) -> list[RegisterLine]:
    """What the register holds of the subject, and of the office in that year under that number."""
    subject = subject.of_its_province
    mine = {
        line.pk: RegisterLine(line.pk, line.award, line.year, line.number, line.decided, in_force=line.in_force)
        for line in lines_held_by([subject])[subject.pk]
    }
    same_number = Honour.objects.in_force().filter(
        organisation=subject.organisation_id, decision_date__year=decided.year, decision_number=number
    )
    of_office = same_number.exclude(pk__in=mine).order_by()
    columns = ("pk", "award__code", "achievement_year", "decision_number", "decision_date")
    others = [
        RegisterLine(pk, award, year, of_line, day, is_mine=False)
        for pk, award, year, of_line, day in of_office.values_list(*columns)[:MOST_LOOKED_AT]
    ]
    return [*mine.values(), *others]


def confirm_declared(declared: DeclaredHonour, *, actor: Actor) -> DeclaredHonour:
    return walk(DECLARED, declared, "confirm" + _as_whom(declared), actor=actor)


def refuse_declared(declared: DeclaredHonour, *, why: str, actor: Actor) -> DeclaredHonour:
    return walk(DECLARED, declared, "refuse" + _as_whom(declared), actor=actor, why=why)


def withdraw_declared(declared: DeclaredHonour, *, why: str, actor: Actor) -> DeclaredHonour:
    return walk(DECLARED, declared, "withdraw", actor=actor, why=why)


def _as_whom(declared: DeclaredHonour) -> str:
    return AS_WHOM.get(DeclaredState(declared.state), "")


def _locked(declared: DeclaredHonour) -> DeclaredHonour:
    related = ("subject", "award", "scan", "organisation")
    return DeclaredHonour.objects.select_for_update(of=("self",)).select_related(*related).get(pk=declared.pk)


def _nothing(declared: DeclaredHonour, **context: Any) -> None:
    return None


DECLARED = Course[DeclaredHonour](
    flow=FLOW,
    steps=DeclaredStep,
    thing="declared",
    verb="awards.{}_declared",
    locked=_locked,
    in_state=lambda declared: state_in_words(DeclaredState(declared.state)),
    in_words=lambda hindrance, case, declared: "",
    case_of=_nothing,
    not_yours=lambda declared: _(
        "A declared honour is confirmed by the approver of its office. One of the province that a unit declares, by "
        "the province's approver. One of the State, or of elsewhere, by the central board. An officer of its office "
        "withdraws it."
    ),
    organisation_of=lambda declared: declared.organisation_id,
)
