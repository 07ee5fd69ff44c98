"""Who may do what when with an honour that an office declares, as the office and the central board would say it."""

from awards.records.actions.declared import DECLARED
from awards.records.rules.terms import DeclaredState
from clusters.models import OrganisationKind
from tests.awards.records.make import make_declared, make_subject
from tests.clusters.organisations.make import make_organisation
from tests.flows.standing import MACHINE, Allowed, Walks

ALLOWED = (
    Allowed(MACHINE, "hand_up", "declared", "at_centre"),
    Allowed("its office's approver", "confirm", "declared", "confirmed"),
    Allowed("its office's approver", "refuse", "declared", "refused"),
    Allowed("the central reviewer", "confirm_as_centre", "at_centre", "confirmed"),
    Allowed("the central leader", "confirm_as_centre", "at_centre", "confirmed"),
    Allowed("the central reviewer", "refuse_as_centre", "at_centre", "refused"),
    Allowed("the central leader", "refuse_as_centre", "at_centre", "refused"),
    Allowed(MACHINE, "hand_to_province", "declared", "province"),
    Allowed("the holding body's approver", "confirm_as_province", "province", "confirmed"),
    Allowed("the holding body's approver", "refuse_as_province", "province", "refused"),
    Allowed("its office's officer", "withdraw", "province", "withdrawn"),
    Allowed("its office's officer", "withdraw", "declared", "withdrawn"),
    Allowed("its office's officer", "withdraw", "at_centre", "withdrawn"),
)


def ready(state, step):
    unit = make_organisation(kind=OrganisationKind.UNIT, parent=make_organisation())
    return make_declared(subject=make_subject(organisation=unit), state=DeclaredState(state)), {}


WALKS = Walks(DECLARED, ALLOWED, ready)
