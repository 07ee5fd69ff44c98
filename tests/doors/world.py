"""A city that heads its cluster this year, with one of everything that can be looked at, and where each of it stands."""

import hashlib
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from awards.lists.rules.terms import BatchState
from awards.models import RegisterExport
from clusters.figures.rules.terms import SheetState
from clusters.models import (
    OrganisationKind,
    Pact,
    PostKind,
    ProvinceConference,
)
from clusters.pacts.rules.terms import PactSection, PactState
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.models import Job
from emulation.core.period import Period
from reports.document.rules.document import Document, Letterhead
from reports.document.rules.snapshot import checksum, freeze
from reports.models import DraftingDay, Report, ReportBatch, ReportKind, ReportState
from tests.awards.conflicts.make import make_kin, make_recusal
from tests.awards.decisions.make import make_decision_of
from tests.awards.nominations.make import make_at_the_board, make_consultation
from tests.awards.procedures.make import make_calendar_year, make_procedure
from tests.awards.publication.make import make_publication_of
from tests.awards.records.make import make_declared, make_subject, make_year_record
from tests.awards.register.make import make_batch, make_honour
from tests.awards.review.make import make_deed_of, make_review_at_the_board
from tests.awards.sittings.make import make_sitting_of
from tests.awards.submissions.make import make_submission
from tests.awards.totals.make import make_source, make_total
from tests.awards.year_lists.make import make_year_list
from tests.clusters.attachments.make import make_figure_evidence
from tests.clusters.ballots.make import make_counted_ballot
from tests.clusters.conferences.make import make_conference
from tests.clusters.figures.make import in_state, make_figure
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.mergers.make import make_merger
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.clusters.regulation.make import make_scheme
from tests.clusters.results.make import make_year_result
from tests.clusters.scores.make import make_looked_at
from tests.doors.followed import make_followed
from tests.doors.people import PEOPLE
from tests.reports.signing.make import make_signed_paper


