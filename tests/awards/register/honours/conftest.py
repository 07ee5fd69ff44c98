from datetime import date

import pytest


@pytest.fixture
def office(db):
    from tests.clusters.organisations.make import make_organisation  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return make_organisation(name="Tỉnh Thử")


@pytest.fixture
def officer(client, office):
    from tests.awards.register.honours.typing import logged_in  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return logged_in(client, office)


@pytest.fixture
def honour(office):
    from tests.awards.register.make import make_honour  # noqa: PLC0415  (pytest reads this file before Django is set up)

    return make_honour(
        office,
        name="Nguyễn Thị Mẫu",
        unit="Trường A",
        birth_date=date(1975, 3, 5),
        birth_year=1975,
        position="Giáo viên",
    )
