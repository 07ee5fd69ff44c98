import os

from django.core.wsgi import get_wsgi_application

from emulation.launcher.bodies import BoundedBodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation.settings.dev")

application = BoundedBodies(get_wsgi_application())
