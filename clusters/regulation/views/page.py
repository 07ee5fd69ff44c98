"""A scheme as its page shows it, and as parts that can be held against those of another year."""

from django.utils.translation import gettext as _

from clusters.regulation.models.pure import pure_scheme
from clusters.regulation.models.scheme import Scheme
from clusters.regulation.models.ways import found_by, points_in_words, scorers_of, way_of
from clusters.regulation.rules.changes import SchemePart
from clusters.regulation.rules.scoring.faults import faults
from clusters.regulation.rules.terms import GroupKind
from clusters.regulation.words import fault_in_words, titles_of
from emulation.core.numbers import format_decimal


def shown_scheme(scheme: Scheme) -> dict:
    for group in scheme.listed:
        group.together = sum(line.maximum for line in group.lines)
        for line in group.lines:
            line.way = way_of(line)
            line.scorers = scorers_of(line)
    for condition in scheme.listed_knock_outs:
        condition.found = found_by(condition)
    titles = titles_of(scheme)
    return {
        "scheme": scheme,
        "faults": [fault_in_words(fault, titles) for fault in faults(pure_scheme(scheme))],
        "rules": rules_of(scheme),
    }


def rules_of(scheme: Scheme) -> dict[str, str]:
    votes = _("%(share)s%% of %(base)s") % {
        "share": format_decimal(scheme.ballot_threshold.normalize() + 0),
        "base": scheme.get_ballot_base_display(),
    }
    return {
        _("Maximum of all groups of criteria"): points_in_words(scheme.maximum),
        _("Cross-scorers of each member"): str(scheme.cross_scorers),
        _("Appraised by"): scheme.get_appraiser_display(),
        _("Rule for equal points"): scheme.get_tie_rule_display(),
        _("Votes needed to be acclaimed"): votes,
        _("No member votes for itself"): _("yes") if scheme.own_unit_excluded else _("no"),
        _("Spread that wants discussion, in per cent of the maximum"): f"{scheme.spread_percent}%",
        _("Change that wants an explanation, in per cent"): f"{scheme.jump_percent}%",
    }


def parts_of(scheme: Scheme) -> list[SchemePart]:
    """`scheme` was asked for `with_lines()`."""
    parts = [SchemePart(_("Rules"), label, {_("Says"): words}) for label, words in rules_of(scheme).items()]
    for group in scheme.listed:
        facts = {_("Maximum"): points_in_words(group.maximum)}
        parts.append(SchemePart(group.get_kind_display(), group.title, facts))
        parts += [_part_of(line, group) for line in group.lines]
    parts += [_condition(one) for one in scheme.listed_knock_outs]
    return parts


def _part_of(line, group) -> SchemePart:
    place = group.title if group.kind == GroupKind.CRITERIA else group.get_kind_display()
    return SchemePart(
        place,
        line.title,
        {
            _("Maximum"): points_in_words(line.maximum),
            _("Way of scoring"): way_of(line),
            _("Indicator"): str(line.indicator or ""),
            _("Scored by"): scorers_of(line),
            _("Guidance"): line.guidance,
        },
    )


def _condition(one) -> SchemePart:
    return SchemePart(_("Knock-out conditions"), one.title, {_("How it is found"): found_by(one)})
