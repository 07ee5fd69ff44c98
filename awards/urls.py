from awards.catalogue import urls as catalogue
from awards.certificates import urls as certificates
from awards.conflicts import urls as conflicts
from awards.councils import urls as councils
from awards.decisions import urls as decisions
from awards.eligibility import urls as eligibility
from awards.lists import urls as lists
from awards.nominations import urls as nominations
from awards.procedures import urls as procedures
from awards.publication import urls as publication
from awards.records import urls as records
from awards.register import urls as register
from awards.review import urls as review
from awards.sittings import urls as sittings
from awards.submissions import urls as submissions
from awards.totals import urls as totals
from awards.year_lists import urls as year_lists

app_name = "awards"

urlpatterns = [
    *catalogue.urlpatterns,
    *lists.urlpatterns,
    *register.urlpatterns,
    *totals.urlpatterns,
    *year_lists.urlpatterns,
    *records.urlpatterns,
    *procedures.urlpatterns,
    *eligibility.urlpatterns,
    *submissions.urlpatterns,
    *conflicts.urlpatterns,
    *nominations.urlpatterns,
    *review.urlpatterns,
    *councils.urlpatterns,
    *sittings.urlpatterns,
    *decisions.urlpatterns,
    *certificates.urlpatterns,
    *publication.urlpatterns,
]
