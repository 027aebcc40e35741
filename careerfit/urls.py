"""Every address of the site: Indonesian at the root, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from careerfit.web import health, offline, site_files

admin.site.site_header = admin.site.site_title = "CareerFit"
admin.site.index_title = _("Meja kerja")

handler500 = "careerfit.web.unavailable.server_error"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", site_files.robots, name="robots"),
    path("favicon.ico", site_files.favicon, name="favicon"),
    path("sw.js", offline.worker, name="worker"),
    path("admin/analisis/", include("desk.analysis.urls")),
    path("admin/tukar/", include("desk.exchange.urls")),
    path("admin/", admin.site.urls),
    path("data/", include("profiles.data.urls")),
    *i18n_patterns(
        path("manifest.webmanifest", site_files.manifest, name="manifest"),
        path("luring/", offline.offline_page, name="offline"),
        path("", include("profiles.urls")),
        path("", include("quiz.urls")),
        prefix_default_language=False,
    ),
]
