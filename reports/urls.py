from django.urls import path

from reports.views import ballots, minutes, pacts, passages, reports, year_results

app_name = "reports"

urlpatterns = [
    path("bao-cao/loi-van/<int:year_pk>/<int:half>/", passages.passages, name="passages"),
    path("bao-cao/loi-van/<int:year_pk>/<int:half>/luu/", passages.save, name="passages-save"),
    path("bao-cao/", reports.reports, name="reports"),
    path("bao-cao/lap/", reports.new, name="new"),
    path("bao-cao/<int:pk>/", reports.report, name="report"),
    path("bao-cao/<int:pk>/ky/", reports.sign, name="sign"),
    path("bao-cao/<int:pk>/tai/<str:form>/", reports.file, name="file"),
    path("giao-uoc/<int:pk>/tai/<str:form>/", pacts.paper, name="pact-paper"),
    path("hoi-nghi/<int:pk>/bien-ban/<str:form>/", minutes.paper, name="conference-minutes"),
    path("bo-phieu/<int:pk>/bien-ban/<str:form>/", ballots.paper, name="ballot-minutes"),
    path("ket-qua/<int:pk>/tai/<str:form>/", year_results.paper, name="year-result-paper"),
    path("bao-cao/cum-nam/<int:pk>/", reports.cluster_year_panel, name="cluster-year-panel"),
]
