"""Builders of dossiers: a city with a unit and the central board, each with its two people, and a dossier walked as far
as a test wants it."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.core.files.base import ContentFile

from awards.catalogue.rules.terms import Level
from awards.models import Award, Consultation, LawVersion, Nomination
from awards.nominations.actions.begin import begin_nomination
from awards.nominations.actions.comments import pin_comment
from awards.nominations.actions.consulting import BodyAsked, ask_bodies
from awards.nominations.actions.drafting import write_field
from awards.nominations.actions.papers import file_paper
from awards.nominations.actions.steps import award_nomination, take_step
from awards.nominations.rules.terms import DossierField, DossierPlace, NominationState
from awards.procedures.rules.terms import Consulted, Effect, PaperKind
from clusters.models import Organisation, OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Actor, Role
from emulation.core.period import Period
from emulation.core.text import search_key, sort_key
from tests.awards.procedures.make import make_procedure
from tests.awards.register.make import make_award
from tests.clusters.attachments.make import PDF, upload
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

OF_STATE = ("KT_NN",)
UNTIL = date(2023, 7, 21)
LATE = "Nhập sau khi đã có quyết định"
NAME, SUMMARY = "Phòng Thử nghiệm Minh Họa", "Hoàn thành vượt mức kế hoạch năm."


@dataclass(frozen=True)
class Office:
    """A body with who prepares or appraises there, and who signs or decides."""

    organisation: Organisation
    officer: Actor
    approver: Actor


@dataclass(frozen=True)
class Nominators:
    unit: Office
    city: Office
    board: Office


def make_office(organisation, roles=(Role.OFFICER, Role.APPROVER), on=DAY) -> Office:
    actors = []
    for role in roles:
        user = make_user()
        make_mandate(user=user, organisation=organisation, role=role)
        actors.append(actor_of(user, on=on))
    return Office(organisation, *actors)


def make_nominators(on=DAY) -> Nominators:
    city = make_organisation(name="Thành phố Thử", kind=OrganisationKind.CITY)
    unit = make_organisation(name="Sở Thử nghiệm", kind=OrganisationKind.UNIT, parent=city)
    kept = Organisation.objects.filter(kind=OrganisationKind.CENTRAL_BOARD).on(on).order_by("pk").first()
    board = kept or make_organisation(name="Ban Trung ương Thử", kind=OrganisationKind.CENTRAL_BOARD)
    return Nominators(
        make_office(unit, on=on),
        make_office(city, on=on),
        make_office(board, (Role.CENTRAL_REVIEWER, Role.CENTRAL_LEADER), on=on),
    )


def make_rules_of(award: Award, *, blocks=(), rules=(), until=None):
    """A procedure in force for ever that asks for a submission letter and for the papers that `blocks` names."""
    if not award.procedures.exists():
        procedure = make_procedure(award=award, during=Period())
        procedure.rules.all().delete()
        for place, code in enumerate(rules):
            procedure.rules.create(position=place, code=code, effect=Effect.BLOCKS, verified=True, provision="Điều thử")
        if until is not None:
            procedure.stages.filter(stage="submit").update(
                until_day=until[0], until_month=until[1], verified=True, provision="Điều thử"
            )
        for place, kind in enumerate(blocks, 20):
            procedure.papers.filter(kind=kind).delete()
            procedure.papers.create(
                position=place, kind=kind, effect=Effect.BLOCKS, verified=True, provision="Điều thử"
            )
    return award


def make_leveled(code: str) -> Award:
    found = make_award(code, level=Level.STATE if code in OF_STATE else Level.PROVINCE)
    if not found.names.exists() and (law := LawVersion.objects.first()):
        found.names.create(law=law, name="Khen thưởng thử")
    return found


def make_nomination(by: Office, *, award="KT_TINH", kind="collective", name=NAME, whole=True, **rules) -> Nomination:
    """A draft; `whole`: nothing but papers hinders sending it."""
    found = make_leveled(award) if isinstance(award, str) else award
    make_rules_of(found, **rules)
    nomination = begin_nomination(by.organisation, award=found, subject_kind=kind, actor=by.officer)
    if whole:
        for field, text in ((DossierField.NAME, name), (DossierField.SUMMARY, SUMMARY)):
            write_field(nomination, field, text=text, seen="", actor=by.officer)
    return again(nomination)


def again(nomination: Nomination) -> Nomination:
    return Nomination.objects.select_related("organisation__parent", "holder", "award").get(pk=nomination.pk)


def with_paper(nomination: Nomination, by: Actor, *, name="to-trinh.pdf", content=PDF):
    return file_paper(nomination, upload(content, name), actor=by)


def sent(nomination: Nomination, by: Office) -> Nomination:
    return take_step(nomination, "submit", actor=by.approver)


def taken_up(nomination: Nomination, by: Office, desk: Office) -> Nomination:
    return take_step(sent(nomination, by), "take_up", actor=desk.officer)


def returned(nomination: Nomination, desk: Office, *, text="Bổ sung số liệu năm 2022") -> Nomination:
    """Out of the desk's hands, with one comment."""
    pin_comment(nomination, DossierPlace.SUMMARY, text=text, actor=desk.officer)
    return take_step(nomination, "return", actor=desk.officer)


