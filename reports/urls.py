from reports.ballot_count import urls as ballot_count
from reports.minutes import urls as minutes
from reports.nomination import urls as nomination
from reports.pact import urls as pact
from reports.runs import urls as runs
from reports.year_result import urls as year_result

app_name = "reports"

urlpatterns = [
    *runs.urlpatterns,
    *pact.urlpatterns,
    *minutes.urlpatterns,
    *ballot_count.urlpatterns,
    *year_result.urlpatterns,
    *nomination.urlpatterns,
]
