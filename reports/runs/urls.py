from django.urls import path

from reports.runs.views import asking, passages, reports, sentences

OF_PROVINCE = "bao-cao/loi-van/tinh/<int:pk>/<int:year>/<int:half>/"

urlpatterns = [
    path("bao-cao/loi-van/<int:year_pk>/<int:half>/", passages.passages, name="passages"),
    path("bao-cao/loi-van/<int:year_pk>/<int:half>/luu/", passages.save, name="passages-save"),
    path(OF_PROVINCE, passages.province_passages, name="province-passages"),
    path(f"{OF_PROVINCE}luu/", passages.save_of_province, name="province-passages-save"),
    path("bao-cao/", reports.reports, name="reports"),
    path("bao-cao/lap/", asking.new, name="new"),
    path("bao-cao/lap/tinh/", asking.new_of_province, name="new-of-province"),
    path("bao-cao/<int:pk>/", reports.report, name="report"),
    path("bao-cao/<int:pk>/cau/<slug:key>/", sentences.sentence, name="sentence"),
    path("bao-cao/<int:pk>/cau/<slug:key>/mang-sang/", sentences.carry, name="carry-sentence"),
    path("bao-cao/<int:pk>/dinh-chinh/", reports.correct, name="correct"),
    path("bao-cao/<int:pk>/ngung-dung/", reports.put_draft_away, name="put-away"),
    path("bao-cao/<int:pk>/dung-lai/", reports.bring_draft_back, name="bring-back"),
    path("bao-cao/<int:pk>/tai/<str:form>/", reports.file, name="file"),
    path("bao-cao/cum-nam/<int:pk>/", reports.cluster_year_panel, name="cluster-year-panel"),
]
