"""The home page: what waits, when it is due, where each role begins, and nothing of anybody else's."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from awards.lists.duties import ListDuty
from awards.lists.rules.terms import BatchState
from clusters.models import Figure, Indicator, OrganisationKind, SheetTerm
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.badges import Tone
from emulation.core.duty import Duty
from emulation.core.models import User
from emulation.desk.agenda import end_of_half_year, sorted_by_day
from emulation.desk.views.rows import kinds_of, shown
from reports.models import Report, ReportState
from tests.awards.register.make import make_batch, make_honour
from tests.awards.sittings.make import convened, make_room
from tests.clusters.figures.make import make_figure, make_indicator, make_two_cities
from tests.clusters.membership.make import make_cluster_year, make_membership, make_post
from tests.clusters.organisations.make import make_organisation
from tests.clusters.pacts.make import in_signing, make_pact, signed_by
from tests.clusters.people.make import make_mandate, make_user
from tests.clusters.regulation.make import adopt, make_scheme
from tests.periods import FIRST_HALF_2023
from tests.reading import client_in

MONDAY = date(2023, 7, 10)
CENTRAL = {Role.CENTRAL_REVIEWER, Role.CENTRAL_LEADER, Role.REPORT_READER, Role.SYSTEM_ADMINISTRATOR}


@pytest.fixture(autouse=True)
def demonstration_day(settings):
    settings.DEMONSTRATION_DAY = MONDAY


def signed_in(user):
    client = client_in("en")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def home(client):
    response = client.get(reverse("desk:home"))
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def beside(client):
    response = client.get(reverse("desk:own-years"), headers={"HX-Request": "true"})
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def make_report(province, **fields):
    now = clock.now()
    return Report.objects.create(
        kind="province-six-month",
        province=province,
        year=MONDAY.year,
        organisation=province,
        during=FIRST_HALF_2023,
        half=1,
        as_of=now,
        day=MONDAY,
        created_by=make_user(),
        created_at=now,
        **fields,
    )


def officer_of(organisation):
    return signed_in(make_mandate(organisation=organisation, role=Role.OFFICER).user)


def test_duties_fall_into_today_overdue_this_week_and_later():
    due = {
        name: MONDAY + timedelta(days=days) for name, days in [("past", -1), ("today", 0), ("sunday", 6), ("next", 7)]
    }
    duties = [Duty(ListDuty.SEND, name, "/", due=day) for name, day in reversed(due.items())]
    back = Duty(ListDuty.SEND, "back", "/", is_back=True)
    meeting = Duty(ListDuty.SEND, "meeting", "/", is_now=True)
    rest = Duty(ListDuty.SEND, "some day", "/", number=5)
    found = sorted_by_day([rest, *duties, back, meeting], MONDAY)
    assert [duty.title for duty in found.now] == ["meeting", "today"]
    assert [duty.title for duty in found.overdue] == ["past"]
    assert [duty.title for duty in found.this_week] == ["back", "sunday"]
    assert [duty.title for duty in found.later] == ["next", "some day"]
    assert found.number == 11, "a line that stands for the rest of a list counts as many"


@pytest.mark.parametrize(
    ("day", "end"),
    [(date(2023, 6, 30), date(2023, 6, 30)), (date(2023, 7, 1), date(2023, 12, 31))],
)
def test_the_half_year_ends_on_its_last_day(day, end):
    assert end_of_half_year(day) == end


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "begins", "not_this"),
    [
        (Role.OFFICER, "Send in a list of honours", "Keep accounts and mandates"),
        (Role.APPROVER, "Read the journal", "Send in a list of honours"),
        (Role.CENTRAL_REVIEWER, "Read the reports", "Read the journal"),
        (Role.CENTRAL_LEADER, "Read the journal", "Send in a list of honours"),
        (Role.REPORT_READER, "Read the reports", "Dossiers to be appraised"),
        (Role.COUNCIL_SECRETARY, "Convene and follow the sittings", "Send in a list of honours"),
        (Role.SYSTEM_ADMINISTRATOR, "Keep accounts and mandates", "Send in a list of honours"),
    ],
)
def test_each_role_begins_where_it_may(role, begins, not_this):
    kind = OrganisationKind.CENTRAL_BOARD if role in CENTRAL else OrganisationKind.PROVINCE
    client = signed_in(make_mandate(role=role, organisation=make_organisation(kind=kind)).user)
    told = home(client)
    assert begins in told
    assert not_this not in told


@pytest.mark.django_db
def test_the_head_s_officer_is_offered_the_report():
    member = make_membership()
    client = officer_of(member.organisation)
    assert "Make a report of the cluster" not in home(client)
    make_post(cluster_year=make_cluster_year(cluster=member.cluster), organisation=member.organisation)
    assert "Make a report of the cluster" in home(client)


@pytest.mark.django_db
def test_a_waiting_list_is_a_duty_until_it_is_accepted():
    city = make_organisation()
    client = officer_of(city)
    assert "No list of honours yet for the first six months of 2023" in home(client)
    batch = make_batch(city, make_user(), state=BatchState.CHECKED, file_name="thang-3.xlsx", good=2409)
    told = home(client)
    assert "Accept the list “thang-3.xlsx” into the register" in told
    assert "2.409 honours can be taken" in told
    assert batch.get_absolute_url() in told


@pytest.mark.django_db
def test_with_nothing_to_do_the_page_says_what_comes_next():
    city = make_organisation()
    make_honour(city)
    make_report(city)
    told = home(officer_of(city))
    assert "Nothing waits for you" in told
    assert "31/12/2023" in told


@pytest.mark.django_db
def test_who_makes_nothing_and_sits_in_no_council_reads_of_neither():
    reader = make_mandate(role=Role.REPORT_READER, organisation=make_organisation()).user
    told = home(signed_in(reader))
    assert "31/12/2023" not in told
    assert reverse("awards:sittings") not in told
    room = make_room()
    make_mandate(user=room.account(3), role=Role.REPORT_READER, organisation=make_organisation())
    convened(room)
    assert reverse("awards:sittings") in home(signed_in(room.account(3)))


@pytest.mark.django_db
def test_what_everybody_may_read_is_linked_before_log_in():
    page = Client().get(reverse("core:log-in")).content.decode()
    assert all(reverse(f"awards:{name}") in page for name in ("certificate-check", "public-lists"))


@pytest.mark.django_db
def test_another_s_list_is_not_to_be_seen():
    city = make_organisation()
    make_batch(city, make_user(), file_name="rieng.xlsx")
    for page in (home, beside):
        assert "rieng.xlsx" in page(officer_of(city))
        assert "rieng.xlsx" not in page(officer_of(make_organisation()))


@pytest.mark.django_db
def test_without_a_mandate_one_is_told_whom_to_ask():
    told = home(signed_in(make_user()))
    assert "You hold no role today" in told
    assert "Where to begin" not in told


@pytest.mark.django_db
def test_a_stranger_is_sent_to_the_log_in():
    response = Client().get(reverse("desk:home"))
    assert response.status_code == 302
    assert response.url.startswith(reverse("core:log-in"))


@pytest.mark.django_db
def test_the_same_queries_for_one_list_and_for_three(django_assert_num_queries):
    city, user = make_organisation(), make_user()
    client = officer_of(city)
    make_batch(city, user)
    home(client)
    beside(client)
    asked = []
    for page in (home, beside):
        with CaptureQueriesContext(connection) as one:
            page(client)
        asked.append((page, len(one)))
    make_batch(city, user)
    make_batch(city, user)
    for page, number in asked:
        with django_assert_num_queries(number):
            page(client)


@pytest.mark.django_db
def test_a_duty_says_how_far_it_is_how_long_is_left_and_its_verb():
    year, head, _member = make_two_cities()
    SheetTerm.objects.create(cluster_year=year, half=1, due_on=date(2023, 7, 15), locks_on=date(2023, 7, 25))
    sheet = make_figure(cluster_year=year, organisation=head.organisation).sheet
    Figure.objects.create(sheet=sheet, indicator=make_indicator(), note="chưa có số liệu")
    told = home(signed_in(User.objects.get(pk=head.officer.user_id)))
    row = told[told.index(f"Enter the figures of {head.organisation.name}") :]
    row = row[: row.index("</li>")]
    assert f" 2/{Indicator.objects.of_sheet(year, 1, head.organisation.pk).count()}<" in row
    assert "5 days left" in row
    assert "Enter</span>" in row


def test_many_duties_of_one_kind_fold_behind_the_first_three():
    duties = [Duty(ListDuty.SEND, f"Send: {number}", "/") for number in range(6)]
    send, other = kinds_of([*duties[:2], Duty(ListDuty.ACCEPT, "Something else", "/"), *duties[2:]], MONDAY)
    assert (send.words, len(send.open_rows), len(send.folded)) == ("Send", 3, 3)
    assert (len(other.open_rows), other.folded) == (1, [])
    assert kinds_of(duties[:4], MONDAY)[0].folded == []
    with_days = [Duty(ListDuty.SEND, f"Send: {day}", "/", due=MONDAY + timedelta(days=day)) for day in (9, 8)]
    waiting, alone = kinds_of([*with_days, Duty(ListDuty.ACCEPT, "Something else", "/")], MONDAY, can_wait=True)
    assert (waiting.open_rows, len(waiting.folded), waiting.first_due) == ([], 2, MONDAY + timedelta(days=8))
    assert (len(alone.open_rows), alone.folded) == (1, [])


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [
        (-2, "2 days late", Tone.BAD),
        (-1196, "1.196 days late", Tone.BAD),
        (0, "last day today", Tone.WARNING),
        (3, "3 days left", Tone.WARNING),
        (4, "4 days left", Tone.PLAIN),
    ],
)
def test_days_left_are_said_and_warn_from_three_on(days, words, tone):
    with translation.override("en"):
        told = shown(Duty(ListDuty.SEND, "Send", "/", due=MONDAY + timedelta(days=days)), MONDAY)
    assert (told.left, told.tone) == (words, tone)


@pytest.mark.django_db
def test_beside_the_duties_stands_where_one_s_cluster_is_and_for_whom_it_waits():
    year, head, member = make_two_cities()
    adopt(make_scheme(cluster_year=year).scheme)
    signed_by(in_signing(make_pact(year, head), head, [head, member]), head)
    told = beside(signed_in(User.objects.get(pk=member.officer.user_id)))
    assert year.get_absolute_url() in told
    assert "1 of 2 members have signed" in told
    assert f"Waiting for: {member.organisation.name}" in told
    assert year.get_absolute_url() not in beside(officer_of(make_organisation()))


@pytest.mark.django_db
def test_a_report_reader_is_shown_what_was_signed_lately_and_no_draft():
    reader = make_mandate(role=Role.REPORT_READER, organisation=make_organisation(kind=OrganisationKind.CENTRAL_BOARD))
    province = make_organisation()
    said = {"signed_at": clock.now(), "signed_by": "Lãnh đạo Thử", "document": {}, "checksum": "0" * 64}
    draft, signed = make_report(province), make_report(province, state=ReportState.SIGNED, **said)
    told = beside(signed_in(reader.user))
    assert "Signed lately" in told
    assert signed.get_absolute_url() in told
    assert draft.get_absolute_url() not in told


@pytest.mark.django_db
def test_drafts_of_a_period_are_one_line_that_opens_to_the_others():
    officer = officer_of(province := make_organisation())
    drafts = [make_report(province, draft_number=number) for number in (1, 2, 3)]
    told = beside(officer)
    assert "3 versions" in told
    line, folded = told.split("<summary>")
    assert [one.get_absolute_url() in line for one in drafts] == [False, False, True]
    assert [f'href="{one.get_absolute_url()}"' in folded for one in drafts] == [True, True, False]
