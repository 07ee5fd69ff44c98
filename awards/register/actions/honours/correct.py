"""What a correction makes of a line."""

from django.utils.translation import gettext as _

from awards.register.actions.honours.lines import PERSONAL, changes, line_of, without_personal
from awards.register.actions.honours.said import LINE, written
from awards.register.actions.honours.standing import NotNewest, refuse_same
from awards.register.models.honour import Honour
from emulation.core.actions.walk import Told, Walked
from emulation.core.errors import Refusal

TOLD_APART_BY = frozenset(
    {"subject_kind", "name", "unit", "award", "decision_number", "decision_date", "birth", "identity"}
)


class Changed(NotNewest):
    """`theirs` is the line as it is, `mine` as it was typed; `before_theirs` is what each field they changed said when
    the page was opened, `last` the newest of those changes."""

    def __init__(self, honour: Honour, *, mine: dict, seen: int):
        super().__init__()
        self.honour = honour
        self.theirs, self.mine = line_of(honour), mine
        since = list(honour.steps.all()[: max(honour.version - seen, 0)])
        self.before_theirs: dict = {}
        for correction in since:
            self.before_theirs |= correction.before
        self.last = since[0] if since else None


def corrected(honour: Honour, walked: Walked) -> Told:
    """The line says what was typed; its step keeps both, the journal what is not personal."""
    asked = walked.context
    line = written(honour, asked["said"], on=asked["on"])
    before, after = changes(honour, line)
    if honour.version != asked["version"]:
        raise Changed(honour, mine=line_of(line), seen=asked["version"])
    if not before:
        raise Refusal(_("Nothing was changed. Change what is wrong, or cancel."))
    if TOLD_APART_BY & before.keys():
        refuse_same(line, same_seen=asked["same_seen"])
    for column in LINE:
        setattr(honour, column, getattr(line, column))
    honour.version += 1
    is_personal = {"personal": True} if before.keys() & set(PERSONAL) else {}
    return Told(
        before=without_personal(before),
        after=without_personal(after) | is_personal,
        columns={"before": before, "after": after},
    )
