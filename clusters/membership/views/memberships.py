from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from clusters.membership.actions.memberships import add_member, correct_membership_period, end_membership
from clusters.membership.forms.memberships import MemberForm, MembershipCorrectionForm
from clusters.membership.models.cluster import Cluster, Membership
from clusters.membership.views.clusters import crumbs_of
from clusters.membership.views.places import cluster_or_404
from emulation.core.access import door
from emulation.core.block_words import speak_of
from emulation.core.forms.parts import LastDayForm, days_of
from emulation.core.views.deeds import administrators_only, answer, posted
from emulation.core.words import term


@door("cluster", "write")
@administrators_only
def add(request, code):
    cluster = cluster_or_404(Cluster.objects.visible_to(request.actor), code)
    return answer(
        request,
        MemberForm(posted(request), cluster=cluster),
        lambda said: add_member(
            cluster,
            actor=request.actor,
            **{key: said[key] for key in ("organisation", "during", "source", "verified")},
        ),
        title=_("Add a member"),
        button=_("Add the member"),
        done=_("The member is recorded."),
        back=cluster.get_absolute_url(),
        crumbs=crumbs_of(cluster),
        lead=_("A unit sits in one cluster of the same owner at a time."),
    )


@door("cluster", "write")
@administrators_only
def end(request, pk):
    membership = _membership(pk)
    return answer(
        request,
        LastDayForm(posted(request)),
        lambda said: end_membership(membership, last_day=said["last_day"], why=said["why"], actor=request.actor),
        title=_("End the membership of %(unit)s") % {"unit": membership.organisation},
        button=_("End the membership"),
        done=_("The membership is ended."),
        back=membership.cluster.get_absolute_url(),
        crumbs=crumbs_of(membership.cluster),
        lead=_("Member %(term)s.") % {"term": term(membership.during)},
    )


@door("cluster", "write")
@administrators_only
def correct(request, pk):
    membership = _membership(pk)
    initial = {
        "source": membership.source,
        "verified": membership.verified,
        **days_of(membership.during),
    }
    return answer(
        request,
        MembershipCorrectionForm(posted(request), initial=initial),
        lambda said: correct_membership_period(
            membership,
            actor=request.actor,
            **{key: said[key] for key in ("during", "source", "verified", "why")},
        ),
        title=_("Correct the membership of %(unit)s") % {"unit": membership.organisation},
        button=_("Save the correction"),
        done=_("The membership is corrected."),
        back=membership.cluster.get_absolute_url(),
        crumbs=crumbs_of(membership.cluster),
        lead=_("For an entry that was wrong. When the unit really left, end the membership instead."),
    )


def _membership(pk):
    found = get_object_or_404(Membership.objects.select_related("cluster", "organisation"), pk=pk)
    speak_of(found.cluster)
    return found
