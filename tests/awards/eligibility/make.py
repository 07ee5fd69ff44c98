"""Cases for tests: whole, harmless, judged on 01/12/2025 for 2025 unless said otherwise."""

from datetime import date

from awards.catalogue.rules.terms import Family, SubjectKind
from awards.eligibility import words
from awards.eligibility.rules.facts import Facts, HonourFact, LedCluster, QuotaCount, YearFact
from awards.eligibility.rules.law import judge
from awards.eligibility.rules.terms import Standing
from awards.records.rules.terms import Rating

YEAR = 2025
ME = 0


def held(award, *years, holder=ME, standing=Standing.IN_REGISTER, family=Family.TITLE, campaign=None):
    """One honour for each year, decided in March of the next."""
    return tuple(
        HonourFact(award, holder, year, date(year + 1, 3, 1), standing, family, f"{year}/QĐ", campaign)
        for year in years
    )


def years(*ratings, until=YEAR, **more):
    """The last years, oldest first."""
    first = until - len(ratings) + 1
    return tuple(YearFact(first + place, Rating(rating), **more) for place, rating in enumerate(ratings))


def case(award, **fields) -> Facts:
    fields = {
        "subject_kind": SubjectKind.INDIVIDUAL,
        "first_year": YEAR,
        "year": YEAR,
        "on": date(YEAR, 12, 1),
        "known_since": 2000,
        **fields,
    }
    return Facts(award=award, **fields)


def collective(award, **fields) -> Facts:
    return case(award, subject_kind=SubjectKind.COLLECTIVE, **fields)


def led(**fields) -> LedCluster:
    fields = {
        "name": "Khối 1",
        "level": "province",
        "year": YEAR,
        "is_own": True,
        "is_frozen": True,
        "is_leader": True,
        "named_in_minutes": True,
        **fields,
    }
    return LedCluster(**fields)


def quota(award, *, proposed, base, share=20, **fields) -> QuotaCount:
    return QuotaCount(award, share, proposed=proposed, base=base, **fields)


def answer(facts: Facts, code: str):
    """What the one rule answers, None where it does not speak of the case."""
    found = [one for one in judge_and_say(facts) if one.rule.code == code]
    return found[0].finding.answer if found else None


def judged(facts: Facts, code: str):
    return next(one for one in judge_and_say(facts) if one.rule.code == code)


def judge_and_say(facts: Facts):
    """Whatever a rule answers can be said: each sentence has all that it names."""
    found = judge(facts)
    for one in found:
        said = [words.in_words(one.finding, {})]
        said += [words.settled_in_words(settle, {}) for settle in one.finding.settle]
        said += [words.link_in_words(link, {}) for link in one.finding.links]
        assert all(said), one.rule.code
        assert "%(" not in "".join(said), one.rule.code
    return found
