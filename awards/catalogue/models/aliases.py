"""What the rules of naming and recognising are fed with: rows of the catalogue, read once."""

from awards.catalogue.models.award import AwardAlias, AwardName
from awards.catalogue.rules.recognise import AliasRow, AliasTable
from awards.catalogue.rules.terms import ProvinceKind


def alias_table() -> AliasTable:
    """Two queries; build it once for a list."""
    provincial = set(AwardName.objects.exclude(province_kind=ProvinceKind.ANY).values_list("award_id", flat=True))
    return AliasTable(
        AliasRow(
            key=alias.key,
            award=alias.award.code,
            family=alias.award.family,
            group=alias.award.group,
            level=alias.award.level,
            authority=alias.award.authority,
            subject_kinds=frozenset(alias.award.subject_kinds),
            class_rank=alias.award.class_rank,
            provincial=alias.award_id in provincial,
        )
        for alias in AwardAlias.objects.select_related("award").order_by("award__position")
    )
