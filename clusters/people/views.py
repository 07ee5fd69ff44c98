"""Named accounts and what each may do: an administrator's pages."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clusters.people.actions import end_mandate, grant_mandate, suspend_person
from clusters.people.forms import AccountForm, MandateForm
from clusters.people.models.mandate import Mandate
from emulation.core import clock
from emulation.core.access import door
from emulation.core.actions.accounts import create_account, restore_account
from emulation.core.actions.second_factor import has_second_factor
from emulation.core.actions.second_factor import reset as reset_factor
from emulation.core.actions.sessions import end_sessions, sessions_of
from emulation.core.forms.filters import SearchForm
from emulation.core.forms.parts import LastDayForm, ReasonForm
from emulation.core.models import User
from emulation.core.text import person_sort_key, search_key
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import administrators_only, answer, posted
from emulation.core.views.security import ended_in_words
from emulation.core.words import term

MANDATES = Mandate.objects.select_related("organisation").order_by("during", "id")


@door("account")
@require_safe
@administrators_only
def accounts(request):
    today = clock.today()
    form = SearchForm(request.GET, label=_("Full name or user name"))
    wanted = search_key(form.text)
    people = get_user_model().objects.prefetch_related(Prefetch("mandates", MANDATES.on(today), to_attr="held"))
    people = people.none() if form.seeks_nobody else people
    rows = [one for one in people if wanted in search_key(one.full_name) or wanted in search_key(one.username)]
    rows.sort(key=lambda one: (person_sort_key(one.full_name), one.pk))
    return render(request, "clusters/people/accounts.html", {"rows": rows, "form": form, "today": today})


@door("account")
@require_safe
@administrators_only
def account(request, pk):
    person = get_object_or_404(get_user_model(), pk=pk)
    today = clock.today()
    mandates = list(MANDATES.filter(user=person))
    for mandate in mandates:
        mandate.in_force = mandate.during.contains(today)
        mandate.may_end = mandate.during.end is None or mandate.during.end > today
    return render(
        request,
        "clusters/people/account.html",
        {
            "person": person,
            "mandates": mandates,
            "itself": person.pk == request.actor.user_id,
            "has_second_factor": has_second_factor(person),
            "sessions": sessions_of(person, this=request.session.session_key),
            "crumbs": _crumbs_of_accounts(),
        },
    )


@door("account", "write")
@administrators_only
def create(request):
    return answer(
        request,
        AccountForm(posted(request)),
        lambda said: create_account(actor=request.actor, **said),
        title=_("New account"),
        button=_("Create the account"),
        done=_("The account is created; it may do nothing until it has a mandate."),
        back=lambda person: reverse("clusters:account", args=[person.pk]),
        crumbs=_crumbs_of_accounts(),
    )


@door("account", "write")
@administrators_only
def grant(request, pk):
    person = get_object_or_404(get_user_model(), pk=pk)
    return answer(
        request,
        MandateForm(posted(request), initial={"first_day": clock.today()}),
        lambda said: grant_mandate(
            person,
            actor=request.actor,
            **{key: said[key] for key in ("organisation", "role", "during", "legal_basis")},
        ),
        title=_("Grant a mandate to %(person)s") % {"person": person},
        button=_("Grant the mandate"),
        done=_("The mandate is granted."),
        back=reverse("clusters:account", args=[pk]),
        crumbs=_crumbs(person),
        lead=_("The mandate of a cluster's head is not granted here: it follows from the post in the cluster's year."),
    )


@door("account", "write")
@administrators_only
def end(request, pk):
    mandate = get_object_or_404(Mandate.objects.select_related("user", "organisation"), pk=pk)
    today = clock.today()
    return answer(
        request,
        LastDayForm(posted(request), initial={"last_day": today}),
        lambda said: end_mandate(mandate, last_day=said["last_day"], why=said["why"], on=today, actor=request.actor),
        title=_("End the mandate of %(person)s") % {"person": mandate.user},
        button=_("End the mandate"),
        done=_("The mandate is ended."),
        back=reverse("clusters:account", args=[mandate.user_id]),
        crumbs=_crumbs(mandate.user),
        lead=_("%(role)s, %(unit)s, in force %(term)s.")
        % {
            "role": mandate.get_role_display(),
            "unit": mandate.organisation,
            "term": term(mandate.during),
        },
    )


@door("account", "write")
@administrators_only
def suspend(request, pk):
    person = get_object_or_404(get_user_model(), pk=pk)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: suspend_person(person, why=said["why"], on=clock.today(), actor=request.actor),
        title=_("Suspend the account of %(person)s") % {"person": person},
        button=_("Suspend the account"),
        done=_("The account is suspended."),
        back=reverse("clusters:account", args=[pk]),
        crumbs=_crumbs(person),
        lead=_("The person may no longer log in; name, mandates and everything done stay."),
    )


@door("account", "write")
@administrators_only
def restore(request, pk):
    person = get_object_or_404(get_user_model(), pk=pk)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: restore_account(person, why=said["why"], actor=request.actor),
        title=_("Restore the account of %(person)s") % {"person": person},
        button=_("Restore the account"),
        done=_("The account may log in again."),
        back=reverse("clusters:account", args=[pk]),
        crumbs=_crumbs(person),
    )


@door("account", "write")
@administrators_only
def reset_second_factor(request, pk):
    person = get_object_or_404(get_user_model(), pk=pk)
    return answer(
        request,
        ReasonForm(posted(request)),
        lambda said: reset_factor(person, why=said["why"], actor=request.actor),
        title=_("Reset the second factor of %(person)s") % {"person": person},
        button=_("Reset"),
        done=_("The second factor is reset."),
        back=reverse("clusters:account", args=[pk]),
        crumbs=_crumbs(person),
        lead=_(
            "Make sure that it is this person who asks. Until another one is set up, the password alone opens the "
            "account."
        ),
    )


@door("account", "write")
@require_POST
@administrators_only
def end_sessions_of(request, pk):
    """`phien`: which one; without it all."""
    person = get_object_or_404(get_user_model(), pk=pk)
    ended = end_sessions(person, named=request.POST.get("phien") or None, actor=request.actor)
    messages.success(request, ended_in_words(ended))
    return redirect("clusters:account", pk)


def _crumbs_of_accounts() -> list[Crumb]:
    return [Crumb(_("Accounts"), reverse("clusters:accounts"))]


def _crumbs(person: User) -> list[Crumb]:
    return [*_crumbs_of_accounts(), Crumb(person.full_name, reverse("clusters:account", args=[person.pk]))]
