"""Who may do what when with a sheet of figures, as an office would say it: a member's sheet, and the head's own."""

from clusters.figures.actions.sheets import SHEET
from clusters.indicators.rules.terms import Derivation
from clusters.models import FigureSheet, Indicator
from tests.clusters.figures.make import in_state, make_figure, make_indicator, make_two_cities
from tests.flows.standing import Allowed, Walks, alike_but

OF_A_MEMBER = (
    Allowed("its office's officer", "submit", "draft", "submitted"),
    Allowed("its office's officer", "submit", "returned", "submitted"),
    Allowed("its office's officer", "recall", "submitted", "draft"),
    Allowed("its office's approver", "return_to_officer", "submitted", "returned"),
    Allowed("its office's approver", "approve", "submitted", "approved"),
    Allowed("the head's officer", "return_to_member", "approved", "returned"),
    Allowed("the head's approver", "return_to_member", "approved", "returned"),
    Allowed("the head's officer", "accept", "approved", "accepted"),
    Allowed("the head's approver", "accept", "approved", "accepted"),
    Allowed("the head's officer", "unlock", "accepted", "returned"),
    Allowed("the head's approver", "unlock", "accepted", "returned"),
)
OF_THE_CLUSTER = (
    Allowed("the head's officer", "submit", "draft", "submitted"),
    Allowed("the head's officer", "submit", "returned", "submitted"),
    Allowed("the head's officer", "recall", "submitted", "draft"),
    Allowed("the head's approver", "return_to_officer", "submitted", "returned"),
    Allowed("the head's approver", "approve", "submitted", "approved"),
    Allowed("the head's officer", "return_to_member", "approved", "returned"),
    Allowed("the head's approver", "return_to_member", "approved", "returned"),
    Allowed("the head's officer", "accept", "approved", "accepted"),
    Allowed("the head's approver", "accept", "approved", "accepted"),
    Allowed("the head's officer", "unlock", "accepted", "returned"),
    Allowed("the head's approver", "unlock", "accepted", "returned"),
)


def of_a_member(state, step):
    year, _head, member = make_two_cities()
    return in_state(_answered(year, member.organisation), state), {}


def of_the_cluster(state, step):
    year, _head, _member = make_two_cities()
    return in_state(_answered(year, None), state), {}


def _answered(year, organisation) -> FigureSheet:
    """Only the cluster's own indicator is asked, and it has a figure."""
    Indicator.objects.filter(cluster__isnull=True).delete()
    derivation = Derivation.BY_HEAD if organisation is None else Derivation.SUM
    own = make_indicator(cluster=year.cluster, derivation=derivation)
    return make_figure(cluster_year=year, organisation=organisation, indicator=own).sheet


MEMBER = Walks(SHEET, OF_A_MEMBER, of_a_member, alike_but(SHEET))
CLUSTER = Walks(SHEET, OF_THE_CLUSTER, of_the_cluster, alike_but(SHEET))
