"""The pages of a scoring: from opening to frozen points, cells saved one by one, and doors that stay shut."""

import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.duties import duties
from clusters.models import KnockOut, KnockOutFinding, Score, ScoreEvidence, ScoringRound
from clusters.regulation.rules.terms import Appraiser
from clusters.scores.rules.terms import RoundState, ScoreKind
from emulation.core.actor import Role
from tests.clusters.attachments.make import upload
from tests.clusters.figures.visiting import HTMX, signed_in, signed_in_as, words
from tests.clusters.people.make import actor_for
from tests.clusters.scores.make import (
    all_scored,
    enforce,
    finish,
    give,
    make_scored_year,
    make_scoring,
    move_to,
    report,
)
from tests.periods import DAY

pytestmark = pytest.mark.usefixtures("today")
SELF, CROSS, APPRAISAL, FINAL = ScoreKind


def at(world, name, city=None, *more):
    whose = [] if city is None else [city.organisation.pk]
    return reverse(f"clusters:{name}", args=[world.year.pk, *whose, *more])


def save(client, url, row, text, *, seen="", part="points", **more):
    key = f"{row.pk}-{part}"
    return client.post(url, {f"text-{key}": text, f"seen-{key}": seen, **more}, headers=HTMX)


def test_before_there_is_a_regulation_the_page_says_so_and_leads_there():
    year, (head, *_), _lines = make_scored_year(adopted=False)
    page = words(signed_in(head.officer).get(reverse("clusters:scoring", args=[year.pk])))
    assert "has none yet" in page
    assert reverse("clusters:scheme", args=[year.pk]) in page
    assert "Open the scoring" not in page


def test_the_head_opens_the_scoring_and_others_wait_for_it():
    year, (head, member, *_), _lines = make_scored_year()
    url = reverse("clusters:scoring", args=[year.pk])
    assert "The head of the cluster opens it" in words(signed_in(member.officer).get(url))
    officer = signed_in(head.officer)
    assert "Open the scoring" in words(officer.get(url))
    page = words(officer.post(reverse("clusters:scoring-open", args=[year.pk]), follow=True))
    assert "every member scores itself first" in page
    assert "scores itself</a>" in page
    assert signed_in(member.officer).post(reverse("clusters:scoring-open", args=[year.pk])).status_code == 404


def test_who_scores_now_is_led_to_its_points_by_the_page_s_one_primary_and_by_its_duty():
    world = make_scoring()
    city = world.cities[1]
    scoring, grid = at(world, "scoring"), at(world, "scoring-self", city)
    primary = f'btn btn-primary" href="{grid}"'
    page = words(signed_in(city.officer).get(scoring))
    assert page.count("btn-primary") == page.count(primary) == 1
    assert "Under way" in page
    assert "Not begun" in page
    assert primary not in words(signed_in(city.approver).get(scoring)), "who does not score"
    assert grid in [duty.url for duty in duties(city.officer, DAY)]
    finish(world, ScoreKind.SELF, city)
    assert primary not in words(signed_in(city.officer).get(scoring))


def test_an_exception_of_a_small_cluster_stands_on_the_page():
    year, (head, *_), _lines = make_scored_year(members=3)
    officer = signed_in(head.officer)
    page = words(officer.post(reverse("clusters:scoring-open", args=[year.pk]), follow=True))
    assert "so each is scored by 1." in page


def test_own_points_are_saved_as_they_are_left_with_what_is_computed_beside():
    world = make_scoring()
    city = world.cities[1]
    report(world, city, "4%", target="8%")
    enforce(world)
    client, url = signed_in(city.officer), at(world, "scoring-self-save", city)
    page = words(client.get(at(world, "scoring-self", city)))
    assert re.search(r"<strong>10</strong><p class=\"guidance\">Reached 50% of the target", page)
    assert "0/4 lines scored" in page
    assert "Fill empty lines with computed points" in page
    answer = save(client, url, world.reached, "10")
    assert answer.status_code == 200
    assert "Saved at" in words(answer)
    assert "1/4 lines scored" in words(answer)
    assert Score.objects.get().points == 10
    assert "Fill empty lines" not in words(client.get(at(world, "scoring-self", city)))
    save(client, url, world.reached, "", seen="10")
    filled = words(client.post(at(world, "scoring-self-take", city), follow=True))
    assert "Check them before you finish" in filled
    assert "1/4 lines scored" in filled


