"""What a province is called in its own report."""

from awards.catalogue.rules.terms import Level, ProvinceKind
from reports.province.material.collect import ProvinceMaterial

CALLED = {ProvinceKind.PROVINCE: "tỉnh", ProvinceKind.CITY: "thành phố"}


def called(material: ProvinceMaterial) -> str:
    """ "thành phố" or "tỉnh"."""
    return CALLED[material.province_kind]


def opening(text: str) -> str:
    return text[:1].upper() + text[1:]


def levels(material: ProvinceMaterial) -> dict[Level, str]:
    """In the order of reports."""
    return {
        Level.STATE: "Cấp Nhà nước",
        Level.PROVINCE: f"Cấp {called(material)}",
        Level.GRASSROOTS: "Cấp cơ sở",
        Level.COMMUNE: "Cấp xã",
    }
