"""The pages of half-year figures: what is shown and to whom, a cell saved, two editors, the whole grid without scripts."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clusters.actions.sheets import accept_sheet, approve_sheet, return_sheet, submit_sheet
from clusters.models import Figure, FigureSheet, Indicator, SheetStep
from clusters.rules.figure_terms import Derivation, SheetState, ValueKind
from emulation.core.actor import Role
from emulation.core.models import User
from tests.make import make_cluster_year, make_mandate, make_user
from tests.make_figures import in_state, make_city, make_figure, make_indicator, make_two_cities
from tests.periods import DAY

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def demonstration_day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def cluster():
    """(year, its head, another member); no indicator but those a test makes."""
    Indicator.objects.all().delete()
    return make_two_cities()


def signed_in(actor, language="en"):
    client = Client(headers={"accept-language": language})
    client.force_login(User.objects.get(pk=actor.user_id), "django.contrib.auth.backends.ModelBackend")
    return client


def central():
    return signed_in_as(Role.CENTRAL_REVIEWER)


def signed_in_as(role):
    client = Client(headers={"accept-language": "en"})
    client.force_login(make_mandate(user=make_user(), role=role).user, "django.contrib.auth.backends.ModelBackend")
    return client


def at(name, cluster_year, city=None, half=1):
    whose = [] if name == "cluster-figures" else [str(city.organisation.pk) if city else "cum"]
    return reverse(f"clusters:{name}", args=[cluster_year.pk, half, *whose])


def words(response):
    return re.sub(r"\s+", " ", response.content.decode())


def save(client, cluster_year, city, indicator, text, seen="", part="value", **more):
    key = f"{indicator.pk}-{part}"
    posted = {f"text-{key}": text, f"seen-{key}": seen, **more}
    return client.post(at("figures-save", cluster_year, city), posted, headers=HTMX)


def test_a_cell_is_saved_as_it_is_left_and_says_when(cluster):
    year, _head, member = cluster
    indicator = make_indicator(unit="%", value_kind=ValueKind.PERCENT, derivation=Derivation.COMMON_BOUND)
    answer = save(signed_in(member.officer), year, member, indicator, "trên 3,5%")
    assert answer.status_code == 200
    assert "Saved at" in words(answer)
    assert "1 of 1 indicators answered" in words(answer)
    kept = Figure.objects.get()
    assert (kept.value_text, kept.value.as_text()) == ("trên 3,5%", "trên 3,5%")


@pytest.mark.parametrize(
    ("kind", "unit", "text", "sentence"),
    [
        (ValueKind.DECIMAL, "tỷ đồng", "1.092", "may be thousands or a fraction"),
        (ValueKind.PERCENT, "%", "10% - 9,5%", "is upside down"),
        (ValueKind.WHOLE, "xã", "nhiều", "is no figure"),
        (ValueKind.WHOLE, "xã", "=cmd|' /C calc'!A0", "is no figure"),
        (ValueKind.RATIO, "xã", "20/19", "the part is larger than the whole"),
        (ValueKind.DECIMAL, "tỷ đồng", "43 triệu đồng", "Convert the figure"),
    ],
)
def test_what_cannot_be_read_is_kept_with_a_sentence_at_the_cell(cluster, kind, unit, text, sentence):
    year, _head, member = cluster
    indicator = make_indicator(unit=unit, value_kind=kind, derivation=Derivation.BY_HEAD)
    officer = signed_in(member.officer)
    answer = save(officer, year, member, indicator, text)
    assert sentence in words(answer)
    assert Figure.objects.get().value is None
    again = words(officer.get(at("figure-sheet", year, member)))
    assert sentence in again
    assert "Mend the cells marked in red" in again


def test_user_text_is_escaped(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    text = "<script>alert(1)</script>"
    answer = save(signed_in(member.officer), year, member, indicator, text, part="note")
    assert text not in words(answer)
    assert text not in words(signed_in(member.officer).get(at("figure-sheet", year, member)))


def test_the_later_of_two_editors_sees_both_values_and_chooses(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    first, second = signed_in(member.officer), signed_in(member.officer)
    save(first, year, member, indicator, "12")
    answer = save(second, year, member, indicator, "13")
    assert answer.status_code == 409
    assert re.search(r"Stands there now: <strong>12</strong>.*You wrote: <strong>13</strong>", words(answer))
    assert Figure.objects.get().value_text == "12"
    kept = save(second, year, member, indicator, "13", keep="1")
    assert 'value="12"' in words(kept)
    assert save(second, year, member, indicator, "13", seen="12").status_code == 200
    assert Figure.objects.get().value_text == "13"


def test_without_scripts_the_whole_grid_is_saved_and_a_conflict_keeps_what_was_typed(cluster):
    year, _head, member = cluster
    first, second = make_indicator(), make_indicator()
    officer = signed_in(member.officer)
    url = at("figures-save", year, member)
    grid = {
        f"text-{first.pk}-value": "5",
        f"seen-{first.pk}-value": "",
        f"text-{second.pk}-note": "chưa có số liệu",
        f"seen-{second.pk}-note": "",
    }
    assert officer.post(url, grid).status_code == 302
    assert Figure.objects.count() == 2
    later = {f"text-{first.pk}-value": "7", f"seen-{first.pk}-value": ""}
    answer = officer.post(url, later)
    assert answer.status_code == 409
    assert 'value="7"' in words(answer)
    assert "<strong>5</strong>" in words(answer)


def test_a_save_after_submitting_is_refused_in_words(cluster):
    year, _head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.SUBMITTED)
    answer = save(signed_in(member.officer), year, member, figure.indicator, "80", seen="73")
    assert answer.status_code == 409
    assert "Recall them to change something" in words(answer)
    assert Figure.objects.get().value_text == "73"


def test_from_officer_to_acceptance_with_a_return_pinned_to_the_cell(cluster):
    year, head, member = cluster
    indicator = make_indicator(name="Số phong trào")
    officer, approver, chief = (signed_in(one) for one in (member.officer, member.approver, head.officer))
    sheet_url = at("figure-sheet", year, member)
    assert "Not possible now" in words(officer.get(sheet_url))
    save(officer, year, member, indicator, "73")
    officer.post(at("figures-submit", year, member))
    assert "Approve and send" in words(approver.get(sheet_url))
    assert chief.get(sheet_url).status_code == 404
    approver.post(at("figures-approve", year, member))
    page = words(chief.get(sheet_url))
    assert "Accept the figures" in page
    figure = Figure.objects.get()
    refused = chief.post(at("figures-return-to-member", year, member), {f"remark-{figure.pk}": " "})
    assert refused.status_code == 409
    assert "Say what is to be mended" in words(refused)
    chief.post(at("figures-return-to-member", year, member), {f"remark-{figure.pk}": "Tách số của cấp xã"})
    assert "Tách số của cấp xã" in words(officer.get(sheet_url))
    save(officer, year, member, indicator, "70", seen="73")
    officer.post(at("figures-submit", year, member))
    approver.post(at("figures-approve", year, member))
    assert chief.post(at("figures-accept", year, member), follow=True).status_code == 200
    assert FigureSheet.objects.get().state == SheetState.ACCEPTED
    assert SheetStep.objects.count() == 6
    assert "Accepted by the head of the cluster" in words(officer.get(sheet_url))


def test_a_refused_return_keeps_the_remarks_that_were_typed(cluster):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.ACCEPTED)
    answer = signed_in(head.officer).post(
        at("figures-return-to-member", year, member), {f"remark-{figure.pk}": "Xem lại", "why": "Chung"}
    )
    assert answer.status_code == 409
    assert "no longer possible" in words(answer)


@pytest.mark.parametrize(
    ("state", "member_sees", "head_sees", "centre_sees"),
    [
        (SheetState.DRAFT, False, False, False),
        (SheetState.SUBMITTED, False, False, False),
        (SheetState.APPROVED, False, True, True),
        (SheetState.RETURNED, False, False, False),
        (SheetState.ACCEPTED, True, True, True),
    ],
)
def test_figures_are_seen_as_the_table_says(cluster, state, member_sees, head_sees, centre_sees):
    year, head, member = cluster
    other = make_city(cluster_year=year)
    figure = make_figure(cluster_year=year, organisation=member.organisation, value="4711")
    in_state(figure.sheet, state)
    expected = {
        signed_in(member.officer): True,
        signed_in(other.officer): member_sees,
        signed_in(head.officer): head_sees,
        central(): centre_sees,
        signed_in_as(Role.REPORT_READER): False,
    }
    for client, sees in expected.items():
        assert client.get(at("figure-sheet", year, member)).status_code == (200 if sees else 404)
    for client, sees in list(expected.items())[1:4]:
        assert ("4711" in words(client.get(at("cluster-figures", year)))) is sees


def test_the_cluster_counts_up_its_members_and_says_who_is_missing(cluster):
    year, head, member = cluster
    indicator = make_indicator(unit="phong trào")
    for city, value in ((head, "24"), (member, "73")):
        figure = make_figure(cluster_year=year, organisation=city.organisation, indicator=indicator, value=value)
        in_state(figure.sheet, SheetState.ACCEPTED)
    client = central()
    assert "<strong>97 phong trào</strong>" in words(client.get(at("cluster-figures", year)))
    make_city(cluster_year=year)
    assert "97 phong trào (2 of 3 members)" in words(client.get(at("cluster-figures", year)))


def test_a_declared_share_is_printed_with_its_base_and_whose_word_it_is(cluster):
    year, _head, member = cluster
    indicator = make_indicator(value_kind=ValueKind.RATIO, derivation=Derivation.RATIO, declared=True)
    figure = make_figure(cluster_year=year, organisation=member.organisation, indicator=indicator, value="1/4")
    in_state(figure.sheet, SheetState.ACCEPTED)
    assert "1/4 (25,00%, theo báo cáo)" in words(signed_in(member.officer, "vi").get(at("cluster-figures", year)))


def test_the_head_enters_what_cannot_be_reckoned(cluster):
    year, head, member = cluster
    by_head = make_indicator(derivation=Derivation.BY_HEAD)
    make_indicator()
    page = words(signed_in(head.officer).get(at("figure-sheet", year)))
    assert f"text-{by_head.pk}-value" in page
    assert page.count("data-cell=") == 4
    assert signed_in(member.officer).get(at("figure-sheet", year)).status_code == 404
    assert save(signed_in(head.officer), year, None, by_head, "471000").status_code == 200


def test_the_same_half_of_the_year_before_stands_beside(cluster):
    year, head, member = cluster
    indicator = make_indicator()
    before = make_cluster_year(cluster=year.cluster, year=2022)
    figure = make_figure(cluster_year=before, organisation=member.organisation, indicator=indicator, value="4711")
    in_state(figure.sheet, SheetState.ACCEPTED)
    assert "4711" in words(signed_in(member.officer).get(at("figure-sheet", year, member)))


def test_a_stranger_and_an_unknown_half_are_not_there(cluster):
    year, _head, member = cluster
    client = signed_in(member.officer)
    assert client.get(reverse("clusters:figure-sheet", args=[year.pk, 3, "1"])).status_code == 404
    assert client.get(reverse("clusters:figure-sheet", args=[year.pk, 1, "toan-bo"])).status_code == 404
    assert client.get(reverse("clusters:figure-sheet", args=[year.pk, 1, "99999999"])).status_code == 404
    assert client.get(reverse("clusters:cluster-figures", args=[year.pk, 0])).status_code == 404


def test_a_forged_step_or_cell_of_another_office_is_not_there(cluster):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    in_state(figure.sheet, SheetState.ACCEPTED)
    other = signed_in(make_city(cluster_year=year).officer)
    assert save(other, year, member, figure.indicator, "1", seen="73").status_code == 404
    for step in ("figures-submit", "figures-recall", "figures-approve", "figures-accept", "figures-return-to-officer"):
        assert other.post(at(step, year, member)).status_code == 404
    assert Figure.objects.get().value_text == "73"


@pytest.mark.parametrize("indicators", [1, 3])
def test_the_pages_ask_the_same_number_of_questions_whatever_the_rows(cluster, indicators):
    year, head, member = cluster
    for _ in range(indicators):
        figure = make_figure(cluster_year=year, organisation=member.organisation)
    make_figure(cluster_year=year, organisation=head.organisation, indicator=figure.indicator)
    for sheet in FigureSheet.objects.all():
        in_state(sheet, SheetState.ACCEPTED)
    client = signed_in(head.officer)
    for url, expected in (
        (at("figure-sheet", year, member), 13),
        (at("cluster-figures", year), 12),
        (reverse("clusters:indicators"), 7),
    ):
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        assert len(asked) == expected, url


@pytest.mark.parametrize("clusters", [1, 3])
def test_the_list_of_clusters_asks_the_same_number_of_questions(cluster, clusters):
    for _ in range(clusters - 1):
        make_two_cities()
    client = central()
    url = reverse("clusters:figures") + "?nam=2023&ky=1"
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        page = words(client.get(url))
    assert page.count('<th scope="row"') >= clusters
    assert len(asked) == 7


def test_one_saved_cell_asks_few_questions(cluster):
    year, _head, member = cluster
    indicator = make_indicator()
    client = signed_in(member.officer)
    save(client, year, member, indicator, "1")
    with CaptureQueriesContext(connection) as asked:
        save(client, year, member, indicator, "2", seen="1")
    assert len(asked) == 19


def test_the_list_says_what_is_empty_and_takes_the_half_from_the_address(cluster):
    year, head, member = cluster
    client = signed_in(member.officer)
    page = words(client.get(reverse("clusters:figures")))
    assert str(year.cluster) in page
    assert "First six months of 2023" in page
    assert "No cluster of yours" in words(client.get(reverse("clusters:figures") + "?nam=2019&ky=2"))


def test_acceptance_opens_the_figures_to_the_members(cluster):
    year, head, member = cluster
    figure = make_figure(cluster_year=year, organisation=member.organisation)
    for step, actor in ((submit_sheet, member.officer), (approve_sheet, member.approver)):
        step(figure.sheet, actor=actor)
    figure.sheet.refresh_from_db()
    return_sheet(figure.sheet, remarks={figure.pk: "Sửa"}, why="", actor=head.officer)
    for step, actor in ((submit_sheet, member.officer), (approve_sheet, member.approver), (accept_sheet, head.officer)):
        step(figure.sheet, actor=actor)
    other = make_city(cluster_year=year)
    assert FigureSheet.objects.visible_to(other.officer).exists()