@pytest.mark.parametrize(
    ("text", "sentence"), [("10,5", "above the maximum"), ("-1", "never below 0"), ("bốn", "is no number of points")]
)
def test_bad_points_are_said_at_the_cell(text, sentence):
    world = make_scoring()
    city = world.cities[1]
    answer = save(signed_in(city.officer), at(world, "scoring-self-save", city), world.judged, text)
    assert answer.status_code == 409
    assert sentence in words(answer)
    assert not Score.objects.exists()


def test_the_later_of_two_officers_sees_both_values_and_chooses():
    world = make_scoring()
    city = world.cities[1]
    client, url = signed_in(city.officer), at(world, "scoring-self-save", city)
    save(client, url, world.judged, "4")
    answer = save(client, url, world.judged, "5")
    assert answer.status_code == 409
    assert re.search(r"Stands there now: <strong>4</strong>.*You wrote: <strong>5</strong>", words(answer))
    assert 'value="4"' in words(save(client, url, world.judged, "5", keep="1"))
    assert save(client, url, world.judged, "5", seen="4").status_code == 200


def test_without_scripts_all_points_are_saved_and_what_is_refused_stays_typed():
    world = make_scoring()
    city = world.cities[1]
    client, url = signed_in(city.officer), at(world, "scoring-self-save", city)
    grid = {f"text-{world.judged.pk}-points": "4", f"seen-{world.judged.pk}-points": ""}
    grid |= {f"text-{world.late.pk}-points": "3", f"seen-{world.late.pk}-points": ""}
    grid[f"text-{'9' * 5_000}-points"] = "1"  # no row has such a number
    answer = client.post(url, urlencode(grid), "application/x-www-form-urlencoded")
    assert answer.status_code == 409
    assert 'value="3"' in words(answer)
    assert "Write 5 points for done" in words(answer)
    assert Score.objects.get().points == 4
    grid[f"text-{world.late.pk}-points"], grid[f"seen-{world.judged.pk}-points"] = "5", "4"
    assert client.post(url, urlencode(grid), "application/x-www-form-urlencoded").status_code == 302
    assert Score.objects.count() == 2
    assert client.post(url, {}).status_code == 400


def test_finishing_names_what_is_missing_and_then_the_points_stand():
    world = make_scoring()
    city = world.cities[1]
    client = signed_in(city.officer)
    give(world, SELF, scored=city, scorer=city, points=0, lines=world.lines[:3])
    url = at(world, "scoring-self-finish", city)
    assert "Chậm báo cáo thử" in words(client.post(url, follow=True))
    give(world, SELF, scored=city, scorer=city, points=0, lines=world.lines[3:])
    page = words(client.post(url, follow=True))
    assert "they stand" in page
    assert "data-cell" not in page
    assert save(client, at(world, "scoring-self-save", city), world.judged, "1", seen="0").status_code == 409


def test_user_text_is_escaped():
    world = make_scoring()
    city = world.cities[1]
    client, text = signed_in(city.officer), "<script>alert(1)</script>"
    save(client, at(world, "scoring-self-save", city), world.judged, text, part="reason")
    assert Score.objects.get().reason == text
    assert text not in words(client.get(at(world, "scoring-self", city)))


def test_evidence_is_filed_on_its_own_page_and_withdrawn():
    world = make_scoring()
    city = world.cities[1]
    client = signed_in(city.officer)
    url = at(world, "scoring-evidence", city, world.judged.pk)
    assert client.post(url, {"file": upload(b"MZ\x90", "gia.pdf")}).status_code == 422
    assert client.post(url, {"file": upload(name="bao-cao.pdf")}).status_code == 302
    assert "bao-cao.pdf" in words(client.get(at(world, "scoring-self", city)))
    evidence = ScoreEvidence.objects.get()
    client.post(at(world, "scoring-evidence-withdraw", city, evidence.pk))
    assert "bao-cao.pdf" not in words(client.get(at(world, "scoring-self", city)))


def test_a_page_of_ones_own_is_not_there_for_others():
    world = make_scoring()
    city = world.cities[1]
    outsiders = [signed_in(world.head.officer), signed_in_as(Role.CENTRAL_LEADER), signed_in_as(Role.REPORT_READER)]
    for client in outsiders:
        for name in ("scoring-self", "scoring-cross"):
            assert client.get(at(world, name, city)).status_code == 404
        assert save(client, at(world, "scoring-self-save", city), world.judged, "1").status_code == 404
        assert client.post(at(world, "scoring-self-finish", city)).status_code == 404
    approver = signed_in(city.approver)
    assert approver.get(at(world, "scoring-self", city)).status_code == 200
    assert save(approver, at(world, "scoring-self-save", city), world.judged, "1").status_code == 404


