import getpass

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from clusters.models import Mandate, MandateRole, Organisation, OrganisationKind
from clusters.people.actions import grant_mandate
from emulation.core import clock
from emulation.core.actions.accounts import create_account
from emulation.core.actor import Actor, Role
from emulation.core.errors import Refusal
from emulation.core.period import Period


class Command(BaseCommand):
    help = "Makes the first system administrator, while there is none; everybody else is entered in the application."

    def add_arguments(self, parser):
        parser.add_argument("username")
        parser.add_argument("full_name")

    def handle(self, *, username, full_name, **options):
        today = clock.today()
        if Mandate.objects.on(today).filter(role=MandateRole.SYSTEM_ADMINISTRATOR).exists():
            raise CommandError(_("There is an administrator already; accounts are made in the application."))
        board = Organisation.objects.on(today).filter(kind=OrganisationKind.CENTRAL_BOARD).first()
        if board is None:
            raise CommandError(_("The reference data is missing; run manage.py load_reference first."))
        actor = Actor(None, _("Installation"), frozenset({(Role.SYSTEM_ADMINISTRATOR, board.pk)}))
        password = getpass.getpass(_("Password: "))
        try:
            user = create_account(username=username, full_name=full_name, password=password, is_staff=True, actor=actor)
            grant_mandate(
                user,
                organisation=board,
                role=MandateRole.SYSTEM_ADMINISTRATOR,
                during=Period(today),
                legal_basis="",
                actor=actor,
            )
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(_("%(name)s may log in.") % {"name": username})
