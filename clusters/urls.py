from django.urls import path

from clusters.views import accounts, campaigns, clusters, memberships, organisations, posts, years

app_name = "clusters"

urlpatterns = [
    path("cum/", clusters.clusters, name="clusters"),
    path("cum/them/", clusters.create, name="cluster-create"),
    path("cum/<str:code>/", clusters.cluster, name="cluster"),
    path("cum/<str:code>/sua/", clusters.change, name="cluster-change"),
    path("cum/<str:code>/them-thanh-vien/", memberships.add, name="member-add"),
    path("cum/<str:code>/mo-nam/", years.open_year, name="year-open"),
    path("cum/<str:code>/<int:year>/", years.cluster_year, name="cluster-year"),
    path("cum/<str:code>/<int:year>/phu-trach/", years.supervisor, name="year-supervisor"),
    path("cum/<str:code>/<int:year>/dong/", years.close, name="year-close"),
    path("cum/<str:code>/<int:year>/them-chuc-vu/", posts.appoint, name="post-appoint"),
    path("thanh-vien/<int:pk>/ket-thuc/", memberships.end, name="membership-end"),
    path("thanh-vien/<int:pk>/sua/", memberships.correct, name="membership-correct"),
    path("chuc-vu/<int:pk>/ket-thuc/", posts.end, name="post-end"),
    path("chuc-vu/<int:pk>/sua/", posts.correct, name="post-correct"),
    path("don-vi/", organisations.organisations, name="organisations"),
    path("don-vi/<int:pk>/", organisations.organisation, name="organisation"),
    path("phong-trao/", campaigns.campaigns, name="campaigns"),
    path("tai-khoan/", accounts.accounts, name="accounts"),
    path("tai-khoan/them/", accounts.create, name="account-create"),
    path("tai-khoan/<int:pk>/", accounts.account, name="account"),
    path("tai-khoan/<int:pk>/phan-cong/", accounts.grant, name="mandate-grant"),
    path("tai-khoan/<int:pk>/tam-dung/", accounts.suspend, name="account-suspend"),
    path("tai-khoan/<int:pk>/khoi-phuc/", accounts.restore, name="account-restore"),
    path("phan-cong/<int:pk>/ket-thuc/", accounts.end, name="mandate-end"),
]
