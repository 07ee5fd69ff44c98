from django.urls import path

from reports.minutes import views

urlpatterns = [
    path("hoi-nghi/<int:pk>/bien-ban/<str:form>/", views.paper, name="conference-minutes"),
]
