"""Views that take a file: what grows too large is dropped while it streams in, and the rest of the form survives."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from emulation.core.intake.inspect import too_large
from emulation.core.intake.papers import too_large_a_paper
from emulation.core.intake.upload import LimitedUpload

AT_ONCE = 60  # MB, as the front and the application's own server bound a body


def limited_upload(setting: str):
    """`setting` names the limit in bytes. Then `request.limited_upload.too_large` says whether a file was dropped.
    The token is asked for as everywhere, but only once the limit stands: reading it reads the form."""

    def limit(view):
        guarded = csrf_protect(view)

        @csrf_exempt
        @wraps(view)
        def limited(request, *args, **kwargs):
            request.limited_upload = LimitedUpload(request, limit=getattr(settings, setting))
            request.upload_handlers.insert(0, request.limited_upload)
            return guarded(request, *args, **kwargs)

        return limited

    return limit


@dataclass(frozen=True)
class PaperBounds:
    """`most`: bytes of one paper, and the sentence of one that is larger; `at_once`: MB of one sending."""

    most: int
    too_large: str
    at_once: int = AT_ONCE


def paper_bounds() -> PaperBounds:
    return PaperBounds(settings.DOSSIER_PAPER_LIMIT, too_large_a_paper(settings.DOSSIER_PAPER_LIMIT))


def filing_told(request, *, filed: Sequence[tuple[str, str]], refused: Sequence[tuple[str, str]], done: str, back: str):
    """Of several papers sent to a view under `limited_upload("DOSSIER_PAPER_LIMIT")`: what became of each, (name,
    sentence), for the page's script as a piece; else as messages on the page `back`, with `done` of the good ones."""
    sentence = too_large_a_paper(settings.DOSSIER_PAPER_LIMIT)
    refused = [*refused, *((name, sentence) for name in request.limited_upload.dropped)]
    if request.htmx:
        return render(request, "components/filed.html", {"filed": filed, "refused": refused})
    for name, said in refused:
        messages.error(request, f"{name}: {said}")
    if done:
        messages.success(request, done)
    if not (filed or refused):
        messages.error(request, _("No file was chosen. Choose the scans of the papers."))
    return redirect(back)


def refuse_too_large_a_paper(request, form, *, field="file") -> None:
    """Of a form of one paper under `limited_upload("PAPER_UPLOAD_LIMIT")`: a dropped file is the field's error."""
    _refuse_dropped(request, form, field, too_large_a_paper(settings.PAPER_UPLOAD_LIMIT))


def refuse_too_large_a_list(request, form) -> None:
    """The same of a list under `limited_upload("LIST_UPLOAD_LIMIT")`."""
    _refuse_dropped(request, form, "file", too_large(settings.LIST_UPLOAD_LIMIT))


def _refuse_dropped(request, form, field: str, sentence: str) -> None:
    if form.is_bound and request.limited_upload.too_large:
        form.errors.pop(field, None)
        form.add_error(field, sentence)
