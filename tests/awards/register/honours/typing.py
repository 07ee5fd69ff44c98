"""What a person types into the form of one honour, and the person."""

import re
from datetime import date

from django.urls import reverse

from awards.catalogue.rules.terms import Family, SubjectKind, Way
from awards.register.actions.honours import Said
from emulation.core.actor import Role
from tests.clusters.people.make import make_mandate, make_user

TODAY = date(2023, 7, 10)


def said(**fields) -> Said:
    return Said(
        **{
            "subject_kind": SubjectKind.INDIVIDUAL,
            "name": "Nguyễn Thị Mẫu",
            "award": "BK_TINH",
            "family": Family.FORM,
            "way": Way.REGULAR,
            "decision_date": date(2023, 3, 15),
            "decision_number": "123/QĐ-UBND",
            "unit": "Trường Tiểu học Minh Họa",
            "achievement_year": 2022,
            **fields,
        }
    )


def typed(**fields) -> dict:
    """As the browser sends it; None leaves a field out."""
    sent = {
        "decision_number": "123/QĐ-UBND",
        "decision_date": "15/03/2023",
        "signer_office": "Chủ tịch UBND",
        "family": "form",
        "award": "BK_TINH",
        "way": "regular",
        "achievement_year": "2022",
        "campaign": "",
        "subject_kind": "individual",
        "honorific": "",
        "name": "Nguyễn Thị Mẫu",
        "birth": "",
        "identity": "",
        "position": "Giáo viên",
        "unit": "Trường Tiểu học Minh Họa",
        "target_group": "direct_worker",
        **fields,
    }
    return {name: value for name, value in sent.items() if value is not None}


def logged_in(client, organisation, role=Role.OFFICER, user=None):
    user = user or make_user()
    make_mandate(user=user, organisation=organisation, role=role)
    client.force_login(user)
    return user


def url(honour, page):
    return reverse(f"awards:honour-{page}", args=[honour.pk])


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())
