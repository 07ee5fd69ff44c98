"""A city that heads its cluster this year, with one of everything that can be looked at, and where each of it stands."""

import hashlib
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from awards.lists.rules.terms import BatchState
from awards.models import RegisterExport
from clusters.campaigns.rules.terms import CampaignState
from clusters.figures.rules.terms import SheetState
from clusters.indicators.rules.terms import TargetKind
from clusters.models import (
    Directive,
    Exemplar,
    Organisation,
    OrganisationKind,
    Pact,
    PostKind,
    ProvinceConference,
    Task,
)
from clusters.pacts.rules.terms import PactSection, PactState
from clusters.tasks.rules import AssignmentState, TaskKind
from emulation.core import clock
from emulation.core.actor import Role
from emulation.core.models import Job
from emulation.core.period import Period
from emulation.core.quantity import parse_quantity
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
from tests.clusters.campaigns.make import make_campaign
from tests.clusters.conferences.make import make_conference
from tests.clusters.figures.make import in_state, make_figure
from tests.clusters.membership.make import make_cluster, make_cluster_year, make_membership, make_post
from tests.clusters.mergers.make import make_merger
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_mandate, make_user
from tests.clusters.regulation.make import make_scheme
from tests.clusters.results.make import make_year_result
from tests.clusters.scores.make import make_looked_at
from tests.doors.dossiers import of_decision, of_nomination, of_publication, of_sitting
from tests.doors.people import PEOPLE
from tests.reports.signing.make import make_signed_paper

PACT_PAGES = (
    "",
    "-ask",
    "-take-back",
    "-open",
    "-reopen",
    "-close",
    "-head",
    "-commitment-add",
    "-campaigns",
    "-indicators",
)
CONFERENCE_PAGES = (
    "",
    "-change",
    "-open",
    "-go-back",
    "-close",
    "-cancel",
    "-item-add",
    "-attendance",
    "-guest",
    "-paper",
)
BALLOT_PAGES = ("", "-open", "-annul", "-paper-count", "-passphrase", "-hand-over", "-count")
RESULT_PAGES = ("", "-votes", "-propose", "-later-act", "-withdraw", "-freeze", "-install")


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
    launched = make_campaign(name="Phong trào Của Ta", organisation=own)
    draft = make_campaign(name="Bản soạn", organisation=own, state=CampaignState.DRAFT, is_recorded=False)
    taken_up = make_campaign(name="Phong trào Của Ban", organisation=centre)
    part = taken_up.participations.create(organisation=own, joined_on=date(year, 3, 1))
    task = Task.objects.create(
        organisation=own, cluster_year=cluster_year, kind=TaskKind.TASK, given_by="Ban thử", text="Nhiệm vụ thử"
    )
    given = Task.objects.create(organisation=centre, kind=TaskKind.TASK, given_by="Ban thử", text="Việc của Ban")
    card = make_card(own)
    taken_over = make_card(centre, is_recognised=True)
    directive = Directive.objects.create(
        organisation=own, kind="directive", number="1/CT-UBND", dated=date(year, 1, 5), year=year
    )
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
        "task": task,
        "request": Task.objects.create(
            organisation=own, kind=TaskKind.REQUEST, given_by="Ban thử", text="Kiến nghị thử"
        ),
        "assignment": given.assignments.create(organisation=own),
        "assignment_reported": given.assignments.create(
            organisation=member, state=AssignmentState.REPORTED, document="1/BC"
        ),
        "campaign": launched,
        "goal": launched.goals.create(text="Mục tiêu thử"),
        "phase": launched.phases.create(name="Giai đoạn thử", during=Period.year(year)),
        "campaign_draft": draft,
        "participation": part,
        "inspection": part.inspections.create(
            on=date(year, 4, 1), office="Ban thử", findings="Kết luận thử", due_on=date(year, 5, 1)
        ),
        "directive": directive,
        "exemplar": taken_over,
        "exemplar_card": card,
        "adoption": taken_over.adoptions.create(organisation=own, applied_on=date(year, 3, 1)),
        "directive_target": directive.targets.create(
            name="Chỉ tiêu thử", kind=TargetKind.SHARE, text="74%", value=parse_quantity("74%", unit="%")
        ),
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


