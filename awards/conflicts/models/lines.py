"""Lines of what gathers dossiers (an agenda, a decision, a list for the public): which of them a person may judge."""

from typing import ClassVar, Self

from django.db import models

from awards.conflicts.models.conflict import Conflict
from emulation.core.actor import Actor


class LinesOfDossiers(models.QuerySet):
    """Of models with a `nomination`. `desk`: the columns that lead to the body at whose desk the paper is."""

    desk: ClassVar[str]

    def not_kept_from(self, actor: Actor) -> Self:
        """Without dossiers that the person, of whatever seat, may not judge at that body; once they are decided, none
        is kept."""
        return self.exclude(self._kept_from(actor))

    def are_whole_for(self, actor: Actor) -> bool:
        """Whether none of them is kept from the person: only then is it for the person to do something with all of
        them at once."""
        return not self.filter(self._kept_from(actor)).exists()

    def _kept_from(self, actor: Actor) -> models.Exists:
        kept = Conflict.objects.filter(user=actor.user_id, desk=models.OuterRef(self.desk))
        return models.Exists(kept.filter(matter=models.OuterRef("nomination")))
