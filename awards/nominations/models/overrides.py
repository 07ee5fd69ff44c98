import hashlib

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.nominations.models.nomination import Nomination
from awards.procedures.models.wording import RULES
from awards.procedures.rules.rule_codes import RuleCode
from clusters.models import Organisation
from emulation.core.models.steps import LONGEST_WHY
from emulation.core.words import choices


def ground_of(nomination: Nomination) -> str:
    """Digest of who is nominated, for which award, time and campaign: what a reason is given for."""
    said = (
        nomination.award_id,
        nomination.subject_kind,
        nomination.subject_id,
        nomination.name,
        nomination.birth_date,
        nomination.birth_year,
        nomination.unit,
        nomination.achieved_from,
        nomination.achieved_to,
        nomination.campaign_id,
    )
    return hashlib.sha256(repr([str(one) for one in said]).encode()).hexdigest()


class RuleOverride(models.Model):
    """A rule that blocks and is not met, over which the dossier goes on all the same, with the reason: by the
    nominator's approver, whose submission letter prints it, or `by_council`, as its secretary records, and the extract
    of the minutes prints it. Append-only by trigger. `rests_on`: of whom, for which award and time it was said; it
    falls away with that, and stands again when that is put back. "" of one from before this was kept."""

    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="overrides", verbose_name=_("dossier of commendation")
    )
    code = models.CharField(_("rule"), max_length=40, choices=choices(RULES))
    why = models.CharField(_("reason"), max_length=LONGEST_WHY)
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by"))
    rests_on = models.CharField(_("rests on"), max_length=64, blank=True, db_default="", editable=False)
    by_council = models.BooleanField(_("by the Council"), default=False, db_default=False)
    made_by_name = models.CharField(_("person"), max_length=200)
    made_at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("rule overridden")
        verbose_name_plural = _("rules overridden")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "code", "rests_on"],
                name="rule_override_once",
                violation_error_message=_("This rule is overridden in this dossier already."),
            ),
            models.CheckConstraint(condition=Q(code__in=list(RuleCode)), name="rule_override_code_known"),
            models.CheckConstraint(condition=~Q(why=""), name="rule_override_has_reason"),
        ]

    def __str__(self) -> str:
        return str(self.get_code_display())

    def stands_in(self, nomination: Nomination) -> bool:
        """Whether it was said of the dossier as it is."""
        return self.rests_on in ("", ground_of(nomination))


def overrides_standing(nomination: Nomination) -> tuple[RuleOverride, ...]:
    """Of its overrides, which may be at hand, those that were said of it as it is."""
    return tuple(one for one in nomination.overrides.all() if one.stands_in(nomination))
