from django.urls import path

from clusters.people import views

urlpatterns = [
    path("tai-khoan/", views.accounts, name="accounts"),
    path("tai-khoan/them/", views.create, name="account-create"),
    path("tai-khoan/<int:pk>/", views.account, name="account"),
    path("tai-khoan/<int:pk>/phan-cong/", views.grant, name="mandate-grant"),
    path("tai-khoan/<int:pk>/tam-dung/", views.suspend, name="account-suspend"),
    path("tai-khoan/<int:pk>/khoi-phuc/", views.restore, name="account-restore"),
    path("tai-khoan/<int:pk>/bo-xac-thuc/", views.reset_second_factor, name="account-second-factor-reset"),
    path("tai-khoan/<int:pk>/phien/ket-thuc/", views.end_sessions_of, name="account-sessions-end"),
    path("phan-cong/<int:pk>/ket-thuc/", views.end, name="mandate-end"),
]
