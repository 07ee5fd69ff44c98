from django.urls import path

from clusters.membership.views import clusters, memberships, organisations, posts, years

urlpatterns = [
    path("cum/", clusters.clusters, name="clusters"),
    path("cum/them/", clusters.create, name="cluster-create"),
    path("cum/<str:code>/", clusters.cluster, name="cluster"),
    path("cum/<str:code>/sua/", clusters.change, name="cluster-change"),
    path("cum/<str:code>/them-thanh-vien/", memberships.add, name="member-add"),
    path("cum/<str:code>/mo-nam/", years.open_year, name="year-open"),
    path("cum/<str:code>/<int:year>/phu-trach/", years.supervisor, name="year-supervisor"),
    path("cum/<str:code>/<int:year>/them-chuc-vu/", posts.appoint, name="post-appoint"),
    path("thanh-vien/<int:pk>/ket-thuc/", memberships.end, name="membership-end"),
    path("thanh-vien/<int:pk>/sua/", memberships.correct, name="membership-correct"),
    path("chuc-vu/<int:pk>/ket-thuc/", posts.end, name="post-end"),
    path("chuc-vu/<int:pk>/sua/", posts.correct, name="post-correct"),
    path("don-vi/", organisations.organisations, name="organisations"),
    path("don-vi/<int:pk>/", organisations.organisation, name="organisation"),
]