def make_card(organisation: Organisation, *, is_recognised: bool = False) -> Exemplar:
    said = dict.fromkeys(("problem", "steps", "result", "contact", "text_key"), "thử")
    paper = {"recognised_on": date(2023, 1, 5), "recognised_by": "Ban thử", "recognised_in": "Số 1"}
    title = f"Thẻ của {organisation}"
    return Exemplar.objects.create(
        organisation=organisation, kind="model", title=title, sort_key=title, **said, **(paper if is_recognised else {})
    )


def make_world():
    """The same, with the report signed."""
    drafted = make_drafted()
    Report.objects.update(state=ReportState.SIGNED, signed_at=clock.real_now(), signed_by="Lãnh Đạo Thử")
    return drafted


def arguments(name, world):
    """What stands in the URL of the page; reckoned once for a world."""
    if "addresses" not in world:
        world["addresses"] = addresses(world)
    return world["addresses"].get(name, {})


def addresses(world):
    """{page that speaks of a record: what stands in its URL}"""
    code, year = world["cluster"].code, world["cluster_year"].year
    of = {key: {"pk": value.pk} for key, value in world.items() if hasattr(value, "pk")}
    sheet = {"year_pk": world["cluster_year"].pk, "half": 1, "whose": str(world["organisation"].pk)}
    of_year = {"year_pk": world["cluster_year"].pk}
    of_pact = of_year | {"number": 0}
    of_conference = of_year | of["conference"]
    of_ballot = of_conference | {"ballot": world["ballot"].pk}
    of_result = of_year | {"number": 0}
    steps = ("save", "submit", "recall", "approve", "accept", "return-to-officer", "return-to-member")
    steps += ("unlock", "differences", "form", "upload", "apply", "without", "paste", "source")
    of_member = of_year | of["organisation"]
    of_line = {"line": world["criterion"].pk}
    of_calendar_year = {"number": world["calendar_year"].pk}
    of_rule = of["procedure"] | {"part": "dieu-kien", "row": world["procedure"].rules.get().pk}
    return {f"clusters:figures-{step}": sheet for step in steps} | {
        "clusters:figure-sheet": sheet,
        "clusters:cluster-figures": {"year_pk": world["cluster_year"].pk, "half": 1},
        "clusters:sheet-term": {"year_pk": world["cluster_year"].pk, "half": 1},
        "clusters:figures-accept-many": {"year_pk": world["cluster_year"].pk, "half": 1},
        "clusters:sheet-extend": {"year_pk": world["cluster_year"].pk, "half": 1},
        "reports:passages": {"year_pk": world["cluster_year"].pk, "half": 1},
        "reports:passages-save": {"year_pk": world["cluster_year"].pk, "half": 1},
        **{
            f"reports:province-passages{name}": of["organisation"] | {"year": year, "half": 1} for name in ("", "-save")
        },
        **{f"reports:batch{name}": of["report_batch"] for name in ("", "-retry", "-cancel", "-files")},
        **{f"reports:drafting-day{name}": of["drafting_day"] for name in ("", "-end")},
        **{
            f"clusters:campaign{name}": of["campaign"] for name in ("", "-change", "-goal-add", "-phase-add", "-review")
        },
        **{f"clusters:campaign-{name}": of["campaign_draft"] for name in ("launch", "drop")},
        **{f"clusters:campaign-goal{name}": of["campaign"] | {"goal": world["goal"].pk} for name in ("", "-drop")},
        "clusters:campaign-phase-drop": of["campaign"] | {"phase": world["phase"].pk},
        "clusters:campaign-join": of["campaign"] | {"organisation": world["organisation"].pk},
        **{
            f"clusters:participation{name}": of["participation"]
            for name in ("", "-goals", "-progress", "-inspect", "-review")
        },
        "clusters:inspection-repair": of["inspection"],
        "reports:form-0601": of["organisation"] | {"year": year},
        "reports:form-0601-paper": of["organisation"] | {"year": year, "form": "pdf"},
        "clusters:exemplar": of["exemplar"],
        **{f"clusters:exemplar-{name}": of["exemplar_card"] for name in ("change", "recognise", "strike-out")},
        "clusters:exemplar-apply": of["exemplar"] | {"organisation": world["organisation"].pk},
        "clusters:adoption-measure": of["adoption"],
        **{f"clusters:directive{name}": of["directive"] for name in ("", "-change", "-strike-out", "-target-add")},
        **{
            f"clusters:directive-target{name}": of["directive"] | {"target": world["directive_target"].pk}
            for name in ("", "-drop")
        },
        **{f"clusters:task{name}": of["task"] for name in ("", "-strike-out")},
        "clusters:task-answer": of["request"],
        **{f"clusters:assignment{name}": of["assignment"] for name in ("", "-report")},
        **{f"clusters:assignment-{name}": of["assignment_reported"] for name in ("accept", "send-back")},
        **{f"awards:campaign-{name}": of["campaign"] for name in ("honours", "dossiers")},
        "clusters:pact-from-directives": of_pact,
        "clusters:province-conferences": of["organisation"],
        "clusters:province-conference-add": of["organisation"],
        **{
            f"clusters:province-conference{name}": of["organisation"] | {"conference": world["province_conference"].pk}
            for name in ("", "-strike-out")
        },
        "clusters:indicator-change": of["indicator"],
        "clusters:indicator-end": of["indicator"],
        "clusters:paper": of["paper"],
        "clusters:figure-evidence": sheet | {"indicator": world["indicator"].pk},
        "clusters:figure-evidence-withdraw": sheet
        | {"indicator": world["indicator"].pk, "pk": world["figure_evidence"].pk},
        **{f"clusters:scheme{name}": of_year for name in ("", "-begin", "-change", "-changes", "-adopt", "-reopen")},
        **{f"clusters:{name}-add": of_year for name in ("scheme-group", "criterion", "knock-out")},
        **{f"clusters:{name}": of_year for name in ("pacts", "pact-begin", "pact-addendum")},
        **{f"clusters:pact{name}": of_pact for name in PACT_PAGES},
        **{f"clusters:pact-{name}": of_pact | {"member": world["organisation"].pk} for name in ("answer", "sign")},
        **{f"clusters:pact-commitment{name}": of_pact | of["commitment"] for name in ("", "-drop")},
        "clusters:pact-targets": of_pact | {"indicator": world["indicator"].pk},
        **{f"clusters:scoring{name}": of_year for name in ("", "-open", "-freeze", "-appraisal", "-table", "-accept")},
        **{f"clusters:scoring-self{name}": of_member for name in ("", "-save", "-take", "-finish")},
        **{f"clusters:scoring-cross{name}": of_member for name in ("", "-finish")},
        **{f"clusters:scoring-cross-{name}": of_member | of_line for name in ("line", "save")},
        **{f"clusters:scoring-appraisal-{name}": of_year | of_line for name in ("line", "save")},
        "clusters:scoring-step": of_year | {"name": "open-cross"},
        "clusters:scoring-evidence": of_member | of_line,
        "clusters:scoring-evidence-withdraw": of_member | {"evidence": world["evidence"].pk},
        "clusters:scoring-finding": of_year,
        "clusters:scoring-finding-drop": of_year | of["finding"],
        "clusters:scoring-final-line": of_year | of_line,
        "clusters:scoring-final-set": of_year | of_line | of["organisation"],
        "clusters:scheme-group": of_year | of["group"],
        "clusters:criterion": of_year | of["criterion"],
        "clusters:knock-out": of_year | of["knock_out"],
        "clusters:scheme-remove": of_year | of["group"] | {"part": "nhom"},
        **{f"clusters:year-result{name}": of_year for name in ("s", "-draw-up")},
        **{f"clusters:year-result{name}": of_result for name in RESULT_PAGES},
        **{f"clusters:ballot-prepare{name}": of_conference for name in ("", "-paper")},
        **{f"clusters:ballot{name}": of_ballot for name in BALLOT_PAGES},
        "clusters:ballot-teller": of_ballot | {"position": 1},
        "clusters:ballot-vote": of_ballot | {"member": world["organisation"].pk},
        "clusters:year-result-take-votes": of_result | {"conference": world["conference"].pk},
        "reports:ballot-minutes": of["ballot"] | {"form": "pdf"},
        "clusters:year-result-proposal-drop": of_result | {"pk": world["result"].proposals.get().pk},
        "clusters:year-result-place": of_result | {"member": world["organisation"].pk},
        "clusters:cluster-ranking": {"code": code},
        "reports:year-result-paper": of["result"] | {"form": "docx"},
        "core:job": of["job"],
        "core:job-cancel": of["job"],
        "awards:honour": of["honour"],
        "awards:honour-recipient": of["honour"],
        "awards:honour-correct": of["honour"],
        "awards:honour-revoke": of["honour"],
        "awards:honour-restore": of["honour"],
        **{f"awards:total{name}": of["total"] for name in ("", "-correct", "-withdraw", "-scan")},
        "awards:subject-of-honour": of["honour"],
        **{f"awards:{name}": of["subject"] for name in ("subject", "year-record", "declare")},
        "awards:year-record-change": of["subject"] | {"year": world["year_record"].year},
        "awards:subject-move": of["subject"] | {"honour": world["honour"].pk},
        **{f"awards:declared{name}": of["declared"] for name in ("", "-confirm", "-refuse", "-withdraw")},
        "awards:export-file": of["export"],
        "awards:kin-withdraw": of["kin"],
        **of_nomination(world),
        **of_sitting(world),
        **of_decision(world),
        **of_publication(world),
        **{
            f"awards:submission{name}": of["submission"]
            for name in ("", "-file", "-read", "-papers", "-send", "-withdraw")
        },
        **{f"awards:year-list{name}": of["year_list"] for name in ("", "-file", "-read", "-take", "-aside")},
        "awards:procedure": of["procedure"],
        **{f"awards:procedure-{name}": of_rule for name in ("change", "unverify")},
        **{f"awards:calendar-{name}": of_calendar_year for name in ("year", "days", "close", "reopen")},
        "awards:calendar-drop": of_calendar_year | {"pk": world["calendar_year"].days.get().pk},
        "awards:batch": of["batch"],
        "awards:batch-columns": of["batch"],
        "awards:batch-accept": of["batch"],
        "awards:batch-discard": of["batch"],
        "awards:batch-file": of["batch"],
        "awards:batch-read": of["batch"],
        "awards:batch-refused": of["batch"],
        "awards:batch-undo": of["batch"],
        "clusters:cluster": {"code": code},
        "clusters:cluster-year": {"code": code, "year": year},
        "clusters:cluster-change": {"code": code},
        "clusters:member-add": {"code": code},
        "clusters:year-open": {"code": code},
        "clusters:year-supervisor": {"code": code, "year": year},
        **{
            f"clusters:year-{name}": {"code": code, "year": year}
            for name in ("close", "open-next", "differences", "remind")
        },
        "clusters:post-appoint": {"code": code, "year": year},
        "clusters:membership-end": of["membership"],
        "clusters:membership-correct": of["membership"],
        "clusters:post-end": of["post"],
        "clusters:post-correct": of["post"],
        "clusters:organisation": of["organisation"],
        "clusters:unit-add": of["organisation"],
        "clusters:organisation-on-paper": of["organisation"],
        "clusters:merger": of["merger"],
        "clusters:account": of["account"],
        "clusters:mandate-grant": of["account"],
        "clusters:account-suspend": of["account"],
        "clusters:account-restore": of["account"],
        "clusters:account-second-factor-reset": of["account"],
        "clusters:account-sessions-end": of["account"],
        "clusters:mandate-end": of["mandate"],
        "reports:report": of["report"],
        "reports:compared": of["report"],
        **{f"reports:changes{name}": of["report"] for name in ("", "-decide")},
        **{f"reports:{name}": of["report"] | {"key": "0" * 16} for name in ("sentence", "carry-sentence")},
        "reports:agreement": of["report"],
        "reports:sign": of["report"],
        "reports:correct": of["report"],
        "reports:put-away": of["report"],
        "reports:bring-back": of["report"],
        "reports:sign-minutes": of["conference"],
        "reports:minutes-panel": of["conference"],
        "reports:sign-result": of["result"],
        "reports:result-panel": of["result"],
        "reports:attach-original": {"pk": world["signed_paper"].pk},
        "reports:file": {**of["report"], "form": "pdf"},
        "reports:pact-paper": of["pact"] | {"form": "docx"},
        "reports:regulation-paper": of_year | {"form": "pdf"},
        "reports:conference-minutes": of["conference"] | {"form": "docx"},
        **{f"clusters:{name}": of_year for name in ("conferences", "conference-plan", "activity-add")},
        **{f"clusters:activity{name}": of_year | of["activity"] for name in ("", "-strike-out")},
        **{f"clusters:conference{name}": of_year | of["conference"] for name in CONFERENCE_PAGES},
        **{f"clusters:conference-item{name}": of_conference | {"item": world["item"].pk} for name in ("", "-drop")},
        "clusters:conference-guest-drop": of_conference | {"guest": world["guest"].pk},
        "clusters:conference-paper-withdraw": of_conference | {"paper": world["conference_paper"].pk},
        "reports:cluster-year-panel": of["cluster_year"],
    }
