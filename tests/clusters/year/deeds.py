"""The table of all deeds on something of a cluster's year, each as the right person would do it."""

from datetime import date

from clusters.ballots.actions import ballots as conference_ballots
from clusters.ballots.actions import into_result as result_votes
from clusters.ballots.actions import votes as conference_votes
from clusters.conferences.actions import activities, conferences
from clusters.conferences.actions import parts as conference_parts
from clusters.conferences.rules.ballot_terms import BallotPurpose
from clusters.figures.actions import dates as sheet_dates
from clusters.figures.actions import evidence, figures, sheets, source, without
from clusters.figures.actions import workbook as figure_workbook
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import FigurePart
from clusters.membership.actions import posts, years
from clusters.models import (
    Activity,
    Attendance,
    Conference,
    ConferenceBallot,
    ConferenceItem,
    ConferencePaper,
    Criterion,
    CriterionGroup,
    Figure,
    FigureEvidence,
    FigureSheet,
    KnockOut,
    KnockOutFinding,
    Pact,
    PactCommitment,
    Post,
    Scheme,
    ScoreEvidence,
    ScoringRound,
    YearProposal,
    YearResult,
)
from clusters.pacts.actions import contents as pact_contents
from clusters.pacts.actions import pacts
from clusters.pacts.actions import signing as pact_signing
from clusters.pacts.rules.terms import PactState
from clusters.regulation.actions import lines as scheme_lines
from clusters.regulation.actions import schemes
from clusters.regulation.actions.origins import Origin
from clusters.results.actions import freezing as result_freezing
from clusters.results.actions import parts as result_parts
from clusters.results.actions import results as year_results
from clusters.scores.actions import evidence as score_evidence
from clusters.scores.actions import final_points, scores, scoring
from clusters.scores.rules.entry import ScorePart as ScorePart
from clusters.scores.rules.terms import RoundState, ScoreKind
from clusters.year.actions import closing, reminding
from clusters.year.rules.cycle import StageName
from emulation.core.actions.paper_votes import PaperCount
from emulation.core.ballot_flow import BallotWay
from reports.runs.actions.passages import write_passage
from reports.runs.rules.passages import PassagePlace
from tests.clusters.attachments.make import upload
from tests.clusters.conferences.make import FACTS, POINT
from tests.clusters.pacts.make import COMMITMENT
from tests.clusters.people.make import make_administrator
from tests.clusters.year.whole_years import WholeYear
from tests.periods import DAY, YEAR_2023


class World:
    """What the deeds of the table are done with; the people are those who were seated before the closing."""

    def __init__(self, whole: WholeYear):
        self.whole, self.year = whole, whole.year
        self.officer, self.approver = whole.head.officer, whole.head.approver
        self.own, self.organisation = whole.member.officer, whole.member.organisation
        self.own_approver = whole.member.approver
        self.administrator = make_administrator()

    def __getitem__(self, model):
        return model.objects.get(pk=self.whole.rows[model].pk)


def in_scoring(state):
    def prepare(w):
        ScoringRound.objects.filter(cluster_year=w.year).update(state=state)

    return prepare


def in_pact(state):
    def prepare(w):
        Pact.objects.filter(cluster_year=w.year).update(state=state, checksum="0" * 64)

    return prepare


def in_sheet(state):
    def prepare(w):
        FigureSheet.objects.filter(cluster_year=w.year).update(state=state)

    return prepare


