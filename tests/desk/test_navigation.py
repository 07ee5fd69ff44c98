"""Where the navigation leads: to what can have something for the person."""

import pytest
from django.urls import reverse

from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from tests.awards.nominations.make import make_nominators
from tests.awards.nominations.test_pages import signed_in
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

pytestmark = pytest.mark.django_db


def test_dossiers_to_be_appraised_are_for_desks_that_dossiers_come_to(settings):
    """Not for a department, whose list they would head empty, nor for who keeps a Council's papers alone."""
    settings.DEMONSTRATION_DAY = DAY
    offices = make_nominators()
    keeper = make_user(full_name="Thư ký Hội đồng")
    make_mandate(user=keeper, organisation=offices.city.organisation, role=Role.COUNCIL_SECRETARY)

    def groups(actor) -> list[str]:
        shown = signed_in(actor).get(reverse("awards:nominations")).context["navigation"]
        [dossiers] = [one for one in shown if one["label"] == "Hồ sơ"]
        return [one["url"] for one in dossiers["places"]] or [dossiers["url"]]

    both, alone = [reverse("awards:review-queue"), reverse("awards:nominations")], [reverse("awards:nominations")]
    for office in (offices.board, offices.city):
        assert groups(office.officer) == groups(office.approver) == both
    assert groups(offices.unit.officer) == groups(offices.unit.approver) == groups(actor_of(keeper, on=DAY)) == alone
