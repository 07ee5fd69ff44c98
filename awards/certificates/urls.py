from django.urls import path

from awards.certificates.views import certificates, check

urlpatterns = [
    path("quyet-dinh/<int:pk>/bang-khen/", certificates.certificates, name="decision-certificates"),
    path("quyet-dinh/<int:pk>/bang-khen/lap/", certificates.make, name="decision-certificates-make"),
    path("quyet-dinh/<int:pk>/bang-khen/trao/", certificates.hand, name="decision-certificates-hand"),
    path("quyet-dinh/<int:pk>/bang-khen/mau-in/", certificates.look, name="decision-certificates-look"),
    path(
        "quyet-dinh/<int:pk>/bang-khen/<int:certificate>/ghi-lai/",
        certificates.unsay,
        name="decision-certificate-unsay",
    ),
    path("tra-bang-khen/", check.check, name="certificate-check"),
]
