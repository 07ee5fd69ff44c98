from django.urls import path

from awards.register.views import correction, entry, exports, honours, register, revocation

urlpatterns = [
    path("so-khen-thuong/", register.register, name="register"),
    path("so-khen-thuong/so-nguoi/", register.distinct, name="register-distinct"),
    path("so-khen-thuong/phong-trao/<int:pk>/", register.of_campaign, name="campaign-honours"),
    path("so-khen-thuong/trich/", exports.export, name="export"),
    path("so-khen-thuong/ban-trich/", exports.exports, name="exports"),
    path("so-khen-thuong/ban-trich/<int:pk>/tai/", exports.file, name="export-file"),
    path("so-khen-thuong/ghi/", entry.enter, name="honour-enter"),
    path("so-khen-thuong/ghi/danh-hieu/", entry.awards_of_day, name="honour-awards"),
    path("so-khen-thuong/<int:pk>/", honours.honour, name="honour"),
    path("so-khen-thuong/<int:pk>/qua-trinh/", honours.recipient, name="honour-recipient"),
    path("so-khen-thuong/<int:pk>/sua/", correction.correct, name="honour-correct"),
    path("so-khen-thuong/<int:pk>/huy-bo/", revocation.revoke, name="honour-revoke"),
    path("so-khen-thuong/<int:pk>/phuc-hoi/", revocation.restore, name="honour-restore"),
]
