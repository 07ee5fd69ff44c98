"""Builders of subjects, records of years and declared honours."""

from datetime import date
from itertools import count

from awards.catalogue.rules.terms import SubjectKind, TargetGroup
from awards.models import DeclaredHonour, Subject, YearRecord
from awards.records.rules.terms import DeclaredState, Rating
from awards.rows.rules.person import person_key
from emulation.core import clock
from emulation.core.text import person_sort_key, search_key, sort_key
from tests.awards.register.make import make_award
from tests.clusters.attachments.make import make_paper
from tests.clusters.people.make import make_user

_numbers = count(1)
BORN = date(1980, 5, 1)


def names_of(name: str, unit: str, *, is_person: bool, born=BORN) -> dict:
    """The columns by which the register and the book tell recipients apart."""
    unit_key = search_key(unit)
    return {
        "name": name,
        "name_key": search_key(name),
        "sort_key": person_sort_key(name) if is_person else sort_key(name),
        "unit": unit,
        "unit_key": unit_key,
        **(
            {"birth_date": born, "birth_year": born.year, "recipient_key": person_key(name, born, unit_key)}
            if is_person
            else {}
        ),
    }


def make_subject(*, organisation, kind=SubjectKind.INDIVIDUAL, name=None, unit="Phòng Thử", **fields) -> Subject:
    number = next(_numbers)
    is_person = kind == SubjectKind.INDIVIDUAL
    name = name or (f"Nguyễn Thị Thử {number}" if is_person else f"Tập Thể Thử {number}")
    fields = {"target_group": TargetGroup.DIRECT_WORKER if is_person else "", **fields}
    return Subject.objects.create(
        organisation=organisation, subject_kind=kind, **names_of(name, unit, is_person=is_person), **fields
    )


def make_year_record(*, subject, year=2022, proof=None, **fields) -> YearRecord:
    fields = {"rating": Rating.GOOD, "entered_by_name": "Người Thử", "entered_at": clock.now(), **fields}
    return YearRecord.objects.create(
        subject=subject, organisation_id=subject.organisation_id, year=year, proof=proof, **fields
    )


def make_declared(
    *, subject, award="CSTDCS", state=DeclaredState.DECLARED, filed_by=None, scan=None, **fields
) -> DeclaredHonour:
    number = next(_numbers)
    fields = {
        "achievement_year": 2018,
        "decision_number": f"{number}/QĐ-SNV",
        "decision_date": date(2019, 2, 1),
        **fields,
    }
    scan = scan or make_paper(organisation=subject.organisation, filed_by=filed_by or make_user())
    return DeclaredHonour.objects.create(
        subject=subject,
        organisation_id=subject.organisation_id,
        award=make_award(award),
        scan=scan,
        state=state,
        **fields,
    )
