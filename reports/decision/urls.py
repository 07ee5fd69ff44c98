from django.urls import path

from reports.decision import views

urlpatterns = [
    path("quyet-dinh/<int:pk>/doc/", views.reading, name="decision-reading"),
    path("quyet-dinh/<int:pk>/van-ban/<str:form>/", views.paper, name="decision-paper"),
]
