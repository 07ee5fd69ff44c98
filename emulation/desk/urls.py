from django.urls import path

from emulation.desk.views import audit

app_name = "desk"

urlpatterns = [
    path("nhat-ky/", audit.audit, name="audit"),
]
