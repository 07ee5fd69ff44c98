from django.urls import path

from awards.views import catalogue, exports, imports, register

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
    path("so-khen-thuong/", register.register, name="register"),
    path("so-khen-thuong/so-nguoi/", register.distinct, name="register-distinct"),
    path("so-khen-thuong/trich/", exports.export, name="export"),
    path("so-khen-thuong/ban-trich/", exports.exports, name="exports"),
    path("so-khen-thuong/ban-trich/<int:pk>/tai/", exports.file, name="export-file"),
    path("so-khen-thuong/<int:pk>/", register.honour, name="honour"),
]
