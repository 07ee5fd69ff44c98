"""The pages of a regulation: what each shows, to whom, and how much is asked for it."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.indicators.rules.terms import Derivation, ValueKind
from clusters.models import Scheme, ScoringRound
from clusters.regulation.rules.terms import FunctionKind, GroupKind, KnockOutKind, SchemeState
from emulation.core.actor import Role
from emulation.core.models import AuditEntry
from tests.clusters.figures.make import make_indicator
from tests.clusters.figures.visiting import central, signed_in, signed_in_as
from tests.clusters.membership.make import make_cluster_year, make_post
from tests.clusters.people.make import make_administrator
from tests.clusters.regulation.make import adopt, make_criterion, make_group, make_scheme
from tests.clusters.year.whole_years import close_year

pytestmark = pytest.mark.django_db


def at(name, year, *more):
    return reverse(f"clusters:{name}", args=[year.pk, *more])


def words(response):
    """What a reader sees, in one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))).strip()


def said(response):
    return re.sub(r"\s+", " ", unescape(response.content.decode()))


@pytest.mark.parametrize("adopted", [False, True])
def test_a_draft_is_the_heads_until_the_members_have_adopted_it(cluster, adopted):
    year, head, member = cluster
    make_scheme(cluster_year=year, adopted=adopted)
    stranger = make_cluster_year()
    page = at("scheme", year)
    for client in (signed_in(head.officer), signed_in(head.approver), central()):
        assert "Tiêu chí thử 1" in words(client.get(page))
    seen = words(signed_in(member.officer).get(page))
    assert ("Tiêu chí thử 1" in seen) is adopted
    assert ("The regulation is still being drafted" in seen) is not adopted
    changed = signed_in(member.officer).get(at("scheme-changes", year))
    assert changed.status_code == (200 if adopted else 404)
    assert signed_in_as(Role.REPORT_READER).get(page).status_code == 404
    assert signed_in(member.officer).get(at("scheme", stranger)).status_code == 404


def test_the_administrator_reads_a_regulation_and_changes_none(cluster):
    year, _head, _member = cluster
    made = make_scheme(cluster_year=year)
    client = signed_in(make_administrator())
    assert "Tiêu chí thử 1" in words(client.get(at("scheme", year)))
    assert client.get(at("criterion", year, made.criterion.pk)).status_code == 404


def test_the_table_says_maxima_ways_scorers_conditions_and_rules(cluster):
    year, head, member = cluster
    made = make_scheme(cluster_year=year)
    share = make_indicator(name="Giải ngân", unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND)
    bands = {"bands": [{"limit": "90", "points": "4.5"}, {"limit": "95", "points": "10"}]}
    line = make_criterion(
        group=made.group, function=FunctionKind.BANDS, indicator=share, terms=bands, title="Dòng khung",
        guidance="Kèm bảng kê", cross_scored=False, appraised=False,
    )  # fmt: skip
    extra = make_group(scheme=made.scheme, maximum=50, title="Thưởng", kind=GroupKind.BONUS)
    make_criterion(group=extra, function=FunctionKind.PER_CASE, terms={"each": "2.5"}, maximum=20, cross_scored=False)
    made.scheme.knock_outs.create(kind=KnockOutKind.BELOW_SHARE, title="Không đạt", criterion=line, share=50)
    made.scheme.groups.filter(pk=made.group.pk).update(maximum=30)
    Scheme.objects.update(maximum=30)
    adopt(Scheme.objects.get())
    page = words(signed_in(member.officer).get(at("scheme", year)))
    for sentence in (
        "Adopted by the members on 30/03/2023, with 2 of 2 votes",
        "I. Nhóm thử 30 points",
        "I. Thưởng at most 50 points",
        "Dòng khung Indicator: Giải ngân Kèm bảng kê 10 In bands, in points: from 90%: 4,5; from 95%: 10 Itself",
        "2,5 points for each case, at most 20 Itself, appraisal",
        "Judged by the scorers, from none to the maximum Itself, other members, appraisal",
        "Together 30",
        "“Dòng khung” stays below 50% of its maximum",
        "Maximum of all groups of criteria 30",
        "Cross-scorers of each member 2",
        "Votes needed to be acclaimed 50% of all members with a vote",
    ):
        assert sentence in page
    assert "Change the rules" not in page


