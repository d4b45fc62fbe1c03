"""Writes the lock files with hashes for every platform: `make lock` (needs the tool uv)."""

from __future__ import annotations

import subprocess
import sys

PLAIN = (
    "--universal --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links"
    " --python-version 3.11 --quiet"
)


def main() -> None:
    """Compiles the lock of the developers, then that of the program within it."""
    base = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *PLAIN.split(), *sys.argv[1:]]
    subprocess.run([*base, "--group", "dev", "-o", "requirements-dev.lock"], check=True)
    subprocess.run([*base, "-c", "requirements-dev.lock", "-o", "requirements.lock"], check=True)


if __name__ == "__main__":
    main()
