"""Deeds of the book of records: who is in it, what a year was like, what is declared and who confirms."""

from datetime import date

import pytest

from awards.catalogue.rules.terms import Level, SubjectKind
from awards.models import DeclaredHonour, Subject, YearRecord
from awards.records.actions.declared import (
    DeclaredSaid,
    confirm_declared,
    declare_honour,
    refuse_declared,
    withdraw_declared,
)
from awards.records.actions.subjects import SubjectSaid, enter_subject, note_move, subject_of
from awards.records.actions.years import YearChanged, YearSaid, record_year
from awards.records.models.history import lines_held_by
from awards.records.rules.terms import DeclaredState, Rating
from awards.register.rules.terms import HonourStatus
from clusters.models import OrganisationKind
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from tests.awards.records.make import BORN, make_subject, names_of
from tests.awards.register.make import make_award, make_honour
from tests.clusters.attachments.make import upload
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import actor_for
from tests.periods import DAY

pytestmark = pytest.mark.django_db
NAME, UNIT = "Trần Thị Thử", "Trường Thử"


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def office():
    return make_organisation(name="Tỉnh Thử")


@pytest.fixture
def officer(office):
    return actor_for(organisation=office)


def line_of(office, *, unit=UNIT, award="CSTDCS", **fields):
    return make_honour(office, award=award, **names_of(NAME, unit, is_person=True), **fields)


def said(award, **fields):
    fields = {
        "decision_number": "15/QĐ-SNV",
        "decision_date": date(2019, 2, 1),
        "achievement_year": 2018,
        **fields,
    }
    return DeclaredSaid(award=award, **fields)


class TestSubjects:
    def test_a_line_of_the_register_brings_its_recipient_once(self, office, officer):
        first, second = line_of(office), line_of(office, achievement_year=2021)
        assert subject_of(first, actor=officer) == subject_of(second, actor=officer)
        assert AuditEntry.objects.filter(verb="awards.enter_subject").count() == 1

    def test_whom_the_register_cannot_tell_apart_stays_out(self, office, officer):
        with pytest.raises(Refusal):
            subject_of(make_honour(office, recipient_key=""), actor=officer)
        assert not Subject.objects.exists()

    def test_by_hand_finds_the_same_person_as_the_register(self, office, officer):
        by_hand = enter_subject(office, SubjectSaid(SubjectKind.INDIVIDUAL, NAME, birth=BORN, unit=UNIT), actor=officer)
        assert subject_of(line_of(office), actor=officer) == by_hand

    def test_a_move_brings_the_lines_of_the_other_unit(self, office, officer):
        subject = subject_of(line_of(office), actor=officer)
        elsewhere = [line_of(office, unit="Trường Khác", achievement_year=year) for year in (2019, 2020)]
        assert len(lines_held_by([subject])[subject.pk]) == 1
        note_move(subject, elsewhere[0], why="chuyển công tác", actor=officer)
        assert len(lines_held_by([subject])[subject.pk]) == 3

    def test_a_person_is_not_given_the_line_of_somebody_else(self, office, officer):
        subject = subject_of(line_of(office), actor=officer)
        other = make_honour(make_organisation(), name="Người Hoàn Toàn Khác")
        with pytest.raises(Refusal, match="ghi tên người khác: Người Hoàn Toàn Khác"):
            note_move(subject, other, why="chuyển công tác", actor=officer)

    def test_a_collective_keeps_what_it_received_before_its_province_merged(self, office):
        before = make_organisation()
        make_succession(predecessor=before, successor=office, day=date(2023, 1, 1))
        names = names_of("Phòng Một", "Sở Thử", is_person=False)
        make_honour(before, award="CO_TINH", subject_kind=SubjectKind.COLLECTIVE, target_group="", **names)
        subject = make_subject(organisation=office, kind=SubjectKind.COLLECTIVE, name="Phòng Một", unit="Sở Thử")
        assert len(lines_held_by([subject])[subject.pk]) == 1