@pytest.fixture
def crossing():
    """All finished their own, with 3 points in two lines, and may score each other now."""
    world = make_scoring()
    for city in world.cities:
        give(world, SELF, scored=city, scorer=city, points=3, lines=world.lines[:2])
        finish(world, SELF, city)
    move_to(world, RoundState.CROSS)
    return world


def test_one_page_for_each_criterion_with_the_assigned_members_in_rows(crossing):
    city = crossing.cities[0]
    client = signed_in(city.officer)
    first = client.get(at(crossing, "scoring-cross", city))
    assert first.status_code == 302
    page = words(client.get(first.url))
    shown = [other.organisation.name in page for other in crossing.cities[1:]]
    assert shown == [True, True, False, False]
    assert page.count('data-cell="') == 4
    assert f"text-{city.organisation.pk}-points" not in page
    assert 'value="3"' not in page


def test_going_through_the_criteria_ends_where_points_still_lack(crossing):
    city = crossing.cities[0]
    client = signed_in(city.officer)
    for scored in crossing.scored_by(city):
        give(crossing, CROSS, scored=scored, scorer=city, points=1, lines=[crossing.judged])
    url = client.get(at(crossing, "scoring-cross", city)).url
    assert url == at(crossing, "scoring-cross-line", city, crossing.reached.pk)
    page = words(client.get(url))
    assert "2/8 lines scored" in page
    last = words(client.get(at(crossing, "scoring-cross-line", city, crossing.late.pk)))
    assert "Next criterion" not in last
    assert "Criterion before" in last


def test_the_self_score_and_others_points_are_shown_only_once_ones_own_are_done(crossing):
    city, other = crossing.cities[:2]
    third = crossing.cities[2]
    give(crossing, CROSS, scored=third, scorer=other, points="2.25", lines=[crossing.judged])
    finish(crossing, CROSS, other)
    give(crossing, CROSS, scored=other, scorer=crossing.cities[4], points="6.25", lines=[crossing.judged])
    for scored in crossing.scored_by(city):
        give(crossing, CROSS, scored=scored, scorer=city, points=0)
    Score.objects.filter(kind=CROSS, scorer=city.organisation, criterion=crossing.judged).update(points=1)
    client = signed_in(city.officer)
    url = at(crossing, "scoring-cross-line", city, crossing.judged.pk)
    page = words(client.get(url))
    assert "2,25" not in page
    assert "Self score</th>" not in page
    done = words(client.post(at(crossing, "scoring-cross-finish", city), follow=True))
    assert "you see now what the members gave themselves" in done
    page = words(client.get(url))
    assert "2,25" in page
    assert "6,25" not in page
    assert re.search(r'data-heading="Self score">3<', page)
    assert other.organisation.name + ":" not in page


def test_a_forged_cell_of_oneself_or_ones_scorer_is_refused_in_a_sentence_and_a_strangers_is_not_there(crossing):
    city, my_scorer = crossing.cities[0], crossing.cities[-1]
    client, url = signed_in(city.officer), at(crossing, "scoring-cross-save", city, crossing.judged.pk)
    answers = {one: save(client, url, one.organisation, "4") for one in (city, my_scorer)}
    assert "No member scores itself" in words(answers[city])
    assert "not assigned to you" in words(answers[my_scorer])
    assert {answer.status_code for answer in answers.values()} == {409}
    stranger = make_scoring().head
    assert save(client, url, stranger.organisation, "4").status_code == 400
    assert not Score.objects.of_kind(CROSS).exists()


def test_cross_points_are_saved_for_an_assigned_member(crossing):
    city, scored = crossing.cities[:2]
    client, url = signed_in(city.officer), at(crossing, "scoring-cross-save", city, crossing.judged.pk)
    answer = save(client, url, scored.organisation, "4,5")
    assert "1/8 lines scored" in words(answer)
    grid = {f"text-{scored.organisation.pk}-points": "5", f"seen-{scored.organisation.pk}-points": "4,5"}
    assert client.post(url, grid).url == at(crossing, "scoring-cross-line", city, crossing.reached.pk)


