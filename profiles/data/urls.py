"""Addresses of the published editions as JSON; the same in every language."""

from django.urls import path

from profiles.data import views

urlpatterns = [
    path("v1/profesi.json", views.edition_list, name="data_editions"),
    path("v1/profesi/<slug:slug>.json", views.edition, name="data_newest"),
    path("v1/profesi/<slug:slug>/<int:number>.json", views.edition, name="data_edition"),
]
