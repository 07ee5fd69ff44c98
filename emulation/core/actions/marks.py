"""Two at one line of a regulation: the later is told, and chooses."""

import json
from hashlib import sha256

from django.utils.translation import gettext as _

from emulation.core.errors import Refusal


def mark_of(thing, names) -> str:
    """Of what a form is filled from: the same mark, the same particulars."""
    fields = {name: getattr(thing, thing._meta.get_field(name).attname) for name in names}
    return sha256(json.dumps(fields, sort_keys=True, default=str).encode()).hexdigest()[:16]


def refuse_if_changed(thing, names, seen: str) -> None:
    """`thing` as it is now, under lock. Nothing `seen`: nothing is compared."""
    if seen and mark_of(thing, names) != seen:
        raise Refusal(
            _(
                "“%(thing)s” was changed by somebody else while you wrote. Look at it in another tab; then save again "
                "to put yours in its place."
            )
            % {"thing": thing}
        )
