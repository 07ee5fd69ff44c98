"""Lists of proposals: sent in, looked at row by row, given papers, sent, withdrawn."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from awards.catalogue.models.award import Award
from awards.nominations.forms import StepReasonForm
from awards.nominations.models.names import awards_offered
from awards.nominations.views.nominations import chosen_body, own_bodies
from awards.nominations.views.places import crumbs_of_shelf
from awards.procedures.models.procedure import Procedure
from awards.submissions.actions.papers import file_shared_papers
from awards.submissions.actions.receive import order_reading, receive_submission
from awards.submissions.actions.send import order_sending, order_withdrawal
from awards.submissions.forms import SubmissionForm
from awards.submissions.models.submission import Submission
from awards.submissions.models.wording import SUBMISSION_BADGES
from awards.submissions.rules.terms import SubmissionState
from awards.submissions.views.page import shown_submission
from awards.submissions.views.places import crumbs_of, crumbs_of_submissions, submission_or_404
from emulation.core import clock
from emulation.core.access import door
from emulation.core.errors import Refusal
from emulation.core.models.keyset import KeysetOrder, read_page
from emulation.core.numbers import format_integer
from emulation.core.views.crumbs import Crumb
from emulation.core.views.deeds import answer, posted, refused_to
from emulation.core.views.files import download
from emulation.core.views.uploads import filing_told, limited_upload, refuse_too_large_a_list

PAGE = 50


@door("submission")
@require_safe
def submissions(request):
    rows = Submission.objects.visible_to(request.actor).counted()
    page = read_page(
        rows.select_related("organisation", "created_by", "award"),
        KeysetOrder(("-id",)),
        cursor=request.GET.get("trang", ""),
        bound_to="submissions",
        size=PAGE,
    )
    names = dict(Award.objects.named(on=clock.today()).values_list("pk", "printed_name"))
    return render(
        request,
        "awards/submissions/submissions.html",
        {
            "page": page,
            "rows": [
                {
                    "submission": one,
                    "award": names[one.award_id],
                    "status": SUBMISSION_BADGES[SubmissionState(one.state)],
                }
                for one in page.rows
            ],
            "may_send": request.actor.may_somewhere("write", "submission"),
            "crumbs": crumbs_of_shelf(),
        },
    )


@limited_upload("LIST_UPLOAD_LIMIT")
@door("submission", "write")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request):
    """The file is kept at once; what became of its rows stands on the list's page once a worker has read it."""
    today = clock.today()
    bodies = own_bodies(request.actor, today)
    first = chosen_body(list(bodies), request)
    ready = Procedure.objects.order_by().values("award")
    awards = awards_offered(first, on=today).filter(pk__in=ready) if first else Award.objects.none().named(on=today)
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SubmissionForm(*bound, organisations=bodies, awards=awards, initial={"organisation": first})
    refuse_too_large_a_list(request, form)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            return redirect(
                receive_submission(
                    said["organisation"],
                    award=Award.objects.get(code=said["award"]),
                    subject_kind=said["subject_kind"],
                    upload=said["file"],
                    file_name=said["file"].name,
                    actor=request.actor,
                )
            )
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else "file", refusal.message)
    crumbs = [*crumbs_of_shelf(), Crumb(_("New dossier"), reverse("awards:nomination-begin"))]
    context = {"form": form, "crumbs": crumbs}
    return render(request, "awards/submissions/new.html", context, status=422 if form.is_bound else 200)


@door("submission")
@require_safe
def submission(request, pk):
    found = submission_or_404(request, pk)
    shown = shown_submission(found, actor=request.actor, only=request.GET.get("loai", ""))
    return render(request, "awards/submissions/submission.html", shown | {"crumbs": crumbs_of_submissions()})


@door("submission")
@require_safe
def original(request, pk):
    """The file as it was sent in."""
    found = submission_or_404(request, pk)
    return download(
        request,
        found.file,
        checksum=found.checksum,
        name=found.name_to_save,
        back=found.get_absolute_url(),
    )


@door("submission", "write")
@require_POST
def read(request, pk):
    found = submission_or_404(request, pk, "write")
    return refused_to(
        request,
        lambda: order_reading(found, actor=request.actor),
        done=_("The list is being read."),
        back=found.get_absolute_url(),
    )


@limited_upload("DOSSIER_PAPER_LIMIT")
@door("submission", "write")
@require_POST
def papers(request, pk):
    """Each file by itself; the refused ones are named with their reason."""
    found = submission_or_404(request, pk, "write")
    done = file_shared_papers(found, request.FILES.getlist("file"), actor=request.actor)
    filed = [(name, _in_dossiers(number)) for name, number in done.filed]
    return filing_told(
        request,
        filed=filed,
        refused=done.refused,
        done=" ".join(f"{name}: {said}" for name, said in filed),
        back=f"{found.get_absolute_url()}#papers",
    )


def _in_dossiers(number: int) -> str:
    said = ngettext(
        "it lies in %(number)s more dossier of the list.", "it lies in %(number)s more dossiers of the list.", number
    )
    return said % {"number": format_integer(number)}


@door("submission", "send")
@require_POST
def send(request, pk):
    found = submission_or_404(request, pk, "send")
    return refused_to(
        request,
        lambda: order_sending(found, actor=request.actor),
        done=_("The good dossiers of the list are being sent; the others stay drafts."),
        back=found.get_absolute_url(),
    )


@door("submission", "withdraw")
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, pk):
    found = submission_or_404(request, pk, "withdraw")
    return answer(
        request,
        StepReasonForm(posted(request)),
        lambda said: order_withdrawal(found, why=said["why"], actor=request.actor),
        title=_("Withdraw the list “%(file)s”") % {"file": found.file_name},
        button=_("Withdraw the whole list"),
        done=_("The list is being withdrawn, with its dossiers in preparation."),
        back=found.get_absolute_url(),
        crumbs=crumbs_of(found),
        lead=_("All of its dossiers in preparation are withdrawn. The file stays; it may be sent in again."),
    )
