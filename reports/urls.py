from reports.agreement import urls as agreement
from reports.ballot_count import urls as ballot_count
from reports.batches import urls as batches
from reports.certificate import urls as certificate
from reports.decision import urls as decision
from reports.form_0601 import urls as form_0601
from reports.minutes import urls as minutes
from reports.nomination import urls as nomination
from reports.pact import urls as pact
from reports.regulation import urls as regulation
from reports.runs import urls as runs
from reports.schedule import urls as schedule
from reports.signing import urls as signing
from reports.sitting import urls as sitting
from reports.versions import urls as versions
from reports.year_result import urls as year_result

app_name = "reports"

urlpatterns = [
    *runs.urlpatterns,
    *versions.urlpatterns,
    *signing.urlpatterns,
    *agreement.urlpatterns,
    *pact.urlpatterns,
    *regulation.urlpatterns,
    *minutes.urlpatterns,
    *ballot_count.urlpatterns,
    *year_result.urlpatterns,
    *batches.urlpatterns,
    *schedule.urlpatterns,
    *nomination.urlpatterns,
    *sitting.urlpatterns,
    *decision.urlpatterns,
    *certificate.urlpatterns,
    *form_0601.urlpatterns,
]
