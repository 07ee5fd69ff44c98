"""The journal speaks in words: no deed without them, no code on the page."""

import ast
import re
from pathlib import Path

import pytest
from django.urls import reverse

from clusters.models import OrganisationKind
from emulation.core.actor import Actor, Role
from emulation.core.models import AuditEntry
from emulation.desk.journal import told
from emulation.desk.wording import DEEDS, IN_CONFIDENCE
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.flows.test_walks import ALL
from tests.periods import DAY

ROOT = Path(__file__).resolve().parents[2]


MACHINE_S = re.compile(
    r"\b[a-z]+_[a-z_]+\b|\b[A-Z]{2,}_\w+|\d{4}-\d\d-\d\d|\b(True|False|None)\b|[{}\[\]]|(: |→ |, )[a-z]{3,}(?=$| →|;|,)"
)


def recorded_verbs():
    """The verb is the second argument of `record`, or handed to a helper of the same file that records it."""
    for top in ("emulation", "clusters", "awards", "reports"):
        for path in [*(ROOT / top).rglob("actions/**/*.py"), *(ROOT / top).rglob("actions.py")]:
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call):
                    for argument in [*node.args, *(word.value for word in node.keywords)]:
                        if isinstance(argument, ast.Constant) and _is_verb(argument.value):
                            yield argument.value


def walked_verbs():
    """Of every step of every flow: the course of a thing says the verb once, unless its holder keeps the journal."""
    for walks in ALL:
        if walks.course.verb:
            yield from (walks.course.verb.format(step.name) for step in walks.course.flow.steps)


def _is_verb(value) -> bool:
    return (
        isinstance(value, str)
        and "{}" not in value
        and value.split(".")[0] in ("core", "clusters", "awards", "reports")
        and "." in value
    )


def test_every_deed_has_its_words():
    verbs = {*recorded_verbs(), *walked_verbs()} - {
        "core.run_job",
        "reports.make_report",
        "reports.make_batch",
        "clusters.csv",
    }
    assert {"clusters.add_member", "core.create_account", "awards.read_personal", "reports.sign"} <= verbs
    assert verbs - set(DEEDS) == set()


@pytest.mark.django_db
def test_the_page_says_deeds_and_changes_in_words(client):
    office = make_organisation(name="Thành phố Thử", kind=OrganisationKind.CITY)
    user = make_user()
    make_mandate(user=user, organisation=office, role=Role.APPROVER)
    AuditEntry.objects.create(
        at="2023-07-10T01:02:03Z",
        actor_name="Người Thử",
        verb="clusters.appoint_post",
        subject_kind="clusters.post",
        subject_id="1",
        subject_name="Cụm trưởng: Thành phố Thử",
        organisation_id=office.pk,
        after={"organisation": "Thành phố Thử", "source": "QĐ thử"},
        why="hội nghị bầu",
    )
    client.force_login(user)
    page = client.get(reverse("desk:audit")).content.decode()
    for words in ("Người Thử", "Cụm trưởng: Thành phố Thử", "hội nghị bầu", "nguồn: QĐ thử"):
        assert words in page
    assert "clusters.appoint_post" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("verb", sorted(IN_CONFIDENCE))
def test_points_and_reasons_given_in_confidence_are_told_to_their_own_office_alone(client, verb):
    office = make_organisation(kind=OrganisationKind.CITY)
    board = make_organisation(kind=OrganisationKind.CENTRAL_BOARD)
    secret = {"before": {"reason": "lời cũ"}, "after": {"reason": "lời mới"}, "why": "điều nói kín"}
    AuditEntry.objects.create(
        at="2023-07-10T01:02:03Z",
        actor_name="Người Thử",
        verb=verb,
        subject_kind="clusters.score",
        subject_id="1",
        subject_name="Tiêu chí thử",
        organisation_id=office.pk,
        **secret,
    )
    heard = ("lời cũ", "lời mới", "điều nói kín")
    told_to = {Role.APPROVER: office, Role.CENTRAL_LEADER: board, Role.SYSTEM_ADMINISTRATOR: board}
    for role, organisation in told_to.items():
        client.force_login(make_mandate(organisation=organisation, role=role).user)
        page = client.get(reverse("desk:audit")).content.decode()
        assert str(DEEDS[verb]) in page, role
        assert [words in page for words in heard] == [role == Role.APPROVER] * 3, role


