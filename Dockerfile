FROM python:3.13-slim-trixie

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

RUN apt-get update \
    && apt-get install --yes --no-install-recommends fonts-liberation2 \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* \
    && useradd --system --create-home --home-dir /var/lib/thi-dua thidua \
    && install -d -o thidua /var/lib/thi-dua/files /var/lib/thi-dua/seal \
    && install -d -o thidua -m 700 /var/lib/thi-dua/ballot-parts

WORKDIR /srv/thi-dua
COPY requirements.txt .
# of what comes with the packages: no services but S3, no languages but ours
RUN pip install --require-hashes -r requirements.txt \
    && packages="$(python -c 'import pathlib, django; print(pathlib.Path(django.__file__).parents[1])')" \
    && find "$packages/botocore/data" -mindepth 1 -maxdepth 1 -type d ! -name s3 -exec rm -r {} + \
    && find "$packages/babel/locale-data" -name '*.dat' ! -name root.dat ! -name 'en*.dat' ! -name 'vi*.dat' -delete \
    && find "$packages/django" -path '*/locale/*' -prune -type d ! -name vi ! -name 'en*' -exec rm -r {} +

COPY . .
RUN find . ! -perm -o=r -exec chmod a+rX {} + \
    && for words in locale/*/LC_MESSAGES/*.po; do \
        pybabel --quiet compile -i "$words" -o "${words%.po}.mo" -l "$(echo "$words" | cut -d/ -f2)"; \
    done \
    && python -m emulation.core.block_catalogue locale/vi/LC_MESSAGES/django.po locale/vi_X-khoi/LC_MESSAGES/django.mo

USER thidua
ENV VAR_DIR=/var/lib/thi-dua DJANGO_SETTINGS_MODULE=emulation.settings.prod
RUN DATABASE_URL=postgresql://none:none@localhost/none SECRET_KEY=only-while-building ALLOWED_HOSTS=localhost \
    python manage.py collectstatic --no-input --verbosity 0 --ignore "*.rtl.*"

EXPOSE 8000
CMD ["gunicorn", "emulation.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--threads", "8", "--no-control-socket"]
