"""``manage.py serve``: everything between a prepared machine and a site that answers."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from careerfit.postgres.embedded import EmbeddedPostgres
from careerfit.postgres.watch import Watch
from careerfit.serving import addresses
from careerfit.serving.site_setup import NewAdmin, prepare_site, wait_for_database
from careerfit.serving.web_server import CannotListen, resolve, serve


class Command(BaseCommand):
    """Prepares the site and serves it until it is told to stop."""

    help = "Menyiapkan situs dan menjalankannya sampai dihentikan (HOST dan PORT dari lingkungan)."
    # migrate runs the checks of the database; script/test runs them all.
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve on HOST and PORT."""
        try:
            host = resolve(settings.SERVER_HOST, settings.SERVER_PORT)
        except CannotListen as error:
            # A CommandError would put its own name in front of a sentence for a teacher.
            self.stderr.write(str(error))
            raise SystemExit(1) from error
        wait_for_database(self._say)
        admin = prepare_site()
        # The worker processes must not share a connection with this one.
        connections.close_all()
        serve(
            host,
            settings.SERVER_PORT,
            on_ready=lambda: self._announce(host, admin),
            beside=_watch_database if settings.EMBEDDED_POSTGRES else None,
        )

    def _say(self, sentence: str) -> None:
        self.stderr.write(sentence)
        self.stderr.flush()

    def _announce(self, host: str, admin: NewAdmin | None) -> None:
        """Say where to look, and on the very first start how to get into the admin."""
        port = settings.SERVER_PORT
        if addresses.is_every_interface(host):
            places = [f"http://127.0.0.1:{port}"]
            places += [f"http://{one}:{port} (dari HP)" for one in addresses.local_addresses()[:1]]
        else:
            places = [f"http://{addresses.url_host(host)}:{port}"]
        if admin:
            self.stdout.write(
                f"Akun admin dibuat untuk {places[0].split()[0]}/admin/: nama {admin.username}, "
                f"kata sandi {admin.password} (catat sekarang, tidak ditampilkan lagi)"
            )
        self.stdout.write(f"CareerFit siap: {' atau '.join(places)} (Ctrl+C untuk berhenti)")
        self.stdout.flush()


def _watch_database() -> None:
    """What runs beside the workers."""
    Watch(EmbeddedPostgres(settings.EMBEDDED_POSTGRES_FOLDER, settings.PG_BIN)).run()
