"""The roof: where every page of the house hangs."""

from django.contrib import admin
from django.urls import include, path

handler500 = "emulation.core.views.errors.fault"

urlpatterns = [
    path("", include("emulation.desk.urls")),
    path("", include("emulation.core.urls")),
    path("", include("clusters.urls")),
    path("", include("awards.urls")),
    path("", include("reports.urls")),
    path("quan-tri/", admin.site.urls),
]
