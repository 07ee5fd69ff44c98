from django.urls import path

from emulation.core.views import accounts, health, jobs, security

app_name = "core"

urlpatterns = [
    path("dang-nhap/", accounts.LogIn.as_view(), name="log-in"),
    path("dang-nhap/ma/", accounts.log_in_code, name="log-in-code"),
    path("bao-mat/", security.security, name="security"),
    path("bao-mat/xac-thuc-hai-lop/", security.set_up, name="second-factor"),
    path("bao-mat/xac-thuc-hai-lop/bo/", security.turn_off, name="second-factor-off"),
    path("bao-mat/ma-khoi-phuc/", security.recovery_codes, name="recovery-codes"),
    path("bao-mat/phien/ket-thuc/", security.end_session, name="session-end"),
    path("dang-xuat/", accounts.LogOut.as_view(), name="log-out"),
    path("doi-mat-khau/", accounts.ChangePassword.as_view(), name="password-change"),
    path("quan-tri/login/", accounts.administrations_log_in, name="administrations-log-in"),
    path("quan-tri/password_change/", accounts.administrations_password, name="administrations-password"),
    path("quan-tri/password_change/done/", accounts.administrations_password, name="administrations-password-done"),
    path("ngon-ngu/", accounts.language, name="set-language"),
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("metrics", health.metrics, name="metrics"),
    path("tac-vu/<int:pk>/", jobs.job, name="job"),
    path("tac-vu/<int:pk>/huy/", jobs.cancel, name="job-cancel"),
]
