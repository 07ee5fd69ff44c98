from clusters.attachments import urls as attachments
from clusters.ballots import urls as ballots
from clusters.campaigns import urls as campaigns
from clusters.conferences import urls as conferences
from clusters.directives import urls as directives
from clusters.exemplars import urls as exemplars
from clusters.figures import urls as figures
from clusters.indicators import urls as indicators
from clusters.membership import urls as membership
from clusters.mergers import urls as mergers
from clusters.organisations import urls as organisations
from clusters.pacts import urls as pacts
from clusters.people import urls as people
from clusters.regulation import urls as regulation
from clusters.results import urls as results
from clusters.scores import urls as scores
from clusters.tasks import urls as tasks
from clusters.year import urls as year

app_name = "clusters"

urlpatterns = [
    *organisations.urlpatterns,
    *membership.urlpatterns,
    *people.urlpatterns,
    *attachments.urlpatterns,
    *indicators.urlpatterns,
    *directives.urlpatterns,
    *campaigns.urlpatterns,
    *exemplars.urlpatterns,
    *regulation.urlpatterns,
    *pacts.urlpatterns,
    *figures.urlpatterns,
    *scores.urlpatterns,
    *conferences.urlpatterns,
    *tasks.urlpatterns,
    *results.urlpatterns,
    *ballots.urlpatterns,
    *year.urlpatterns,
    *mergers.urlpatterns,
]