def test_a_cross_page_says_when_it_is_not_open_yet_and_when_nobody_is_assigned():
    world = make_scoring(members=2)
    city = world.cities[1]
    client = signed_in(city.officer)
    assert "This is not open yet" in words(client.get(at(world, "scoring-cross", city)))
    move_to(world, RoundState.CROSS)
    assert "There is nothing to score here" in words(client.get(at(world, "scoring-cross", city)))


def test_the_head_sees_who_is_missing_and_goes_on_with_a_reason_only():
    world = make_scoring(members=3)
    for city in world.cities[:2]:
        finish(world, SELF, city)
    head, missing = signed_in(world.head.officer), world.cities[2].organisation.name
    url = at(world, "scoring")
    assert re.search(rf"Not finished yet.*{missing}", words(head.get(url)))
    assert missing not in words(signed_in(world.cities[1].officer).get(url))
    step = at(world, "scoring-step", None, "open-cross")
    assert "say why you go on without" in words(head.post(step, follow=True))
    assert "Cross-scoring opened" in words(head.post(step, {"why": "Bão"}, follow=True))
    assert ScoringRound.objects.get().state == RoundState.CROSS
    for name in ("freeze", "leap"):
        assert head.post(at(world, "scoring-step", None, name)).status_code == 404
    assert signed_in(world.cities[1].officer).post(step).status_code == 404


@pytest.mark.parametrize("by_centre", [False, True])
def test_who_appraises_scores_all_members_line_by_line(by_centre):
    world = make_scoring(appraiser=Appraiser.CENTRAL if by_centre else Appraiser.HEAD_PANEL)
    all_scored(world)
    centre, head = signed_in_as(Role.CENTRAL_REVIEWER), signed_in(world.head.officer)
    mine, other = (centre, head) if by_centre else (head, centre)
    url = mine.get(at(world, "scoring-appraisal")).url
    page = words(mine.get(url))
    assert page.count('data-cell="') == 10
    assert "Self score</th>" not in page
    answer = save(mine, at(world, "scoring-appraisal-save", None, world.judged.pk), world.cities[2].organisation, "4")
    assert "1/20 lines scored" in words(answer)
    assert "Appraise" in words(mine.get(at(world, "scoring")))
    refused = 404 if by_centre else 302
    assert other.get(at(world, "scoring-appraisal")).status_code == refused
    forged = at(world, "scoring-appraisal-save", None, world.judged.pk)
    assert save(other, forged, world.head.organisation, "4").status_code == refused
    assert Score.objects.of_kind(APPRAISAL).count() == 1
    assert signed_in(world.cities[1].officer).get(url).status_code == 404


def test_of_who_keeps_the_cluster_an_officer_appraises_with_the_board_and_nobody_is_led_to_a_page_not_his():
    world = make_scoring(state=RoundState.APPRAISAL, appraiser=Appraiser.CENTRAL)
    owner, page = world.year.cluster.owner, at(world, "scoring-appraisal")
    officer, approver = (signed_in(actor_for(role=role, organisation=owner)) for role in (Role.OFFICER, Role.APPROVER))
    assert page in words(officer.get(at(world, "scoring")))
    assert officer.get(page).status_code == 302
    assert page not in words(approver.get(at(world, "scoring")))
    assert approver.get(page).status_code == 404


@pytest.fixture
def deciding():
    """Everybody scored 0; two scorers of the second member are far apart in one line."""
    world = make_scoring()
    all_scored(world, but=[(CROSS, world.cities[0], world.cities[1], world.judged, 9)])
    move_to(world, RoundState.FINAL)
    return world


def test_the_table_shows_what_to_discuss_and_takes_the_rest_as_computed(deciding):
    head = signed_in(deciding.head.officer)
    page = words(head.get(at(deciding, "scoring-table")))
    assert "The scorers are far apart" in page
    assert "lines not set" in page
    done = words(head.post(at(deciding, "scoring-accept"), follow=True))
    assert "19 lines are set as computed" in done
    assert "no line left to accept" in words(head.post(at(deciding, "scoring-accept"), follow=True))


def test_a_line_of_the_table_shows_all_that_was_given_without_the_scorers_names(deciding):
    head = signed_in(deciding.head.officer)
    page = words(head.get(at(deciding, "scoring-final-line", None, deciding.judged.pk)))
    assert "4,5, apart by 9" in page
    assert "Scorer 1:" in page
    assert "Mean of 2 cross scores: 4,5 of 10 points" in page
    centre = words(
        signed_in_as(Role.CENTRAL_REVIEWER).get(at(deciding, "scoring-final-line", None, deciding.judged.pk))
    )
    assert f"<li>{deciding.head.organisation.name}: 9</li>" in centre
    assert "Scorer 1:" not in centre


