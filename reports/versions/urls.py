from django.urls import path

from reports.versions.views import changes, compared

urlpatterns = [
    path("bao-cao/<int:pk>/thay-doi/", changes.since_draft, name="changes"),
    path("bao-cao/<int:pk>/thay-doi/chon/", changes.decide, name="changes-decide"),
    path("bao-cao/<int:pk>/so-sanh/", compared.compared, name="compared"),
]
