"""An accepted list is undone: the register and its totals are as before it, unless something was built on it."""

from datetime import date, timedelta

import pytest

from awards.lists.actions import BuiltUpon, undo_list
from awards.lists.rules.terms import BatchState
from awards.models import Honour, HonourBatch, HonourTally
from awards.register.actions.honours import correct_honour, revoke_honour
from awards.register.models.distinct import distinct_recipients
from awards.register.rules.terms import HonourStatus
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from reports.models import Report, ReportKind, ReportState
from reports.six_month.material.collect import collect
from tests.at_once import second_while_first
from tests.awards.lists.clients import at, confirmed, send, signed_in, work
from tests.awards.lists.workbooks import WORKER, collective, l1_book, person
from tests.awards.register.honours.typing import TODAY, said
from tests.awards.register.make import make_batch, make_honour, make_honours
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for, make_user
from tests.reports.six_month.world import make_headed_year

WHY = "nhầm danh sách của năm trước"


def accepted(office, number=3) -> HonourBatch:
    batch = make_batch(office, make_user(), state=BatchState.ACCEPTED, good=number)
    for row in range(number):
        make_honour(office, batch=batch, batch_row=row + 5)
    return batch


def standing(office) -> tuple:
    """Lines, totals, different recipients and the lists' figures, as everybody sees them."""
    rows = Honour.objects.in_force().filter(organisation=office)
    totals = HonourTally.objects.filter(organisation=office).exclude(count=0).order_by("award", "subject_kind", "half")
    return (
        list(rows.order_by("id").values_list("id", "name", "version")),
        list(totals.values_list("award", "subject_kind", "half", "count")),
        distinct_recipients(rows),
    )


def undo(batch, actor, **words):
    return undo_list(batch.pk, actor=actor, **({"why": WHY, "seen": batch.honours.count()} | words))


@pytest.mark.django_db
class TestUndone:
    @pytest.mark.parametrize("role", [Role.OFFICER, Role.APPROVER])
    def test_register_and_totals_are_as_before_the_list(self, role):
        office = make_organisation()
        make_honours(office, 4)
        before = standing(office)
        batch = accepted(office)
        assert standing(office) != before
        undo(batch, actor_for(organisation=office, role=role))
        assert standing(office) == before
        batch.refresh_from_db()
        assert (batch.state, batch.undone_why) == (BatchState.UNDONE, WHY)
        assert set(batch.honours.values_list("status", flat=True)) == {HonourStatus.UNDONE}
        entry = AuditEntry.objects.get(verb="awards.undo_list")
        assert (entry.after["undone"], entry.why) == (3, WHY)

    def test_a_second_undo_is_refused(self):
        office = make_organisation()
        batch, officer = accepted(office), actor_for(organisation=office)
        undo(batch, officer)
        with pytest.raises(Refusal, match="no longer possible|không"):
            undo(batch, officer)
        assert AuditEntry.objects.filter(verb="awards.undo_list").count() == 1

    @pytest.mark.parametrize("state", sorted(set(BatchState) - {BatchState.ACCEPTED}))
    def test_only_an_accepted_list(self, state):
        office = make_organisation()
        batch = make_batch(office, make_user(), state=state)
        with pytest.raises(Refusal):
            undo(batch, actor_for(organisation=office))

    def test_not_by_others_not_without_reason_not_unseen(self):
        office = make_organisation()
        batch, officer = accepted(office), actor_for(organisation=office)
        for actor, words in (
            (actor_for(organisation=make_organisation()), {}),
            (actor_for(organisation=office, role=Role.REPORT_READER), {}),
            (officer, {"why": "  "}),
            (officer, {"seen": 2}),
        ):
            with pytest.raises(Refusal):
                undo(batch, actor, **words)
        assert Honour.objects.in_force().filter(batch=batch).count() == 3


