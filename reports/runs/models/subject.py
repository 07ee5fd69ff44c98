"""Whose report it is: a cluster's of a year, or a province's of a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from django.utils.translation import gettext as _

from clusters.models import ClusterYear, Organisation
from emulation.core.access import Whose
from reports.runs.models.heads import head_of


class SubjectKind(StrEnum):
    CLUSTER_YEAR = "cluster_year"
    PROVINCE_YEAR = "province_year"


@dataclass(frozen=True)
class ProvinceYear:
    """A province or a centrally run city in one calendar year, as far as it existed in it."""

    province: Organisation
    year: int

    def __str__(self) -> str:
        return _("%(province)s, %(year)s") % {"province": self.province, "year": self.year}

    @property
    def whose(self) -> Whose:
        return Whose(organisations=frozenset({self.province.pk}))

    @property
    def table_row(self) -> str:
        return "province_report"


Subject: TypeAlias = ClusterYear | ProvinceYear


def kind_of_subject(subject: Subject) -> SubjectKind:
    return SubjectKind.CLUSTER_YEAR if isinstance(subject, ClusterYear) else SubjectKind.PROVINCE_YEAR


def columns_of(subject: Subject) -> dict[str, Any]:
    """The columns that say the subject of a report or of a passage."""
    if isinstance(subject, ClusterYear):
        return {"cluster_year": subject}
    return {"province": subject.province, "year": subject.year}


def told(subject: Subject) -> Mapping[str, Any]:
    """What the words of a kind are given: `year`, and `cluster` or `province`."""
    if isinstance(subject, ClusterYear):
        return {"year": subject.year, "cluster": subject.cluster}
    return {"year": subject.year, "province": subject.province.official_name}


def name_of(subject: Subject) -> str:
    return subject.cluster.name if isinstance(subject, ClusterYear) else subject.province.official_name


def maker_of(subject: Subject, on: date) -> Organisation:
    """In whose name it is made and signed on that day; LookupError where a cluster year has no head."""
    return head_of(subject, on) if isinstance(subject, ClusterYear) else subject.province
