"""What a decision may not say of itself when it is issued: its day, who signs, who decides on its awards."""

from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from awards.catalogue.models.award import Award, AwardAuthority
from awards.decisions.models.decision import Decision, laws_in_force, rank_of
from awards.decisions.models.signers import possible_signers
from awards.decisions.rules.terms import DECIDES
from awards.nominations.models.names import name_of_award
from awards.sittings.models.agenda import agreed_items, agreed_on
from emulation.core import clock
from emulation.core.dates import format_date
from emulation.core.errors import Refusal
from emulation.core.models import User
from emulation.core.text import squash

MOST_NAMED = 10


def refuse_wrong_day(decision: Decision, day: date) -> None:
    if day > clock.today():
        raise Refusal(_("The decision is dated %(day)s, ahead of today.") % {"day": format_date(day)}, field="day")
    sat = (
        decision.lines.annotate(agreed_on=agreed_on("item__"))
        .filter(agreed_on__gt=day)
        .select_related("item__sitting")
        .first()
    )
    if sat is not None:
        said = (
            _("The decision is dated %(day)s, before the Council had agreed in writing on %(sat)s.")
            if sat.item.sitting.is_in_writing
            else _("The decision is dated %(day)s, before the sitting of %(sat)s that agreed to it.")
        )
        raise Refusal(
            said % {"day": format_date(day), "sat": format_date(sat.agreed_on)},
            field="day",
        )
    late = decision.lines.filter(nomination__achieved_to__gt=day).select_related("nomination").first()
    if late is not None:
        raise Refusal(
            _("%(name)s: the decision is dated %(day)s, before the achievement ended on %(last)s.")
            % {"name": late, "day": format_date(day), "last": format_date(late.nomination.achieved_to)},
            field="day",
        )
    given = Award.objects.on(day).filter(pk=OuterRef("nomination__award"))
    ungiven = decision.lines.filter(~Exists(given)).select_related("nomination__award").first()
    if ungiven is not None:
        raise Refusal(
            _("“%(award)s” was not given on %(day)s. Look at the day of the decision again.")
            % {"award": name_of_award(ungiven.nomination.award, decision.body, on=day), "day": format_date(day)},
            field="day",
        )
    if not laws_in_force(day):
        raise Refusal(
            _("No version of the law is recorded for %(day)s. Look at the day again.") % {"day": format_date(day)},
            field="day",
        )


def refuse_wrong_signer(decision: Decision, day: date, signer: User | None, signer_name: str) -> None:
    """The mandate is asked for on the day of the decision, not of today."""
    if decision.made_by:
        if not squash(signer_name):
            raise Refusal(_("Write who signed the decision, as its scan says."), field="signer_name")
        return
    if signer is None:
        raise Refusal(_("Choose who signs the decision."), field="signer")
    if not possible_signers(decision.body, day).filter(pk=signer.pk).exists():
        raise Refusal(
            _("%(name)s holds no mandate to sign there on %(day)s. Choose somebody else, or look at the day.")
            % {"name": signer.full_name, "day": format_date(day)},
            field="signer",
        )


def refuse_not_agreed(decision: Decision) -> None:
    """Asked again of what was taken in before: since then a dossier may have been appraised anew."""
    unfit = decision.lines.exclude(nomination__in=agreed_items().order_by().values("nomination"))
    if names := [str(line) for line in unfit.select_related("nomination")[: MOST_NAMED + 1]]:
        raise Refusal(
            _("No sitting has agreed to: %(names)s. Leave them out of the draft, or put them to the Council first.")
            % {"names": ", ".join([*names[:MOST_NAMED], *["…"] * (len(names) > MOST_NAMED)])}
        )


def refuse_wrong_authority(decision: Decision, day: date) -> None:
    """By who decides on each award that day; where nobody is recorded for an award, nothing can be told."""
    awards = set(decision.lines.order_by().values_list("nomination__award", flat=True))
    held: dict[int, list[AwardAuthority]] = {}
    for row in AwardAuthority.objects.on(day).filter(award__in=awards).select_related("award"):
        held.setdefault(row.award_id, []).append(row)
    own = DECIDES[rank_of(decision.body)]
    for rows in held.values():
        authorities = {row.authority for row in rows}
        if decision.made_by:
            if not own.isdisjoint(authorities):
                raise Refusal(
                    _(
                        "%(award)s is decided by the body itself, after its Council agreed. It is not recorded as made "
                        "elsewhere; leave it out and take it into a decision of the body."
                    )
                    % {"award": name_of_award(rows[0].award, decision.body, on=day)}
                )
        elif own.isdisjoint(authorities):
            raise Refusal(
                _("%(award)s is decided by: %(authorities)s. Record that decision as made elsewhere, with its scan.")
                % {
                    "award": name_of_award(rows[0].award, decision.body, on=day),
                    "authorities": ", ".join(map(str, rows)),
                }
            )
