from django.urls import path

from reports.year_result import views

urlpatterns = [
    path("ket-qua/<int:pk>/tai/<str:form>/", views.paper, name="year-result-paper"),
]
