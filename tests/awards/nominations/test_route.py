"""Where a dossier goes, what it is asked for on the way, which other one may be the same: no database."""

from dataclasses import replace
from datetime import date

import pytest

from awards.catalogue.rules.terms import Level
from awards.nominations.rules.checklist import PaperAsked, PaperGiven, checklist, is_asked_of
from awards.nominations.rules.deadlines import StageDays, submission_due
from awards.nominations.rules.likeness import Likeness, LikeSubject, likeness
from awards.nominations.rules.paper_guess import guessed_kind
from awards.nominations.rules.route import Desk, Nominator, desk_after, route_of
from awards.procedures.rules.terms import Body, PaperKind, Stage

UNIT, PROVINCE = Nominator(False), Nominator(True)
LIKE = LikeSubject(
    "tran thi mau", "so y te", award=1, family="form", first_day=date(2022, 1, 1), last_day=date(2022, 12, 31)
)


@pytest.mark.parametrize(
    ("level", "nominator", "way"),
    [
        (Level.STATE, UNIT, (Desk.PROVINCE, Desk.BOARD)),
        (Level.STATE, PROVINCE, (Desk.BOARD,)),
        (Level.PROVINCE, UNIT, (Desk.PROVINCE,)),
        (Level.PROVINCE, PROVINCE, (Desk.OWN,)),
        (Level.GRASSROOTS, UNIT, (Desk.OWN,)),
    ],
)
def test_who_decides_says_where_a_dossier_ends(level, nominator, way):
    assert route_of(level, nominator) == way
    assert desk_after(way, None) is way[0]
    assert desk_after(way, way[-1]) is None
    for off_the_way in set(Desk) - set(way):
        assert desk_after(way, off_the_way) is None


def test_minutes_of_the_province_are_wanted_of_the_unit_only_where_nobody_passes_the_dossier_on():
    asked = [PaperAsked(PaperKind.COUNCIL_MINUTES, True), PaperAsked(PaperKind.ACHIEVEMENT_REPORT, True)]

    def hindering(desk, route):
        return [line.asked.kind for line in checklist(asked, (), desk=desk, route=route) if line.hinders]

    passed_on = (Desk.PROVINCE, Desk.BOARD)
    assert hindering(None, passed_on) == [PaperKind.ACHIEVEMENT_REPORT]
    assert hindering(Desk.PROVINCE, passed_on) == [PaperKind.COUNCIL_MINUTES, PaperKind.ACHIEVEMENT_REPORT]
    assert hindering(None, (Desk.PROVINCE,)) == [PaperKind.COUNCIL_MINUTES, PaperKind.ACHIEVEMENT_REPORT]


@pytest.mark.parametrize(
    ("subject_kind", "target_group", "asked"),
    [
        ("collective", "", True),
        ("individual", "entrepreneur", True),
        ("individual", "direct_worker", False),
        ("individual", "", False),
        ("household", "", False),
    ],
)
def test_taxes_are_confirmed_of_enterprises_and_of_who_leads_one(subject_kind, target_group, asked):
    assert is_asked_of(PaperKind.TAX_CONFIRMATION, subject_kind, target_group) is asked
    assert is_asked_of(PaperKind.ACHIEVEMENT_REPORT, subject_kind, target_group)


def test_a_paper_that_exists_on_paper_only_is_there():
    [line] = checklist(
        [PaperAsked(PaperKind.PARTY_OPINION, True)],
        [PaperGiven(1, PaperKind.PARTY_OPINION, on_paper_only=True)],
        desk=None,
        route=(Desk.BOARD,),
    )
    assert (line.is_there, line.on_paper_only, line.hinders) == (True, True, False)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Tờ trình số 45.pdf", PaperKind.SUBMISSION_LETTER),
        ("to_trinh-45.pdf", PaperKind.SUBMISSION_LETTER),
        ("Biên bản kiểm phiếu.pdf", PaperKind.VOTE_RESULT),
        ("Bien ban hop Hoi dong TDKT.pdf", PaperKind.COUNCIL_MINUTES),
        ("Báo cáo thành tích Phòng A.pdf", PaperKind.ACHIEVEMENT_REPORT),
        ("XN sáng kiến cấp tỉnh.jpg", PaperKind.INITIATIVE_CERTIFICATE),
        ("scan0001.pdf", None),
    ],
)
def test_a_file_name_tells_which_paper_it_is(name, kind):
    assert guessed_kind(name, asked=set(PaperKind)) is kind


def test_a_paper_that_is_not_asked_for_is_not_guessed():
    assert guessed_kind("Biên bản kiểm phiếu.pdf", asked={PaperKind.COUNCIL_MINUTES}) is PaperKind.COUNCIL_MINUTES
    assert guessed_kind("Tờ trình.pdf", asked={PaperKind.COUNCIL_MINUTES}) is None


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, Likeness.SAME_AWARD_AND_PERIOD),
        ({"award": 2}, Likeness.SAME_FAMILY_AND_PERIOD),
        ({"award": 2, "family": "title"}, None),
        ({"first_day": date(2021, 1, 1), "last_day": date(2021, 12, 31)}, Likeness.SAME_NAME_AND_UNIT),
        ({"unit_key": "so tu phap"}, Likeness.SAME_NAME),
        ({"name_key": "le van mau"}, None),
    ],
)
def test_what_may_be_the_same_is_told_with_its_reason(changed, why):
    assert likeness(LIKE, replace(LIKE, **changed)) is why


def test_years_of_birth_tell_namesakes_apart_and_a_key_makes_one_subject():
    born, other = replace(LIKE, birth_year=1980), replace(LIKE, birth_year=1981)
    assert likeness(born, other) is None
    moved = replace(LIKE, unit_key="so tu phap", first_day=date(2020, 1, 1), last_day=date(2020, 12, 31), key="k")
    assert likeness(replace(LIKE, key="k"), moved) is Likeness.SAME_AWARD


@pytest.mark.parametrize(
    ("achieved_to", "due"),
    [
        (date(2022, 12, 31), date(2023, 3, 31)),
        (date(2023, 3, 30), date(2023, 3, 31)),
        (date(2023, 3, 31), date(2024, 3, 31)),
        (None, None),
    ],
)
def test_the_last_day_is_the_first_such_day_after_the_achievement(achieved_to, due):
    stages = (StageDays(Stage.SUBMIT, Body.PROVINCE_CHAIR, until_month=3, until_day=31),)
    found = submission_due(stages, Desk.BOARD, achieved_to=achieved_to)
    assert (found.day if found else None) == due
    assert submission_due(stages, Desk.PROVINCE, achieved_to=achieved_to) is None
