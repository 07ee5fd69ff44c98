"""A city's honours of the demonstration: the same ones at every start."""

from datetime import date, timedelta
from random import Random

from awards.catalogue.rules.terms import SubjectKind, TargetGroup, Way
from awards.models import Honour
from awards.rows.rules.person import person_key
from emulation.core.text import person_sort_key, search_key, sort_key
from emulation.desk.demonstration import invented
from emulation.desk.demonstration.counts import OUTSIDE_THE_HALF_YEAR, of_city, of_city_in_2022


def working_days(first: date, last: date, *rest: date) -> list[date]:
    """`rest`: the first and the last day off at the lunar new year, where it lies between the two."""
    days = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5 and not (rest and rest[0] <= day <= rest[1])]


DAYS = working_days(date(2023, 1, 3), date(2023, 6, 30), date(2023, 1, 20), date(2023, 1, 26))
DAYS_OF_2022 = working_days(date(2022, 2, 14), date(2022, 12, 23))
PERSON, COLLECTIVE, HOUSEHOLD = SubjectKind.INDIVIDUAL, SubjectKind.COLLECTIVE, SubjectKind.HOUSEHOLD

SUBJECTS = {
    "BK_TINH": {PERSON: 705, COLLECTIVE: 285, HOUSEHOLD: 10},
    "BK_TTG": {PERSON: 60, COLLECTIVE: 40},
    "CSTD_TINH": {PERSON: 1},
    "CSTDTQ": {PERSON: 1},
}
WAYS = {
    "BK_TINH": {Way.REGULAR: 46, Way.THEMATIC: 40, Way.UNSCHEDULED: 13, Way.DIPLOMATIC: 1},
    "BK_TTG": {Way.REGULAR: 65, Way.THEMATIC: 30, Way.UNSCHEDULED: 5},
    "CO_TINH": {Way.REGULAR: 85, Way.THEMATIC: 15},
}
ORDERS = (
    ("HC_LD_3", COLLECTIVE, Way.REGULAR),
    ("HC_LD_3", PERSON, Way.REGULAR),
    ("HC_LD_2", COLLECTIVE, Way.REGULAR),
    ("HC_KCCM_3", PERSON, Way.RESISTANCE),
    ("HC_LD_3", PERSON, Way.SERVICE),
    ("HC_LD_1", COLLECTIVE, Way.REGULAR),
    ("HC_DL_3", PERSON, Way.SERVICE),
    ("HC_CC_3", COLLECTIVE, Way.UNSCHEDULED),
)
GROUPS = {
    "BK_TINH": (5, 35, 20, 125, 815),
    "CSTD_TINH": (2, 18, 0, 38, 42),
    "CSTDTQ": (0, 1, 0, 2, 1),
    "BK_TTG": (2, 13, 5, 30, 50),
    "HC_ALL": (20, 45, 5, 20, 10),
}
SIGNERS = {"CSTDTQ": "Thủ tướng Chính phủ", "CO_CP": "Thủ tướng Chính phủ", "BK_TTG": "Thủ tướng Chính phủ"}
SYMBOLS = {"Thủ tướng Chính phủ": "QĐ-TTg", "Chủ tịch nước": "QĐ-CTN"}
ROWS_IN_A_DECISION = (20, 140)


def honours_of(city, awards) -> list[Honour]:
    """`awards` by code; unsaved, in the order of their decisions, with those just outside the half-year at the end."""
    chance = Random(f"thi đua {city.code}")
    made = _numbered(city, of_city(city.code), DAYS, chance)
    if city.code in OUTSIDE_THE_HALF_YEAR:
        day = date.fromisoformat(OUTSIDE_THE_HALF_YEAR[city.code])
        made.append(_outside(day, _signer(city), chance))
    return _finished(made, awards, chance)


def honours_of_2022(city, awards) -> list[Honour]:
    """What the city gave in the year that is closed; as `honours_of`."""
    chance = Random(f"thi đua {city.code} 2022")
    return _finished(_numbered(city, of_city_in_2022(city.code), DAYS_OF_2022, chance), awards, chance)


def _signer(city) -> str:
    return f"Chủ tịch UBND {city.official_name}"


def _numbered(city, counts, days, chance) -> list[Honour]:
    signer = _signer(city)
    made = [honour for line, count in counts.items() for honour in _line(line, count, signer, days, chance)]
    made.sort(key=lambda honour: (honour.decision_date, honour.signer_office))
    _number_decisions(made, chance)
    return made


