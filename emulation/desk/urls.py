from django.urls import path

from emulation.desk.views import audit, home, own_years

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    path("nam-cua-toi/", own_years.own_years, name="own-years"),
    path("nhat-ky/", audit.audit, name="audit"),
]
