from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_WHY = 500


class StepTaken(models.Model):
    """A step that a thing took along its flow: who, when, why. One concrete table for each kind of thing, with the
    thing as its foreign key; append-only by trigger. `words`: what each step is called once it is taken."""

    name = models.CharField(_("step"), max_length=20)
    source = models.CharField(_("from the state"), max_length=10, blank=True)
    target = models.CharField(_("to the state"), max_length=10)
    taken_by_name = models.CharField(_("person"), max_length=200)
    taken_at = models.DateTimeField(_("time"))
    why = models.CharField(_("reason"), max_length=LONGEST_WHY, blank=True)

    words: ClassVar[Mapping[str, str]] = {}

    class Meta:
        abstract = True
        ordering = ["-id"]

    @property
    def word(self) -> str:
        return self.words[self.name]
