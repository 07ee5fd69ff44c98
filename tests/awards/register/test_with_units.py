"""The register filtered by one organisation, alone or with the units beneath it, and by one of those units."""

from datetime import date

import pytest
from django.urls import reverse

from awards.catalogue.rules.terms import Way
from clusters.models import OrganisationKind
from tests.awards.register.make import make_honour
from tests.clusters.organisations.make import make_organisation, make_succession
from tests.clusters.people.make import make_mandate

pytestmark = pytest.mark.django_db
MERGED = date(2025, 7, 1)


@pytest.fixture
def world():
    """A province that came from another one, each with a unit, and a stranger's; one honour of each."""
    old, new, stranger = (make_organisation(name=name) for name in ("Tỉnh Cũ", "Tỉnh Mới", "Tỉnh Người Lạ"))
    make_succession(predecessor=old, successor=new, day=MERGED)
    units = [
        make_organisation(name=f"Sở của {body}", kind=OrganisationKind.UNIT, parent=body)
        for body in (old, new, stranger)
    ]
    for body in (old, new, stranger, *units):
        make_honour(body, decision_date=date(2025, 8, 1))
    return new, units


@pytest.mark.parametrize("more", ["", f"&phuong-thuc={Way.REGULAR}"])
def test_units_beneath_it_and_beneath_what_it_came_from_are_counted_with_it(world, client, more):
    """By running totals, and line by line."""
    new, (of_old, of_new, _of_stranger) = world
    client.force_login(make_mandate(organisation=new).user)

    def listed(query):
        page = client.get(f"{reverse('awards:register')}?{query}{more}")
        assert page.context["total"] == len(page.context["rows"])
        return {row["honour"].organisation_id for row in page.context["rows"]}

    assert listed(f"don-vi={new.pk}") == {new.pk}
    assert listed(f"don-vi={new.pk}&truc-thuoc=co") == {new.pk, of_old.pk, of_new.pk}
    assert listed(f"don-vi={of_old.pk}") == {of_old.pk}
    assert len(listed("truc-thuoc=co")) == 6
