"""Who may do what when with a cluster's six-month report, as the head's office would say it."""

from emulation.core import clock
from emulation.core.period import Period
from reports.models import Report, ReportKind, ReportState
from reports.runs.actions.making import REPORT
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
    "finish": {"document": {"blocks": []}, "total": 0, "unmade": {}},
    "give_up": {},
    "put_away": {},
    "bring_back": {},
}


def ready(state, step):
    year, now = make_headed_year(), clock.now()
    is_signed = state == ReportState.SIGNED
    corrected = {}
    if step == "sign_correction":
        corrected = {"corrects": ready(ReportState.SIGNED, "sign")[0], "corrects_why": "Sai số liệu"}
        year.cluster.years.update(closed_on=clock.today())
    report = Report.objects.create(
        kind=ReportKind.CLUSTER_SIX_MONTH,
        state=ReportState(state),
        cluster_year=year,
        organisation=year.cities[0],
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
        **corrected,
    )
    return report, ASKED[step]


WALKS = Walks(REPORT, ALLOWED, ready)
