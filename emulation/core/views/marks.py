"""What a form of the regulation was filled from goes along in it, so that the later of two is told."""

from django import forms

from emulation.core.actions.marks import mark_of
from emulation.core.errors import Refusal


def marked(form: forms.Form, thing, names) -> forms.Form:
    """With `seen`, the mark of `thing`; of something new there is none."""
    form.fields["seen"] = forms.CharField(required=False, widget=forms.HiddenInput)
    form.initial["seen"] = mark_of(thing, names) if thing else ""
    return form


def once_more(form: forms.Form, thing, names, deed):
    """The deed; when it is refused, the form carries the mark of what stands there now, and can be sent again."""

    def done(said):
        try:
            return deed(said)
        except Refusal:
            now = type(thing).objects.filter(pk=thing.pk).first() if thing else None
            form.data = form.data.copy()
            form.data["seen"] = mark_of(now, names) if now else ""
            raise

    return done
