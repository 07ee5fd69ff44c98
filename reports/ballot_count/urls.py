from django.urls import path

from reports.ballot_count import views

urlpatterns = [
    path("bo-phieu/<int:pk>/bien-ban/<str:form>/", views.paper, name="ballot-minutes"),
]
