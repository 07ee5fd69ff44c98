from django.urls import path

from reports.nomination import views

urlpatterns = [
    path("ho-so/<int:pk>/trich-bien-ban/<str:form>/", views.extract, name="nomination-extract"),
    path("ho-so/<int:pk>/to-trinh/<str:form>/", views.paper, name="nomination-paper"),
    path("ho-so/<int:pk>/bo-ho-so/", views.file_set_of, name="nomination-files"),
]
