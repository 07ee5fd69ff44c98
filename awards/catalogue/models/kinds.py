"""Which names of awards a kind of organisation uses."""

import re

from awards.catalogue.rules.recognise import alias_key
from awards.catalogue.rules.terms import ProvinceKind
from clusters.models import Organisation, OrganisationKind

KINDS = {OrganisationKind.CITY: ProvinceKind.CITY, OrganisationKind.PROVINCE: ProvinceKind.PROVINCE}
OF_THE_KIND = re.compile(r"^(?:tinh|thanh pho) ")


def home_of(organisation: Organisation) -> str:
    """The key by which lists of awards name a province, without what kind of province it is; "" of any other office."""
    if organisation.kind not in KINDS:
        return ""
    return OF_THE_KIND.sub("", alias_key(organisation.name))
