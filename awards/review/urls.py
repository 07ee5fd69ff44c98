from django.urls import path

from awards.review.views import bulk, feedback, opinions, queue, side

ONE = "tham-dinh/<int:pk>/"

urlpatterns = [
    path("tham-dinh/", queue.queue_page, name="review-queue"),
    path("tham-dinh/hai-ho-so/", side.pair, name="review-pair"),
    path("tham-dinh/cung-danh-hieu/", side.table, name="review-peers"),
    path("tham-dinh/cung-luc/", bulk.together, name="review-together"),
    path("tham-dinh/cung-luc/<int:pk>/", bulk.deed, name="review-deed"),
    path("tham-dinh/cung-luc/<int:pk>/hoan-tac/", bulk.undo, name="review-undo"),
    path("tham-dinh/phan-cong/", bulk.hand, name="review-hand"),
    path(ONE, queue.review_page, name="review"),
    path(f"{ONE}nhan/", opinions.take, name="review-take"),
    path(f"{ONE}y-kien/", opinions.opinion, name="review-opinion"),
    path(f"{ONE}moi-y-kien/", opinions.ask, name="review-ask"),
    path(f"{ONE}moi-y-kien/<int:seat>/thoi/", opinions.drop, name="review-ask-drop"),
    path(f"{ONE}gia-tri/<int:criterion>/", opinions.moderate, name="review-moderate"),
    path(f"{ONE}thao-luan/", opinions.discussion, name="review-discussion"),
    path(f"{ONE}ghi-chu/", opinions.note, name="review-note"),
    path(f"{ONE}ghi-chu/<int:note>/rut/", opinions.note_back, name="review-note-back"),
    path(f"{ONE}phan-hoi/", feedback.feedback, name="review-feedback"),
    path("ho-so/<int:pk>/phan-hoi/", feedback.read, name="nomination-feedback"),
]
