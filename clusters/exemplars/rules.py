"""The fixed terms of exemplars. Pure; keys are permanent."""

from enum import StrEnum


class ExemplarKind(StrEnum):
    """Mô hình, cách làm hay; điển hình tiên tiến."""

    MODEL = "model"
    EXEMPLAR = "exemplar"
