from django.urls import path

from emulation.core.views import accounts, health, jobs

app_name = "core"

urlpatterns = [
    path("dang-nhap/", accounts.LogIn.as_view(), name="log-in"),
    path("dang-xuat/", accounts.LogOut.as_view(), name="log-out"),
    path("doi-mat-khau/", accounts.ChangePassword.as_view(), name="password-change"),
    path("ngon-ngu/", accounts.language, name="set-language"),
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("tac-vu/<int:pk>/", jobs.job, name="job"),
    path("tac-vu/<int:pk>/huy/", jobs.cancel, name="job-cancel"),
]
