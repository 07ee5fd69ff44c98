"""What the rules of naming and recognising are fed with: rows of the catalogue, read once."""

from collections import defaultdict

from awards.catalogue.models.award import AwardAlias, AwardAuthority, AwardName
from awards.catalogue.rules.recognise import AliasRow, AliasTable
from awards.catalogue.rules.terms import SAME_RANK, Authority, ProvinceKind


def alias_table() -> AliasTable:
    """Three queries; build it once for a list."""
    provincial = set(AwardName.objects.exclude(province_kind=ProvinceKind.ANY).values_list("award_id", flat=True))
    authorities = _ranks()
    return AliasTable(
        AliasRow(
            key=alias.key,
            award=alias.award.code,
            family=alias.award.family,
            group=alias.award.group,
            level=alias.award.level,
            authorities=authorities[alias.award_id],
            subject_kinds=frozenset(alias.award.subject_kinds),
            class_rank=alias.award.class_rank,
            provincial=alias.award_id in provincial,
        )
        for alias in AwardAlias.objects.select_related("award").order_by("award__position")
    )


def _ranks() -> defaultdict[int, frozenset[str]]:
    """By award, on whatever day: lists are older than the law."""
    found: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for award, authority in AwardAuthority.objects.values_list("award_id", "authority"):
        found[award] |= {SAME_RANK.get(Authority(authority), authority)}
    return found
