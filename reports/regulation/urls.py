from django.urls import path

from reports.regulation import views

urlpatterns = [
    path("cum-nam/<int:year_pk>/quy-dinh/tai/<str:form>/", views.paper, name="regulation-paper"),
]
