# The environment is built with tools that the finished image does not carry.
FROM python:3.13-slim AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never STATIC_ROOT=/app/collected
WORKDIR /app
RUN pip install --no-cache-dir uv==0.13.9
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-dev
COPY manage.py ./
COPY hipthrust hipthrust
COPY templates templates
COPY static static
RUN .venv/bin/python manage.py collect && .venv/bin/python -m compileall -q hipthrust

FROM python:3.13-slim
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PORT=8000 \
    HIPTHRUST_VAR=/data STATIC_ROOT=/app/collected
# A fixed number, so that the files in a volume keep their owner from one image to the next.
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin hipthrust \
    && install --directory --owner 10001 --group 10001 /data
WORKDIR /app
# Owned by root: the app can read itself, and nothing that breaks in can change it.
COPY --from=build /app /app
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os; from urllib.request import urlopen; \
        urlopen('http://localhost:' + os.environ['PORT'] + '/healthz')"]
CMD ["python", "manage.py", "serve"]
