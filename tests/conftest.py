"""Settings for every test: hypothesis tries the same examples each time and ignores the clock."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
