"""The pages above the one that is read, from the outermost in, as `components/breadcrumb.html` shows them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Crumb:
    label: str
    url: str
