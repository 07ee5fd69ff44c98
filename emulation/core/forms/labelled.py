"""Pick lists whose labels are made of the whole list at once: namesakes are told apart, names stand in the alphabet."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator, ModelChoiceIteratorValue

from emulation.core.text import person_sort_key, sort_key

Labels = Callable[[Iterable[Any]], dict[Any, str]]


def in_alphabet(rows: Iterable[Any]) -> dict[Any, str]:
    return _sorted(rows, sort_key)


def people_in_alphabet(rows: Iterable[Any]) -> dict[Any, str]:
    return _sorted(rows, person_sort_key)


def in_list_order(rows: Iterable[Any]) -> dict[Any, str]:
    """Of rows that know where they stand: `list_key`."""
    return {one.pk: str(one) for one in sorted(rows, key=lambda one: one.list_key)}


def _sorted(rows: Iterable[Any], key: Callable[[str], str]) -> dict[Any, str]:
    labels = {one.pk: str(one) for one in rows}
    return dict(sorted(labels.items(), key=lambda pair: (key(pair[1]), pair[0])))


class _Labelled(ModelChoiceIterator):
    def __iter__(self):
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        rows = {one.pk: one for one in self.queryset}
        for pk, label in self.field.labels(rows.values()).items():
            yield ModelChoiceIteratorValue(self.field.prepare_value(rows[pk]), rows[pk]), label


class LabelledField(forms.ModelChoiceField):
    """`labels`: the rows -> the label of each by its key, in the order in which they stand."""

    iterator = _Labelled

    def __init__(self, *, labels: Labels, **kwargs):
        self.labels = labels
        super().__init__(**kwargs)


class SeveralLabelledField(LabelledField, forms.ModelMultipleChoiceField):
    """The same, several of which may be chosen."""