@pytest.mark.django_db
class TestBuiltUpon:
    def test_a_correction_is_named(self):
        office = make_organisation()
        batch, officer = accepted(office), actor_for(organisation=office)
        honour = batch.honours.first()
        correct_honour(honour, said(name="Tên Đã Sửa"), version=1, why="ghi nhầm", on=TODAY, actor=officer)
        with pytest.raises(BuiltUpon) as refusal:
            undo(batch, officer)
        assert [
            ("Tên Đã Sửa" in sentence, str(honour.batch_row) in sentence) for sentence in refusal.value.sentences
        ] == [(True, True)]
        assert Honour.objects.in_force().filter(batch=batch).count() == 3

    def test_a_revocation_is_named(self):
        office = make_organisation()
        batch = accepted(office)
        approver = actor_for(organisation=office, role=Role.APPROVER)
        honour = batch.honours.first()
        revoke_honour(honour, version=1, day=date(2023, 6, 1), basis="QĐ 45", why="khai man", on=TODAY, actor=approver)
        with pytest.raises(BuiltUpon) as refusal:
            undo(batch, approver)
        assert honour.name in refusal.value.sentences[0]

    def test_many_corrections_are_counted_beyond_the_first(self):
        office = make_organisation()
        batch, officer = accepted(office, 23), actor_for(organisation=office)
        for number, honour in enumerate(batch.honours.all()):
            correct_honour(
                honour,
                said(name=f"Tên {'ABCDEFGHIKLMNOPQRSTUVXY'[number]}"),
                version=1,
                why="ghi nhầm",
                on=TODAY,
                actor=officer,
            )
        with pytest.raises(BuiltUpon) as refusal:
            undo(batch, officer)
        assert len(refusal.value.sentences) == 21
        assert "3" in refusal.value.sentences[-1]


@pytest.mark.django_db
class TestSignedReport:
    def report(self, world, *, after=timedelta(minutes=1), state=ReportState.SIGNED, half=1):
        """Made so long after the list came in."""
        made = clock.now() + after
        material = collect(world, half, as_of=TODAY)
        return Report.objects.create(
            kind=ReportKind.CLUSTER_SIX_MONTH,
            state=state,
            document={},
            checksum="0" * 64,
            cluster_year=world,
            organisation=world.cities[0],
            during=material.period,
            half=half,
            total=material.counted.total,
            as_of=made,
            day=TODAY,
            signed_at=made,
            signed_by="Lãnh Đạo Thử",
            created_by=make_user(),
            created_at=made,
        )

    @pytest.fixture
    def world(self):
        return make_headed_year()

    @pytest.fixture
    def batch(self, world):
        return accepted(world.cities[0])

    def test_one_that_counts_the_list_is_named(self, world, batch):
        self.report(world)
        with pytest.raises(BuiltUpon) as refusal:
            undo(batch, actor_for(organisation=batch.organisation))
        assert "Lãnh Đạo Thử" in refusal.value.sentences[0]
        assert Honour.objects.in_force().filter(batch=batch).count() == 3

    @pytest.mark.parametrize(
        "other", [{"state": ReportState.DRAFT}, {"half": 2}, {"after": -timedelta(days=1)}], ids=str
    )
    def test_a_draft_another_half_and_one_made_before_the_list_hinder_nothing(self, world, batch, other):
        self.report(world, **other)
        undo(batch, actor_for(organisation=batch.organisation))
        assert not Honour.objects.in_force().filter(batch=batch).exists()

    def test_another_clusters_report_hinders_nothing(self, world):
        elsewhere = accepted(make_headed_year().cities[0])
        self.report(world)
        undo(elsewhere, actor_for(organisation=elsewhere.organisation))


