"""One settings file. Everything that differs between machines comes from the environment.

`docs/deploy.md` lists the variables. Nothing here depends on the machine being a developer's:
the tests and the production server read the same values.
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.contrib.messages import constants as message_levels
from django.core.management.utils import get_random_secret_key

from hipthrust.environment import database, flag, lasting_secret_key, number, words

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("HIPTHRUST_VAR") or BASE_DIR / "var").resolve()

DEBUG = flag("DEBUG")
# Without a lasting key this process gets one of its own: enough for the tests and `manage.py
# check`, and refused by `serve`, because a restart would sign everybody out.
SECRET_KEY_FILE = VAR_DIR / "secret_key"
LASTING_SECRET_KEY = lasting_secret_key(SECRET_KEY_FILE)
SECRET_KEY = LASTING_SECRET_KEY or get_random_secret_key()
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *words("ALLOWED_HOSTS")]
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "hipthrust",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hipthrust.accounts.SignInMiddleware",
    "hipthrust.accounts.TimeZoneMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "hipthrust.accounts.InvalidFormMiddleware",
    # Inside CommonMiddleware, which says how long the page is.
    "hipthrust.views.errors.MethodNotAllowedMiddleware",
]

ROOT_URLCONF = "hipthrust.urls"
WSGI_APPLICATION = "hipthrust.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["hipthrust.templatetags.lift"],
        },
    },
]

# SQLite lets one process write at a time, so one process with threads serves it best.
WEB_THREADS = number("WEB_THREADS", 8, least=1, most=256)
DATABASES = {
    "default": database(VAR_DIR / "hipthrust.sqlite3", threads=WEB_THREADS),
}
WEB_PROCESSES = number(
    "WEB_PROCESSES",
    1 if DATABASES["default"]["ENGINE"].endswith("sqlite3") else 2,
    least=1,
    most=64,
)

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "hipthrust.User"
# The address is unique without regard to case, by a constraint that this check cannot see.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "train"

# Mail is optional: without a server the app never tries to send, and says what to do instead.
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = number("EMAIL_PORT", 587, least=1, most=65535)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_SSL = flag("EMAIL_USE_SSL", default=EMAIL_PORT == 465)
EMAIL_USE_TLS = flag("EMAIL_USE_TLS", default=not EMAIL_USE_SSL)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL") or "hipthrust@localhost"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
MAIL_WORKS = bool(EMAIL_HOST)
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if MAIL_WORKS
    else "django.core.mail.backends.dummy.EmailBackend"
)

SIGNUP_OPEN = flag("SIGNUP_OPEN", default=True)
ACCOUNT_ADAPTER = "hipthrust.accounts.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_FORMS = {
    "add_email": "hipthrust.forms.account.AddEmailForm",
    "change_password": "hipthrust.forms.account.ChangePasswordForm",
    "login": "hipthrust.forms.account.LoginForm",
    "reauthenticate": "hipthrust.forms.account.ReauthenticateForm",
    "reset_password": "hipthrust.forms.account.ResetPasswordForm",
    "reset_password_from_key": "hipthrust.forms.account.ResetPasswordKeyForm",
    "set_password": "hipthrust.forms.account.SetPasswordForm",
    "signup": "hipthrust.forms.account.SignupForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if MAIL_WORKS else "none"
ACCOUNT_PREVENT_ENUMERATION = MAIL_WORKS
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SIGNUP_REDIRECT_URL = "set_up"
# One address an account: a new one takes the place of the old once it is confirmed.
ACCOUNT_CHANGE_EMAIL = True

LANGUAGE_CODE = "en"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

# The classes of .note in the style sheet.
MESSAGE_TAGS = {
    message_levels.SUCCESS: "good",
    message_levels.WARNING: "warn",
    message_levels.ERROR: "bad",
}

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or VAR_DIR / "static").resolve()
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "hipthrust.staticfiles.Storage"},
}

# HTTPS=1 says that a TLS proxy stands in front. `make run` has none: the phone comes by plain http.
HTTPS = flag("HTTPS")
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
# Whose address a sign-in counts against: the one that the last trusted proxy saw.
ALLAUTH_TRUSTED_PROXY_COUNT = number("TRUSTED_PROXIES", 1 if HTTPS else 0, most=10)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Over plain http this header does nothing but warn in the phone's console.
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if HTTPS else None
SESSION_COOKIE_AGE = 60 * 60 * 24 * 180
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "hipthrust.views.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "manifest-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "worker-src": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
