"""Starts what the application stands on: an embedded PostgreSQL, and the processes of `manage.py serve`."""
