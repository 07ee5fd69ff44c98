from django.urls import path

from awards.records.views import declared, subjects, years

urlpatterns = [
    path("so-khen-thuong/theo-doi/", subjects.subjects, name="subjects"),
    path("so-khen-thuong/theo-doi/them/", subjects.enter, name="subject-enter"),
    path("so-khen-thuong/theo-doi/cho-xac-nhan/", declared.waiting, name="declared-waiting"),
    path("so-khen-thuong/theo-doi/<int:pk>/", subjects.subject, name="subject"),
    path("so-khen-thuong/theo-doi/<int:pk>/nam/", years.record, name="year-record"),
    path("so-khen-thuong/theo-doi/<int:pk>/nam/<int:year>/", years.record, name="year-record-change"),
    path("so-khen-thuong/theo-doi/<int:pk>/khai/", declared.declare, name="declare"),
    path("so-khen-thuong/theo-doi/<int:pk>/cung-mot/<int:honour>/", subjects.move, name="subject-move"),
    path("so-khen-thuong/tu-khai/<int:pk>/", declared.declared, name="declared"),
    path("so-khen-thuong/tu-khai/<int:pk>/xac-nhan/", declared.confirm, name="declared-confirm"),
    path("so-khen-thuong/tu-khai/<int:pk>/khong-xac-nhan/", declared.refuse, name="declared-refuse"),
    path("so-khen-thuong/tu-khai/<int:pk>/rut/", declared.withdraw, name="declared-withdraw"),
    path("so-khen-thuong/<int:pk>/theo-doi/", subjects.open_of_honour, name="subject-of-honour"),
]
