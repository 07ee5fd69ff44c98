from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emulation.core import clock


class PublicTryQuerySet(models.QuerySet):
    def lately(self, what: str, source: str, within: timedelta) -> models.QuerySet:
        return self.filter(what=what, source=source, at__gt=clock.real_now() - within)


class PublicTry(models.Model):
    """Something tried at a page without log-in that is counted: a wrong code, a comment. `source`: a keyed digest of
    the address it came from; the address itself is kept nowhere."""

    what = models.CharField(_("what was tried"), max_length=30)
    source = models.CharField(_("digest of the address"), max_length=64)
    at = models.DateTimeField(_("at"))

    objects = PublicTryQuerySet.as_manager()

    class Meta:
        verbose_name = _("try at a public page")
        verbose_name_plural = _("tries at public pages")
        ordering = ["-at"]
        constraints = [models.CheckConstraint(condition=~Q(what=""), name="public_try_says_what")]
        indexes = [models.Index(fields=["what", "source", "at"], name="public_try_lately")]

    def __str__(self) -> str:
        return self.what