class TestTwoAtOnce:
    def test_a_correction_begun_during_the_undo_finds_it_undone(self, own_database):
        office = make_organisation()
        batch, officer = accepted(office), actor_for(organisation=office)
        honour = batch.honours.first()
        given = second_while_first(
            lambda: undo(batch, officer),
            lambda: correct_honour(honour, said(), version=1, why="ghi nhầm", on=TODAY, actor=officer),
        )
        assert isinstance(given, str)
        assert not honour.steps.exists()
        assert not Honour.objects.in_force().filter(batch=batch).exists()

    def test_an_undo_begun_during_a_correction_is_refused_by_its_name(self, own_database):
        office = make_organisation()
        batch, officer = accepted(office), actor_for(organisation=office)
        honour = batch.honours.first()
        given = second_while_first(
            lambda: correct_honour(honour, said(name="Tên Đã Sửa"), version=1, why="nhầm", on=TODAY, actor=officer),
            lambda: undo(batch, officer),
        )
        assert "Tên Đã Sửa" in given
        assert Honour.objects.in_force().filter(batch=batch).count() == 3

    def test_two_undos_are_one(self, own_database):
        office = make_organisation()
        batch, officer = accepted(office), actor_for(organisation=office)
        given = second_while_first(*[lambda: undo(batch, officer)] * 2)
        assert isinstance(given, str)
        assert AuditEntry.objects.filter(verb="awards.undo_list").count() == 1


@pytest.mark.usefixtures("own_database")
class TestPages:
    CONTENT = l1_book([person("Nguyễn Văn Mẫu"), person("Trần Thị Mẫu", group=WORKER), collective("Trường Minh Họa 1")])

    def take(self, client, content=CONTENT):
        send(client, content)
        batch = HonourBatch.objects.first()
        confirmed(client, batch)
        client.post(at("batch-accept", batch))
        work()
        return batch

    def test_told_how_many_and_who_undone_and_the_same_file_sent_in_again(self, officer, city):
        before = standing(city)
        batch = self.take(officer)
        page = officer.get(at("batch-undo", batch)).content.decode()
        assert "3 honours leave the register" in page
        assert all(name in page for name in ("Nguyễn Văn Mẫu", "Trần Thị Mẫu", "Trường Minh Họa 1"))
        assert officer.post(at("batch-undo", batch), {"why": WHY, "seen": "3"}).url == at("batch", batch)
        work()
        assert standing(city) == before
        page = officer.get(at("batch", batch)).content.decode()
        assert WHY in page
        again = self.take(officer)
        assert (again.pk != batch.pk, HonourBatch.objects.get(pk=again.pk).state) == (True, BatchState.ACCEPTED)
        assert len(standing(city)[0]) == 3

    def test_without_a_reason_the_page_asks_for_it(self, officer):
        batch = self.take(officer)
        response = officer.post(at("batch-undo", batch), {"why": "", "seen": "3"})
        assert response.status_code == 422
        assert "Say why" in response.content.decode()

    def test_the_approver_may_and_strangers_find_nothing(self, officer, city):
        batch = self.take(officer)
        assert signed_in(make_organisation()).get(at("batch-undo", batch)).status_code == 404
        assert signed_in(city, Role.CENTRAL_REVIEWER).post(at("batch-undo", batch)).status_code == 404
        approver = signed_in(city, Role.APPROVER)
        approver.post(at("batch-undo", batch), {"why": WHY, "seen": "3"})
        work()
        batch.refresh_from_db()
        assert batch.state == BatchState.UNDONE

    def test_what_was_built_on_it_stands_on_the_page_instead_of_the_form(self, officer, city):
        batch = self.take(officer)
        honour = batch.honours.first()
        correct_honour(
            honour, said(name="Tên Đã Sửa"), version=1, why="nhầm", on=TODAY, actor=actor_for(organisation=city)
        )
        page = officer.get(at("batch-undo", batch)).content.decode()
        assert "Tên Đã Sửa" in page
        assert "<textarea" not in page
        assert officer.post(at("batch-undo", batch), {"why": WHY, "seen": "3"}).status_code == 409
