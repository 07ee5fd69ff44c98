"""Two members at one pact in the same moment, with real connections."""

from functools import partial

import pytest

from clusters.models import Pact, PactSignature
from clusters.pacts.rules.terms import PactState
from tests.at_once import at_once, second_while_first
from tests.clusters.figures.make import make_city, make_two_cities
from tests.clusters.pacts.make import in_signing, make_pact, signed_by

pytestmark = pytest.mark.usefixtures("own_database")


def test_two_last_signatures_at_once_put_it_in_force_once():
    year, head, member = make_two_cities()
    third = make_city(cluster_year=year)
    pact = in_signing(make_pact(year, head), head, [head, member, third])
    signed_by(pact, head)
    at_once(partial(signed_by, pact, member), partial(signed_by, pact, third))
    assert PactSignature.objects.count() == 3
    assert Pact.objects.get().state == PactState.IN_FORCE
    assert pact.steps.filter(name="complete").count() == 1


def test_a_signature_given_twice_is_one():
    year, head, member = make_two_cities()
    pact = in_signing(make_pact(year, head), head, [head, member])
    sign = partial(signed_by, pact, head)
    assert second_while_first(sign, sign) == "Thành viên này đã ký."
    assert PactSignature.objects.count() == 1
