"""Procedures that ship: whole, loaded twice without harm, held by the right version on named days."""

from datetime import date

import pytest

from awards.catalogue import actions as catalogue
from awards.models import (
    Award,
    LawVersion,
    Procedure,
    ProcedureConsultation,
    ProcedureCriterion,
    ProcedureMeasure,
    ProcedurePaper,
    ProcedureRule,
    ProcedureStage,
    ProcedureTransition,
)
from awards.procedures.actions import reference
from awards.procedures.actions.change import change_value
from awards.procedures.actions.reference import load_procedures
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.stages import stage_faults
from awards.procedures.rules.terms import Body, MeasureKind, Stage
from emulation.core.actor import Actor
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.clusters.people.make import make_administrator

pytestmark = pytest.mark.django_db
DECREE_98, DECREE_152 = date(2025, 3, 10), date(2025, 7, 1)
WITH_PROCEDURE = {"CO_CP", "CSTD_TINH", "BK_TINH", "CO_TINH", "CSTDTQ", "CSTDCS", "TTLDXS", "BK_TTG", "HC_LD_3"}
PARTS = (
    ProcedureStage,
    ProcedurePaper,
    ProcedureRule,
    ProcedureMeasure,
    ProcedureConsultation,
    ProcedureCriterion,
    ProcedureTransition,
)


def held(code, **days):
    return Procedure.objects.for_award(Award.objects.get(code=code), **days)


def effect_of(procedure, code):
    return procedure.rules.get(code=code).effect


def test_each_of_the_nine_has_stages_papers_and_rules_under_each_of_three_decrees():
    found = {}
    for procedure in Procedure.objects.whole():
        found.setdefault(procedure.award.code, []).append(procedure.law.code)
        chosen = [(Stage(row.stage), Body(row.body)) for row in procedure.stages.all()]
        assert stage_faults(chosen) == []
        assert procedure.papers.all()
        assert procedure.rules.all()
        assert procedure.law.during.covers(procedure.during)
    assert found.keys() == WITH_PROCEDURE
    assert set(map(tuple, found.values())) == {("LUAT_2003_ND91", "LUAT_2022", "LUAT_2022_ND152")}


def test_every_code_of_a_rule_is_named_by_some_procedure():
    assert set(ProcedureRule.objects.values_list("code", flat=True)) == set(RuleCode)


def test_loading_again_changes_nothing_and_audits_nothing():
    entries = AuditEntry.objects.count()
    before = [list(part.objects.order_by("pk").values_list()) for part in (Procedure, *PARTS)]
    assert load_procedures(Actor.system("thử")) == {}
    assert [list(part.objects.order_by("pk").values_list()) for part in (Procedure, *PARTS)] == before
    assert AuditEntry.objects.count() == entries


def test_a_mistake_in_shipped_data_is_mended_and_what_a_person_wrote_stays():
    shipped, own = ProcedureStage.objects.filter(verified=False, days__isnull=False)[:2]
    ProcedureStage.objects.filter(pk=shipped.pk).update(days=99)
    change_value(own, days=17, why="theo quy chế mới", actor=make_administrator())
    assert load_procedures(Actor.system("thử")) == {"ProcedureStage": 1}
    assert ProcedureStage.objects.get(pk=shipped.pk).days == shipped.days
    assert ProcedureStage.objects.get(pk=own.pk).days == 17


def test_no_value_is_verified_without_a_provision_and_none_unverified_blocks():
    for part in (Procedure, *PARTS):
        assert not part.objects.filter(verified=True, provision="").exists()
    for part in (ProcedurePaper, ProcedureRule):
        assert not part.objects.filter(verified=False, effect="blocks").exists()


@pytest.mark.parametrize(
    ("day", "law", "chain"),
    [
        (date(2023, 12, 31), "LUAT_2003_ND91", "warns"),
        (date(2024, 1, 1), "LUAT_2022", "blocks"),
        (DECREE_98, "LUAT_2022", "blocks"),
        (date(2025, 6, 30), "LUAT_2022", "blocks"),
        (DECREE_152, "LUAT_2022_ND152", "blocks"),
    ],
)
def test_a_provincial_fighter_goes_by_the_decree_of_the_day_of_receipt(day, law, chain):
    found = held("CSTD_TINH", receipt=day)
    assert found.procedure.law.code == law
    assert effect_of(found.procedure, RuleCode.CSTD_TINH_CHAIN) == chain


def test_received_under_decree_98_and_decided_under_152_stays_with_98_and_the_sentence_says_so():
    found = held("CO_CP", receipt=DECREE_98, decision=date(2025, 8, 20), achievement_end=date(2024, 12, 31))
    assert found.procedure.law.code == "LUAT_2022"
    assert found.sentence == (
        "Áp dụng Luật Thi đua, khen thưởng 2022 và Nghị định 98/2023/NĐ-CP, theo ngày nhận hồ sơ (10/03/2025)."
    )


def test_the_government_flags_quota_is_law_under_decree_91_and_only_a_suggestion_later():
    old, new = held("CO_CP", receipt=date(2023, 7, 10)).procedure, held("CO_CP", receipt=DECREE_152).procedure
    quota = old.measure(MeasureKind.QUOTA_SHARE)
    assert (quota.number, quota.base, quota.provision, quota.verified) == (
        20,
        "cluster_leaders",
        "Nghị định 91/2017/NĐ-CP, Điều 11",
        True,
    )
    assert (effect_of(old, RuleCode.CO_CP_QUOTA), effect_of(new, RuleCode.CO_CP_QUOTA)) == ("blocks", "warns")
    assert not new.measure(MeasureKind.QUOTA_SHARE).verified