def _finished(made, awards, chance) -> list[Honour]:
    _keep_apart(made, chance)
    for honour in made:
        honour.award = awards[honour.award_code]
        _add_keys(honour)
    return made


def _line(line, count, signer, days, chance):
    signer = "Chủ tịch nước" if line == "HC_ALL" else SIGNERS.get(line, signer)
    while count:
        size = min(count, chance.randint(*ROWS_IN_A_DECISION))
        day, way = chance.choice(days), _choose(WAYS.get(line, {Way.REGULAR: 1}), chance)
        for place in range(size):
            if line == "HC_ALL":
                code, subject, way = ORDERS[place % len(ORDERS)]
            else:
                code, subject = line, _choose(SUBJECTS.get(line, {COLLECTIVE: 1}), chance)
            yield _honour(code, subject, way, day, signer, GROUPS.get(line), chance)
        count -= size


def _outside(day, signer, chance):
    honour = _honour("BK_TINH", PERSON, Way.REGULAR, day, signer, GROUPS["BK_TINH"], chance)
    honour.decision_number = "9901/QĐ-UBND"
    return honour


def _honour(code, subject, way, day, signer, weights, chance) -> Honour:
    lately = way in (Way.THEMATIC, Way.UNSCHEDULED) and day.month >= 3
    honour = Honour(
        subject_kind=subject,
        way=way,
        achievement_year=day.year if lately else day.year - 1,
        decision_date=day,
        signer_office=signer,
    )
    honour.award_code = code
    _name(honour, chance)
    if subject == PERSON:
        (group,) = chance.choices(tuple(TargetGroup), weights=weights)
        if way == Way.RESISTANCE:
            group = TargetGroup.DIRECT_WORKER
        honour.target_group = group
        honour.position = chance.choice(invented.POSITIONS[group])
        _born(honour, (1938, 1952) if way == Way.RESISTANCE else (1963, 1998), chance)
    return honour


def _name(honour, chance):
    if honour.subject_kind == PERSON:
        honour.honorific, honour.name = invented.person(chance)
        honour.unit = invented.unit(chance)
    elif honour.subject_kind == HOUSEHOLD:
        address, name = invented.person(chance)
        honour.name = f"Hộ gia đình {address.lower()} {name}"
        honour.unit = f"UBND xã Minh Họa {chance.randint(1, 80)}"
    elif chance.random() < 0.4:
        honour.name, honour.unit = invented.unit(chance), ""
    else:
        honour.unit = invented.unit(chance)
        honour.name = f"{chance.choice(invented.PARTS)}, {honour.unit}"


def _born(honour, years, chance):
    honour.birth_year = chance.randint(*years)
    if chance.random() < 0.93:
        honour.birth_date = date(honour.birth_year, chance.randint(1, 12), chance.randint(1, 28))


def _number_decisions(honours, chance):
    """One number for all that was signed by one office on one day for one award and way, rising with the days."""
    last, numbers = {}, {}
    for honour in honours:
        signer = honour.signer_office
        award = signer if signer == "Chủ tịch nước" else (honour.award_code, honour.way)
        decision = (signer, honour.decision_date, award)
        if decision not in numbers:
            last[signer] = last.get(signer, 100) + chance.randint(3, 25)
            numbers[decision] = f"{last[signer]}/{SYMBOLS.get(signer, 'QĐ-UBND')}"
        honour.decision_number = numbers[decision]


def _keep_apart(honours, chance):
    """Nobody twice under one decision: the import would rightly ask about it."""
    seen = set()
    for honour in honours:
        while (key := (honour.name, honour.unit, honour.award_code, honour.decision_number)) in seen:
            _name(honour, chance)
        seen.add(key)


def _choose(weights, chance):
    return chance.choices(tuple(weights), weights=tuple(weights.values()))[0]


def _add_keys(honour):
    honour.name_key = search_key(honour.name)
    honour.sort_key = (person_sort_key if honour.subject_kind == PERSON else sort_key)(honour.name)
    honour.unit_key = search_key(honour.unit)
    if honour.subject_kind == PERSON and honour.birth_date:
        honour.recipient_key = person_key(honour.name, honour.birth_date, honour.unit_key)
