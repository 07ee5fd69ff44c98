"""What the central administrator does to procedures, and what the database refuses whoever asks."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from awards.catalogue.actions import load_reference
from awards.models import LawVersion, Procedure, ProcedureChange, ProcedureRule
from awards.procedures.actions.change import change_value, take_verification_back
from awards.procedures.actions.laws import begin_law_version
from awards.procedures.actions.stages import add_council, take_council_out
from awards.procedures.rules.terms import Body, DayKind, Effect
from emulation.core.actor import Actor, Role
from emulation.core.errors import Refusal
from emulation.core.period import Period
from tests.awards.procedures.make import make_procedure
from tests.clusters.people.make import actor_for, make_administrator

pytestmark = pytest.mark.django_db
LAW = "Nghị định thử, Điều 1"


def test_a_rule_is_verified_by_its_provision_then_blocks_and_the_change_is_kept():
    rule = make_procedure().rules.get()
    change_value(
        rule, provision=LAW, verified=True, effect=Effect.BLOCKS, why="đọc nguyên văn", actor=make_administrator()
    )
    rule.refresh_from_db()
    assert (rule.effect, rule.verified) == ("blocks", True)
    kept = ProcedureChange.objects.get()
    assert kept.before == {"provision": "", "verified": False, "effect": "warns"}
    assert (kept.after["provision"], kept.why) == (LAW, "đọc nguyên văn")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"verified": True}, "điều khoản"),
        ({"effect": Effect.BLOCKS}, "chỉ được cảnh báo"),
        ({"note": "ghi thêm", "why": " "}, "lý do"),
    ],
)
def test_what_is_not_verified_only_warns_and_every_change_has_a_reason(changes, said):
    rule = make_procedure().rules.get()
    with pytest.raises(Refusal, match=said):
        change_value(rule, **{"why": "thử", **changes}, actor=make_administrator())


def test_a_verified_value_is_changed_only_after_its_verification_is_taken_back():
    rule, actor = make_procedure().rules.get(), make_administrator()
    change_value(rule, provision=LAW, verified=True, effect=Effect.BLOCKS, why="kiểm chứng", actor=actor)
    with pytest.raises(Refusal, match="bỏ kiểm chứng"):
        change_value(rule, note="khác", why="sửa", actor=actor)
    take_verification_back(rule, why="điều này đã sửa đổi", actor=actor)
    rule.refresh_from_db()
    assert (rule.effect, rule.verified) == ("warns", False)
    change_value(rule, note="khác", why="sửa", actor=actor)


def test_what_another_person_changed_meanwhile_is_not_written_over():
    rule, actor = make_procedure().rules.get(), make_administrator()
    change_value(rule, note="người thứ nhất", why="sửa", seen=0, actor=actor)
    with pytest.raises(Refusal, match=f"{actor.name} vừa sửa"):
        change_value(rule, note="người thứ hai", why="sửa", seen=0, actor=make_administrator())
    change_value(rule, note="người thứ hai", why="đã xem", seen=ProcedureChange.objects.get().pk, actor=actor)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM_ADMINISTRATOR])
def test_nobody_else_changes_a_procedure(role):
    procedure = make_procedure()
    actor = actor_for(role=role)
    deeds = [
        lambda: change_value(procedure, deciding_day=DayKind.DECISION, why="thử", actor=actor),
        lambda: take_verification_back(procedure, why="thử", actor=actor),
        lambda: begin_law_version(name="L", number="1", first_day=date(2027, 1, 1), why="thử", actor=actor),
        lambda: add_council(procedure, body=Body.UNIT_COUNCIL, before=1, why="thử", actor=actor),
        lambda: take_council_out(procedure.stages.first(), why="thử", actor=actor),
    ]
    for deed in deeds:
        with pytest.raises(Refusal, match="quản trị"):
            deed()


def refused_by(constraint, deed):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        deed()


def test_the_database_holds_what_a_procedure_may_be():
    procedure = make_procedure()
    award, law = procedure.award, procedure.law
    stages, measures = procedure.stages, procedure.measures
    refused_by(
        "procedure_one_version_at_a_time",
        lambda: Procedure.objects.create(
            award=award, law=law, during=Period(None, date(1980, 1, 1)), deciding_day="receipt"
        ),
    )
    refused_by("procedure_stage_of_its_body", lambda: stages.create(position=30, stage="decide", body="unit"))
    refused_by("procedure_stage_once", lambda: stages.create(position=30, stage="submit", body="unit"))
    refused_by(
        "procedure_stage_one_deadline",
        lambda: stages.create(position=30, stage="consult", body="consulted_body", days=3, until_month=1, until_day=1),
    )
    refused_by(
        "procedure_stage_day_of_the_year",
        lambda: stages.create(position=30, stage="consult", body="consulted_body", until_month=2, until_day=29),
    )
    refused_by("procedure_measure_whole", lambda: measures.create(kind="dossier_sets", number="1.5"))
    refused_by("procedure_measure_in_range", lambda: measures.create(kind="quota_share", number=101))
    refused_by(
        "procedure_measure_of_its_base", lambda: measures.create(kind="dossier_sets", number=1, base="headcount")
    )
    refused_by(
        "procedure_measure_of_its_base",
        lambda: measures.create(kind="quota_share", number=10, verified=True, provision=LAW),
    )
    refused_by(
        "procedure_rule_unverified_warns",
        lambda: procedure.rules.create(position=20, code="common.vote", effect="blocks"),
    )
    refused_by(
        "procedurerule_verified_by_provision",
        lambda: procedure.rules.create(position=20, code="common.vote", effect="warns", verified=True),
    )
    refused_by("procedure_rule_known", lambda: procedure.rules.create(position=20, code="x.y", effect="warns"))


def test_history_is_not_rewritten():
    change_value(make_procedure().rules.get(), note="khác", why="sửa", actor=make_administrator())
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        ProcedureChange.objects.update(why="")


def test_a_further_version_ends_the_one_before_and_copies_its_procedures_unverified():
    start = date(2027, 1, 1)
    before = Procedure.objects.get(award__code="CSTD_TINH", during__endswith__isnull=True)
    law = begin_law_version(
        name="Luật mới", number="1/2026/QH16", first_day=start, why="luật sửa đổi", actor=make_administrator()
    )
    before.refresh_from_db()
    copy = Procedure.objects.get(award__code="CSTD_TINH", law=law)
    assert (before.during.end, copy.during) == (start, Period(start))
    assert LawVersion.objects.get(code="LUAT_2022_ND152").during.end == start
    assert [row.code for row in copy.rules.all()] == [row.code for row in before.rules.all()]
    assert copy.stages.count() == before.stages.count()
    assert not ProcedureRule.objects.filter(procedure=copy).exclude(verified=False, effect="warns").exists()
    assert copy.transitions.get().before == start
    assert "Điều 22" in copy.rules.get(code="CSTD_TINH.chain").note
    with pytest.raises(Refusal, match="01/01/2027"):
        begin_law_version(name="L", number="2", first_day=start, why="thử", actor=make_administrator())


def test_a_law_that_an_administrator_ended_stays_ended_when_the_reference_is_loaded():
    begin_law_version(
        name="Luật mới", number="1", first_day=date(2027, 1, 1), why="luật sửa đổi", actor=make_administrator()
    )
    assert load_reference(Actor.system("thử")) == {}
    assert LawVersion.objects.get(code="LUAT_2022_ND152").during.end == date(2027, 1, 1)
