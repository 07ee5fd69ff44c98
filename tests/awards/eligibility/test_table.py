"""The table of rules as a whole."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

from awards.eligibility import words
from awards.eligibility.rules.law import DECREE_91, RULES, TOLD_ELSEWHERE, judge, rules_on
from awards.eligibility.rules.terms import Answer, SettledBy
from awards.procedures.actions.reference import read
from awards.procedures.rules.rule_codes import RuleCode
from awards.procedures.rules.terms import Effect
from tests.awards.eligibility.make import case, held, judged, quota

TESTS = Path(__file__).with_name("test_rules.py").read_text()
SOURCES = "".join(path.read_text() for path in Path("awards/eligibility/rules").glob("*.py"))


def test_every_code_of_the_procedures_has_its_rule():
    assert set(RuleCode) == {rule.code for rule in RULES} | TOLD_ELSEWHERE


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code} {rule.since}")
def test_each_states_its_provision_and_law_and_has_a_test_of_its_name(rule):
    assert len(rule.provision) > 20
    assert rule.law
    assert f"def test_{rule.code.name.lower()}" in TESTS
    assert rule.is_verified or rule.effect is Effect.WARNS


def test_no_article_is_named_that_the_domain_notes_have_not_seen():
    seen = {"5", "9", "11", "21", "22", "23", "25", "26", "27", "38", "44", "48", "73"}
    named = {number for rule in RULES for number in re.findall(r"Điều (\d+)", rule.law + rule.provision)}
    assert named <= seen


def test_no_two_versions_of_a_rule_hold_on_one_day():
    for day in {one for rule in RULES for one in (rule.since, rule.until) if one} | {DECREE_91}:
        codes = [rule.code for rule in rules_on(day)]
        assert len(codes) == len(set(codes)), day


def test_the_table_and_the_procedures_agree_on_what_is_verified():
    """Of rules with an award of their own; what a procedure names for all awards rests on each award's provision."""
    days = {"LUAT_2003_ND91": date(2023, 9, 30), "LUAT_2022": date(2024, 6, 1), "LUAT_2022_ND152": date(2025, 9, 1)}
    differing = [
        (row["award"], law, row["code"])
        for row in read("rules")
        for law in row["laws"].split()
        for rule in rules_on(days[law], [row["code"]])
        if row["award"] in rule.awards and rule.is_verified != (row["verified"] == "1")
    ]
    assert differing == []


def test_every_rule_that_a_procedure_names_has_a_version_on_its_days():
    """A rule without one would be passed over in silence. The letter on minutes came in the last months of Decree 91."""
    days = {"LUAT_2003_ND91": date(2023, 9, 30), "LUAT_2022": date(2024, 6, 1), "LUAT_2022_ND152": date(2025, 9, 1)}
    silent = [
        (row["award"], law, row["code"])
        for row in read("rules")
        for law in row["laws"].split()
        if row["code"] not in TOLD_ELSEWHERE and not rules_on(days[law], [row["code"]])
    ]
    assert silent == []


def test_shares_and_chains_are_said_in_words_of_an_office():
    of_share = quota("CSTDCS", proposed=4, base=20, share=Decimal("15.00"))
    finding = judged(case("CSTDCS", quotas=(of_share,)), RuleCode.CSTDCS_QUOTA).finding
    assert "15%" in words.in_words(finding, {})
    nothing = judged(case("CSTD_TINH", known_since=None), RuleCode.CSTD_TINH_CHAIN).finding
    with translation.override("vi"):
        assert "chắc chắn" not in words.in_words(nothing, {})


def test_nothing_of_the_register_is_certain_of_a_person_who_is_not_told_apart():
    of_form = case("BK_TINH", family="form", is_told_apart=False)
    assert judged(of_form, RuleCode.ONE_FORM).finding.answer is Answer.CANNOT_TELL


def test_a_procedure_may_be_milder_than_the_rule_and_never_harder():
    broken = case("CSTD_TINH", honours=held("CSTDCS", 2025))
    (mild,) = judge(broken, {RuleCode.CSTD_TINH_CHAIN: Effect.WARNS})
    assert (mild.warns, mild.blocks) == (True, False)
    (hard,) = judge(case("CO_TINH"), {RuleCode.CO_TINH_LEADS: Effect.BLOCKS})
    assert not hard.blocks


def test_each_finding_has_its_sentence():
    said = set(re.findall(r'(?:met|not_met|cannot_tell|said|else not_met)\)?\(\s*"(\w+)"', SOURCES))
    assert said
    assert said <= {key for key, _answer in words.SAID}
    assert set(words.SETTLED) == set(SettledBy)
    assert set(words.ANSWERS) == set(Answer)
