"""How the deeds of this app refuse: who may, what the rules object, what the database would not take."""

from django.utils.translation import gettext as _

from clusters.membership.rules.membership import MembershipFault, MembershipObjection
from emulation.core.errors import Refusal
from emulation.core.words import term

SENTENCES = {
    MembershipFault.UNIT_NOT_ALIVE: lambda: _(
        "%(unit)s exists %(term)s, not on all the days entered; choose days within its life."
    ),
    MembershipFault.OUTSIDE_CLUSTER: lambda: _(
        "%(cluster)s exists %(term)s; the days entered go beyond that, choose days within it."
    ),
    MembershipFault.SITS_ELSEWHERE: lambda: _(
        "%(unit)s already sits in %(who)s %(term)s; end that membership first or choose other days."
    ),
    MembershipFault.NOT_A_MEMBER: lambda: _(
        "%(unit)s is not a member of %(cluster)s %(term)s; record the membership first or choose other days."
    ),
    MembershipFault.OUTSIDE_YEAR: lambda: _(
        "The term has no day in the year %(year)s; choose days that fall in that year."
    ),
    MembershipFault.POST_TAKEN: lambda: _(
        "%(who)s holds this post %(term)s; end that term first or choose other days."
    ),
    MembershipFault.POST_LEFT_WITHOUT_MEMBER: lambda: _(
        "%(unit)s holds the post “%(who)s” %(term)s and must stay a member for that time; "
        "end or correct the post first."
    ),
}


def refuse(objection: MembershipObjection | None, *, unit, cluster, year=None, field=None) -> None:
    if objection is None:
        return
    facts = {
        "unit": unit,
        "cluster": cluster,
        "year": year,
        "who": objection.who,
        "term": term(objection.period),
    }
    raise Refusal(SENTENCES[objection.fault]() % facts, field=field)
