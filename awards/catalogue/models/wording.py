"""The words of the fixed terms, as choices of the models and as labels everywhere else."""

from django.utils.translation import gettext_lazy as _

from awards.catalogue.rules.terms import (
    Authority,
    AwardGroup,
    Family,
    Level,
    ProvinceKind,
    SubjectKind,
    TargetGroup,
    Way,
)

SUBJECT_KINDS = {
    SubjectKind.INDIVIDUAL: _("Individual"),
    SubjectKind.COLLECTIVE: _("Collective"),
    SubjectKind.HOUSEHOLD: _("Household"),
}
TARGET_GROUPS = {
    TargetGroup.SENIOR_EXECUTIVE: _("Leaders of ministry or province level and above"),
    TargetGroup.DEPARTMENT_EXECUTIVE: _("Leaders of department level"),
    TargetGroup.ENTREPRENEUR: _("Entrepreneurs"),
    TargetGroup.OTHER_EXECUTIVE: _("Other leaders from deputy head of division up"),
    TargetGroup.DIRECT_WORKER: _("Direct workers"),
}
WAYS = {
    Way.REGULAR: _("Regular"),
    Way.THEMATIC: _("Thematic"),
    Way.UNSCHEDULED: _("Unscheduled"),
    Way.DIPLOMATIC: _("Diplomatic"),
    Way.SERVICE: _("Long service"),
    Way.TENURE: _("Tenure in the forces"),
    Way.RESISTANCE: _("Resistance-era"),
}
FAMILIES = {Family.TITLE: _("Emulation title"), Family.FORM: _("Form of commendation")}
AWARD_GROUPS = {
    AwardGroup.EMULATION_TITLE: _("Emulation titles"),
    AwardGroup.ORDER: _("Orders"),
    AwardGroup.MEDAL: _("Medals"),
    AwardGroup.STATE_HONORARY_TITLE: _("State honorary titles"),
    AwardGroup.PRIZE: _("Prizes"),
    AwardGroup.COMMEMORATIVE_MEDAL: _("Commemorative medals"),
    AwardGroup.CERTIFICATE_OF_MERIT: _("Certificates of merit"),
    AwardGroup.CERTIFICATE_OF_COMMENDATION: _("Certificates of commendation"),
}
LEVELS = {
    Level.STATE: _("State level"),
    Level.PROVINCE: _("Ministry and province level"),
    Level.GRASSROOTS: _("Grassroots level"),
    Level.COMMUNE: _("Commune level"),
}
AUTHORITIES = {
    Authority.PRESIDENT: _("President of the State"),
    Authority.STANDING_COMMITTEE: _("Standing Committee of the National Assembly"),
    Authority.PRIME_MINISTER: _("Prime Minister"),
    Authority.MINISTER: _("Minister, head of a ministry-level body"),
    Authority.PROVINCE_CHAIR: _("Chair of the provincial People's Committee"),
    Authority.DISTRICT_CHAIR: _("Chair of the district People's Committee"),
    Authority.UNIT_HEAD: _("Head of the unit"),
    Authority.COMMUNE_CHAIR: _("Chair of the commune People's Committee"),
}
PROVINCE_KINDS = {
    ProvinceKind.ANY: _("Everywhere"),
    ProvinceKind.PROVINCE: _("Provinces"),
    ProvinceKind.CITY: _("Centrally run cities"),
}
