"""The report's own numbers against each other, against what was signed before, and members without results. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from awards.catalogue.rules.terms import SubjectKind
from reports.agreement.rules.terms import REGISTER, About, Check, Compared, Opens, Rows, Verdict, equal
from reports.six_month.rules import CountedHonours


def parts_and_totals(
    counted: CountedHonours, known: Mapping[About, tuple[str, Collection]], *, listed: int, is_bound: bool, drafted: int
) -> Iterator[Compared]:
    """Sums along each edge against the total of the rows beneath; that against the list which the register shows for
    the same days (`listed`, of which `is_bound` says that it is only "more than") and against what the draft counted.
    `known`: of each table of the report the edge it is laid along and the values it has lines for."""
    for about, (edge, values) in known.items():
        sums = counted.by(edge)
        told = sum(count for value, count in sums.items() if value in values)
        yield equal(Check.PARTS, about, told, counted.total, rows=REGISTER)
    if is_bound and counted.total > listed:
        yield Compared(Check.PARTS, About.REGISTER_LIST, Verdict.CANNOT_TELL, counted.total, listed, rows=REGISTER)
    else:
        yield equal(Check.PARTS, About.REGISTER_LIST, counted.total, listed, rows=REGISTER)
    yield equal(Check.PARTS, About.DRAFT, drafted, counted.total, rows=REGISTER)


def times_and_people(counted: CountedHonours, *, known_people: int, known_times: int) -> Iterator[Compared]:
    """Nobody is awarded less than once: known people are no more than the times they were awarded, and where there are
    such times there are people. Times of which nobody knows whose they are leave the number of people open."""
    times = counted.where(subject_kind=SubjectKind.INDIVIDUAL).total
    people = Rows(Opens.REGISTER, filters=(("doi-tuong", SubjectKind.INDIVIDUAL),))
    is_right = known_people <= known_times <= times and bool(known_people) == bool(known_times)
    verdict = Verdict.AGREES if is_right else Verdict.DIFFERS
    if known_people or known_times or not times:
        yield Compared(Check.PEOPLE, About.PEOPLE, verdict, known_times, known_people, rows=people)
    if known_times < times:
        unknown = times - known_times
        yield Compared(Check.PEOPLE, About.PEOPLE_UNKNOWN, Verdict.CANNOT_TELL, unknown, times, rows=people)


def kinds_and_all(counted: CountedHonours) -> Iterator[Compared]:
    """Collectives + individuals + households = all."""
    told = sum(counted.by("subject_kind").get(kind, 0) for kind in SubjectKind)
    yield equal(Check.KINDS, About.KINDS_COUNTED, told, counted.total, rows=REGISTER)


@dataclass(frozen=True)
class Signed:
    """A signed report of the same subject: what it counted, what the register counts of its days by now, how many lines
    were corrected, revoked or restored since it was made."""

    key: int
    name: str
    said: int
    now: int
    corrections: int


def this_and_last(
    counted: CountedHonours, *, last: Signed | None, same_period: Sequence[Signed], halves: Sequence[Signed]
) -> Iterator[Compared]:
    """`last`: of the same period of the year before, with which this one compares. `same_period`: signed before of
    the period of this one; of a correction, the one that it corrects and what that corrects in its turn. `halves`:
    both, where this one is of their year."""
    if last is not None:
        rows = Rows(Opens.REPORT, last.key)
        yield equal(Check.LAST, About.LAST_TOTAL, last.said, last.now, name=last.name, rows=rows)
        if last.corrections:
            corrected = Rows(Opens.LAST_REGISTER, last.key)
            yield Compared(
                Check.LAST, About.LAST_CORRECTED, Verdict.TO_LOOK_AT, last.corrections, 0, last.name, corrected
            )
    for one in same_period:
        rows = Rows(Opens.REPORT, one.key)
        yield equal(Check.LAST, About.SAME_PERIOD, one.said, counted.total, name=one.name, rows=rows)
    if halves:
        told = sum(one.said for one in halves)
        yield equal(Check.LAST, About.SIGNED_HALVES, told, counted.total, rows=Rows(Opens.REPORT, halves[-1].key))


def members_without_honours(counted: CountedHonours, names: Mapping[int, str]) -> Iterator[Compared]:
    honours = counted.by("organisation")
    for member, name in names.items():
        if not honours.get(member):
            rows = Rows(Opens.REGISTER, filters=(("don-vi", member),))
            yield Compared(Check.MEMBERS, About.NO_HONOURS, Verdict.TO_LOOK_AT, name=name, rows=rows)


def members_without_figures(
    names: Mapping[int, str], reporting: Collection[int], cluster_year: int
) -> Iterator[Compared]:
    """Of a cluster that asks for figures. `reporting`: members whose figures of the period were accepted."""
    for member, name in names.items():
        if member not in reporting:
            rows = Rows(Opens.FIGURES, cluster_year)
            yield Compared(Check.MEMBERS, About.NO_FIGURES, Verdict.TO_LOOK_AT, name=name, rows=rows)


def clusters_without_results(
    opened: Mapping[int, str], *, unopened: Mapping[int, str], frozen: Collection[int]
) -> Iterator[Compared]:
    """`opened`: {cluster year: name of the cluster}; `unopened`: {cluster: name}; `frozen`: cluster years with a result
    that stands."""
    for cluster, name in unopened.items():
        rows = Rows(Opens.CLUSTER, cluster)
        yield Compared(Check.MEMBERS, About.NOT_OPENED, Verdict.TO_LOOK_AT, name=name, rows=rows)
    for year, name in opened.items():
        if year not in frozen:
            rows = Rows(Opens.CLUSTER_YEAR, year)
            yield Compared(Check.MEMBERS, About.NO_RESULT, Verdict.TO_LOOK_AT, name=name, rows=rows)
