"""Addresses of the desk's pages for export and import, below those of the admin."""

from django.urls import path

from desk.exchange.download import download
from desk.exchange.page import exchange
from desk.exchange.preview import preview

urlpatterns = [
    path("", exchange, name="desk_exchange"),
    path("careerfit.xlsx", download, {"ending": "xlsx"}, name="desk_exchange_xlsx"),
    path("careerfit.json", download, {"ending": "json"}, name="desk_exchange_json"),
    path("<str:key>/", preview, name="desk_exchange_preview"),
]