@pytest.mark.django_db
@pytest.mark.parametrize("walks", ALL, ids=lambda walks: walks.course.flow.name)
def test_whatever_is_done_is_told_in_words(walks, settings):
    settings.DEMONSTRATION_DAY = DAY
    for state in walks.course.flow.states:
        walks.ready(state, walks.course.flow.steps[0].name)
    entries = list(AuditEntry.objects.exclude(verb__in=IN_CONFIDENCE))
    assert entries
    said = {text for one in entries for text in (one.subject_name, *told(one, reader=Actor.nobody()).changes)}
    assert {text for text in said if MACHINE_S.search(text)} == set()


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
def test_the_journal_asks_a_constant_number_of_queries(client, rows, django_assert_num_queries):
    office = make_organisation()
    user = make_user()
    make_mandate(user=user, organisation=office, role=Role.APPROVER)
    for number in range(rows):
        AuditEntry.objects.create(
            at="2023-07-10T01:02:03Z",
            actor_name="Người Thử",
            verb="awards.accept_list",
            subject_kind="awards.honourbatch",
            subject_id=str(number),
            subject_name="ds.xlsx",
            organisation_id=office.pk,
        )
    client.force_login(user)
    with django_assert_num_queries(7):  # one asks from which dossiers a conflict of interest keeps the reader
        client.get(reverse("desk:audit"))


@pytest.mark.parametrize(
    ("kind", "verb", "before", "after", "said"),
    [
        ("reports.report", "reports.ask", None, {"half": 1}, ["kỳ báo cáo: 6 tháng đầu năm"]),
        ("clusters.clusteryear", "clusters.open_cluster_year", None, {"year": 2023}, ["năm: 2023"]),
        ("clusters.pact", "clusters.change_pact", None, {"dated": "2023-03-15"}, ["ngày ký: 15/03/2023"]),
        ("clusters.pact", "clusters.choose_campaigns", None, {"campaigns": ["A"]}, ["các phong trào thi đua: A"]),
        (
            "clusters.pact",
            "clusters.set_targets",
            {"targets": {"Hà Nội": "8%", "Huế": "5%"}},
            {"targets": {"Hà Nội": "9%", "Huế": "5%"}},
            ["chỉ tiêu giao ước, Hà Nội: 8% → 9%"],
        ),
        (
            "clusters.scheme",
            "clusters.change_scheme_criterion",
            {"maximum": "80.00", "appraised": True, "terms": {"bands": [{"limit": "50", "points": "20"}]}},
            {"maximum": "60.50", "appraised": False, "terms": {"bands": [{"limit": "50", "points": "30"}]}},
            [
                "điểm tối đa: 80,00 → 60,50",
                "có thẩm định: có → không",
                "thông số chấm điểm: Các khung: mức: 50; điểm: 20 → Các khung: mức: 50; điểm: 30",
            ],
        ),
        ("clusters.conference", "clusters.invite_guest", None, {"is_present": True}, ["có mặt: có"]),
        ("clusters.conference", "clusters.change_conference", {"host_id": 91}, {"host_id": 92}, []),
        ("clusters.cluster", "clusters.create_cluster", None, {"code": "CUM_TNB", "name": "Cụm A"}, ["tên: Cụm A"]),
        (
            "clusters.organisation",
            "clusters.load_reference",
            None,
            {"added": {"post": 2, "cluster": 3}},
            ["số bản ghi thêm vào: 5"],
        ),
    ],
)
def test_values_are_said_as_an_official_writes_them(kind, verb, before, after, said):
    entry = AuditEntry(verb=verb, subject_kind=kind, before=before, after=after)
    assert list(told(entry, reader=Actor.nobody()).changes) == said
