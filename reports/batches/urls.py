from django.urls import path

from reports.batches import views

urlpatterns = [
    path("bao-cao/lo/", views.batches, name="batches"),
    path("bao-cao/lo/lap/", views.new_batch, name="new-batch"),
    path("bao-cao/lo/<int:pk>/", views.batch, name="batch"),
    path("bao-cao/lo/<int:pk>/lam-tiep/", views.retry, name="batch-retry"),
    path("bao-cao/lo/<int:pk>/dung/", views.cancel, name="batch-cancel"),
    path("bao-cao/lo/<int:pk>/tai/", views.files, name="batch-files"),
]
