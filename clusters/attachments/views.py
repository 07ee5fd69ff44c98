"""A paper is handed out as it was filed, to whoever may see what it shows."""

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from clusters.attachments.access import papers_seen_by
from emulation.core.access import door
from emulation.core.views.files import download


@door("paper")
@require_safe
def paper(request, pk):
    found = get_object_or_404(papers_seen_by(request.actor), pk=pk)
    return download(
        request,
        found.file,
        checksum=found.checksum,
        name=found.name,
        back="desk:home",
        content_type=found.content_type,
    )
