"""Every address of the site: Indonesian at the root, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from careerfit import health, offline

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("sw.js", offline.worker, name="worker"),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("luring/", offline.offline_page, name="offline"),
        path("", include("profiles.urls")),
        path("", include("quiz.urls")),
        prefix_default_language=False,
    ),
]
