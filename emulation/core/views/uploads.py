"""Views that take a file: what grows too large is dropped while it streams in, and the rest of the form survives."""

from functools import wraps

from django.conf import settings
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from emulation.core.intake.papers import too_large_a_paper
from emulation.core.intake.upload import LimitedUpload


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


def refuse_too_large_a_paper(request, form, *, field="file") -> None:
    """Of a form of one paper under `limited_upload("PAPER_UPLOAD_LIMIT")`: a dropped file is the field's error."""
    if form.is_bound and request.limited_upload.too_large:
        form.errors.pop(field, None)
        form.add_error(field, too_large_a_paper(settings.PAPER_UPLOAD_LIMIT))