FINAL, NOTHING = in_scoring(RoundState.FINAL), lambda w: None
CELL = {"part": FigurePart.NOTE, "text": "x", "seen": ""}
DEEDS = {
    activities.set_activity: lambda w: activities.set_activity(w.year, w[Activity], actor=w.officer),
    activities.strike_out_activity: lambda w: activities.strike_out_activity(w[Activity], why="x", actor=w.officer),
    conference_parts.set_item: lambda w: conference_parts.set_item(w[Conference], None, actor=w.officer, **POINT),
    conference_parts.drop_item: lambda w: conference_parts.drop_item(w[ConferenceItem], actor=w.officer),
    conference_parts.record_attendance: lambda w: conference_parts.record_attendance(
        w[Conference], [], actor=w.officer
    ),
    conference_parts.invite_guest: lambda w: conference_parts.invite_guest(
        w[Conference], office="x", people=1, actor=w.officer
    ),
    conference_parts.drop_guest: lambda w: conference_parts.drop_guest(w[Attendance], actor=w.officer),
    conference_parts.file_conference_paper: lambda w: conference_parts.file_conference_paper(
        w[Conference], title="x", upload=upload(), actor=w.officer
    ),
    conference_parts.withdraw_conference_paper: lambda w: conference_parts.withdraw_conference_paper(
        w[ConferencePaper], actor=w.officer
    ),
    conferences.plan_conference: lambda w: conferences.plan_conference(w.year, actor=w.officer, **FACTS),
    conferences.change_conference: lambda w: conferences.change_conference(w[Conference], actor=w.officer, **FACTS),
    conferences.take_step: lambda w: conferences.take_step(w[Conference], "open", actor=w.officer),
    evidence.attach_evidence: lambda w: evidence.attach_evidence(
        w.year, 1, w.organisation, indicator=w[Figure].indicator, upload=upload(), actor=w.own
    ),
    evidence.withdraw_evidence: lambda w: evidence.withdraw_evidence(w[FigureEvidence], actor=w.own),
    figure_workbook.apply_workbook: lambda w: figure_workbook.apply_workbook(
        w.year, 1, w.organisation, changes=[], name="x", actor=w.own
    ),
    source.give_source: lambda w: source.give_source(
        w.year, 1, w.organisation, indicators=[w[Figure].indicator], source="x", actor=w.own
    ),
    without.say_without_figures: lambda w: without.say_without_figures(
        w.year, 1, w.organisation, indicators=[w[Figure].indicator], actor=w.own
    ),
    figures.write_cell: lambda w: figures.write_cell(
        w.year, 1, w.organisation, indicator=w[Figure].indicator, actor=w.own, **CELL
    ),
    final_points.set_final: lambda w: final_points.set_final(
        w[ScoringRound], criterion=w[Criterion], scored=w.organisation, text="1", reason="x", seen="", actor=w.officer
    ),
    final_points.accept_computed: lambda w: final_points.accept_computed(w[ScoringRound], actor=w.officer),
    final_points.find_knock_out: lambda w: final_points.find_knock_out(
        w[ScoringRound], knock_out=w[KnockOut], organisation=w.organisation, why="x", actor=w.officer
    ),
    final_points.drop_finding: lambda w: final_points.drop_finding(w[KnockOutFinding], why="x", actor=w.officer),
    pact_contents.change_head: lambda w: pact_contents.change_head(
        w[Pact], legal_bases="", preamble="x", place="", dated=None, actor=w.officer
    ),
    pact_contents.keep_commitment: lambda w: pact_contents.keep_commitment(w[Pact], actor=w.officer, **COMMITMENT),
    pact_contents.remove_commitment: lambda w: pact_contents.remove_commitment(
        w[Pact], w[PactCommitment], actor=w.officer
    ),
    pact_contents.choose_campaigns: lambda w: pact_contents.choose_campaigns(w[Pact], [], actor=w.officer),
    pact_contents.take_directive_targets: lambda w: pact_contents.take_directive_targets(w[Pact], actor=w.officer),
    pact_contents.set_targets: lambda w: pact_contents.set_targets(
        w[Pact], w.whole.world.indicator, {}, actor=w.officer
    ),
    pact_signing.sign_pact: lambda w: pact_signing.sign_pact(
        w[Pact], organisation=w.organisation, office="x", actor=w.own_approver
    ),
    pacts.begin_pact: lambda w: pacts.begin_pact(w.year, actor=w.officer),
    pacts.begin_addendum: lambda w: pacts.begin_addendum(w.year, why="x", actor=w.officer),
    pacts.ask_members: lambda w: pacts.ask_members(w[Pact], actor=w.officer),
    pacts.take_back: lambda w: pacts.take_back(w[Pact], why="x", actor=w.officer),
    pacts.open_signing: lambda w: pacts.open_signing(w[Pact], actor=w.approver),
    pacts.reopen_pact: lambda w: pacts.reopen_pact(w[Pact], why="x", actor=w.approver),
    pacts.close_unsigned: lambda w: pacts.close_unsigned(w[Pact], why="x", actor=w.approver),
    pacts.answer_pact: lambda w: pacts.answer_pact(w[Pact], organisation=w.organisation, agreed=True, actor=w.own),
    posts.appoint_post: lambda w: posts.appoint_post(
        w.year, kind="deputy", organisation=w.organisation, during=YEAR_2023, actor=w.administrator
    ),
    posts.end_post: lambda w: posts.end_post(w[Post], last_day=DAY, why="x", actor=w.administrator),
    posts.correct_post: lambda w: posts.correct_post(
        w[Post], organisation=w.organisation, during=YEAR_2023, source="", why="x", actor=w.administrator
    ),
    result_freezing.freeze_result: lambda w: result_freezing.freeze_result(w[YearResult], office="x", actor=w.approver),
    result_freezing.withdraw_result: lambda w: result_freezing.withdraw_result(w[YearResult], why="x", actor=w.officer),
    result_parts.propose: lambda w: result_parts.propose(
        w[YearResult], organisation=w.organisation, award="BKTTG", actor=w.officer
    ),
    result_parts.drop_proposal: lambda w: result_parts.drop_proposal(w[YearProposal], actor=w.officer),
    result_parts.change_place: lambda w: result_parts.change_place(
        w[YearResult], organisation=w.organisation, points=1, knocked_out="", actor=w.officer
    ),
    scheme_lines.keep_group: lambda w: scheme_lines.keep_group(w[Scheme], actor=w.officer),
    scheme_lines.keep_criterion: lambda w: scheme_lines.keep_criterion(w[Scheme], actor=w.officer),
    scheme_lines.keep_knock_out: lambda w: scheme_lines.keep_knock_out(w[Scheme], actor=w.officer),
    scheme_lines.remove_part: lambda w: scheme_lines.remove_part(w[Scheme], w[CriterionGroup], actor=w.officer),
    schemes.begin_scheme: lambda w: schemes.begin_scheme(w.year, origin=Origin.BLANK, actor=w.officer),
    schemes.change_scheme: lambda w: schemes.change_scheme(w[Scheme], actor=w.officer),
    schemes.adopt_scheme: lambda w: schemes.adopt_scheme(
        w[Scheme], on=DAY, votes_for=2, votes_cast=2, actor=w.approver
    ),
    schemes.reopen_scheme: lambda w: schemes.reopen_scheme(w[Scheme], why="x", actor=w.approver),
    score_evidence.attach_evidence: lambda w: score_evidence.attach_evidence(
        w[ScoringRound], criterion=w[Criterion], organisation=w.organisation, upload=upload(), actor=w.own
    ),
    score_evidence.withdraw_evidence: lambda w: score_evidence.withdraw_evidence(w[ScoreEvidence], actor=w.own),
    scores.write_score: lambda w: scores.write_score(
        w[ScoringRound],
        ScoreKind.SELF,
        criterion=w[Criterion],
        scored=w.organisation,
        scorer=w.organisation,
        part=ScorePart.POINTS,
        text="1",
        seen="",
        actor=w.own,
    ),
    scores.take_computed: lambda w: scores.take_computed(w[ScoringRound], organisation=w.organisation, actor=w.own),
    scores.finish_scores: lambda w: scores.finish_scores(
        w[ScoringRound], ScoreKind.SELF, organisation=w.organisation, actor=w.own
    ),
    scoring.open_scoring: lambda w: scoring.open_scoring(w.year, actor=w.officer),
    scoring.take_step: lambda w: scoring.take_step(w[ScoringRound], "open_cross", actor=w.officer),
    sheet_dates.set_sheet_term: lambda w: sheet_dates.set_sheet_term(
        w.year, 1, due_on=date(2023, 8, 1), locks_on=date(2023, 8, 2), actor=w.officer
    ),
    sheet_dates.extend_sheet: lambda w: sheet_dates.extend_sheet(
        w.year, 1, w.organisation, until=date(2023, 8, 1), why="x", actor=w.officer
    ),
    reminding.remind: lambda w: reminding.remind(w.year, StageName.MID_YEAR, {w.organisation.pk}, actor=w.officer),
    sheets.submit_sheet: lambda w: sheets.submit_sheet(w[FigureSheet], actor=w.own),
    sheets.recall_sheet: lambda w: sheets.recall_sheet(w[FigureSheet], actor=w.own),
    sheets.approve_sheet: lambda w: sheets.approve_sheet(w[FigureSheet], actor=w.own_approver),
    sheets.accept_sheet: lambda w: sheets.accept_sheet(w[FigureSheet], actor=w.officer),
    sheets.return_sheet: lambda w: sheets.return_sheet(w[FigureSheet], remarks={}, why="x", actor=w.own_approver),
    sheets.unlock_sheet: lambda w: sheets.unlock_sheet(w[FigureSheet], why="x", actor=w.officer),
    year_results.draw_up_result: lambda w: year_results.draw_up_result(w.year, actor=w.officer),
    year_results.begin_later_act: lambda w: year_results.begin_later_act(
        w[YearResult], why="x", document="x", actor=w.officer
    ),
    year_results.record_votes: lambda w: year_results.record_votes(
        w[YearResult], year_results.Votes(), actor=w.officer
    ),
    years.assign_supervisor: lambda w: years.assign_supervisor(w.year, office="x", actor=w.administrator),
    closing.close_cluster_year: lambda w: closing.close_cluster_year(w.year, on=DAY, why="x", actor=w.administrator),
    conference_ballots.prepare: lambda w: conference_ballots.prepare(
        w[Conference],
        purpose=BallotPurpose.HEAD,
        way=BallotWay.SEALED,
        candidates=[w.organisation],
        first_teller=None,
        second_teller=None,
        actor=w.officer,
    ),
    conference_ballots.open_voting: lambda w: conference_ballots.open_voting(w[ConferenceBallot], actor=w.officer),
    conference_ballots.replace_teller: lambda w: conference_ballots.replace_teller(
        w[ConferenceBallot], position=1, by=None, actor=w.officer
    ),
    conference_ballots.enter_paper_count: lambda w: conference_ballots.enter_paper_count(
        w[ConferenceBallot], count=PaperCount(1, 1, 1, 1, 0, {}), actor=w.officer
    ),
    conference_ballots.annul: lambda w: conference_ballots.annul(w[ConferenceBallot], why="x", actor=w.officer),
    conference_votes.cast: lambda w: conference_votes.cast(
        w[ConferenceBallot], member=w.organisation, choice=None, actor=w.own_approver
    ),
    conference_votes.set_passphrase: lambda w: conference_votes.set_passphrase(
        w[ConferenceBallot], passphrase="mot cau dai de nho", actor=w.own
    ),
    conference_votes.hand_over: lambda w: conference_votes.hand_over(
        w[ConferenceBallot], to=None, passphrase="x", new_passphrase="x", actor=w.own
    ),
    conference_votes.count: lambda w: conference_votes.count(w[ConferenceBallot], passphrases=("x", "x"), actor=w.own),
    result_votes.take_votes: lambda w: result_votes.take_votes(w[YearResult], w[Conference], actor=w.officer),
    write_passage: lambda w: write_passage(w.year, 1, place=PassagePlace.PROBLEMS, text="x", seen="", actor=w.officer),
}
BEFORE = {
    **dict.fromkeys(
        (final_points.set_final, final_points.accept_computed, final_points.find_knock_out, final_points.drop_finding),
        FINAL,
    ),
    pact_signing.sign_pact: in_pact(PactState.SIGNING),
    sheets.recall_sheet: in_sheet(SheetState.SUBMITTED),
    sheets.approve_sheet: in_sheet(SheetState.SUBMITTED),
    sheets.return_sheet: in_sheet(SheetState.SUBMITTED),
    sheets.accept_sheet: in_sheet(SheetState.APPROVED),
    sheets.unlock_sheet: in_sheet(SheetState.ACCEPTED),
}
ELSEWHERE = {
    "install_elected": "writes posts of the next year",
    "open_next_year": "opens the next year",
    "accept_together": "tells each member's refusal beside its name",
}
