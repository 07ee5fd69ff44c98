"""Files that were filed: given out as they were filed, or not at all."""

import hashlib
import logging

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from emulation.core.storage import StoreSilent

logger = logging.getLogger(__name__)


def download(request, kept, *, checksum: str, name: str, back, content_type=None):
    """`kept` under the name `name`; missing or no longer what `checksum` (SHA-256) says, back to `back` in words."""
    try:
        opened = kept.open("rb")
    except StoreSilent as problem:
        logger.error("filed file %s: the store does not answer: %s", kept.name, problem)
        messages.error(
            request, _("The store of files does not answer. Fetch the file again in a few minutes; nothing is lost.")
        )
        return redirect(back)
    except OSError as problem:
        logger.error("filed file %s cannot be opened: %s", kept.name, problem)
        messages.error(request, _("The file is no longer on the server. Tell the system administrator."))
        return redirect(back)
    if hashlib.file_digest(opened, "sha256").hexdigest() != checksum:
        opened.close()
        logger.error("filed file %s is damaged: its checksum is not %s", kept.name, checksum)
        messages.error(
            request,
            _("The file on the server is not as it was filed and is not given out. Tell the system administrator."),
        )
        return redirect(back)
    opened.seek(0)
    return FileResponse(opened, as_attachment=True, filename=name, content_type=content_type)
