"""Writes the lock files with hashes for every platform: `make lock` (needs the tool uv)."""

from __future__ import annotations

import subprocess
import sys

from tools import locked_versions

PLAIN = (
    "--universal --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links"
    " --python-version 3.11 --quiet"
)
WITHIN = ("-c", "requirements-dev.lock")


def main() -> None:
    """Compiles the lock of the developers, within it that of the program, and those with extras."""
    base = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *PLAIN.split(), *sys.argv[1:]]
    subprocess.run([*base, "--group", "dev", "-o", "requirements-dev.lock"], check=True)
    subprocess.run([*base, *WITHIN, "-o", "requirements.lock"], check=True)
    postgres = ["--extra", "postgres", "-o", "requirements-postgres.lock"]
    subprocess.run([*base, *WITHIN, *postgres], check=True)
    parquet = ["--extra", "parquet", "-o", "requirements-parquet.lock"]
    subprocess.run([*base, *WITHIN, *parquet], check=True)
    serve = ["--extra", "serve", "-o", "requirements-serve.lock"]
    subprocess.run([*base, *WITHIN, *serve], check=True)
    locked_versions.main([])


if __name__ == "__main__":
    main()
