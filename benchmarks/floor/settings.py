"""The site's settings, with no more in it than Django's own `startproject` gives to every site.

That opens a connection to the database for each request that needs one; FLOOR_KEEPS has the floor
keep them as the site does, which is the least of all.
"""

from __future__ import annotations

import os

from careerfit.settings import *  # noqa: F403
from careerfit.settings import DATABASES

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "benchmarks.floor.urls"
if not os.environ.get("FLOOR_KEEPS"):
    DATABASES["default"]["CONN_MAX_AGE"] = 0