class TestYears:
    def test_a_year_is_recorded_with_its_proof(self, office, officer):
        subject = make_subject(organisation=office)
        kept = record_year(subject, 2022, YearSaid(rating=Rating.GOOD), upload=upload(), actor=officer)
        assert (kept.rating, kept.proof.organisation, kept.version) == (Rating.GOOD, office, 1)
        assert AuditEntry.objects.get(verb="awards.record_year").after["rating"] == "good"

    def test_a_later_change_keeps_the_proof_and_needs_the_newest_version(self, office, officer):
        subject = make_subject(organisation=office)
        record_year(subject, 2022, YearSaid(rating=Rating.GOOD), upload=upload(), actor=officer)
        changed = record_year(subject, 2022, YearSaid(rating=Rating.EXCELLENT), version=1, actor=officer)
        assert (changed.rating, changed.proof is not None) == (Rating.EXCELLENT, True)
        with pytest.raises(YearChanged):
            record_year(subject, 2022, YearSaid(rating=Rating.GOOD), version=1, actor=officer)
        assert YearRecord.objects.get().rating == Rating.EXCELLENT

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"year": 2024}, "year"),
            ({"initiative": "Sáng kiến"}, "initiative_scope"),
            ({"headcount": 10, "advanced": 11}, "advanced"),
            ({"advanced": 5}, "headcount"),
            ({"rating": ""}, None),
        ],
    )
    def test_what_cannot_be_is_refused_at_its_field(self, office, officer, wrong, field):
        subject = make_subject(organisation=office, kind=SubjectKind.COLLECTIVE)
        asked = {"rating": Rating.GOOD, **wrong}
        with pytest.raises(Refusal) as refused:
            record_year(subject, asked.pop("year", 2022), YearSaid(**asked), actor=officer)
        assert refused.value.field == field

    def test_only_the_own_officer_records(self, office):
        subject = make_subject(organisation=office)
        for actor in (actor_for(), actor_for(organisation=office, role=Role.APPROVER)):
            with pytest.raises(Refusal):
                record_year(subject, 2022, YearSaid(rating=Rating.GOOD), actor=actor)


class TestOneLineOfOneSubject:
    def test_a_line_noted_as_one_of_a_subject_is_not_noted_as_another_s(self, office, officer):
        line = line_of(office, unit="Trường Khác")
        subject, namesake = (subject_of(line_of(office, unit=unit), actor=officer) for unit in ("Phòng A", "Phòng B"))
        note_move(subject, line, why="chuyển công tác", actor=officer)
        with pytest.raises(Refusal, match="đã được ghi nhận là của|is noted|noted as one of"):
            note_move(namesake, line, why="chuyển công tác", actor=officer)
        assert note_move(subject, line, why="lần nữa", actor=officer).why == "chuyển công tác"


