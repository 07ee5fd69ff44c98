from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from clusters.membership.actions.posts import appoint_post, correct_post, end_post
from clusters.membership.forms.years import PostCorrectionForm, PostForm
from clusters.membership.models.cluster import Post
from clusters.membership.views.years import crumbs_of_year, year_or_404
from emulation.core.access import door
from emulation.core.block_words import speak_of
from emulation.core.forms.parts import LastDayForm, days_of
from emulation.core.period import Period
from emulation.core.views.deeds import administrators_only, answer, posted
from emulation.core.words import term


@door("post", "write")
@administrators_only
def appoint(request, code, year):
    found = year_or_404(request, code, year)
    initial = {"kind": request.GET.get("chuc-vu", ""), **days_of(Period.year(year))}
    return answer(
        request,
        PostForm(posted(request), initial=initial, cluster_year=found),
        lambda said: appoint_post(
            found,
            actor=request.actor,
            **{key: said[key] for key in ("kind", "organisation", "during", "source")},
        ),
        title=_("Record a post"),
        button=_("Record the post"),
        done=_("The post is recorded."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of_year(found),
        of_year=found,
    )


@door("post", "write")
@administrators_only
def end(request, pk):
    post = _post(pk)
    return answer(
        request,
        LastDayForm(posted(request)),
        lambda said: end_post(post, last_day=said["last_day"], why=said["why"], actor=request.actor),
        title=_("End the term of %(unit)s") % {"unit": post.organisation},
        button=_("End the term"),
        done=_("The term is ended."),
        back=post.cluster_year.get_absolute_url(),
        crumbs=crumbs_of_year(post.cluster_year),
        of_year=post.cluster_year,
        lead=_("%(post)s, %(term)s.") % {"post": post.get_kind_display(), "term": term(post.during)},
    )


@door("post", "write")
@administrators_only
def correct(request, pk):
    post = _post(pk)
    initial = {"organisation": post.organisation_id, "source": post.source, **days_of(post.during)}
    return answer(
        request,
        PostCorrectionForm(posted(request), initial=initial, cluster_year=post.cluster_year),
        lambda said: correct_post(
            post,
            actor=request.actor,
            **{key: said[key] for key in ("organisation", "during", "source", "why")},
        ),
        title=_("Correct the post “%(post)s”") % {"post": post.get_kind_display()},
        button=_("Save the correction"),
        done=_("The post is corrected."),
        back=post.cluster_year.get_absolute_url(),
        crumbs=crumbs_of_year(post.cluster_year),
        of_year=post.cluster_year,
        lead=_("For an entry that was wrong. When the holder really changed, end the term and record a new one."),
    )


def _post(pk) -> Post:
    found = get_object_or_404(Post.objects.select_related("cluster_year__cluster", "organisation"), pk=pk)
    speak_of(found.cluster_year.cluster)
    return found
