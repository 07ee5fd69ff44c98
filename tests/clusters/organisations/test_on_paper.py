"""How bodies stand on their papers: what follows from a name, what an administrator entered, who may enter it."""

import pytest
from django.urls import reverse

from clusters.models import OrganisationKind
from clusters.organisations.actions import set_on_paper
from clusters.organisations.rules.on_paper import abbreviated, body_on_paper, chief_of
from emulation.core.errors import Refusal
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import actor_for, make_administrator
from tests.clusters.people.visitors import an_administrator, an_officer

CITY = body_on_paper("thành phố Cần Thơ", is_provincial=True)


@pytest.mark.parametrize(
    ("name", "line", "above", "symbol", "place", "title"),
    [
        ("Sở Nội vụ thành phố Cần Thơ", "SỞ NỘI VỤ", CITY.line, "SNV", "Cần Thơ", "Giám đốc"),
        ("Thanh tra thành phố", "THANH TRA THÀNH PHỐ", CITY.line, "TTTP", "Cần Thơ", "Chánh Thanh tra"),
        ("Quận Ninh Kiều", "ỦY BAN NHÂN DÂN\nQUẬN NINH KIỀU", "", "UBND", "Ninh Kiều", "Chủ tịch"),
        ("Quận 1", "ỦY BAN NHÂN DÂN\nQUẬN 1", "", "UBND", "Quận 1", "Chủ tịch"),
        ("Tỉnh đoàn Thử", "TỈNH ĐOÀN THỬ", "", "TĐT", "Cần Thơ", "Bí thư"),
        ("Ủy ban Mặt trận Tổ quốc Thử", "ỦY BAN MẶT TRẬN TỔ QUỐC THỬ", "", "UBMTTQT", "Cần Thơ", "Chủ tịch"),
    ],
)
def test_what_follows_from_the_name_of_a_unit(name, line, above, symbol, place, title):
    body = body_on_paper(name, is_provincial=False, parent=CITY)
    assert (body.line, body.superior_line, body.abbreviation) == (line, above, symbol)
    assert (body.place, body.title) == (place, title)


def test_a_province_is_its_committee_and_a_city_named_after_a_person_keeps_its_kind():
    assert (CITY.line, CITY.superior_line, CITY.place) == ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ", "", "Cần Thơ")
    saigon = body_on_paper("Thành phố Hồ Chí Minh", is_provincial=True)
    assert (saigon.place, saigon.short_name) == ("Thành phố Hồ Chí Minh", "UBND Thành phố Hồ Chí Minh")
    assert abbreviated("Sở Lao động - Thương binh và Xã hội") == "SLĐTBXH"
    assert chief_of("Nhóm chưa ai biết") == "Thủ trưởng đơn vị"


@pytest.mark.django_db
def test_what_is_entered_wins_and_only_an_administrator_enters_it():
    city = make_organisation(name="Cần Thơ", kind=OrganisationKind.CITY)
    unit = make_organisation(name="Trung tâm Thử", kind=OrganisationKind.UNIT, parent=city)
    said = {
        "paper_place": "Ninh Kiều",
        "paper_symbol": "TTT",
        "chief_title": "Trưởng trung tâm",
        "superior_line": "Sở A",
    }
    with pytest.raises(Refusal):
        set_on_paper(unit, actor=actor_for(organisation=city), **said)
    body = set_on_paper(unit, actor=make_administrator(), **said).on_paper
    assert (body.place, body.abbreviation, body.title) == ("Ninh Kiều", "TTT", "Trưởng trung tâm")
    assert body.superior_line == "SỞ A"
    assert unit.on_paper_by_name.title == "Giám đốc"


@pytest.mark.django_db
def test_an_administrator_enters_it_on_its_page_and_empties_it_again():
    unit = make_organisation(name="Trường Thử", kind=OrganisationKind.UNIT, parent=make_organisation(name="Cần Thơ"))
    client, url = an_administrator(), reverse("clusters:organisation-on-paper", args=[unit.pk])
    assert 'placeholder="Hiệu trưởng"' in client.get(url).content.decode()
    assert client.post(url, {"paper_symbol": "a/b"}).status_code == 422
    client.post(url, {"chief_title": "  Giám  đốc ", "paper_symbol": "TT"})
    page = client.get(unit.get_absolute_url()).content.decode()
    assert "BC-TT" in page
    assert "Giám đốc" in page
    client.post(url, {})
    assert "Hiệu trưởng" in client.get(unit.get_absolute_url()).content.decode()
    assert an_officer().get(url).status_code == 404
    assert url not in an_officer().get(unit.get_absolute_url()).content.decode()