def make_drafted():
    """A city that heads its cluster this year, with one of everything that can be looked at; its report is a draft."""
    year = clock.today().year
    own = make_organisation(name="Thành phố Của Ta", kind=OrganisationKind.CITY)
    member = make_organisation(name="Thành phố Cùng Cụm", kind=OrganisationKind.CITY)
    stranger = make_organisation(name="Tỉnh Người Lạ")
    centre = make_organisation(name="Ban Thử", kind=OrganisationKind.CENTRAL_BOARD)
    cluster = make_cluster()
    memberships = [make_membership(cluster=cluster, organisation=each) for each in (own, member)]
    cluster_year = make_cluster_year(cluster=cluster, year=year)
    post = make_post(cluster_year=cluster_year, organisation=own, kind=PostKind.HEAD, during=Period.year(year))
    seats = {
        "own officer": (own, Role.OFFICER),
        "own approver": (own, Role.APPROVER),
        "member's officer": (member, Role.OFFICER),
        "stranger's officer": (stranger, Role.OFFICER),
        "central reviewer": (centre, Role.CENTRAL_REVIEWER),
        "central leader": (centre, Role.CENTRAL_LEADER),
        "report reader": (centre, Role.REPORT_READER),
        "administrator": (centre, Role.SYSTEM_ADMINISTRATOR),
        "council secretary": (centre, Role.COUNCIL_SECRETARY),
    }
    people = {}
    for name in PEOPLE:
        people[name] = make_user()
        if name in seats:
            mandate = make_mandate(user=people[name], organisation=seats[name][0], role=seats[name][1])
    now = clock.real_now()
    document = freeze(Document(Letterhead("UBND"), "BC", "Nơi Thử", "Thử", date(year, 7, 10), ()))
    report = Report.objects.create(
        kind=ReportKind.CLUSTER_SIX_MONTH,
        state=ReportState.DRAFT,
        document=document,
        checksum=checksum(document),
        cluster_year=cluster_year,
        organisation=own,
        during=Period.half_year(year, 1),
        half=1,
        as_of=now,
        day=date(year, 7, 10),
        created_by=people["own officer"],
        created_at=now,
    )
    content = b"%PDF-"
    report.files.create(
        format="pdf",
        file=default_storage.save("reports/thu.pdf", ContentFile(content)),
        size=len(content),
        checksum=hashlib.sha256(content).hexdigest(),
    )
    province_report = Report.objects.create(
        kind=ReportKind.PROVINCE_SIX_MONTH,
        state=ReportState.DRAFT,
        document=report.document,
        checksum=report.checksum,
        province=own,
        year=year,
        organisation=own,
        during=report.during,
        half=1,
        as_of=now,
        day=report.day,
        created_by=people["own officer"],
        created_at=now,
    )
    report_batch = ReportBatch.objects.create(
        scope="provinces",
        year=year,
        half=1,
        days="calendar",
        format="pdf",
        day=report.day,
        created_by=people["central reviewer"],
        created_at=now,
    )
    report_batch.parts.create(
        position=1, province=own, name=own.name, state="made", file=report.files.get().file.name, checksum="0" * 64
    )
    scan = make_source(
        own,
        file=default_storage.save("totals/thu.pdf", ContentFile(content)),
        file_name="thu.pdf",
        size=len(content),
        checksum=hashlib.sha256(content).hexdigest(),
    )
    export = RegisterExport.objects.create(
        sentence="Bản trích thử",
        format="csv",
        file=default_storage.save("exports/thu.csv", ContentFile(b"1")),
        created_by=people["own officer"],
        created_at=now,
    )
    figure = make_figure(cluster_year=cluster_year, organisation=own)
    evidence = make_figure_evidence(figure=figure, filed_by=people["own officer"])
    in_state(figure.sheet, SheetState.ACCEPTED)
    pact = Pact.objects.create(cluster_year=cluster_year)
    commitment = pact.commitments.create(section=PactSection.LEADERSHIP, text="Cam kết thử")
    Pact.objects.filter(pk=pact.pk).update(state=PactState.IN_FORCE, frozen_at=now, checksum="0" * 64)
    scheme = make_scheme(cluster_year=cluster_year, adopted=True)
    scores = make_looked_at(
        cluster_year=cluster_year,
        organisation=own,
        filed_by=people["own officer"],
        criterion=scheme.criterion,
        knock_out=scheme.knock_out,
    )
    result = make_year_result(
        cluster_year=cluster_year, places=[(own, 90), (member, 80)], acclaimed=own, head=member, proposed=own
    )
    job = Job.objects.create(
        kind="core.check_worker",
        title="Việc thử",
        created_by=people["own officer"],
        created_at=now,
        rung_at=now,
    )
    meeting = make_conference(cluster_year=cluster_year, paper=evidence.paper)
    ballot = make_counted_ballot(
        conference=meeting.conference,
        options=[own, member],
        tellers=(people["own officer"], people["own approver"]),
    )
    nomination, someone = make_at_the_board(own, centre, filed_by=people["own officer"]), make_user()
    return {
        "people": people,
        "account": people["own officer"],
        "cluster": cluster,
        "cluster_year": cluster_year,
        "organisation": own,
        "merger": make_merger(),
        "membership": memberships[0],
        "post": post,
        "mandate": mandate,
        "honour": make_honour(organisation=own),
        "batch": make_batch(organisation=own, state=BatchState.UPLOADED, created_by=people["own officer"]),
        "total": make_total(own, source=scan),
        **of_records(own, people["own officer"]),
        "submission": make_submission(own, created_by=people["own officer"]),
        "year_list": make_year_list(own, created_by=people["own officer"]),
        "procedure": make_procedure(),
        "nomination": nomination,
        "consultation": make_consultation(nomination, asker=centre, body=own),
        "recusal": make_recusal(nomination, make_user(), body=centre),
        "kin": make_kin(people["own officer"]),
        "review": make_review_at_the_board(nomination, centre, reviewer=people["central reviewer"], other=someone),
        **make_sitting_of(centre, make_at_the_board(stranger, centre, filed_by=someone), member=people["own officer"]),
        "decision": make_decision_of(centre, make_at_the_board(stranger, centre, filed_by=someone)),
        "public_comment": make_publication_of(centre, nomination),
        "bulk_deed": make_deed_of(nomination, centre, made_by=people["own officer"]),
        "calendar_year": make_calendar_year(2001, entered=False, off=[date(2001, 9, 3)]),
        "report": report,
        "province_report": province_report,
        "report_batch": report_batch,
        "drafting_day": DraftingDay.objects.create(
            kind=ReportKind.CLUSTER_SIX_MONTH,
            half=1,
            days="calendar",
            month=7,
            day=5,
            years_after=0,
            during=Period(date(2000, 1, 1), None),
            legal_basis="Kế hoạch thử",
        ),
        **make_followed(own, member, centre, cluster_year),
        "province_conference": ProvinceConference.objects.create(
            organisation=own, year=year, kind="mid_year", held_on=date(year, 7, 6), place="Nơi Thử"
        ),
        "indicator": figure.indicator,
        "sheet": figure.sheet,
        "paper": evidence.paper,
        "figure_evidence": evidence,
        "pact": pact,
        "commitment": commitment,
        **meeting.as_world,
        "ballot": ballot,
        **scheme.as_world,
        **scores,
        "result": result,
        "signed_paper": make_signed_paper(
            result=result, organisation=own, signed_by=people["own approver"], dated=date(year, 7, 10)
        ),
        "job": job,
        "export": export,
    }


def of_records(own, filed_by):
    subject = make_subject(organisation=own)
    return {
        "subject": subject,
        "year_record": make_year_record(subject=subject),
        "declared": make_declared(subject=subject, filed_by=filed_by),
    }


def make_world():
    """The same, with the report signed."""
    drafted = make_drafted()
    Report.objects.update(state=ReportState.SIGNED, signed_at=clock.real_now(), signed_by="Lãnh Đạo Thử")
    return drafted