def test_without_a_regulation_the_heads_officer_begins_one_and_others_are_told(cluster):
    year, head, member = cluster
    page = words(signed_in(head.officer).get(at("scheme", year)))
    assert "it is no regulation of the Council" in page
    assert "Take the template" in page
    assert "Begin empty" in page
    assert "Copy it" not in page
    for client in (signed_in(member.officer), signed_in(head.approver), central()):
        told = words(client.get(at("scheme", year)))
        assert "This year has no regulation yet The head of the cluster drafts it; the members adopt it." in told
        assert "Take the template" not in told
    adopt(make_scheme(cluster_year=make_cluster_year(cluster=year.cluster, year=2021)).scheme)
    make_scheme(cluster_year=make_cluster_year(cluster=year.cluster, year=2022))
    assert "Copy the regulation of 2021" in words(signed_in(head.officer).get(at("scheme", year)))


@pytest.mark.parametrize(
    ("origin", "sees"),
    [
        ("suggested", "Begun from a suggested template, which is no regulation of the Council"),
        ("blank", "The table has no group yet"),
        ("last_year", "The draft is there. Go through it line by line."),
    ],
)
def test_a_draft_is_begun_with_one_button(cluster, origin, sees):
    year, head, _member = cluster
    adopt(make_scheme(cluster_year=make_cluster_year(cluster=year.cluster, year=2022)).scheme)
    officer = signed_in(head.officer)
    answer = officer.post(at("scheme-begin", year), {"origin": origin}, follow=True)
    assert answer.redirect_chain == [(at("scheme", year), 302)]
    assert sees in words(answer)
    again = officer.post(at("scheme-begin", year), {"origin": origin}, follow=True)
    assert "This year already has its regulation. Open it." in words(again)
    assert Scheme.objects.filter(cluster_year=year).count() == 1


def test_what_stands_in_the_way_of_adoption_is_named_with_its_points(cluster):
    year, head, _member = cluster
    made = make_scheme(cluster_year=year)
    make_criterion(group=made.group, maximum=5, title="Thừa")
    page = words(signed_in(head.officer).get(at("scheme", year)))
    assert "The criteria of “I. Nhóm thử” come to 25 points, the group has 20. Change one of the two." in page
    approver = signed_in(head.approver)
    assert "Not possible now: The regulation does not add up yet." in words(approver.get(at("scheme", year)))
    refused = approver.post(at("scheme-adopt", year), {"on": "30/03/2023", "votes_for": "2", "votes_cast": "2"})
    assert refused.status_code == 422
    assert (
        "The regulation does not add up yet. Mend what is named, then adopt it. The criteria of “I. Nhóm thử”"
        " come to 25 points, the group has 20. Change one of the two."
    ) in words(refused)
    assert Scheme.objects.get().state == SchemeState.DRAFT


def test_adopted_by_its_form_and_opened_again_with_a_reason(cluster):
    year, head, member = cluster
    make_scheme(cluster_year=year)
    approver = signed_in(head.approver)
    votes = {"on": "30/03/2023", "votes_for": "2", "votes_cast": "3", "document": "Quy định số 1"}
    refused = approver.post(at("scheme-adopt", year), votes)
    assert "Members voting : The cluster has 2 members this year, so no more than that can vote." in words(refused)
    assert 'value="Quy định số 1"' in said(refused)
    adopted = approver.post(at("scheme-adopt", year), votes | {"votes_cast": "2"}, follow=True)
    assert "on 30/03/2023, with 2 of 2 votes; Quy định số 1" in words(adopted)
    assert approver.get(at("scheme-adopt", year)).url == at("scheme", year)
    assert signed_in(head.officer).get(at("scheme-change", year)).status_code == 200
    too_late = signed_in(head.officer).post(at("scheme-change", year), rules())
    assert "The regulation is adopted and no longer changes" in words(too_late)
    assert approver.post(at("scheme-reopen", year), {"why": ""}).status_code == 422
    opened = approver.post(at("scheme-reopen", year), {"why": "Hai thành viên đề nghị"}, follow=True)
    assert "The regulation is a draft again and has to be adopted anew." in words(opened)
    assert "Draft regulation" in words(opened)
    assert f"Opened again, {head.approver.name} Hai thành viên đề nghị" in words(opened)


