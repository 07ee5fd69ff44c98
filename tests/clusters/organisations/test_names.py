"""Namesakes are told apart; names stand in the order of the Vietnamese alphabet, on pages and in the database alike."""

import re
from datetime import date
from pathlib import Path

import pytest
from django import forms

from clusters.models import Organisation, OrganisationKind
from clusters.organisations.forms.choice import OrganisationChoiceField
from clusters.organisations.models.names import of_then_and_now, told_apart, with_years
from emulation.core.forms.labelled import LabelledField, people_in_alphabet
from emulation.core.models import User
from emulation.core.period import Period
from emulation.core.text import sort_key
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_user
from tests.periods import DAY, EVER

ROOT = Path(__file__).resolve().parents[3]
MERGED = date(2025, 7, 1)
BY_NAME = re.compile(r"(?:order_by\(|ordering = \[)\s*[\"']-?(?:\w+__)?(?:full_)?(?:name|title|name_key)[\"']")


def unit(parent, name="Sở Nội vụ", during=EVER):
    return make_organisation(name=name, parent=parent, kind=OrganisationKind.UNIT, during=during)


def labels(*bodies):
    return list(told_apart(bodies).values())


@pytest.mark.django_db
def test_who_alone_bears_a_name_is_called_by_it():
    assert labels(make_organisation(name="Cần Thơ", during=Period(None, MERGED))) == ["Cần Thơ"]


@pytest.mark.django_db
def test_namesakes_of_different_times_are_told_apart_by_their_years():
    bodies = [
        make_organisation(name="Cần Thơ", during=during)
        for during in (Period(None, date(2004, 1, 1)), Period(date(2004, 1, 1), MERGED), Period(MERGED))
    ]
    assert labels(*bodies) == ["Cần Thơ (đến năm 2003)", "Cần Thơ (2004–2025)", "Cần Thơ (từ năm 2025)"]
    assert with_years(bodies[2]) == "Cần Thơ (từ năm 2025)"


@pytest.mark.django_db
def test_namesakes_of_two_provinces_are_told_apart_by_them():
    north, south = make_organisation(name="Hà Nội"), make_organisation(name="Cần Thơ")
    assert labels(unit(north), unit(south)) == ["Sở Nội vụ (Hà Nội)", "Sở Nội vụ (Cần Thơ)"]
    old, new = unit(south, during=Period(None, MERGED)), unit(south, during=Period(MERGED))
    assert labels(unit(north), old, new)[1:] == [
        "Sở Nội vụ (Cần Thơ, đến năm 2025)",
        "Sở Nội vụ (Cần Thơ, từ năm 2025)",
    ]


@pytest.mark.django_db
def test_bodies_of_other_days_stand_last_and_say_so():
    old, new = (make_organisation(name="Cần Thơ", during=during) for during in (Period(None, MERGED), Period(MERGED)))
    alone, south = make_organisation(name="Hậu Giang", during=Period(None, MERGED)), make_organisation(name="Hà Nội")
    gone = [unit(parent, during=Period(None, MERGED)) for parent in (old, alone)]
    bodies = [new, old, alone, south, *gone]
    later = list(of_then_and_now(bodies, MERGED).values())
    assert later[:2] == ["Cần Thơ", "Hà Nội"]
    assert set(later[2:]) == {
        "Cần Thơ (đơn vị cũ, đến hết ngày 30/06/2025)",
        "Hậu Giang (đơn vị cũ, đến hết ngày 30/06/2025)",
        "Sở Nội vụ (Cần Thơ, đơn vị cũ, đến hết ngày 30/06/2025)",
        "Sở Nội vụ (Hậu Giang, đơn vị cũ, đến hết ngày 30/06/2025)",
    }
    assert list(of_then_and_now([new, old, alone], DAY).values()) == [
        "Cần Thơ",
        "Hậu Giang",
        "Cần Thơ (đơn vị mới, từ ngày 01/07/2025)",
    ]


@pytest.mark.django_db
def test_a_pick_list_tells_namesakes_apart_in_one_query_and_takes_the_one_chosen(settings, django_assert_num_queries):
    settings.DEMONSTRATION_DAY = DAY
    old = make_organisation(name="Cần Thơ", during=Period(None, MERGED))
    new = make_organisation(name="Cần Thơ", during=Period(MERGED))
    field = OrganisationChoiceField(queryset=Organisation.objects.filter(pk__in=[old.pk, new.pk]).sorted())
    with django_assert_num_queries(1):
        offered = [label for _value, label in field.choices]
    assert offered[1:] == ["Cần Thơ", "Cần Thơ (đơn vị mới, từ ngày 01/07/2025)"]
    assert field.clean(str(new.pk)) == new
    with pytest.raises(forms.ValidationError):
        OrganisationChoiceField(queryset=Organisation.objects.filter(pk=old.pk)).clean(str(new.pk))


@pytest.mark.django_db
def test_the_database_sorts_names_as_the_dictionary_does():
    names = list(dict.fromkeys(one.name for one in Organisation.objects.provinces().sorted()))
    assert names == sorted(names, key=sort_key)
    assert names.index("Cần Thơ") < names.index("Đà Nẵng") < names.index("Đắk Lắk") < names.index("Gia Lai")


@pytest.mark.django_db
def test_people_in_a_pick_list_stand_by_their_given_names():
    for name in ("Nguyễn Văn Đức", "Trần Thị Dung", "Lê Văn An"):
        make_user(full_name=name)
    field = LabelledField(queryset=User.objects.all(), empty_label=None, labels=people_in_alphabet)
    assert [label for _value, label in field.choices] == ["Lê Văn An", "Trần Thị Dung", "Nguyễn Văn Đức"]


def test_no_list_is_put_in_order_by_the_database_s_own_alphabet():
    found = {
        str(path.relative_to(ROOT))
        for app in ("emulation", "clusters", "awards", "reports")
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts and BY_NAME.search(path.read_text())
    }
    assert found == set()
