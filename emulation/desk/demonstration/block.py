"""One block inside Cần Thơ: three departments, the first of them its head, with a pact that waits for signatures."""

from datetime import date

from clusters.membership.actions.clusters import create_cluster
from clusters.membership.actions.memberships import add_member
from clusters.membership.actions.posts import appoint_post
from clusters.membership.actions.years import open_cluster_year
from clusters.models import Cluster, ClusterKind, ClusterLevel, MandateRole, Organisation, PostKind
from clusters.organisations.actions import add_unit
from clusters.pacts.actions.contents import change_head, keep_commitment
from clusters.pacts.actions.pacts import answer_pact, ask_members, begin_pact, open_signing
from clusters.pacts.rules.terms import PactSection
from clusters.people.actions import grant_mandate
from clusters.regulation.actions.origins import Origin
from clusters.regulation.actions.schemes import adopt_scheme, begin_scheme
from clusters.regulation.rules.laws import laws_on
from emulation.core.actions.accounts import create_account
from emulation.core.actor import Actor
from emulation.core.models import User
from emulation.core.period import Period
from emulation.desk.demonstration.accounts import NAME, PASSWORD, SINCE, encoded
from emulation.desk.demonstration.block_indicators import ask_departments, set_aims
from emulation.desk.demonstration.counts import CAN_THO
from emulation.desk.demonstration.year import People

CODE, YEAR = "KHOI_CANTHO_1", 2023
BLOCK = "Khối thi đua các sở tham mưu tổng hợp thành phố Cần Thơ"
UNITS = {
    "cantho.noivu": ("92.SNV", "Sở Nội vụ thành phố Cần Thơ"),
    "cantho.taichinh": ("92.STC", "Sở Tài chính thành phố Cần Thơ"),
    "cantho.tuphap": ("92.STP", "Sở Tư pháp thành phố Cần Thơ"),
}
HEAD = "cantho.noivu"
ADOPTED_ON = date(2023, 3, 15)
BASES = laws_on(ADOPTED_ON)


def load_block(day: date, *, actor: Actor) -> None:
    """`actor` has an administrator's rights. A block that is there is left as it is."""
    if Cluster.objects.filter(code=CODE).exists():
        return
    city = Organisation.objects.coded(CAN_THO, day).get()
    during = SINCE.intersection(city.during)
    block = create_cluster(
        code=CODE,
        name=BLOCK,
        owner=city,
        level=ClusterLevel.PROVINCE,
        kind=ClusterKind.KHOI,
        during=during,
        source=NAME,
        verified=False,
        position=100,
        actor=actor,
    )
    units = {}
    for username, (code, name) in UNITS.items():
        unit = add_unit(city, code=code, name=name, during=during, legal_basis=NAME, verified=False, actor=actor)
        add_member(block, organisation=unit, during=during, source=NAME, verified=False, actor=actor)
        _people(username, unit, during, actor)
        units[username] = unit
    ask_departments(block, actor=actor)
    year = open_cluster_year(block, year=YEAR, actor=actor)
    appoint_post(year, kind=PostKind.HEAD, organisation=units[HEAD], during=Period.year(YEAR), source=NAME, actor=actor)
    people = People(day, HEAD)
    scheme = begin_scheme(year, origin=Origin.SUGGESTED, actor=people.officer(HEAD))
    adopt_scheme(scheme, on=ADOPTED_ON, votes_for=3, votes_cast=3, document=NAME, actor=people.approver(HEAD))
    _pact(year, units, people)


def _people(username: str, unit: Organisation, during: Period, actor: Actor) -> None:
    for name, word, role in (
        (username, "Chuyên viên", MandateRole.OFFICER),
        (f"{username}.duyet", "Lãnh đạo duyệt", MandateRole.APPROVER),
    ):
        if User.objects.filter(username=name).exists():
            continue
        user = create_account(
            username=name,
            full_name=f"{word} trình diễn {unit.name}",
            password=PASSWORD,
            encoded=encoded(),
            actor=actor,
        )
        grant_mandate(user, organisation=unit, role=role, during=during, legal_basis=NAME, actor=actor)


def _pact(year, units, people: People) -> None:
    """Every unit has agreed; the head is to sign first."""
    officer = people.officer(HEAD)
    pact = begin_pact(year, actor=officer)
    change_head(
        pact,
        legal_bases="\n".join(BASES),
        preamble="Các thành viên Khối thống nhất ký kết Giao ước thi đua năm 2023.",
        place="Cần Thơ",
        dated=None,
        actor=officer,
    )
    keep_commitment(
        pact,
        section=PactSection.LEADERSHIP,
        text="Giải quyết hồ sơ khen thưởng trình đúng hạn từ 98% trở lên",
        measure="Tỷ lệ hồ sơ đúng hạn",
        unit="%",
        source="Hệ thống một cửa",
        checked_on=date(2023, 12, 15),
        position=1,
        actor=officer,
    )
    set_aims(pact, units, actor=officer)
    pact = ask_members(pact, actor=officer)
    for name, unit in units.items():
        answer_pact(pact, organisation=unit, agreed=True, actor=people.officer(name))
    open_signing(pact, actor=people.approver(HEAD))
