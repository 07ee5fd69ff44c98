"""The numbered rules, each with its law and the days it is in force; a fourth version of the law is new lines here.

How a case is judged: `judge(facts, named)`. What needs a dossier or a sitting to be told (papers, publication, votes)
is registered by the room that holds them.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache, partial

from awards.eligibility.rules import provisions as of
from awards.eligibility.rules.facts import Facts
from awards.eligibility.rules.finding import Judged, Rule
from awards.procedures.rules.rule_codes import RuleCode as R
from awards.procedures.rules.terms import Effect

DECREE_91 = date(2017, 10, 1)
LAW_2022 = date(2024, 1, 1)
CIRCULAR_15 = date(2025, 8, 4)
SHARES = frozenset({R.CSTDCS_QUOTA, R.CO_CP_QUOTA})  # what looks at the shares a case falls under
TOLD_ELSEWHERE = frozenset({R.PAPERS, R.PUBLICATION, R.VOTE})

OF_2003 = "Luật Thi đua, khen thưởng 2003"
OF_2022 = "Luật Thi đua, khen thưởng 2022"
OF_91 = "Nghị định 91/2017/NĐ-CP"
LETTER_5007 = "Công văn 5007/BNV-TĐKT ngày 05/9/2023"


def _awards(*codes: str) -> frozenset[str]:
    return frozenset(codes)


old = partial(Rule, since=None, until=LAW_2022)
new = partial(Rule, since=LAW_2022, until=None)
unverified = partial(Rule, effect=Effect.WARNS, is_verified=False)
old_unverified = partial(unverified, since=None, until=LAW_2022)
not_read = partial(old_unverified, law=OF_2003, check=of.not_read_of_2003)
new_unverified = partial(unverified, since=LAW_2022, until=None)
TITLES = {"CSTD_BO", "CSTD_TINH"}
CSTD = _awards(*TITLES)
CSTDTQ, CSTDCS, CO_CP = _awards("CSTDTQ"), _awards("CSTDCS"), _awards("CO_CP")
FLAGS, TTLDXS, HC_LD_3 = _awards("CO_BO", "CO_TINH"), _awards("TTLDXS"), _awards("HC_LD_3")

RULES: tuple[Rule, ...] = (
    old_unverified(R.CSTD_TINH_CHAIN, OF_2003, check=of.cstd_tinh_chain_2003, awards=CSTD),
    new(R.CSTD_TINH_CHAIN, f"{OF_2022}, Điều 22", check=of.cstd_tinh_chain, awards=CSTD),
    not_read(R.CSTD_TINH_INITIATIVE, awards=CSTD),
    new(R.CSTD_TINH_INITIATIVE, f"{OF_2022}, Điều 22", check=of.cstd_tinh_initiative, awards=CSTD),
    old_unverified(R.CSTDTQ_CHAIN, OF_2003, check=of.cstdtq_chain_2003, awards=CSTDTQ),
    new(R.CSTDTQ_CHAIN, f"{OF_2022}, Điều 21", check=of.cstdtq_chain, awards=CSTDTQ),
    not_read(R.CSTDTQ_INITIATIVE, awards=CSTDTQ),
    new(R.CSTDTQ_INITIATIVE, f"{OF_2022}, Điều 21", check=of.cstdtq_initiative, awards=CSTDTQ),
    Rule(R.CSTDTQ_TIMING, f"{OF_91}, Điều 48", DECREE_91, LAW_2022, of.cstdtq_timing, CSTDTQ),
    not_read(R.CSTDCS_LDTT, awards=CSTDCS),
    new(R.CSTDCS_LDTT, f"{OF_2022}, Điều 23", check=of.cstdcs_ldtt, awards=CSTDCS),
    not_read(R.CSTDCS_RATING_OR_INITIATIVE, awards=CSTDCS),
    new(R.CSTDCS_RATING_OR_INITIATIVE, f"{OF_2022}, Điều 23", check=of.cstdcs_rating_or_initiative, awards=CSTDCS),
    Rule(R.CSTDCS_QUOTA, f"{OF_91}, Điều 9 khoản 3", DECREE_91, LAW_2022, of.cstdcs_quota_91, CSTDCS),
    new_unverified(R.CSTDCS_QUOTA, "Quy định của bộ, ban, ngành, tỉnh", check=of.cstdcs_quota, awards=CSTDCS),
    old_unverified(R.CO_CP_ROUTE, OF_2003, check=of.co_cp_route_2003, awards=CO_CP),
    new(R.CO_CP_ROUTE, f"{OF_2022}, Điều 25", check=of.co_cp_route, awards=CO_CP),
    Rule(R.CO_CP_MINUTES, LETTER_5007, date(2023, 9, 5), LAW_2022, of.co_cp_minutes, CO_CP),
    new_unverified(R.CO_CP_MINUTES, LETTER_5007, check=of.co_cp_minutes, awards=CO_CP),
    Rule(R.CO_CP_QUOTA, f"{OF_91}, Điều 11", DECREE_91, LAW_2022, of.co_cp_quota_91, CO_CP),
    new_unverified(R.CO_CP_QUOTA, LETTER_5007, check=of.co_cp_quota, awards=CO_CP),
    not_read(R.CO_TINH_LEADS, awards=FLAGS),
    new_unverified(R.CO_TINH_LEADS, f"{OF_2022}, Điều 26", check=of.co_tinh_leads, awards=FLAGS),
    not_read(R.TTLDXS_RATING, awards=TTLDXS),
    new(R.TTLDXS_RATING, f"{OF_2022}, Điều 27", check=of.ttldxs_rating, awards=TTLDXS),
    not_read(R.TTLDXS_ALL_COMPLETE, awards=TTLDXS),
    new(R.TTLDXS_ALL_COMPLETE, f"{OF_2022}, Điều 27", check=of.ttldxs_all_complete, awards=TTLDXS),
    not_read(R.TTLDXS_LDTT_SHARE, awards=TTLDXS),
    new(R.TTLDXS_LDTT_SHARE, f"{OF_2022}, Điều 27", check=of.ttldxs_ldtt_share, awards=TTLDXS),
    not_read(R.TTLDXS_CSTDCS, awards=TTLDXS),
    new(R.TTLDXS_CSTDCS, f"{OF_2022}, Điều 27", check=of.ttldxs_cstdcs, awards=TTLDXS),
    old_unverified(R.TTLDXS_DISCIPLINE, OF_2003, check=of.ttldxs_discipline, awards=TTLDXS),
    Rule(R.BK_TTG_WINDOW, f"{OF_91}, Điều 38", DECREE_91, LAW_2022, of.bk_ttg_window_91, _awards("BK_TTG")),
    new(R.BK_TTG_WINDOW, f"{OF_2022}, Điều 73 khoản 1 điểm b", check=of.bk_ttg_window, awards=_awards("BK_TTG")),
    not_read(R.HC_LD_3_WINDOW, awards=HC_LD_3),
    new(R.HC_LD_3_WINDOW, f"{OF_2022}, Điều 44 khoản 1 điểm e", check=of.hc_ld_3_window, awards=HC_LD_3),
    Rule(R.IN_FORCE, "Danh mục danh hiệu, hình thức khen thưởng", None, None, of.in_force),
    old_unverified(R.ONE_FORM, OF_2003, check=of.one_form),
    new(R.ONE_FORM, f"{OF_2022}, Điều 5", check=of.one_form),
    unverified(R.DISSOLVED, "Thông tư 15/2025/TT-BNV", CIRCULAR_15, None, of.dissolved),
    unverified(R.DISCIPLINE, "Quy định của bộ, ban, ngành, tỉnh", None, None, of.discipline),
    unverified(R.EXECUTIVE, "Chưa có căn cứ đã kiểm chứng", None, None, of.executive),
)


def rules_on(day: date, codes: Iterable[str] | None = None) -> tuple[Rule, ...]:
    """In the order of the table. `codes`: those that a procedure names, None for all."""
    wanted = None if codes is None else frozenset(codes)
    return tuple(rule for rule in _in_force(day) if wanted is None or rule.code in wanted)


@lru_cache(maxsize=64)
def _in_force(day: date) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.during.contains(day))


def judge(facts: Facts, named: Mapping[str, Effect] | None = None) -> tuple[Judged, ...]:
    """By the law of the case's day. `named`: {code: what a rule that is not met does} as the procedure has it, which
    may be milder than the rule but never harder; None for every rule that looks at this award."""
    found = []
    for rule in rules_on(facts.on, named):
        if rule.awards and facts.award not in rule.awards:
            continue
        finding = rule.check(facts)
        if finding is not None:
            asked = Effect.BLOCKS if named is None else named[rule.code]
            effect = Effect.BLOCKS if (rule.effect, asked) == (Effect.BLOCKS, Effect.BLOCKS) else Effect.WARNS
            found.append(Judged(rule, finding, effect))
    return tuple(found)