def test_the_prime_ministers_certificate_under_decree_152_asks_for_the_papers_of_article_42():
    procedure = held("BK_TTG", receipt=DECREE_152).procedure
    asked = procedure.papers.filter(effect="blocks").values_list("kind", "provision")
    assert {kind for kind, _ in asked} == {"submission_letter", "achievement_report", "council_minutes"}
    assert {provision for _, provision in asked} == {"Nghị định 152/2025/NĐ-CP, Điều 42"}
    assert not held("BK_TTG", receipt=DECREE_98).procedure.papers.filter(effect="blocks").exists()


def test_labour_order_is_published_ten_working_days_before_the_council_meets_by_decree_98():
    measure = held("HC_LD_3", receipt=DECREE_98).procedure.measure(MeasureKind.PUBLICATION_DAYS)
    assert (measure.number, measure.provision) == (10, "Nghị định 98/2023/NĐ-CP, Điều 46 khoản 2")
    assert not held("HC_LD_3", receipt=DECREE_152).procedure.measure(MeasureKind.PUBLICATION_DAYS).verified


@pytest.mark.parametrize(
    ("code", "day", "sentence"),
    [
        ("LDTT", DECREE_152, "Chưa có quy trình."),
        ("CO_CP", date(2017, 9, 30), "Chưa có quy trình áp dụng cho ngày nhận hồ sơ (30/09/2017)."),
    ],
)
def test_where_there_is_no_procedure_it_says_so(code, day, sentence):
    found = held(code, receipt=day)
    assert (found.procedure, found.sentence) == (None, sentence)


def test_a_fourth_version_is_added_by_rows_alone_and_chosen_by_its_day():
    award = Award.objects.get(code="BK_TINH")
    start = date(2027, 1, 1)
    LawVersion.objects.filter(code="LUAT_2022_ND152").update(during=Period(date(2025, 7, 1), start))
    Procedure.objects.filter(during__endswith__isnull=True).update(during=Period(date(2025, 7, 1), start))
    law = LawVersion.objects.create(code="LUAT_MOI", name="Luật mới", number="1/2026/QH16", during=Period(start))
    Procedure.objects.create(award=award, law=law, during=Period(start), deciding_day="decision")
    assert held("BK_TINH", receipt=date(2026, 12, 31)).procedure.law.code == "LUAT_2022_ND152"
    assert held("BK_TINH", receipt=date(2026, 12, 31), decision=start).procedure.law == law
    assert not held("BK_TINH", receipt=start).is_verified
    assert held("BK_TINH", receipt=start).sentence == (
        "Tạm áp dụng Luật mới, theo ngày nhận hồ sơ (01/01/2027); "
        "chưa có ngày ra quyết định khen thưởng để xác định chính thức."
    )
    assert load_procedures(Actor.system("thử")) == {}


def test_a_release_that_ships_a_fourth_version_ends_the_third_even_where_a_person_changed_it(monkeypatch):
    third = Procedure.objects.get(award__code="BK_TINH", law__code="LUAT_2022_ND152")
    change_value(third, note="đã đọc", why="ghi chú", actor=make_administrator())
    start = date(2027, 1, 1)
    fourth = {"code": "LUAT_MOI", "name": "Luật mới", "number": "1", "valid_from": "2027-01-01", "valid_to": ""}
    laws = [row | {"valid_to": row["valid_to"] or "2027-01-01"} for row in catalogue._rows("laws")] + [fourth]
    rows = [row | {"valid_to": row["valid_to"] or "2027-01-01"} for row in reference.read("procedures")]
    rows += [row | {"law": "LUAT_MOI", "valid_from": "2027-01-01", "valid_to": ""} for row in rows[-1:]]
    read, read_laws = reference.read, catalogue._rows
    monkeypatch.setattr(catalogue, "_rows", lambda name: laws if name == "laws" else read_laws(name))
    monkeypatch.setattr(reference, "read", lambda name: rows if name == "procedures" else read(name))
    catalogue.load_reference(Actor.system("thử"))
    load_procedures(Actor.system("thử"))
    third.refresh_from_db()
    assert (third.during.end, third.note) == (start, "đã đọc")
    assert held(rows[-1]["award"], receipt=start).procedure.law.name == "Luật mới"
    assert held("BK_TINH", receipt=start).procedure is None


def test_a_database_from_before_procedures_gets_them_and_its_law_of_2003_is_parted():
    for part in (*PARTS, Procedure):
        part.objects.all().delete()
    LawVersion.objects.filter(code="LUAT_2003_ND91").delete()
    whole = Period(date(2004, 7, 1), date(2024, 1, 1))
    LawVersion.objects.filter(code="LUAT_2003").update(during=whole)
    assert catalogue.load_reference(Actor.system("thử")) == {"LawVersion": 2}
    assert load_procedures(Actor.system("thử"))["Procedure"] == 27
    assert held("CO_CP", receipt=date(2023, 7, 10)).procedure.law.during.start == date(2017, 10, 1)


def test_many_lines_of_many_awards_are_asked_in_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        versions = Procedure.objects.versions()
        found = [each.holding(receipt=DECREE_98) for each in versions.values() for _ in range(100)]
    assert {one.procedure.law.code for one in found} == {"LUAT_2022"}