def awarded(nomination: Nomination, desk: Office) -> Nomination:
    nomination = take_step(nomination, "put_to_council", actor=desk.officer)
    return award_nomination(nomination, number="12/QĐ-UBND", day=date(2023, 7, 7), why=LATE, actor=desk.approver)


def asked(nomination: Nomination, desk: Office, *, body=None, name="", kind=Consulted.TAX, until=UNTIL) -> Consultation:
    """A body is asked by the desk that holds the dossier."""
    [question] = ask_bodies(
        nomination, [BodyAsked(kind, body, name)], question="Đề nghị cho ý kiến", until=until, actor=desk.officer
    )
    return question


def ended_with_heir(nomination: Nomination) -> Organisation:
    """The nominator ended a month ago; what stands in its place."""
    ended, day = nomination.organisation, date(DAY.year, DAY.month - 1, DAY.day)
    heir = make_organisation(name="Sở Kế tục", kind=OrganisationKind.UNIT, parent=ended.parent)
    Organisation.objects.filter(pk=ended.pk).update(during=Period(None, day))
    make_succession(predecessor=ended, successor=heir, day=day)
    return heir


WANTED = (PaperKind.ACHIEVEMENT_REPORT, PaperKind.COUNCIL_MINUTES)


def make_at_the_board(organisation, board, *, filed_by):
    """In the hands of the central board, with a paper and a comment: without walking there."""
    award = make_rules_of(make_leveled("KT_NN"))
    nomination = Nomination.objects.create(
        organisation=organisation,
        holder=board,
        board=board,
        held_since=clock.now(),
        award=award,
        state=NominationState.REVIEW,
        subject_kind="collective",
        name=NAME,
        name_key=search_key(NAME),
        sort_key=sort_key(NAME),
        achieved_from=date(2022, 1, 1),
        achieved_to=date(2022, 12, 31),
        received_on=clock.today(),
        created_by=filed_by,
        created_at=clock.now(),
    )
    paper = nomination.papers.model(
        nomination=nomination,
        kind=PaperKind.ACHIEVEMENT_REPORT,
        name="to-trinh.pdf",
        size=len(PDF),
        checksum=hashlib.sha256(PDF).hexdigest(),
        content_type="application/pdf",
        body=organisation,
        filed_by_name="Người Thử",
        filed_at=clock.now(),
    )
    paper.file.save("thu.pdf", ContentFile(PDF), save=False)
    paper.save()
    nomination.comments.create(place="whole", text="Bổ sung", body=board, made_by_name="Người Thử", made_at=clock.now())
    nomination.achievements.create(text="Số phong trào", result="12")
    return nomination


def make_consultation(nomination, *, asker, body):
    """Asked of `body`, answered on paper with a scan: without walking there."""
    question = Consultation(
        nomination=nomination,
        asker=asker,
        kind=Consulted.LOCALITY,
        body=body,
        name=body.name,
        asked_by_name="Người Thử",
        asked_at=clock.now(),
        due_on=clock.today(),
        state="asked",
        file_name="cong-van.pdf",
        size=len(PDF),
        checksum=hashlib.sha256(PDF).hexdigest(),
        content_type="application/pdf",
    )
    question.file.save("cong-van.pdf", ContentFile(PDF), save=False)
    question.save()
    return question
