from django.urls import path

from reports.signing.views import originals, signing

urlpatterns = [
    path("bao-cao/<int:pk>/ky/", signing.report, name="sign"),
    path("hoi-nghi/<int:pk>/ky-bien-ban/", signing.minutes, name="sign-minutes"),
    path("ket-qua/<int:pk>/ky/", signing.result, name="sign-result"),
    path("hoi-nghi/<int:pk>/bien-ban-da-ky/", originals.minutes_panel, name="minutes-panel"),
    path("ket-qua/<int:pk>/da-ky/", originals.result_panel, name="result-panel"),
    path("van-ban-da-ky/<int:pk>/ban-goc/", originals.attach, name="attach-original"),
]
