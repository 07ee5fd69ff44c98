"""An appraiser tries to learn the other's opinion, or that there is one: from pages in every order, what is sent along
with them, how much they cost, days and durations, states, counts, exports, duties."""

import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.models import Appraisal, Review
from awards.nominations.actions.comments import pin_comment
from awards.nominations.actions.steps import take_step
from awards.nominations.rules.terms import DossierPlace
from awards.review.actions.appraising import write_note
from awards.review.actions.taking import ask_opinion, hand_to
from awards.review.models.appraisals import AppraisalMark
from awards.review.models.queue import Tray
from emulation.desk.agenda import agenda_of
from tests.awards.nominations.test_pages import signed_in, words
from tests.awards.review.make import again, asked, given, in_charge_of, make_board, said
from tests.awards.review.make import arrived as make_arrived
from tests.periods import DAY

pytestmark = pytest.mark.django_db
SECRET, HINT = "Không thể đề nghị vì lý do riêng", "Chưa khai đủ"
CHANGING_HEADERS = ("Content-Length", "Content-Security-Policy", "Set-Cookie", "X-Request-ID", "Server-Timing")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|"X-CSRFToken": "[^"]+"|nonce-[^"]+|Đã lưu lúc \d\d:\d\d')


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def board():
    return make_board()


def addresses(review) -> list[str]:
    """Every page on which something of the dossier or of the desk stands."""
    nomination = review.nomination
    queue, one = reverse("awards:review-queue"), [review.pk]
    trays = [f"{queue}?hop={tray.value}" for tray in Tray]
    return [
        reverse("desk:home"),
        queue,
        *trays,
        f"{queue}?sap=den-truoc",
        f"{queue}?sap=den-truoc&hop=qua-han&dem=co",
        f"{queue}?ho-so={review.pk}",
        f"{queue}?tim=truong",
        reverse("awards:review", args=one),
        f"{reverse('awards:review-pair')}?a={review.pk}",
        f"{reverse('awards:review-peers')}?danh-hieu={nomination.award_id}&nam=2022",
        reverse("awards:nomination", args=[nomination.pk]),
        reverse("awards:nominations"),
    ]


def everything_read_by(actor, review) -> dict[str, str]:
    client = signed_in(actor)
    found = {}
    for url in addresses(review):
        client.get(url)
        with CaptureQueriesContext(connection) as asked_of_database:
            answer = client.get(url)
        assert answer.status_code == 200, url
        found[url] = TOKEN.sub("", answer.content.decode())
        found[f"sent with {url}"] = repr(
            {name: value for name, value in answer.headers.items() if name not in CHANGING_HEADERS}
        )
        found[f"cost of {url}"] = str(len(asked_of_database))
    kind = {"viec": "put_to_council", "chon": f"{review.pk}"}
    found["confirm"] = TOKEN.sub("", client.post(reverse("awards:review-together"), kind).content.decode())
    files = client.get(reverse("reports:nomination-files", args=[review.nomination_id]))
    with zipfile.ZipFile(io.BytesIO(b"".join(files.streaming_content))) as packed:
        found["files"] = "\n".join(sorted(packed.namelist()))
    for form in ("docx", "pdf"):
        paper = client.get(reverse("reports:nomination-paper", args=[review.nomination_id, form]))
        found[form] = repr(paper.content if not paper.streaming else b"".join(paper.streaming_content))
    found["duties"] = repr(agenda_of(actor, DAY))
    found["journal"] = str(client.get(reverse("desk:audit")).status_code)
    return found