def test_once_members_are_scored_by_it_the_way_back_is_shown_shut(cluster):
    year, head, _member = cluster
    make_scheme(cluster_year=year, adopted=True)
    ScoringRound.objects.create(cluster_year=year, cross_scorers=0, seed="1")
    page = words(signed_in(head.approver).get(at("scheme", year)))
    assert "Not possible now: Members are already scored by this regulation" in page


def rules(**changed):
    return {
        "maximum": "20",
        "cross_scorers": "3",
        "appraiser": "central",
        "spread_percent": "25",
        "jump_percent": "40",
        "tie_rule": "shared",
        "ballot_threshold": "66,67",
        "ballot_base": "present",
    } | changed


def test_the_rules_are_typed_as_offices_write_numbers(cluster):
    year, head, _member = cluster
    make_scheme(cluster_year=year)
    officer = signed_in(head.officer)
    assert 'name="maximum" value="20"' in said(officer.get(at("scheme-change", year)))
    page = words(officer.post(at("scheme-change", year), rules(), follow=True))
    assert "Votes needed to be acclaimed 66,67% of members present No member votes for itself no" in page
    refused = words(officer.post(at("scheme-change", year), rules(maximum="0", cross_scorers="11", spread_percent="0")))
    assert "Maximum of all groups of criteria : Write a number above zero." in refused
    assert "Cross-scorers of each member : Write at most 10." in refused
    assert "in per cent of the maximum : Write at least 1." in refused


def line_of(group, **changed):
    return {"group": group.pk, "number": "I.9", "title": "Dòng mới", "maximum": "10", "position": "9"} | changed


def test_a_new_criterion_first_asks_how_it_is_scored_then_only_for_its_terms(cluster):
    year, head, _member = cluster
    made = make_scheme(cluster_year=year)
    rate = make_indicator(unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND)
    officer = signed_in(head.officer)
    add = at("criterion-add", year)
    asked = said(officer.get(add, {"nhom": made.group.pk}))
    assert asked.count('type="radio"') == len(FunctionKind)
    assert f'name="nhom" value="{made.group.pk}"' in asked
    form = said(officer.get(add, {"nhom": made.group.pk, "cach": "bands"}))
    assert 'name="term_bands"' in form
    assert 'name="term_step"' not in form
    assert f'<option value="{made.group.pk}" selected>' in form
    officer.post(f"{add}?cach=bands", line_of(made.group, indicator=rate.pk, term_bands="90,5: 4,5\n\n95: 10"))
    assert "from 90,5%: 4,5; from 95%: 10" in words(officer.get(at("scheme", year)))
    line = made.scheme.criteria.get(title="Dòng mới")
    assert line.terms == {"bands": [{"limit": "90.5", "points": "4.5"}, {"limit": "95", "points": "10"}]}
    assert "90,5: 4,5\n95: 10" in unescape(officer.get(at("criterion", year, line.pk)).content.decode())


