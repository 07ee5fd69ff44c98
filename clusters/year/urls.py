from django.urls import path

from clusters.year.views import closing, next_year, page, reminding

urlpatterns = [
    path("cum/<str:code>/<int:year>/", page.cluster_year, name="cluster-year"),
    path("cum/<str:code>/<int:year>/dong/", closing.close, name="year-close"),
    path("cum/<str:code>/<int:year>/nhac/", reminding.remind_members, name="year-remind"),
    path("cum/<str:code>/<int:year>/mo-nam-sau/", next_year.open_next, name="year-open-next"),
    path("cum/<str:code>/<int:year>/khac-nam-truoc/", next_year.year_differences, name="year-differences"),
]
