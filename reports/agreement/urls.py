from django.urls import path

from reports.agreement import views

urlpatterns = [
    path("bao-cao/<int:pk>/tong-khop/", views.agreement, name="agreement"),
]