@pytest.mark.parametrize(
    ("way", "typed", "sentence"),
    [
        ("bands", {"term_bands": "90 40"}, "“90 40” is no band. Write the bound, a colon and the points"),
        ("bands", {"term_bands": "90: nhiều"}, "“90: nhiều” is no band."),
        ("bands", {"term_bands": ""}, "This field is required."),
        ("rank", {"term_step": "0"}, "Write a number above zero."),
        ("lower_is_better", {"term_zero_at": "100"}, "Write a share above 100 per cent of the target."),
        ("percent_of_target", {"term_floor": "101"}, "Write at most 100."),
        ("range", {"term_tolerance": "-1"}, "Write at least 0."),
        ("from_register", {"register_figure": "unscheduled", "term_full_at": "1.092", "term_zero_at": "0"}, "1.092"),
        ("from_register", {"register_figure": "khac", "term_full_at": "9", "term_zero_at": "0"}, "khac is not one"),
        ("panel", {"maximum": "-3"}, "Write a number above zero."),
        ("panel", {"maximum": "nhiều"}, "“nhiều” is not a number."),
        ("panel", {"group": "0"}, "Select a valid choice."),
        ("panel", {"title": ""}, "This field is required."),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field_and_nothing_typed_is_lost(cluster, way, typed, sentence):
    year, head, _member = cluster
    made = make_scheme(cluster_year=year)
    rate = make_indicator(unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND)
    sent = line_of(made.group, indicator=rate.pk) | typed
    refused = signed_in(head.officer).post(f"{at('criterion-add', year)}?cach={way}", sent)
    assert refused.status_code == 422
    assert sentence in words(refused)
    assert "I.9" in said(refused)
    assert not made.scheme.criteria.filter(number="I.9").exists()


def test_an_indicator_in_two_groups_is_refused_at_the_field(cluster):
    year, head, _member = cluster
    made = make_scheme(cluster_year=year)
    taken = make_indicator()
    make_criterion(group=made.group, function=FunctionKind.RATIO, indicator=taken, title="Dòng đã có")
    other = make_group(scheme=made.scheme, title="Nhóm khác")
    refused = signed_in(head.officer).post(
        f"{at('criterion-add', year)}?cach=ratio", line_of(other, indicator=taken.pk)
    )
    assert refused.status_code == 422
    assert (
        "Indicator : This indicator is already scored in “Dòng đã có” of “I. Nhóm thử”."
        " Take it out there, or choose another."
    ) in words(refused)


def test_a_line_is_scored_another_way_and_leaves_its_indicator(cluster):
    year, head, _member = cluster
    made = make_scheme(cluster_year=year)
    line = make_criterion(
        group=made.group, function=FunctionKind.RANK, indicator=make_indicator(), terms={"step": "1.5"}
    )
    officer, page = signed_in(head.officer), at("criterion", year, line.pk)
    assert 'value="1,5"' in said(officer.get(page))
    assert re.search(r'value="rank" required checked', said(officer.get(f"{page}?cach=")))
    officer.post(f"{page}?cach=yes_no", line_of(made.group, cross_scored="on"))
    line.refresh_from_db()
    assert (line.function, line.indicator, line.terms, line.appraised) == ("yes_no", None, {}, False)


def test_a_group_moves_by_its_place_and_a_condition_is_kept(cluster):
    year, head, _member = cluster
    made = make_scheme(cluster_year=year)
    officer = signed_in(head.officer)
    group = {"kind": "criteria", "number": "II", "title": "Nhóm sau", "maximum": "12,5", "position": "20"}
    page = words(officer.post(at("scheme-group-add", year), group, follow=True))
    assert page.index("I. Nhóm thử") < page.index("II. Nhóm sau 12,5 points")
    officer.post(at("scheme-group", year, made.group.pk), group | {"number": "III", "position": "30"})
    page = words(officer.get(at("scheme", year)))
    assert page.index("II. Nhóm sau") < page.index("III. Nhóm sau")
    condition = {"kind": "below_share", "title": "Nòng cốt", "position": "1"}
    refused = officer.post(at("knock-out-add", year), condition)
    assert "Criterion : Say of which criterion, and below which share" in words(refused)
    officer.post(at("knock-out-add", year), condition | {"criterion": made.criterion.pk, "share": "50"})
    assert "“Tiêu chí thử 1” stays below 50% of its maximum" in words(officer.get(at("scheme", year)))


def test_what_goes_along_is_named_before_it_is_taken_out(cluster):
    year, head, _member = cluster
    made = make_scheme(cluster_year=year, lines=3)
    made.scheme.knock_outs.create(kind=KnockOutKind.BELOW_SHARE, title="Không đạt", criterion=made.criterion, share=50)
    officer = signed_in(head.officer)
    line = at("scheme-remove", year, "tieu-chi", made.criterion.pk)
    assert "the knock-out condition that speaks of it: “Không đạt”." in words(officer.get(line))
    inside = officer.get(line).content.decode().partition('<form class="office-form"')[2].partition("</form>")[0]
    assert "<form" not in inside, "the button would stand outside of its form"
    assert 'type="submit"' in inside
    assert made.scheme.criteria.count() == 3
    assert "“Tiêu chí thử 1” is taken out." in words(officer.post(line, follow=True))
    assert list(made.scheme.knock_outs.values_list("title", flat=True)) == ["Điều kiện thử"]
    group = at("scheme-remove", year, "nhom", made.group.pk)
    assert "Its 2 criteria go with it." in words(officer.get(group))
    officer.post(group)
    assert not made.scheme.criteria.exists()
    assert officer.get(at("scheme-remove", year, "gi-do", made.group.pk)).status_code == 404


def hidden(response):
    return re.search(r'name="seen" value="([0-9a-f]*)"', response.content.decode())[1]


@pytest.mark.parametrize("what", ["rules", "group", "line", "condition"])
def test_the_later_of_two_editors_is_told_keeps_what_was_typed_and_chooses(cluster, what):
    year, head, _member = cluster
    made = make_scheme(cluster_year=year)
    page, theirs, mine, shown = {
        "rules": (at("scheme-change", year), rules(maximum="30"), rules(maximum="40"), "groups of criteria 40"),
        "group": (
            at("scheme-group", year, made.group.pk),
            {"kind": "criteria", "title": "Của họ", "maximum": "20", "position": "1"},
            {"kind": "criteria", "title": "Của tôi", "maximum": "20", "position": "1"},
            "Của tôi",
        ),
        "line": (
            at("criterion", year, made.criterion.pk),
            line_of(made.group, title="Của họ"),
            line_of(made.group, title="Của tôi"),
            "Của tôi",
        ),
        "condition": (
            at("knock-out", year, made.knock_out.pk),
            {"kind": "judged", "title": "Của họ", "position": "1"},
            {"kind": "judged", "title": "Của tôi", "position": "1"},
            "Của tôi",
        ),
    }[what]
    first, second = signed_in(head.officer), signed_in(head.officer)
    seen = hidden(second.get(page))
    assert first.post(page, theirs | {"seen": seen}).status_code == 302
    told = second.post(page, mine | {"seen": seen})
    assert told.status_code == 422
    assert "was changed by somebody else while you wrote" in words(told)
    assert "Của tôi" in said(told) or 'value="40"' in said(told)
    assert "Của tôi" not in words(second.get(at("scheme", year)))
    assert second.post(page, mine | {"seen": hidden(told)}).status_code == 302
    assert shown in words(second.get(at("scheme", year)))


def test_saved_without_a_change_nothing_is_recorded(cluster):
    year, head, _member = cluster
    made = make_scheme(cluster_year=year)
    group = {"kind": "criteria", "number": "I", "title": "Nhóm thử", "maximum": "20,00", "position": "0"}
    assert signed_in(head.officer).post(at("scheme-group", year, made.group.pk), group).status_code == 302
    assert not AuditEntry.objects.filter(verb="clusters.change_scheme_group").exists()


def test_lines_of_another_regulation_are_not_there(cluster):
    year, head, _member = cluster
    make_scheme(cluster_year=year)
    foreign = make_scheme(cluster_year=make_cluster_year())
    officer = signed_in(head.officer)
    for page in (
        at("scheme-group", year, foreign.group.pk),
        at("criterion", year, foreign.criterion.pk),
        at("knock-out", year, foreign.knock_out.pk),
        at("scheme-remove", year, "nhom", foreign.group.pk),
        at("scheme-change", foreign.scheme.cluster_year),
    ):
        assert officer.get(page).status_code == 404


@pytest.mark.parametrize("who", ["member", "approver", "central"])
def test_only_the_heads_officer_finds_the_forms_and_only_its_approver_the_adoption(cluster, who):
    year, head, member = cluster
    made = make_scheme(cluster_year=year)
    client = {"member": signed_in(member.officer), "approver": signed_in(head.approver), "central": central()}[who]
    for page in (
        at("scheme-change", year),
        at("scheme-group-add", year),
        at("criterion-add", year),
        at("knock-out", year, made.knock_out.pk),
        at("scheme-remove", year, "nhom", made.group.pk),
    ):
        assert client.get(page).status_code == 404
    assert client.post(at("scheme-begin", year), {"origin": "blank"}).status_code == 404
    for page in (at("scheme-adopt", year), at("scheme-reopen", year)):
        assert client.get(page).status_code == (200 if who == "approver" else 404)
        assert signed_in(head.officer).get(page).status_code == 404


def test_who_heads_another_year_reads_here_and_changes_nothing(cluster):
    year, _head, member = cluster
    made = make_scheme(cluster_year=year, adopted=True)
    make_post(cluster_year=make_cluster_year(), organisation=member.organisation)
    officer, approver = signed_in(member.officer), signed_in(member.approver)
    assert officer.get(at("scheme", year)).status_code == 200
    for page in (at("scheme-change", year), at("criterion", year, made.criterion.pk)):
        assert officer.get(page).status_code == 404
    assert officer.post(at("scheme-begin", year), {"origin": "blank"}).status_code == 404
    for page in (at("scheme-adopt", year), at("scheme-reopen", year)):
        assert approver.get(page).status_code == 404


def test_a_closed_year_offers_nothing_to_change_and_says_why_there_is_none(cluster):
    year, head, member = cluster
    made = make_scheme(cluster_year=year)
    year.closed_on = date(2024, 3, 1)
    year.save()
    for client in (signed_in(head.officer), signed_in(member.officer)):
        assert "The year was closed without an adopted regulation" in words(client.get(at("scheme", year)))
        assert client.post(at("scheme-remove", year, "nhom", made.group.pk)).status_code == 404
    assert made.scheme.groups.exists()


def test_an_adopted_regulation_of_a_closed_year_is_read_and_not_opened_again(cluster):
    year, head, _member = cluster
    adopt(make_scheme(cluster_year=year).scheme)
    close_year(year)
    for client in (signed_in(head.officer), signed_in(head.approver)):
        page = words(client.get(at("scheme", year)))
        assert "Tiêu chí thử 1" in page
        assert "Open it again" not in page


def test_what_changed_against_last_year_is_listed_before_and_after(cluster):
    year, head, _member = cluster
    earlier = make_scheme(cluster_year=make_cluster_year(cluster=year.cluster, year=2022))
    make_criterion(group=earlier.group, title="Dòng bỏ")
    adopt(earlier.scheme)
    officer = signed_in(head.officer)
    officer.post(at("scheme-begin", year), {"origin": "last_year"})
    page = at("scheme-changes", year)
    officer.get(at("scheme", year))
    assert "Against the regulation of 2022 Nothing changed" in words(officer.get(page))
    scheme = Scheme.objects.get(cluster_year=year)
    scheme.criteria.filter(title="Tiêu chí thử 1").update(maximum=15)
    scheme.criteria.filter(title="Dòng bỏ").delete()
    make_criterion(group=scheme.groups.get(), title="Dòng thêm")
    Scheme.objects.filter(pk=scheme.pk).update(cross_scorers=3)
    changed = words(officer.get(page))
    for row in (
        "Cross-scorers of each member Rules Changed Says: 2 Says: 3",
        "Tiêu chí thử 1 Nhóm thử Changed Maximum: 10 Maximum: 15",
        "Dòng thêm Nhóm thử Added – Maximum: 10",
        "Dòng bỏ Nhóm thử Taken out Maximum: 10",
    ):
        assert row in changed
    assert "Tiêu chí thử 2" not in changed


def test_without_an_earlier_regulation_there_is_nothing_to_compare(cluster):
    year, head, _member = cluster
    make_scheme(cluster_year=year)
    assert "There is nothing to compare with" in words(signed_in(head.officer).get(at("scheme-changes", year)))


def test_what_people_write_is_escaped(cluster):
    year, head, _member = cluster
    made = make_scheme(cluster_year=year)
    make_criterion(group=made.group, title="<script>alert(1)</script>", guidance="<b>x</b>")
    page = signed_in(head.officer).get(at("scheme", year)).content.decode()
    assert "<script>alert(1)</script>" not in page
    assert "<b>x</b>" not in page


@pytest.mark.parametrize("lines", [1, 3])
@pytest.mark.parametrize(("name", "asked"), [("scheme", 10), ("scheme-changes", 14)])
def test_more_lines_ask_no_more(cluster, lines, name, asked):
    year, head, _member = cluster
    adopt(make_scheme(cluster_year=make_cluster_year(cluster=year.cluster, year=2022), lines=lines).scheme)
    made = make_scheme(cluster_year=year, lines=lines)
    for number in range(lines):
        make_criterion(group=made.group, function=FunctionKind.RATIO, indicator=make_indicator())
        make_criterion(group=make_group(scheme=made.scheme, title=f"Nhóm {number}"))
        made.scheme.knock_outs.create(kind=KnockOutKind.BELOW_SHARE, title="Thử", criterion=made.criterion, share=50)
    officer = signed_in(head.officer)
    with CaptureQueriesContext(connection) as queries:
        assert officer.get(at(name, year)).status_code == 200
    assert len(queries) == asked
