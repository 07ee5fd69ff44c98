from django.urls import path

from awards.lists.views import lists, undoing

urlpatterns = [
    path("nhap-danh-sach/", lists.batches, name="batches"),
    path("nhap-danh-sach/moi/", lists.upload, name="upload"),
    path("nhap-danh-sach/<int:pk>/", lists.batch, name="batch"),
    path("nhap-danh-sach/<int:pk>/cot/", lists.columns, name="batch-columns"),
    path("nhap-danh-sach/<int:pk>/nhan/", lists.accept, name="batch-accept"),
    path("nhap-danh-sach/<int:pk>/bo/", lists.discard, name="batch-discard"),
    path("nhap-danh-sach/<int:pk>/tep/", lists.original, name="batch-file"),
    path("nhap-danh-sach/<int:pk>/doc/", lists.read, name="batch-read"),
    path("nhap-danh-sach/<int:pk>/can-sua/", lists.refused, name="batch-refused"),
    path("nhap-danh-sach/<int:pk>/hoan-tac/", undoing.undo, name="batch-undo"),
]
