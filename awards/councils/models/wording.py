"""The words of a Council's offices, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.councils.rules.terms import CouncilOffice

OFFICES = {
    CouncilOffice.CHAIR: _("Chair"),
    CouncilOffice.VICE_CHAIR: _("Vice-Chair of the Council"),
    CouncilOffice.STANDING: _("Standing member"),
    CouncilOffice.SECRETARY: _("Secretary"),
    CouncilOffice.MEMBER: _("Member of the Council"),
}
