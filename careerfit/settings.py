"""Django's settings, read from the environment; .env.example lists every name.

Importing this starts nothing: where there is no DATABASE_URL, it only says where the embedded
PostgreSQL would be, and manage.py and the tests start it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from careerfit.environment import Environment
from careerfit.postgres import embedded
from careerfit.serving.addresses import allowed_hosts

BASE_DIR = Path(__file__).resolve().parent.parent

env = Environment()
if (BASE_DIR / ".env").is_file():
    env.read_env(str(BASE_DIR / ".env"))  # what is in the environment already wins


def _secret_key() -> str:
    """The secret key itself, or the content of the file that holds it."""
    key = env.str("SECRET_KEY", "").strip()
    file = env.str("SECRET_KEY_FILE", "")
    if not key and file:
        try:
            key = Path(file).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(
                f"SECRET_KEY_FILE menunjuk ke {file}, yang tidak bisa dibaca ({error.strerror})."
            ) from error
    if key:
        return key
    raise ImproperlyConfigured(
        "SECRET_KEY belum diisi. Buat satu dengan "
        "`python3 -c 'import secrets; print(secrets.token_urlsafe(50))'` "
        "lalu simpan di .env sebagai SECRET_KEY=…; script/server membuatnya sendiri."
    )


def _count(given: str) -> int:
    """How many processes or threads to run: at least one."""
    if not given.isdecimal() or int(given) < 1:
        raise ImproperlyConfigured(
            "Jumlah proses dan utas (PROCESSES, …_THREADS) harus bilangan mulai dari 1, "
            f"bukan {given}."
        )
    return int(given)


def _database() -> dict[str, Any]:
    """The server that DATABASE_URL names, or the embedded one."""
    shared: dict[str, Any] = {
        "ENGINE": "django.db.backends.postgresql",
        # Each of the server's threads keeps its connection, and careerfit.postgres.kept_connections
        # looks whether it still lives.
        "CONN_MAX_AGE": 60,
    }
    url = env.str("DATABASE_URL", "")
    if not url:
        return shared | {
            "NAME": embedded.DATABASE,
            "USER": embedded.USER,
            "HOST": str(embedded.socket_folder(EMBEDDED_POSTGRES_FOLDER)),
            "PORT": str(embedded.PORT),
        }
    try:
        given = dict(env.db_url("DATABASE_URL"))
    except (ValueError, ImproperlyConfigured):  # a port that is none, a bracket that is not closed
        given = {}
    if given.get("ENGINE") != shared["ENGINE"]:
        raise ImproperlyConfigured(
            "CareerFit hanya memakai PostgreSQL: DATABASE_URL harus berbentuk "
            "postgres://pengguna:sandi@server:5432/nama."
        )
    given["OPTIONS"] = {"connect_timeout": 5, **given.get("OPTIONS", {})}
    return given | shared


def _add_static_headers(headers: Headers, path: str, url: str) -> None:
    """What a static file needs of the headers that SecurityMiddleware gives to pages."""
    headers["X-Content-Type-Options"] = "nosniff"


# --- This instance ---------------------------------------------------------------------------

DEBUG = env.switch("DEBUG")
SECRET_KEY = _secret_key()

# Everything that CareerFit writes: database, static files, secret key.
VAR_DIR = Path(env.str("VAR_DIR", "") or BASE_DIR / "var").absolute()

SERVER_HOST = env.str("HOST", "") or "127.0.0.1"
SERVER_PORT = env.port("PORT", 8000)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[]) or allowed_hosts(SERVER_HOST)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Threads of each process, by what they do (careerfit/serving/lanes.py). Each of these keeps one
# database connection: 2 * (2 + 2 + 1) = 10, and a few in passing for /readyz.
SERVER_PROCESSES = _count(env.str("PROCESSES", "") or "2")
READING_THREADS = _count(env.str("READING_THREADS", "") or "2")
ANSWERING_THREADS = _count(env.str("ANSWERING_THREADS", "") or "2")
STAFF_THREADS = _count(env.str("STAFF_THREADS", "") or "1")

# A pooler in between refuses the parameters by which the server limits statements and locks.
DATABASE_POOLED = env.switch("DATABASE_POOLED")
EMBEDDED_POSTGRES = not env.str("DATABASE_URL", "")
EMBEDDED_POSTGRES_FOLDER = VAR_DIR / "postgres"
PG_BIN = env.str("PG_BIN", "")
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Asks students three things after their result, so that a school can tell how well the quiz does.
PILOT = env.switch("PILOT")

# --- The application -------------------------------------------------------------------------

INSTALLED_APPS = [
    "careerfit",
    "profiles",
    "quiz",
    "crispy_forms",
    "csp",
    "desk.accounts.config.DeskAdminConfig",  # django.contrib.admin with the desk's way in
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    # Last, so that it finds what the others register with the admin, and their permissions.
    "desk",
]

MIDDLEWARE = [
    # Static files leave here, compressed in advance, and without headers that only pages need:
    # five of those make a tenth of what a first visit may weigh.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "careerfit.web.not_modified.BareNotModifiedMiddleware",
    # What protects a page comes first, so that redirects and refusals of all the rest have it, too.
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "careerfit.web.permissions.PermissionsPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Everything below may still change a page, so this comes last on its way out.
    "careerfit.web.compression.CompressionMiddleware",
    # A page that a phone still has, unchanged, is answered with a few hundred bytes. It looks at
    # pages before they are compressed: compressing never gives the same bytes twice.
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "careerfit.urls"
WSGI_APPLICATION = "careerfit.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "careerfit.serving.page_templates.UnindentedLoader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

CRISPY_ALLOWED_TEMPLATE_PACKS = "careerfit_forms"
CRISPY_TEMPLATE_PACK = "careerfit_forms"

# What is drawn from an edition is drawn once. Every process keeps what was asked for last: whole
# pages, some 40 kB each, and parts of results, about 1 kB. Who edits templates sees each drawing.
_CACHES = "django.core.cache.backends"
_DRAWN = f"{_CACHES}.dummy.DummyCache" if DEBUG else f"{_CACHES}.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": f"{_CACHES}.locmem.LocMemCache"},
    "pages": {
        "BACKEND": _DRAWN,
        "LOCATION": "pages",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
    "parts": {
        "BACKEND": _DRAWN,
        "LOCATION": "parts",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
    # What students' answers say of the statements of a trait, a few kB each: again after an hour.
    "studies": {
        "BACKEND": f"{_CACHES}.locmem.LocMemCache",
        "LOCATION": "studies",
        "TIMEOUT": 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
    # How often each name was tried at the login, which all processes have to know.
    "logins": {
        "BACKEND": f"{_CACHES}.db.DatabaseCache",
        "LOCATION": "desk_logins",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = _add_static_headers
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "careerfit.serving.static_files.StaticFiles"},
}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "careerfit" / "locale"]
TIME_ZONE = env.time_zone("TIME_ZONE", "Asia/Jakarta")
USE_TZ = True

# --- Security --------------------------------------------------------------------------------

# Every page, the admin's too, gets along with this: no inline script or style, nothing from
# elsewhere. Answers to forms go to this site alone, and no other site shows it in a frame.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "object-src": [NONE],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# "no-referrer" would make browsers send "Origin: null", which the admin's CSRF check refuses.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# Teachers share computers: who closes the browser is signed out.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# …and who leaves it open for an idle hour, too (desk/accounts/idle.py).
SESSION_COOKIE_AGE = 60 * 60

# Whether everyone in the desk has to log in with a code from an app, too, or may choose to.
SECOND_FACTOR_REQUIRED = env.choice("SECOND_FACTOR", ["optional", "required"]) == "required"
OTP_TOTP_ISSUER = "CareerFit"

CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "desk.accounts.kept.ended.without_token"

HTTPS = env.switch("HTTPS")
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]  # monitors ask from inside, over plain HTTP
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
if env.switch("TRUST_X_FORWARDED_PROTO"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# A school's domain carries other sites, for which CareerFit must not decide: no HSTS for its
# subdomains (W005) and no entry in the browsers' preload list (W021).
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# A profession with all its texts in two languages is well below this; files do not count.
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
FILE_UPLOAD_HANDLERS = [
    "careerfit.web.uploads.OnlyFromStaff",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# The others check what was hashed before, and Django hashes it anew at the next login.
PASSWORD_HASHERS = [
    "careerfit.serving.quiet_passwords.QuietPBKDF2",
    "django.contrib.auth.hashers.PBKDF2SHA1PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "desk.accounts.common_passwords.CommonIndonesianPasswords"},
]

# --- Logging ---------------------------------------------------------------------------------

# Warnings and errors, to the console, with nothing in them that leads to a student.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"requests": {"()": "careerfit.web.logs.RequestLogFilter"}},
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "level": "WARNING",
            "filters": ["requests"],
            "formatter": "plain",
        },
        "null": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # Anyone can send a wrong Host header; it is answered with 400 and is no news.
        "django.security.DisallowedHost": {"handlers": ["null"], "propagate": False},
    },
}
