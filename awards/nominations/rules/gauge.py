"""How many of the people in a list work directly and how many lead, as the centre asks for (priority to direct workers:
Law of 2022, Article 5). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from awards.catalogue.rules.terms import TargetGroup


@dataclass(frozen=True)
class Gauge:
    """Counts of people; `unsaid`: those whose group nobody has said. Entrepreneurs are neither: the law counts them
    apart from who leads and from who works directly."""

    people: int = 0
    direct: int = 0
    executives: int = 0
    entrepreneurs: int = 0
    unsaid: int = 0


def gauge(by_group: Mapping[str, int]) -> Gauge:
    """{target group, empty where none is said: people}"""
    people, unsaid = sum(by_group.values()), by_group.get("", 0)
    direct = by_group.get(TargetGroup.DIRECT_WORKER, 0)
    entrepreneurs = by_group.get(TargetGroup.ENTREPRENEUR, 0)
    return Gauge(people, direct, people - direct - entrepreneurs - unsaid, entrepreneurs, unsaid)
