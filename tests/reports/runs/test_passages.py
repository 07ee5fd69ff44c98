"""Problems and tasks in the head's own words: written in the page, never overwritten silently, printed by the next
report and by no report made before."""

import re
from datetime import date

import pytest
from django.urls import reverse

from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.errors import Overtaken, Refusal
from emulation.core.models import AuditEntry
from reports.document.rules.blocks import blocks_of
from reports.document.rules.document import BulletList, Heading, Paragraph
from reports.models import Passage
from reports.runs.actions.passages import write_passage
from reports.runs.rules.passages import LONGEST, PassagePlace
from reports.six_month.compose import compose
from reports.six_month.material.collect import collect
from tests.clusters.membership.make import make_cluster_year, make_post
from tests.clusters.people.make import make_mandate, make_user
from tests.reading import client_in
from tests.reports.six_month.world import YEAR, make_headed_year

pytestmark = pytest.mark.django_db
DAY = date(YEAR, 7, 10)
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def demonstration_day(settings):
    settings.DEMONSTRATION_DAY = DAY


@pytest.fixture
def year():
    return make_headed_year()


def person_of(organisation, role=Role.OFFICER):
    return make_mandate(user=make_user(), organisation=organisation, role=role).user


@pytest.fixture
def head(year):
    return person_of(year.cities[0])


def signed_in(user):
    client = client_in("en")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def words(response):
    return re.sub(r"\s+", " ", response.content.decode())


def at(name, year, half=1):
    return reverse(f"reports:{name}", args=[year.pk, half])


def write(year, head, text, *, seen="", place=PassagePlace.PROBLEMS, half=1):
    return write_passage(year, half, place=place, text=text, seen=seen, actor=actor_of(head, on=DAY))


def headings(year, half=1):
    """Without the notes on the data, which stand last."""
    blocks = compose(collect(year, half, as_of=DAY)).blocks
    *found, notes = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert notes.endswith("GHI CHÚ VỀ SỐ LIỆU")
    return found


def test_lines_become_paragraphs_and_items():
    blocks = list(blocks_of("Còn hạn chế:\n- Khen đột xuất chưa nhiều\n+ Khen lãnh đạo còn nhiều\n\nNguyên nhân"))
    assert blocks == [
        Paragraph.of("Còn hạn chế:"),
        BulletList.of("Khen đột xuất chưa nhiều", "Khen lãnh đạo còn nhiều"),
        Paragraph.of("Nguyên nhân"),
    ]


def test_parts_stand_in_their_order_and_an_empty_one_is_not_printed(year, head):
    before = len(headings(year))
    write(year, head, "Đẩy mạnh phong trào", place=PassagePlace.TASKS)
    assert headings(year)[before:] == [f"III. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM {YEAR}"]
    write(year, head, "Chưa đi vào chiều sâu")
    assert [heading.split(".")[0] for heading in headings(year)[before:]] == ["III", "IV"]
    write(year, head, "  \n", seen="Chưa đi vào chiều sâu")
    assert len(headings(year)) == before + 1


def test_the_second_half_looks_to_the_year_after(year, head):
    write(year, head, "Đẩy mạnh", place=PassagePlace.TASKS, half=2)
    assert headings(year, 2)[-1].endswith(f"NĂM {YEAR + 1}")


def test_the_later_of_two_writers_is_told_and_nothing_is_overwritten(year, head):
    write(year, head, "Của tôi")
    with pytest.raises(Overtaken) as caught:
        write(year, head, "Của người khác")
    assert caught.value.theirs == "Của tôi"
    assert Passage.objects.get().text == "Của tôi"
    assert write(year, head, "Của người khác", seen="Của tôi") == "Của người khác"
    assert AuditEntry.objects.filter(verb="reports.write_passage").count() == 2


def test_the_same_text_again_is_no_change(year, head):
    write(year, head, "Một\r\nhai  ")
    write(year, head, "Một\nhai", seen="gì cũng được")
    assert AuditEntry.objects.filter(verb="reports.write_passage").count() == 1


def test_only_the_head_writes_and_not_without_end(year, head):
    with pytest.raises(Refusal):
        write(year, person_of(year.cities[1]), "Lời")
    with pytest.raises(Refusal, match="20.000"):
        write(year, head, "x" * (LONGEST + 1))
    assert not Passage.objects.filter(text__gt="").exists()


def test_the_page_saves_a_part_and_shows_a_conflict(year, head):
    client = signed_in(head)
    answer = client.post(at("passages-save", year), {"text-tasks": "Việc", "seen-tasks": ""}, headers=HTMX)
    assert "Saved at" in words(answer)
    conflict = client.post(at("passages-save", year), {"text-tasks": "Khác", "seen-tasks": ""}, headers=HTMX)
    assert conflict.status_code == 409
    assert "<strong>Việc</strong>" in words(conflict)
    kept = client.post(at("passages-save", year), {"text-tasks": "", "keep": "1"}, headers=HTMX)
    assert ">Việc</textarea>" in words(kept)


def test_without_scripts_all_parts_are_saved_and_typing_survives_a_conflict(year, head):
    client = signed_in(head)
    posted = {f"text-{place}": f"Phần {place}" for place in PassagePlace} | {
        f"seen-{place}": "" for place in PassagePlace
    }
    assert client.post(at("passages-save", year), posted).status_code == 302
    assert Passage.objects.written().count() == 3
    answer = client.post(at("passages-save", year), {"text-tasks": "Bản của tôi", "seen-tasks": ""})
    assert answer.status_code == 409
    assert ">Bản của tôi</textarea>" in words(answer)


def test_what_is_written_is_escaped(year, head):
    write(year, head, "<script>alert(1)</script>")
    assert "<script>alert" not in words(signed_in(head).get(at("passages", year)))


def test_the_half_year_before_offers_its_words(year, head):
    earlier = make_cluster_year(cluster=year.cluster, year=YEAR - 1)
    make_post(cluster_year=earlier, organisation=year.cities[0])
    write(earlier, head, "Lời năm trước", half=2)
    page = words(signed_in(head).get(at("passages", year)))
    assert "Lời năm trước" in page
    assert "Start from this text" in page


def test_others_do_not_find_the_page(year):
    assert signed_in(person_of(year.cities[1])).get(at("passages", year)).status_code == 404
    assert signed_in(make_mandate(role=Role.CENTRAL_LEADER).user).get(at("passages", year)).status_code == 404
    assert signed_in(person_of(year.cities[0])).get(at("passages", year, half=3)).status_code == 404
