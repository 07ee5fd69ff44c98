"""How the forms about one honour say no: each sentence at its field, and the lines that stand in the way."""

from awards.register.actions import honours
from awards.register.models.honour import Honour
from awards.register.models.printed import printed_names
from emulation.core.errors import Refusal


def refused(form, refusal: Refusal) -> list[Honour]:
    """Each sentence at its field; the lines that are, or may be, the same as what was typed."""
    if isinstance(refusal, honours.Objections):
        for objection in refusal.found:
            form.add_error(objection.field if objection.field in form.fields else None, objection.sentence)
        return []
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    if isinstance(refusal, honours.AlreadyThere):
        return [refusal.honour]
    if isinstance(refusal, honours.PerhapsThere):
        form.asks_about_same = True
        return refusal.honours
    return []


def shown(rows) -> list[dict]:
    names = printed_names(rows) if rows else {}
    return [{"honour": row, "award": names[row.pk]} for row in rows]
