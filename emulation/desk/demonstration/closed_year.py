"""A cluster's year from its regulation to its closing, each deed done by whose it is on its own day."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from clusters.ballots.actions.ballots import enter_paper_count, prepare
from clusters.ballots.actions.into_result import take_votes
from clusters.conferences.actions.conferences import plan_conference, take_step
from clusters.conferences.actions.parts import record_attendance, set_item
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.conferences.rules.terms import ConferenceKind
from clusters.figures.actions.figures import write_cell
from clusters.figures.actions.sheets import accept_sheet, approve_sheet, submit_sheet
from clusters.figures.actions.without import say_without_figures
from clusters.indicators.rules.terms import FigurePart
from clusters.membership.actions.posts import appoint_post
from clusters.membership.actions.years import open_cluster_year
from clusters.membership.rules.half_years import WHOLE_YEAR, span
from clusters.models import Cluster, ClusterYear, Conference, FigureSheet, Indicator, Organisation, PostKind
from clusters.pacts.actions.contents import PromisedAim, change_head, keep_commitment, set_targets
from clusters.pacts.actions.pacts import begin_pact
from clusters.pacts.rules.terms import TargetOrigin
from clusters.regulation.actions.origins import Origin
from clusters.regulation.actions.schemes import adopt_scheme, begin_scheme
from clusters.results.actions.freezing import freeze_result, install_elected
from clusters.results.actions.parts import propose
from clusters.results.actions.results import draw_up_result
from clusters.scores.actions.scoring import open_scoring
from clusters.scores.actions.scoring import take_step as take_scoring_step
from clusters.scores.rules.terms import ScoreKind
from clusters.year.actions.closing import close_cluster_year
from emulation.core.actions.paper_votes import PaperCount
from emulation.core.actor import Actor
from emulation.core.ballot_flow import BallotWay
from emulation.core.dates import format_date
from emulation.core.period import Period
from emulation.desk.demonstration.accounts import NAME
from emulation.desk.demonstration.closed_papers import make_and_sign_the_report, sign_the_minutes, sign_the_result
from emulation.desk.demonstration.closed_scores import give, settle
from emulation.desk.demonstration.figures import SOURCE
from emulation.desk.demonstration.past import on_the_day
from emulation.desk.demonstration.year import People, sign_by_all

BASES = (
    "Luật Thi đua, khen thưởng số 15/2003/QH11, được sửa đổi, bổ sung năm 2005 và năm 2013",
    "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ",
)


@dataclass(frozen=True)
class Days:
    adopted: date
    signed: date
    figures: date
    scored: date
    held: date
    frozen: date
    reported: date
    closed: date


@dataclass(frozen=True, kw_only=True)
class ToldYear:
    """`members`: {user name of the officer: code of the organisation}, in the order of every tuple of figures and
    targets. `sheets`: {code of an indicator: a text for each member}; `not_theirs`: why they have no figures of the
    others. `judged`: the share of the points that a member gets in a line that people judge. `votes`: for each, by
    purpose. `left_open`: why the year is closed with something undone. `signs_next`: whether the pact of the next year
    was signed at its conference."""

    cluster: str
    year: int
    head: str
    members: Mapping[str, str]
    office: str
    place: str
    preamble: str
    posts: Mapping[PostKind, str]
    days: Days
    commitments: tuple[tuple, ...]
    targets: Mapping[str, tuple]
    sheets: Mapping[str, tuple[str, ...]]
    not_theirs: str = ""
    judged: Mapping[str, Decimal]
    agenda: tuple[tuple[str, str], ...]
    conclusion: str
    votes: Mapping[BallotPurpose, Mapping[str, int]]
    proposals: Mapping[str, str]
    left_open: str
    number_of_report: int
    chair: str
    secretary: str
    signs_next: bool = True


class Teller:
    """Lives through the year as its people did. `actor`: an administrator, for what administrators do."""

    def __init__(self, told: ToldYear, cluster: Cluster, actor: Actor):
        self.told, self.cluster, self.actor = told, cluster, actor
        on = told.days.adopted
        self.units = {name: Organisation.objects.coded(code, on).get() for name, code in told.members.items()}

    @contextmanager
    def people(self, day: date) -> Iterator[People]:
        with on_the_day(day):
            yield People(day, self.told.head)

    def tell(self) -> ClusterYear:
        year = self.year_with_posts()
        self.regulation(year)
        self.pact(year)
        self.figures(year)
        self.scoring(year)
        self.result(year, self.conference(year))
        self.report(year)
        with on_the_day(self.told.days.closed):
            return close_cluster_year(year, on=self.told.days.closed, why=self.told.left_open, actor=self.actor)

    def year_with_posts(self) -> ClusterYear:
        during = Period.year(self.told.year)
        with on_the_day(self.told.days.adopted):
            year = open_cluster_year(self.cluster, year=self.told.year, actor=self.actor)
            for kind, name in self.told.posts.items():
                unit = self.units[name]
                appoint_post(year, kind=kind, organisation=unit, during=during, source=NAME, actor=self.actor)
        return year

    def regulation(self, year: ClusterYear) -> None:
        with self.people(self.told.days.adopted) as people:
            scheme = begin_scheme(year, origin=Origin.SUGGESTED, actor=people.officer(people.head))
            adopt_scheme(
                scheme,
                on=self.told.days.adopted,
                votes_for=len(self.units),
                votes_cast=len(self.units),
                document=f"Biên bản họp các thành viên ngày {format_date(self.told.days.adopted)}",
                actor=people.approver(people.head),
            )

    def pact(self, year: ClusterYear) -> None:
        told = self.told
        with self.people(told.days.signed) as people:
            officer = people.officer(people.head)
            pact = begin_pact(year, actor=officer)
            head = {"preamble": told.preamble, "place": told.place, "dated": told.days.signed}
            change_head(pact, legal_bases="\n".join(BASES), **head, actor=officer)
            for position, (section, text, measure, unit, source) in enumerate(told.commitments, 1):
                keep_commitment(
                    pact,
                    section=section,
                    text=text,
                    measure=measure,
                    unit=unit,
                    source=source,
                    checked_on=date(told.year, 12, 31),
                    position=position,
                    actor=officer,
                )
            asked = self.asked()
            for code, (kind, texts) in told.targets.items():
                aims = {
                    unit.pk: PromisedAim(kind, text, TargetOrigin.RESOLUTION, NAME)
                    for unit, text in zip(self.units.values(), texts, strict=True)
                }
                set_targets(pact, asked[code], aims, actor=officer)
            sign_by_all(pact, self.units, people, self.told.office)

    def asked(self) -> dict[str, Indicator]:
        return {one.code: one for one in Indicator.objects.asked_of(self.cluster.pk, span(self.told.year, WHOLE_YEAR))}

    def figures(self, year: ClusterYear) -> None:
        asked = self.asked()
        with self.people(self.told.days.figures) as people:
            for place, (name, unit) in enumerate(self.units.items()):
                for code, texts in self.told.sheets.items():
                    for part, text in ((FigurePart.VALUE, texts[place]), (FigurePart.SOURCE, SOURCE)):
                        write_cell(
                            year,
                            WHOLE_YEAR,
                            unit,
                            indicator=asked[code],
                            part=part,
                            text=text,
                            seen="",
                            actor=people.officer(name),
                        )
                others = [one for code, one in asked.items() if code not in self.told.sheets]
                if others:
                    why, officer = self.told.not_theirs, people.officer(name)
                    say_without_figures(year, WHOLE_YEAR, unit, indicators=others, why=why, actor=officer)
                sheet = FigureSheet.objects.of_half(year, WHOLE_YEAR).get(organisation=unit)
                submit_sheet(sheet, actor=people.officer(name))
                approve_sheet(sheet, actor=people.approver(name))
                accept_sheet(sheet, actor=people.officer(people.head))

    def scoring(self, year: ClusterYear) -> None:
        shares = {unit.pk: self.told.judged[name] for name, unit in self.units.items()}
        with self.people(self.told.days.scored) as people:
            officer = people.officer(people.head)
            scoring = open_scoring(year, actor=officer)
            for kind, step in ((ScoreKind.SELF, "open_cross"), (ScoreKind.CROSS, "open_appraisal")):
                for name, unit in self.units.items():
                    give(scoring, kind, unit, shares, actor=people.officer(name))
                scoring = take_scoring_step(scoring, step, actor=officer)
            give(scoring, ScoreKind.APPRAISAL, None, shares, actor=officer)
            scoring = take_scoring_step(scoring, "open_final", actor=officer)
            settle(scoring, shares, actor=officer)
            take_scoring_step(scoring, "freeze", actor=people.approver(people.head))

    def conference(self, year: ClusterYear) -> Conference:
        told = self.told
        with self.people(told.days.held) as people:
            officer = people.officer(people.head)
            conference = plan_conference(
                year,
                kind=ConferenceKind.YEAR_END,
                subject="",
                held_on=told.days.held,
                place=told.place,
                host=self.units[told.head],
                quorum=len(self.units) - 1,
                chair=told.chair,
                secretary=told.secretary,
                signs_next=told.signs_next,
                actor=officer,
            )
            for position, (title, conclusion) in enumerate(told.agenda, 1):
                set_item(
                    conference,
                    None,
                    title=title,
                    presenter=told.office,
                    conclusion=conclusion,
                    position=position,
                    actor=officer,
                )
            there = {"is_present": True, "office": told.office, "people": 5, "why_absent": ""}
            rows = [{"organisation": unit, **there} for unit in self.units.values()]
            record_attendance(conference, rows, actor=officer)
            conference = take_step(conference, "open", actor=officer)
            for purpose, votes in told.votes.items():
                self.vote(conference, purpose, votes, officer)
            approver = people.approver(people.head)
            hours = {"began_at": time(8), "ended_at": time(11, 30)}
            conference = take_step(conference, "close", conclusion=told.conclusion, **hours, actor=approver)
            sign_the_minutes(conference, number=1, on=told.days.held, actor=approver)
            return conference

    def vote(self, conference: Conference, purpose: BallotPurpose, votes: Mapping[str, int], officer: Actor) -> None:
        """By hand in the meeting; the count is entered from the tellers' record."""
        held = prepare(
            conference,
            purpose=purpose,
            way=BallotWay.ON_PAPER,
            candidates=list(self.units.values()),
            first_teller="Phạm Văn Minh Họa",
            second_teller="Hoàng Thị Minh Họa",
            actor=officer,
        )
        voters = len(self.units)
        enter_paper_count(
            held,
            count=PaperCount(
                eligible=voters,
                present=voters,
                issued=voters,
                collected=voters,
                invalid=0,
                votes={self.units[name].pk: number for name, number in votes.items()},
            ),
            actor=officer,
        )

    def result(self, year: ClusterYear, conference: Conference) -> None:
        with self.people(self.told.days.frozen) as people:
            officer = people.officer(people.head)
            drawn = take_votes(draw_up_result(year, actor=officer), conference, actor=officer)
            for name, award in self.told.proposals.items():
                propose(drawn, organisation=self.units[name], award=award, actor=officer)
            approver = people.approver(people.head)
            frozen = freeze_result(drawn, office=self.told.office, actor=approver)
            sign_the_result(frozen, number=1, on=self.told.days.frozen, actor=approver)
            install_elected(frozen, actor=self.actor)

    def report(self, year: ClusterYear) -> None:
        on = self.told.days.reported
        with self.people(on) as people:
            officer, approver = people.officer(people.head), people.approver(people.head)
            number = self.told.number_of_report
            make_and_sign_the_report(year, number=number, on=on, officer=officer, approver=approver)
