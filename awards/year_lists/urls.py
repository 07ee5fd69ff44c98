from django.urls import path

from awards.year_lists.views import year_lists

LISTS = "so-khen-thuong/theo-doi/danh-sach/"
ONE = f"{LISTS}<int:pk>/"

urlpatterns = [
    path(LISTS, year_lists.year_lists, name="year-lists"),
    path(f"{LISTS}moi/", year_lists.new, name="year-list-new"),
    path(ONE, year_lists.year_list, name="year-list"),
    path(f"{ONE}tep/", year_lists.original, name="year-list-file"),
    path(f"{ONE}doc/", year_lists.read, name="year-list-read"),
    path(f"{ONE}ghi/", year_lists.take, name="year-list-take"),
    path(f"{ONE}bo/", year_lists.aside, name="year-list-aside"),
]
