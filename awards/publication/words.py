"""Lists under consultation in sentences: what hinders a step."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from awards.publication.models.publication import Publication
from awards.publication.rules.flow import PublicationCase, PublicationHindrance
from emulation.core.dates import format_date

PART_HIDDEN = gettext_lazy(
    "Part of the list is not yours to see. What concerns the whole list is done by a colleague who sees all of it."
)


def hindrance_in_words(hindrance: str, case: PublicationCase, publication: Publication) -> str:
    match PublicationHindrance(hindrance):
        case PublicationHindrance.NO_LINES:
            return _("The list names nobody yet. Take dossiers into it first.")
        case PublicationHindrance.NOT_OVER:
            assert publication.closes_on is not None
            return _("The list stands in public to the end of %(day)s. Close it afterwards.") % {
                "day": format_date(publication.closes_on)
            }
    raise LookupError(hindrance)


def state_refusal(publication: Publication) -> str:
    return _("The list is in the state “%(state)s”, so this is no longer possible. Look at it again.") % {
        "state": publication.get_state_display()
    }
