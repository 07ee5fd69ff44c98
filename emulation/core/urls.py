from django.urls import path

from emulation.core.views import jobs

app_name = "core"

urlpatterns = [
    path("tac-vu/<int:pk>/", jobs.job, name="job"),
    path("tac-vu/<int:pk>/huy/", jobs.cancel, name="job-cancel"),
]