def differing(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [name for name in before if before[name] != after[name]]


def test_whatever_the_other_does_the_first_reads_the_same(board):
    """Nobody is asked, somebody is asked, writes, gives: letter by letter the same pages for who is still writing, and
    for who has given already until the last opinion is there."""
    review = in_charge_of(make_arrived(board), board.first)
    alone = everything_read_by(board.first, review)
    other = Appraisal.objects.create(
        review=review,
        seat=2,
        appraiser_id=board.second.user_id,
        appraiser_name=board.second.name,
        asked_by_name=board.leader.name,
        asked_at=review.arrived_at,
    )
    assert differing(alone, everything_read_by(board.first, review)) == []
    other.state, other.opinion, other.conclusion = "writing", SECRET, "decline"
    other.save()
    assert differing(alone, everything_read_by(board.first, review)) == []
    row = said(standard=False).marks
    AppraisalMark.objects.bulk_create(
        AppraisalMark(appraisal=other, criterion_id=key, met=mark.met, points=mark.points, reason=HINT)
        for key, mark in row.items()
    )
    other.state, other.done_at = "done", review.arrived_at
    other.save()
    assert differing(alone, everything_read_by(board.first, review)) == []


def test_who_gives_an_opinion_does_not_learn_whether_somebody_has_the_dossier_in_charge(board):
    """Whoever has it gives an opinion too. Nobody has it, a colleague takes it, is handed it, writes, gives: the same
    pages, though it is overdue and the board's home tells with whom; taking it oneself is refused and tells nothing."""
    review = make_arrived(board)
    take_step(review.nomination, "take_up", actor=board.third)
    review = again(review)
    other = again(make_arrived(board, "Trường Khác"))

    def read(one):
        Review.objects.update(due=DAY - timedelta(days=3))
        return everything_read_by(board.second, one)

    ask_opinion(review, board.second.user_id, actor=board.leader)
    alone = read(review)
    take = reverse("awards:review-take", args=[review.pk])

    def refused():
        return TOKEN.sub("", words(signed_in(board.second).post(take, follow=True)))

    told = refused()
    assert "ý kiến độc lập" in told
    review = in_charge_of(review, board.first)
    assert differing(alone, read(review)) == []
    assert refused() == told
    pin_comment(review.nomination, DossierPlace.WHOLE, text=HINT, actor=board.first)
    write_note(review, HINT, actor=board.first)
    assert differing(alone, read(review)) == []
    hand_to([review], board.third.user_id, actor=board.leader)
    assert differing(alone, read(review)) == []
    given(again(review), board.third)
    given(again(review), board.first)
    assert differing(alone, read(review)) == []
    assert not any(name in page for page in alone.values() for name in (board.first.name, board.third.name))
    assert "đang thẩm định" in alone[reverse("desk:home")]
    in_charge_of(other, board.first)
    assert board.first.name in read(other)[reverse("desk:home")]
    given(again(review), board.second)
    assert board.third.name in read(again(review))[reverse("desk:home")]


def test_who_has_given_learns_nothing_before_the_last_and_everything_after(board):
    review = asked(board)
    before = everything_read_by(board.second, review)
    review = given(review, board.first)
    assert differing(before, everything_read_by(board.second, review)) == []
    waiting = everything_read_by(board.first, review)
    own = Appraisal.objects.get(review=review, appraiser=board.second.user_id)
    own.state, own.opinion, own.conclusion = "writing", SECRET, "decline"
    own.save()
    assert differing(waiting, everything_read_by(board.first, review)) == []
    assert not any(SECRET in page or board.second.name in page for page in waiting.values())
    given(review, board.second, said(standard=False, tasks="8", reason=HINT, conclusion="decline", opinion=SECRET))
    opened = everything_read_by(board.first, review)
    pane = opened[reverse("awards:review", args=[review.pk])]
    assert SECRET in pane
    assert HINT in pane
    assert "khác nhau 3 nội dung" in opened[reverse("awards:review-queue")]


def test_the_leader_learns_who_is_asked_and_not_what_is_written(board):
    review = given(asked(board), board.first, said(opinion=SECRET, reason=HINT))
    page = everything_read_by(board.leader, review)[reverse("awards:review", args=[review.pk])]
    assert board.first.name in page
    assert board.second.name in page
    assert SECRET not in page
    assert HINT not in page


def test_neither_a_stranger_to_the_desk_nor_the_nominator_reads_a_word(board):
    """After it is decided and opened as before: opinions, notes, spread are the body's own."""
    review = given(asked(board), board.first, said(opinion=SECRET))
    given(review, board.second, said(opinion=SECRET))
    review.notes.create(
        text=HINT, made_by_id=board.first.user_id, made_by_name=board.first.name, made_at=review.arrived_at
    )
    for actor in (board.offices.city.officer, board.offices.city.approver, board.offices.unit.officer):
        client = signed_in(actor)
        for url in addresses(again(review)):
            answer = client.get(url)
            shown = answer.content.decode() if answer.status_code == 200 else ""
            assert SECRET not in shown, url
            assert HINT not in shown, url
        assert client.get(reverse("awards:review", args=[review.pk])).status_code == 404


def test_an_opinion_of_another_is_neither_written_nor_found_by_its_address(board):
    """The page knows only one's own; whoever was not asked has none there."""
    review = asked(board)
    url = reverse("awards:review-opinion", args=[review.pk])
    typed = {"opinion": "giả", "conclusion": "decline", "appraiser": board.second.user_id, "seat": 2, "giu": "1"}
    assert signed_in(board.third).post(url, typed).status_code == 404
    assert signed_in(board.leader).post(url, typed).status_code == 404
    signed_in(board.first).post(url, typed)
    states = dict(Appraisal.objects.filter(review=review).values_list("appraiser", "opinion"))
    assert states == {board.first.user_id: "giả", board.second.user_id: ""}
