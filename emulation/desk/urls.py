from django.urls import path

from emulation.desk.views import audit, home

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    path("nhat-ky/", audit.audit, name="audit"),
]
