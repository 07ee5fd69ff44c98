"""The offices of a Council for Emulation and Commendation; their words stand in `models.wording`."""

from enum import StrEnum


class CouncilOffice(StrEnum):
    """In the order in which papers name them. Offices of the Central Council: Decision 500/QĐ-TTg of 12/06/2024."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    STANDING = "standing"
    SECRETARY = "secretary"
    MEMBER = "member"


RANK = {office: place for place, office in enumerate(CouncilOffice)}
