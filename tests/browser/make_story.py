"""The world in which a whole year is told: three members with their people, an administrator, a regulation of one judged
criterion in which each scores one other, one figure asked for. Everybody logs in with `PASSWORD`."""

from dataclasses import dataclass

from django.contrib.auth.hashers import Argon2PasswordHasher

from clusters.models import Indicator
from emulation.core.models import User
from tests.clusters.figures.make import make_city, make_indicator
from tests.clusters.membership.make import make_cluster_year
from tests.clusters.people.make import PASSWORD, make_administrator
from tests.clusters.regulation.make import adopt, make_scheme

NAMES = ("Sông Thử", "Núi Thử", "Biển Thử")
CRITERION = "Tiêu chí thử 1"
INDICATOR = "Số phong trào thử"


@dataclass(frozen=True)
class Member:
    """`officer` and `approver` are user names, `officer_name` is what the officer is called."""

    name: str
    officer: str
    officer_name: str
    approver: str


@dataclass(frozen=True)
class Story:
    """`members[0]` heads the cluster. `year` is the key of its year 2023, `code` names the cluster."""

    year: int
    code: str
    members: tuple[Member, ...]
    administrator: str

    @property
    def head(self) -> Member:
        return self.members[0]


def make_story() -> Story:
    """Members are asked for one indicator only, whatever the reference brought."""
    Indicator.objects.all().delete()
    make_indicator(name=INDICATOR, unit="phong trào")
    year = make_cluster_year(year=2023)
    cities = [make_city(cluster_year=year, name=name, is_head=name == NAMES[0]) for name in NAMES]
    scheme = make_scheme(cluster_year=year, lines=1).scheme
    scheme.cross_scorers = 1
    adopt(scheme)
    administrator = make_administrator()
    User.objects.update(password=Argon2PasswordHasher().encode(PASSWORD, "muoi-thu-nghiem"))
    user_names = dict(User.objects.values_list("pk", "username"))
    members = tuple(
        Member(
            city.organisation.name,
            user_names[city.officer.user_id],
            city.officer.name,
            user_names[city.approver.user_id],
        )
        for city in cities
    )
    return Story(year.pk, year.cluster.code, members, user_names[administrator.user_id])
