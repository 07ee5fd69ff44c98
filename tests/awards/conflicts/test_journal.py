"""What the journal tells of dossiers under the name of a sitting, a vote, a decision, a list, an opinion is kept from
whom one of these dossiers is kept from, names and numbers; what tells of others is read as before."""

from datetime import timedelta

import pytest
from django.urls import reverse

from awards.decisions.actions.bonuses import set_payer
from awards.decisions.actions.decisions import leave_out, take_dossiers
from awards.decisions.rules.terms import PaidBy
from awards.nominations.actions.consulting import AnswerSaid, answer_consultation, take_question_back
from awards.nominations.actions.recusals import recuse
from awards.nominations.actions.steps import award_nomination
from awards.nominations.rules.consulting import Opinion
from awards.publication.actions.comments import note_on_comment
from awards.publication.actions.publications import (
    close_publication,
    leave_out_of_list,
    open_publication,
    take_into_list,
)
from awards.sittings.actions.ballots import annul_votes, prepare_ballots
from awards.sittings.actions.sittings import conclude_sitting, put_on_agenda, take_off_agenda
from awards.sittings.models.results import results_of, seen_as
from clusters.models import OrganisationKind
from clusters.people.models.scope import actor_of
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.models import AuditEntry
from tests.awards.conflicts.walking import walk
from tests.awards.decisions import make as decisions
from tests.awards.nominations.make import asked, make_nomination, make_office, taken_up
from tests.awards.procedures.make import make_calendar_year
from tests.awards.publication import make as publication
from tests.awards.sittings import make as sittings
from tests.awards.sittings.make import before_the_council, make_room
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.periods import DAY

pytestmark = pytest.mark.django_db
HIDDEN, OTHER = "Vườn Chanh Leo", "Vườn Xoài Cát"
OF_ROOMS = ("awards.sitting", "awards.decision", "awards.publication", "awards.consultation")
TELLING = {
    "awards.put_on_agenda",
    "awards.take_off_agenda",
    "awards.prepare_votes",
    "awards.annul_votes",
    "awards.open_votes",
    "awards.count_council_votes",
    "awards.conclude_sitting",
    "awards.take_into_decision",
    "awards.set_bonus_payer",
    "awards.leave_out_of_decision",
    "awards.take_into_publication",
    "awards.leave_out_of_publication",
    "awards.open_publication",
    "awards.close_publication",
    "awards.note_on_comment",
    "awards.ask_consultation",
    "awards.answer_consultation",
    "awards.take_back_consultation",
}


@pytest.fixture(autouse=True)
def day(settings):
    settings.DEMONSTRATION_DAY = DAY


def consulted(room, nomination):
    city, body = room.offices.city, make_office(make_organisation(name="Cục Thử", kind=OrganisationKind.CITY))
    answer_consultation(asked(nomination, city, body=body.organisation), AnswerSaid(Opinion.AGREES), actor=body.officer)
    take_question_back(asked(nomination, city, name="Cơ quan Thử"), why="Hỏi nhầm", actor=city.officer)


def sat(room, dossier):
    """Taken off one agenda, its vote annulled once on another; counted and agreed to there."""
    first = sittings.convened(room, dossier)
    take_off_agenda(first.items.get(), actor=room.secretary)
    sitting = sittings.in_session(room, dossier)
    prepare_ballots(sitting, first_teller=room.account(3), second_teller=room.account(4), actor=room.secretary)
    annul_votes(sitting, why="Bấm nhầm", actor=room.secretary)
    sitting = sittings.voting(room, sitting)
    for at in range(5):
        sittings.vote(room, sitting, at)
    sitting = sittings.counted(room, sitting)
    conclude_sitting(sitting, seen=seen_as(results_of(sitting)), conclusion="Thống nhất.", actor=room.secretary)


def drafted(room, dossier):
    city = room.offices.city
    decision = decisions.drafted(room, dossier)
    set_payer(decision, decision.lines.all(), PaidBy.DECIDER, actor=city.officer)
    leave_out(decision.lines.get(), actor=city.officer)
    take_dossiers(decision, [dossier], actor=city.officer)


def published(room, dossier, settings):
    city = room.offices.city
    found = publication.drafted(room, publication.with_days(dossier))
    leave_out_of_list(found.lines.get(), actor=city.officer)
    take_into_list(found, [dossier], actor=city.officer)
    found = publication.fresh(open_publication(found, opens_on=DAY, actor=city.approver))
    comment = found.comments.create(name="Thử", contact="Thử", text="Thử", received_at=clock.now())
    note_on_comment(comment, note="Đã xác minh", actor=city.officer)
    settings.DEMONSTRATION_DAY = publication.LAST + timedelta(days=1)
    close_publication(publication.fresh(found), actor=city.officer)
    settings.DEMONSTRATION_DAY = DAY


def test_every_deed_that_tells_of_a_hidden_dossier_is_kept_and_no_other(settings):
    room = make_room()
    city, unit = room.offices.city, room.offices.unit
    make_calendar_year(2023, off=[])
    colleague, left = (make_user(full_name="Người Xét Hồ Sơ") for _ in range(2))
    for user in (colleague, left):
        for role in (Role.OFFICER, Role.APPROVER):
            make_mandate(user=user, organisation=city.organisation, role=role)
    asking = taken_up(make_nomination(unit, name=HIDDEN, kind="individual"), unit, city)
    recuse(asking, actor=actor_of(left, on=DAY))
    consulted(room, asking)
    walked = before_the_council(room, HIDDEN, kind="individual")
    recuse(walked, actor=actor_of(left, on=DAY))
    published(room, walked, settings)
    sat(room, walked)
    drafted(room, walked)

    def read_by(user) -> set[str]:
        entries = AuditEntry.objects.visible_to(actor_of(user, on=DAY)).filter(subject_kind__in=OF_ROOMS)
        return set(entries.values_list("verb", flat=True))

    assert read_by(colleague) - read_by(left) == TELLING
    assert read_by(left) >= {"awards.convene_sitting", "awards.begin_decision", "awards.begin_publication"}
    journal = reverse("desk:audit")
    assert HIDDEN in walk(colleague, [journal]).said[journal]
    assert HIDDEN not in walk(left, [journal]).said[journal]

    sitting = sittings.convened(room, before_the_council(room, OTHER))
    assert OTHER in walk(left, [journal]).said[journal]
    put_on_agenda(sitting, [before_the_council(room, HIDDEN + " B")], actor=room.secretary)
    assert OTHER in walk(left, [journal]).said[journal]

    leave_out(walked.decision_lines.get(stands=True), actor=city.officer)
    award_nomination(walked, number="12/QĐ-UBND", day=DAY, actor=city.approver)
    assert read_by(left) >= TELLING - {verb for verb in TELLING if verb.endswith("_consultation")}
