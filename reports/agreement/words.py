"""What was compared before signing, in sentences; numbers are put in as Vietnamese offices write them."""

from django.utils.translation import gettext_lazy as _

from emulation.core.badges import Badge, Tone
from reports.agreement.rules.terms import About, Check, Verdict

CHECKS = {
    Check.PRINTED: _("What the report prints"),
    Check.PARTS: _("Parts and totals"),
    Check.PEOPLE: _("Times awarded and people"),
    Check.KINDS: _("Collectives, individuals, households and all"),
    Check.DECLARED: _("Declared without names and counted in the register"),
    Check.LAST: _("This report and those signed before"),
    Check.MEMBERS: _("Members without results"),
}
VERDICTS = {
    Verdict.DIFFERS: Badge(_("Numbers differ"), Tone.BAD, "error"),
    Verdict.TO_LOOK_AT: Badge(_("To look at"), Tone.WARNING, "warning"),
    Verdict.CANNOT_TELL: Badge(_("Cannot be told"), Tone.PLAIN, "info"),
    Verdict.AGREES: Badge(_("Numbers agree"), Tone.GOOD, "check"),
}
SENTENCES = {
    About.OLDER: _("The paper is older than its data: %(left)s places of it would read otherwise today."),
    About.BY_HAND: _("%(name)s: the report prints %(left)s by hand, its data give %(right)s."),
    About.BY_HAND_ALONE: _("%(name)s: the report prints %(left)s by hand, its data give no figure."),
    About.SENTENCE_BY_HAND: _(
        "%(name)s, a sentence with numbers changed by hand: the report prints “%(left)s”, its data give “%(right)s”."
    ),
    About.PRINTED_TWICE: _("One figure is printed as %(left)s and as %(right)s (%(name)s)."),
    About.PRINTED_COLUMN: _("%(name)s: the rows printed sum to %(left)s, the total row prints %(right)s."),
    About.PRINTED_ROW: _("%(name)s: the parts printed sum to %(left)s, the total prints %(right)s."),
    About.PRINTED_DIFFERENCE: _("%(name)s: the two years printed differ by %(left)s, the report prints %(right)s."),
    About.PRINTED_INEXACT: _("%(name)s: a figure printed is not exact, so the sum cannot be told."),
    About.PRINTED_SUMS: _("Of %(right)s sums in the tables of the report, %(left)s add up as printed."),
    About.BY_LINE: _("The register by award sums to %(left)s, the total is %(right)s."),
    About.BY_WAY: _("The register by way sums to %(left)s, the total is %(right)s."),
    About.BY_MEMBER: _("The register by member sums to %(left)s, the total is %(right)s."),
    About.BY_LEVEL: _("The register by level sums to %(left)s, the total is %(right)s."),
    About.BY_UNIT: _("The register by unit sums to %(left)s, the total is %(right)s."),
    About.REGISTER_LIST: _("The rows beneath sum to %(left)s, the register lists %(right)s for the same days."),
    About.DRAFT: _("This report prints %(left)s honours, the register has %(right)s today."),
    About.PEOPLE: _("Individuals that can be told apart were awarded %(left)s times; they are %(right)s people."),
    About.PEOPLE_UNKNOWN: _(
        "Of %(left)s of %(right)s times nobody can tell the person: neither birth nor identity number is entered."
    ),
    About.PEOPLE_TOO_LONG: _(
        "People behind %(left)s times were not counted: it takes too long here. The register counts them."
    ),
    About.KINDS_COUNTED: _("Collectives, individuals and households sum to %(left)s, the total is %(right)s."),
    About.KINDS_DECLARED: _("%(name)s declares parts that sum to %(left)s, and %(right)s times in all."),
    About.NAMED: _("%(name)s declares %(left)s, the register names %(right)s of them."),
    About.NAMELESS: _("%(name)s declares %(left)s, the register names %(right)s of them; the others have no list."),
    About.NAMED_WITH_UNITS: _(
        "%(name)s declares %(left)s; the register names %(right)s of them on its own lists and its units' together."
    ),
    About.SHARE: _("%(name)s declares a share of direct workers of %(left)s%%, the register gives %(right)s%%."),
    About.SHARE_UNKNOWN: _(
        "%(name)s declares a share of direct workers of %(left)s%%; the register lacks target groups to compare it."
    ),
    About.LEVEL_AND_AWARDS: _(
        "%(name)s declares awards of a level that sum to %(left)s, the level itself is %(right)s."
    ),
    About.WHOLE_AND_PARTS: _("%(name)s declares levels and awards that sum to %(left)s, and %(right)s in all."),
    About.WHOLE_AND_PARTS_UNKNOWN: _(
        "%(name)s declares levels and awards that sum to %(left)s, and %(right)s in all; "
        "whether a level holds one of these awards is not stated."
    ),
    About.CAMPAIGNS: _("%(name)s: its accepted figures say %(left)s campaigns, it declares %(right)s without names."),
    About.HALVES: _("%(name)s declares halves that sum to %(left)s, the whole year is %(right)s."),
    About.HANDED_OVER: _("%(name)s handed over %(left)s awards of %(right)s given."),
    About.LAST_TOTAL: _("“%(name)s” was signed with %(left)s honours, the register has %(right)s of its days now."),
    About.LAST_CORRECTED: _("%(left)s lines that “%(name)s” may have counted were corrected or revoked since."),
    About.SAME_PERIOD: _("“%(name)s” is signed already with %(left)s honours, this period has %(right)s now."),
    About.SIGNED_HALVES: _("The signed reports of both halves sum to %(left)s, the year has %(right)s."),
    About.NO_HONOURS: _("%(name)s has no honour of the period on its own lists."),
    About.NO_FIGURES: _("%(name)s has no accepted figures of the period."),
    About.NOT_OPENED: _("The year is not opened in %(name)s."),
    About.NO_RESULT: _("%(name)s has no frozen result of the year."),
}
