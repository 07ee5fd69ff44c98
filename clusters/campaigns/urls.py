from django.urls import path

from clusters.campaigns.views import campaigns, entering, sheet, striking_out, taking_part

CAMPAIGN, PART = "phong-trao/<int:pk>/", "tham-gia-phong-trao/<int:pk>/"

urlpatterns = [
    path("phong-trao/", campaigns.campaigns, name="campaigns"),
    path("phong-trao/tai-ve/", sheet.take_out, name="campaigns-take-out"),
    path("phong-trao/nhap-tep/", sheet.send_in, name="campaigns-send-in"),
    path("phong-trao/nhap-tep/ghi/", sheet.record, name="campaigns-record"),
    path("phong-trao/them/", entering.add, name="campaign-add"),
    path(CAMPAIGN, campaigns.campaign, name="campaign"),
    path(f"{CAMPAIGN}sua/", entering.change, name="campaign-change"),
    path(f"{CAMPAIGN}muc-tieu/them/", entering.goal, name="campaign-goal-add"),
    path(f"{CAMPAIGN}muc-tieu/<int:goal>/", entering.goal, name="campaign-goal"),
    path(f"{CAMPAIGN}muc-tieu/<int:goal>/bo/", entering.goal_drop, name="campaign-goal-drop"),
    path(f"{CAMPAIGN}giai-doan/them/", entering.phase, name="campaign-phase-add"),
    path(f"{CAMPAIGN}giai-doan/<int:phase>/bo/", entering.phase_drop, name="campaign-phase-drop"),
    path(f"{CAMPAIGN}phat-dong/", entering.launch, name="campaign-launch"),
    path(f"{CAMPAIGN}khong-phat-dong/", entering.drop, name="campaign-drop"),
    path(f"{CAMPAIGN}huy/", striking_out.campaign, name="campaign-strike-out"),
    path(f"{CAMPAIGN}so-ket-tong-ket/", entering.review, name="campaign-review"),
    path(f"{CAMPAIGN}tham-gia/<int:organisation>/", taking_part.join, name="campaign-join"),
    path(f"{CAMPAIGN}so-ket-tong-ket/<int:review>/huy/", striking_out.review, name="campaign-review-strike-out"),
    path(PART, taking_part.participation, name="participation"),
    path(f"{PART}muc-tieu/", taking_part.goals, name="participation-goals"),
    path(f"{PART}tien-do/", taking_part.progress, name="participation-progress"),
    path(f"{PART}kiem-tra/", taking_part.inspection, name="participation-inspect"),
    path(f"{PART}so-ket-tong-ket/", taking_part.review, name="participation-review"),
    path(f"{PART}huy/", striking_out.part, name="participation-strike-out"),
    path(f"{PART}tien-do/<int:entry>/huy/", striking_out.progress, name="participation-progress-strike-out"),
    path(f"{PART}kiem-tra/<int:inspection>/huy/", striking_out.inspection, name="participation-inspect-strike-out"),
    path(
        f"{PART}so-ket-tong-ket/<int:review>/huy/",
        striking_out.review_of_part,
        name="participation-review-strike-out",
    ),
    path("kiem-tra-phong-trao/<int:pk>/khac-phuc/", taking_part.repaired, name="inspection-repair"),
]
