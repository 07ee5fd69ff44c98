from django.urls import path

from awards.views import (
    catalogue,
    exports,
    honour_correction,
    honour_entry,
    honour_revocation,
    honours,
    imports,
    register,
    undoing,
)

app_name = "awards"

urlpatterns = [
    path("danh-muc/", catalogue.catalogue, name="catalogue"),
    path("nhap-danh-sach/", imports.batches, name="batches"),
    path("nhap-danh-sach/moi/", imports.upload, name="upload"),
    path("nhap-danh-sach/<int:pk>/", imports.batch, name="batch"),
    path("nhap-danh-sach/<int:pk>/cot/", imports.columns, name="batch-columns"),
    path("nhap-danh-sach/<int:pk>/nhan/", imports.accept, name="batch-accept"),
    path("nhap-danh-sach/<int:pk>/bo/", imports.discard, name="batch-discard"),
    path("nhap-danh-sach/<int:pk>/tep/", imports.original, name="batch-file"),
    path("nhap-danh-sach/<int:pk>/doc/", imports.read, name="batch-read"),
    path("nhap-danh-sach/<int:pk>/can-sua/", imports.refused, name="batch-refused"),
    path("nhap-danh-sach/<int:pk>/hoan-tac/", undoing.undo, name="batch-undo"),
    path("so-khen-thuong/", register.register, name="register"),
    path("so-khen-thuong/so-nguoi/", register.distinct, name="register-distinct"),
    path("so-khen-thuong/trich/", exports.export, name="export"),
    path("so-khen-thuong/ban-trich/", exports.exports, name="exports"),
    path("so-khen-thuong/ban-trich/<int:pk>/tai/", exports.file, name="export-file"),
    path("so-khen-thuong/ghi/", honour_entry.enter, name="honour-enter"),
    path("so-khen-thuong/ghi/danh-hieu/", honour_entry.awards_of_day, name="honour-awards"),
    path("so-khen-thuong/<int:pk>/", honours.honour, name="honour"),
    path("so-khen-thuong/<int:pk>/qua-trinh/", honours.recipient, name="honour-recipient"),
    path("so-khen-thuong/<int:pk>/sua/", honour_correction.correct, name="honour-correct"),
    path("so-khen-thuong/<int:pk>/huy-bo/", honour_revocation.revoke, name="honour-revoke"),
    path("so-khen-thuong/<int:pk>/phuc-hoi/", honour_revocation.restore, name="honour-restore"),
]
