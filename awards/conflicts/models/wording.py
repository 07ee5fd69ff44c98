"""The words of conflicts of interest, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.conflicts.rules.terms import Ground, Kinship

GROUNDS = {
    Ground.BODY: _("works or worked in the nominating organisation, or in the one that passed the dossier on"),
    Ground.HAND: _("had a hand in the dossier for another organisation"),
    Ground.ONESELF: _("bears the name of the nominated person"),
    Ground.KIN: _("declared kin of this name"),
    Ground.RECUSED: _("asked to be left out"),
}
KINSHIPS = {
    Kinship.SPOUSE: _("Wife or husband"),
    Kinship.PARENT: _("Father or mother"),
    Kinship.CHILD: _("Child"),
    Kinship.SIBLING: _("Brother or sister"),
    Kinship.IN_LAW: _("Kin of the wife or husband"),
    Kinship.OTHER: _("Other kin"),
}
