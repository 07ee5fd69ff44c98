"""Which names of awards a kind of organisation uses."""

from awards.catalogue.rules.terms import ProvinceKind
from clusters.models import OrganisationKind

KINDS = {OrganisationKind.CITY: ProvinceKind.CITY, OrganisationKind.PROVINCE: ProvinceKind.PROVINCE}
