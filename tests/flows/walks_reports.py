"""Who may do what when with a report: of a cluster, as the head's office would say it, and of a province."""

from datetime import date

from emulation.core import clock
from emulation.core.period import Period
from reports.models import Report, ReportKind, ReportState
from reports.runs.actions.making import REPORT
from tests.awards.register.make import make_honour
from tests.clusters.people.make import make_user
from tests.flows.standing import MACHINE, Allowed, Walks
from tests.reports.six_month.world import YEAR, make_headed_year

ALLOWED = (
    Allowed("the head's approver", "sign", "draft", "signed"),
    Allowed("its office's approver", "sign_correction", "draft", "signed"),
    Allowed("the head's officer", "put_away", "draft", "put_away"),
    Allowed("the head's approver", "put_away", "draft", "put_away"),
    Allowed("the head's officer", "bring_back", "put_away", "draft"),
    Allowed("the head's approver", "bring_back", "put_away", "draft"),
    Allowed(MACHINE, "finish", "making", "draft"),
    Allowed(MACHINE, "give_up", "making", "failed"),
)
ASKED = {
    "sign": {"under_own_seal": True},
    "sign_correction": {"under_own_seal": True},
    "finish": {"document": {"blocks": []}, "computed": {"blocks": []}, "total": 0, "unmade": {}},
    "give_up": {},
    "put_away": {},
    "bring_back": {},
    "sign_own": {},
    "put_away_own": {},
    "bring_back_own": {},
}


def ready(state, step):
    year, corrected = make_headed_year(), {}
    if step == "sign_correction":
        corrected = {"corrects": ready(ReportState.SIGNED, "sign")[0], "corrects_why": "Sai số liệu"}
        year.cluster.years.update(closed_on=clock.today())
    kind = ReportKind.CLUSTER_SIX_MONTH
    return made(state, year.cities[0], kind=kind, cluster_year=year, **corrected), ASKED[step]


def ready_of_province(state, step):
    province = make_headed_year().cities[0]
    make_honour(organisation=province, decision_date=date(YEAR, 3, 1))
    subject = {"province": province, "year": YEAR}
    return made(state, province, kind=ReportKind.PROVINCE_SIX_MONTH, **subject), ASKED[step]


def made(state, organisation, **subject):
    now, is_signed = clock.now(), state == ReportState.SIGNED
    return Report.objects.create(
        **subject,
        state=ReportState(state),
        organisation=organisation,
        during=Period.half_year(YEAR, 1),
        half=1,
        as_of=now,
        day=clock.today(),
        document={"blocks": []},
        checksum="0" * 64,
        signed_at=now if is_signed else None,
        signed_by="Người Thử" if is_signed else "",
        created_by=make_user(),
        created_at=now,
    )


WALKS = Walks(REPORT, ALLOWED, ready)
OF_PROVINCE = Walks(
    REPORT,
    (
        Allowed("its office's approver", "sign_own", "draft", "signed"),
        *(
            Allowed(f"its office's {who}", step, source, target)
            for who in ("officer", "approver")
            for step, source, target in (
                ("put_away_own", "draft", "put_away"),
                ("bring_back_own", "put_away", "draft"),
            )
        ),
        *(one for one in ALLOWED if one.who == MACHINE),
    ),
    ready_of_province,
)
