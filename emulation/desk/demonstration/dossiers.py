"""Dossiers of commendation in every state: units of Cần Thơ at their city, the five cities at the central board. Among
them a broken chain, a missing paper, a likely duplicate, an executive, one that was returned with comments, some on
which other bodies are asked for their opinion, one that the board has not opened yet."""

from datetime import date, timedelta
from itertools import count

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from awards.models import Award, Nomination
from awards.nominations.actions.begin import begin_nomination
from awards.nominations.actions.comments import pin_comment
from awards.nominations.actions.consulting import (
    AnswerSaid,
    BodyAsked,
    answer_consultation,
    ask_bodies,
    enter_answer,
)
from awards.nominations.actions.drafting import write_field
from awards.nominations.actions.papers import file_papers, mark_on_paper
from awards.nominations.actions.steps import award_nomination, take_step
from awards.nominations.models.contents import Achievement
from awards.nominations.models.standing import papers_asked, procedure_of
from awards.nominations.rules.terms import AchievementPart, DossierField, DossierPlace
from awards.nominations.rules.terms import NominationState as S
from awards.procedures.rules.terms import PaperKind
from clusters.models import Organisation
from clusters.people.models.scope import actor_of
from emulation.core.actor import Actor
from emulation.core.models import User
from emulation.desk.demonstration.accounts import BOARD, CITIES
from emulation.desk.demonstration.block import UNITS
from emulation.desk.demonstration.past import on_the_day
from emulation.desk.demonstration.shown_dossiers import PERSON, AskedShown, DossierShown, shown

CITY_OF_UNITS, REVIEWER, LEADER = "cantho", "trunguong", "trunguong.lanhdao"
CODES = {name: code for code, (name, _city) in CITIES.items()} | {name: code for name, (code, _name) in UNITS.items()}
SUMMARY = (
    "Hoàn thành vượt mức các chỉ tiêu được giao năm 2022; nội bộ đoàn kết, không có đơn thư vượt cấp.\n"
    "- Giải quyết 98,6% hồ sơ trước và đúng hạn.\n"
    "- Có 02 giải pháp được áp dụng, rút ngắn thời gian giải quyết công việc."
)
ACHIEVED = (
    ("Tỷ lệ hồ sơ giải quyết đúng hạn", "từ 98% trở lên", "98,6%", "Báo cáo công tác năm 2022"),
    ("Số phong trào thi đua chuyên đề đã phát động", "3", "4", "Kế hoạch thi đua năm 2022"),
)
FILE_NAMES = {
    PaperKind.SUBMISSION_LETTER: "Tờ trình đề nghị khen thưởng",
    PaperKind.SUMMARY_LIST: "Danh sách trích ngang",
    PaperKind.ACHIEVEMENT_REPORT: "Báo cáo thành tích",
    PaperKind.COUNCIL_MINUTES: "Biên bản họp Hội đồng",
    PaperKind.CLUSTER_MINUTES: "Biên bản cụm, khối",
    PaperKind.VOTE_RESULT: "Biên bản kiểm phiếu",
    PaperKind.INITIATIVE_CERTIFICATE: "Xác nhận sáng kiến",
    PaperKind.EARLIER_DECISIONS: "Quyết định khen thưởng trước đây",
}
NEVER_FILED = {PaperKind.TAX_CONFIRMATION, PaperKind.CONSULTED_OPINION, PaperKind.PARTY_OPINION}
_numbers = count(1)


def load_dossiers(day: date) -> int:
    """How many were made; none where some are there."""
    if Nomination.objects.exists():
        return 0
    people = Desks(day)
    made = 0
    for one in shown():
        if Award.objects.coded(one.award).exists() and people.has(one.by):
            make_dossier(one, people, day)
            made += 1
    return made


class Desks:
    """The demonstration's people by the names of their accounts, and the two people of each body."""

    def __init__(self, day: date):
        self._day = day
        self._users = {user.username: user for user in User.objects.filter(mandates__isnull=False).distinct()}
        self._actors: dict[str, Actor] = {}

    def has(self, name: str) -> bool:
        return name in self._users

    def actor(self, name: str) -> Actor:
        if name not in self._actors:
            self._actors[name] = actor_of(self._users[name], on=self._day)
        return self._actors[name]

    def pair(self, name: str) -> tuple[Actor, Actor]:
        """(who prepares or appraises, who signs or decides)"""
        return self.actor(name), self.actor(LEADER if name == REVIEWER else f"{name}.duyet")

    def body(self, name: str) -> Organisation:
        code = BOARD if name == REVIEWER else CODES[name]
        return Organisation.objects.coded(code, self._day).get()


def make_dossier(one: DossierShown, people: Desks, day: date) -> None:
    officer, _approver = people.pair(one.by)
    begun = day - timedelta(days=one.begun)
    with on_the_day(begun):
        award = Award.objects.get(code=one.award)
        nomination = begin_nomination(people.body(one.by), award=award, subject_kind=one.kind, actor=officer)
        _write(nomination, one, officer)
        _papers(nomination, one, officer)
    if one.state is S.DRAFT and not one.comment:
        return
    _walk(nomination, one, people, day)