def test_final_points_are_set_with_a_reason_and_what_is_refused_stays_typed(deciding):
    head, city = signed_in(deciding.head.officer), deciding.cities[1]
    url = at(deciding, "scoring-final-set", None, deciding.judged.pk, city.organisation.pk)
    answer = head.post(url, {"points": "6", "reason": "", "seen": ""})
    assert answer.status_code == 409
    assert "Give the reason for it" in words(answer)
    assert 'value="6"' in words(answer)
    assert head.post(url, {"points": "6", "reason": "Thống nhất", "seen": ""}).status_code == 302
    late = head.post(url, {"points": "7", "reason": "Khác", "seen": ""})
    assert "Stands there now: <strong>6</strong>" in words(late)
    assert Score.objects.of_kind(FINAL).get().points == 6


def test_the_table_is_empty_for_members_until_it_is_frozen(deciding):
    member = signed_in(deciding.cities[2].officer)
    page = words(member.get(at(deciding, "scoring-table")))
    assert "not open yet" in page
    assert deciding.judged.title not in page
    line = at(deciding, "scoring-final-line", None, deciding.judged.pk)
    assert member.get(line).url == at(deciding, "scoring-table")
    head = deciding.head
    signed_in(head.officer).post(at(deciding, "scoring-accept"))
    signed_in(head.officer).post(
        at(deciding, "scoring-final-set", None, deciding.judged.pk, deciding.cities[1].organisation.pk),
        {"points": "6", "reason": "Thống nhất", "seen": ""},
    )
    assert signed_in(head.officer).post(at(deciding, "scoring-freeze")).status_code == 404
    assert "Points frozen" in words(signed_in(head.approver).post(at(deciding, "scoring-freeze"), follow=True))
    assert deciding.judged.title in words(member.get(at(deciding, "scoring-table")))
    page = words(member.get(line))
    assert "Scorer 1:" in page
    assert "Thống nhất" in page
    assert 'name="points"' not in page


def test_before_the_final_points_the_table_is_empty_even_for_the_head_and_the_centre():
    world = make_scoring()
    all_scored(world, points="3.33")
    for client in (signed_in(world.head.officer), signed_in_as(Role.CENTRAL_LEADER)):
        page = words(client.get(at(world, "scoring-table")))
        assert "The score table is not open yet" in page
        assert "3,33" not in page
        assert client.get(at(world, "scoring-final-line", None, world.judged.pk)).status_code == 302


def test_a_knock_out_is_recorded_with_its_paper_and_taken_back(deciding):
    head, city = signed_in(deciding.head.officer), deciding.cities[3]
    url = at(deciding, "scoring-finding")
    condition = KnockOut.objects.get()
    assert head.post(url, {"knock_out": condition.pk, "organisation": city.organisation.pk}).status_code == 422
    sent = {"knock_out": condition.pk, "organisation": city.organisation.pk, "why": "Kết luận số 12"}
    assert "Kết luận số 12" in words(head.post(url, sent, follow=True))
    assert "already found" in words(head.post(url, sent))
    drop = at(deciding, "scoring-finding-drop", None, KnockOutFinding.objects.get().pk)
    assert "Kết luận số 12" not in words(head.post(drop, {"why": "nhầm"}, follow=True))


def asked_by_pages(members, more):
    world = make_scoring(members=members, more=more)
    city = world.cities[1]
    counts = []

    def visit(client, url):
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        counts.append(len(asked))

    visit(signed_in(city.officer), at(world, "scoring-self", city))
    all_scored(world)
    visit(signed_in(city.officer), at(world, "scoring-cross-line", city, world.judged.pk))
    visit(signed_in(world.head.officer), at(world, "scoring-appraisal-line", None, world.judged.pk))
    move_to(world, RoundState.FINAL)
    visit(signed_in(world.head.officer), at(world, "scoring"))
    visit(signed_in(world.head.officer), at(world, "scoring-table"))
    visit(signed_in(world.head.officer), at(world, "scoring-final-line", None, world.judged.pk))
    return counts


def test_pages_ask_the_same_however_many_members_and_lines():
    assert asked_by_pages(3, 0) == asked_by_pages(7, 3)