class TestDeclaring:
    @pytest.fixture
    def subject(self, office, officer):
        return subject_of(line_of(office, decision_number="7/QĐ-SNV"), actor=officer)

    @pytest.fixture
    def award(self):
        return make_award("CSTDCS", level=Level.GRASSROOTS)

    def declare(self, subject, officer, award, **fields):
        return declare_honour(subject, said(award, **fields), scan=upload(), on=DAY, actor=officer)

    def test_it_stands_as_self_declared_until_the_approver_confirms(self, subject, officer, office, award):
        declared = self.declare(subject, officer, award)
        approver = actor_for(organisation=office, role=Role.APPROVER)
        assert declared.state == DeclaredState.DECLARED
        assert list(DeclaredHonour.objects.confirmable_by(approver)) == [declared]
        assert confirm_declared(declared, actor=approver).state == DeclaredState.CONFIRMED
        assert [step.name for step in declared.steps.all()] == ["confirm", "declare"]

    def test_what_the_province_conferred_its_approver_confirms_of_a_unit_s_book_too(self, office):
        unit = make_organisation(kind=OrganisationKind.UNIT, parent=office)
        subject, officer = make_subject(organisation=unit), actor_for(organisation=unit)
        of_unit, of_office = (actor_for(organisation=one, role=Role.APPROVER) for one in (unit, office))
        award = make_award("BK_TINH", level=Level.PROVINCE)
        declared = declare_honour(subject, said(award), scan=upload(), on=DAY, actor=officer)
        with pytest.raises(Refusal):
            confirm_declared(declared, actor=of_unit)
        assert list(DeclaredHonour.objects.confirmable_by(of_office)) == [declared]
        assert confirm_declared(declared, actor=of_office).state == DeclaredState.CONFIRMED
        assert DeclaredHonour.objects.visible_to(of_office).filter(pk=declared.pk).exists()

    def test_what_the_state_or_another_place_conferred_the_centre_confirms(self, subject, officer, office, award):
        board = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
        reviewer = actor_for(organisation=board, role=Role.CENTRAL_REVIEWER)
        of_state = self.declare(subject, officer, make_award("CSTDTQ", level=Level.STATE), achievement_year=2017)
        elsewhere = self.declare(subject, officer, award, elsewhere=True)
        for declared in (of_state, elsewhere):
            with pytest.raises(Refusal):
                confirm_declared(declared, actor=actor_for(organisation=office, role=Role.APPROVER))
            assert confirm_declared(declared, actor=reviewer).state == DeclaredState.CONFIRMED

    def test_refusing_and_withdrawing_need_a_reason(self, subject, officer, office, award):
        declared = self.declare(subject, officer, award)
        with pytest.raises(Refusal):
            withdraw_declared(declared, why=" ", actor=officer)
        approver = actor_for(organisation=office, role=Role.APPROVER)
        assert refuse_declared(declared, why="bản chụp mờ", actor=approver).state == DeclaredState.REFUSED

    @pytest.mark.parametrize(
        ("line", "fields", "sentence"),
        [
            ({"achievement_year": 2018}, {}, "đã có"),
            ({"status": HonourStatus.REVOKED, "achievement_year": 2018}, {}, "không còn hiệu lực"),
            (
                {"award": "BK_TINH", "decision_number": "15/QĐ-SNV", "decision_date": date(2019, 2, 1)},
                {},
                "khác",
            ),
            ({"decision_number": "15/QĐ-SNV", "decision_date": date(2019, 3, 9)}, {}, "09/03/2019"),
            (
                {"decision_number": "15/QĐ-SNV", "decision_date": date(2019, 2, 1), "achievement_year": 2017},
                {},
                "2017",
            ),
        ],
    )
    def test_what_the_register_contradicts_is_refused_with_a_sentence(
        self, subject, officer, office, award, line, fields, sentence
    ):
        line_of(
            office, **{"achievement_year": None, "decision_number": "1/QĐ", "decision_date": date(2019, 6, 1), **line}
        )
        with pytest.raises(Refusal) as refused:
            self.declare(subject, officer, award, **fields)
        assert sentence in str(refused.value)
        assert not DeclaredHonour.objects.exists()

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"decision_date": date(2024, 1, 1)}, "decision_date"),
            ({"achievement_year": 2020}, "achievement_year"),
            ({"decision_number": " "}, "decision_number"),
        ],
    )
    def test_what_cannot_be_is_refused_at_its_field(self, subject, officer, award, fields, field):
        with pytest.raises(Refusal) as refused:
            self.declare(subject, officer, award, **fields)
        assert refused.value.field == field

    def test_a_scan_that_is_none_is_refused(self, subject, officer, award):
        with pytest.raises(Refusal) as refused:
            declare_honour(subject, said(award), scan=upload(b"MZ not a paper"), on=DAY, actor=officer)
        assert refused.value.field == "scan"

    def test_a_title_of_a_year_is_declared_once_whatever_its_number(self, subject, officer, award):
        self.declare(subject, officer, award)
        with pytest.raises(Refusal, match="15/QĐ-SNV") as refused:
            self.declare(subject, officer, award, decision_number="16/QĐ-SNV")
        assert refused.value.field == "achievement_year"
        self.declare(subject, officer, award, decision_number="16/QĐ-SNV", achievement_year=2017)

    def test_one_decision_gives_the_title_of_advanced_worker_too(self, subject, officer, office, award):
        day = date(2019, 2, 1)
        line_of(office, award="CSTDCS", decision_number="15/QĐ-SNV", decision_date=day, achievement_year=2018)
        assert self.declare(subject, officer, make_award("LDTT", level=Level.GRASSROOTS)).state == "declared"

    def test_the_same_declared_twice_is_one(self, subject, officer, award):
        self.declare(subject, officer, award)
        with pytest.raises(Refusal):
            self.declare(subject, officer, award)
        assert DeclaredHonour.objects.count() == 1