def _write(nomination: Nomination, one: DossierShown, officer: Actor) -> None:
    said = {DossierField.NAME: one.name, DossierField.UNIT: one.unit, DossierField.SUMMARY: SUMMARY}
    if one.kind == PERSON:
        said |= {
            DossierField.POSITION: one.position,
            DossierField.BIRTH: one.birth,
            DossierField.TARGET_GROUP: one.group,
        }
    for name, text in said.items():
        if text:
            write_field(nomination, name, text=text, seen="", actor=officer)
    Achievement.objects.bulk_create(
        Achievement(nomination=nomination, **dict(zip(AchievementPart, texts, strict=True))) for texts in ACHIEVED
    )


def _papers(nomination: Nomination, one: DossierShown, actor: Actor) -> None:
    procedure = procedure_of(nomination, on=settings.DEMONSTRATION_DAY).procedure
    asked = [row.kind for row in papers_asked(procedure, nomination)]
    if PaperKind.PARTY_OPINION in asked:
        mark_on_paper(nomination, PaperKind.PARTY_OPINION, actor=actor)
    names = [FILE_NAMES.get(kind, "Văn bản") for kind in asked if kind not in {*NEVER_FILED, one.without}]
    file_papers(nomination, [SimpleUploadedFile(f"{name}.pdf", small_pdf()) for name in names], actor=actor)


def _walk(nomination: Nomination, one: DossierShown, people: Desks, day: date) -> None:
    officer, approver = people.pair(one.by)
    desk = CITY_OF_UNITS if one.by in UNITS else REVIEWER
    reviewer, leader = people.pair(desk)
    at = day - timedelta(days=one.begun)

    def on(days: int):
        return on_the_day(min(at + timedelta(days=days), day))

    if one.state is S.WITHDRAWN:
        with on(3):
            take_step(nomination, "withdraw", why="Trùng hồ sơ đã lập.", actor=officer)
        return
    with on(1):
        take_step(nomination, "present", actor=officer)
    if one.state is S.PRESENTED:
        return
    with on(2):
        nomination = take_step(nomination, "submit", actor=approver)
    if one.state is S.SUBMITTED:
        return
    with on(5):
        nomination = take_step(nomination, "take_up", actor=reviewer)
    if one.passed_on:
        with on(15):
            take_step(nomination, "forward", actor=leader)
        return
    for asked in one.asks:
        _ask(nomination, asked, people, at, day, reviewer)
    if one.comment:
        with on(12):
            pin_comment(nomination, DossierPlace.SUMMARY, text=one.comment, actor=reviewer)
            take_step(nomination, "return", actor=reviewer)
        return
    if one.state is S.REVIEW:
        return
    if one.state is S.DECLINED:
        with on(20):
            take_step(nomination, "decline", why="Thành tích chưa đủ tiêu chuẩn theo quy định.", actor=leader)
        return
    with on(20):
        nomination = take_step(nomination, "put_to_council", actor=reviewer)
    if one.state is S.AWARDED:
        with on(35):
            decided = min(at + timedelta(days=35), day)
            number = f"{next(_numbers) + 880}/{'QĐ-TTg' if desk == REVIEWER else 'QĐ-UBND'}"
            award_nomination(nomination, number=number, day=decided, actor=leader)


def _ask(nomination: Nomination, asked: AskedShown, people: Desks, at: date, day: date, reviewer: Actor) -> None:
    """A body is asked, and answers by itself or by a letter, where it does by the demonstration's day."""
    body = people.body(asked.by) if asked.by else None
    with on_the_day(at + timedelta(days=asked.on)):
        [question] = ask_bodies(
            nomination,
            [BodyAsked(asked.kind, body, asked.name)],
            question="Đề nghị cho ý kiến về việc chấp hành chủ trương, chính sách, pháp luật trong năm 2022.",
            until=at + timedelta(days=asked.until),
            actor=reviewer,
        )
    if asked.answered is None:
        return
    answered = at + timedelta(days=asked.answered)
    with on_the_day(min(answered, day)):
        if asked.number:
            scan = SimpleUploadedFile("Công văn trả lời.pdf", small_pdf())
            said = AnswerSaid(asked.opinion, asked.reason, asked.number, answered, scan)
            enter_answer(question, said, actor=reviewer)
        else:
            said = AnswerSaid(asked.opinion, asked.reason)
            answer_consultation(question, said, actor=people.actor(asked.by))


def small_pdf() -> bytes:
    """One page that says it is for show; each file differs, as files do."""
    text = f"BT /F1 18 Tf 72 760 Td (Ban trinh dien so {next(_numbers)}) Tj ET".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    xref = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + xref + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
