"""Builds the wheel, installs it in an environment of its own outside the checkout, runs the demo there."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def build(folder: Path) -> Path:
    """Builds the wheel into a folder, with the locked build tools of this environment."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], check=True, cwd=ROOT
    )
    return next(folder.glob("jejak-*.whl"))


def try_out(wheel: Path, folder: Path) -> None:
    """Installs the wheel with the locked dependencies and runs the demo. Raises when it fails."""
    home = folder / "environment"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    subprocess.run([str(scripts / "jejak"), "demo", "--out", str(folder / "demo")], check=True, cwd=folder)


def main() -> None:
    """Builds into dist/ and tries the wheel out."""
    wheel = build(ROOT / "dist")
    with tempfile.TemporaryDirectory() as folder:
        try_out(wheel, Path(folder))
    print(wheel)


if __name__ == "__main__":
    main()
