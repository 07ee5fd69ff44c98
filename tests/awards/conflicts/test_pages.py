"""Pages around conflicts of interest: kin are declared, a dossier is left in one click, who decides reads who is out."""

import re
from datetime import date

import pytest
from django.urls import reverse

from awards.models import DeclaredKin, NominationHand
from awards.nominations.actions.consulting import AnswerSaid, BodyAsked, answer_consultation, ask_bodies
from awards.nominations.rules.consulting import Opinion
from awards.procedures.rules.terms import Consulted
from clusters.models import OrganisationKind
from emulation.core.models import AuditEntry, User
from tests.awards.nominations.make import make_nomination, make_office, sent
from tests.awards.review.make import STATE, asked, make_board, make_criteria, review_of
from tests.clusters.organisations.make import make_organisation
from tests.periods import DAY
from tests.reading import client_in

pytestmark = pytest.mark.django_db
KIN = {"name": "Phạm  Rừng Thơm", "kinship": "sibling", "birth_year": "1980"}


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def signed_in(actor):
    client = client_in("vi")
    client.force_login(User.objects.get(pk=actor.user_id), "django.contrib.auth.backends.ModelBackend")
    return client


def words(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "họ và tên như trên giấy tờ"),
        ({"name": "..."}, "họ và tên như trên giấy tờ"),
        ({"kinship": ""}, "Vui lòng chọn quan hệ"),
        ({"birth_year": "80"}, "từ 1900 đến 2023"),
        ({"birth_year": "tám mươi"}, "bốn chữ số"),
    ],
)
def test_what_cannot_be_declared_is_told_at_its_field_and_keeps_what_was_typed(typed, said):
    client = signed_in(make_board().first)
    answer = client.post(reverse("awards:kin-declare"), KIN | typed)
    assert answer.status_code == 422
    assert said in words(answer)
    assert not DeclaredKin.objects.exists()


def test_kin_are_declared_once_read_by_nobody_else_and_withdrawn():
    board = make_board()
    client, other = signed_in(board.first), signed_in(board.second)
    page = words(client.post(reverse("awards:kin-declare"), KIN, follow=True))
    assert "Phạm Rừng Thơm" in page
    assert "Đồng chí đã khai người này rồi" in words(client.post(reverse("awards:kin-declare"), KIN))
    assert "Chưa khai người thân nào" in words(other.get(reverse("awards:kin")))
    kin = DeclaredKin.objects.get()
    assert other.post(reverse("awards:kin-withdraw", args=[kin.pk])).status_code == 404
    assert "Đã rút lời khai" in words(client.post(reverse("awards:kin-withdraw", args=[kin.pk]), follow=True))
    told = [
        str(vars(entry)) for entry in AuditEntry.objects.filter(verb__in=("awards.declare_kin", "awards.withdraw_kin"))
    ]
    assert len(told) == 2
    assert not any("Rừng Thơm" in entry for entry in told)


def test_a_dossier_is_left_in_one_click_and_goes_to_colleagues():
    board = make_board()
    review = asked(board)
    at = review.nomination.get_absolute_url()
    client, leader = signed_in(board.first), signed_in(board.leader)
    leave = reverse("awards:nomination-recuse", args=[review.nomination_id])
    assert leave in words(client.get(at))
    assert "Đã ghi nhận đồng chí không tham gia hồ sơ" in words(client.post(leave, follow=True))
    assert client.get(at).status_code == 404
    assert "đã được ghi nhận không tham gia" in words(client.post(leave, follow=True))
    review.refresh_from_db()
    assert (review.handler, review.handler_name) == (None, "")
    assert not review.appraisals.filter(appraiser=board.first.user_id).exists()
    page = words(leader.get(at))
    assert "đã xin không tham gia" in page
    lift = re.search(r'href="(/ho-so/\d+/khong-tham-gia/\d+/bo/)"', page)[1]
    assert client.get(lift).status_code == 404
    leader.post(lift, {"why": "Bấm nhầm"})
    assert client.get(at).status_code == 200


def test_what_a_body_was_asked_is_kept_with_its_dossier_and_answering_is_a_hand_in_it():
    board = make_board()
    nomination = asked(board).nomination
    body = make_office(make_organisation(name="Thành phố Được hỏi", kind=OrganisationKind.CITY))
    [question] = ask_bodies(
        nomination,
        [BodyAsked(Consulted.LOCALITY, body.organisation)],
        question="",
        until=date(2023, 7, 20),
        actor=board.first,
    )
    at = question.get_absolute_url()
    client = signed_in(board.first)
    assert client.get(at).status_code == 200
    client.post(reverse("awards:nomination-recuse", args=[nomination.pk]))
    assert client.get(at).status_code == 404
    assert signed_in(board.second).get(at).status_code == 200
    answer_consultation(question, AnswerSaid(Opinion.AGREES), actor=body.officer)
    hands = set(NominationHand.objects.filter(nomination=nomination).values_list("user", "body"))
    assert (body.officer.user_id, body.organisation.pk) in hands


def test_the_nominator_is_offered_nothing_to_leave():
    board = make_board()
    make_criteria()
    city = board.offices.city
    nomination = sent(make_nomination(city, award=STATE), city)
    page = words(signed_in(city.officer).get(nomination.get_absolute_url()))
    assert reverse("awards:nomination-recuse", args=[nomination.pk]) not in page
    assert review_of(nomination).body_id == board.offices.board.organisation.pk
