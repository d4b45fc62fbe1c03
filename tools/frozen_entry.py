"""The program of the frozen folder: `jejak`, and the modules that it starts in processes of their own."""

from __future__ import annotations

import multiprocessing
import runpy
import sys


def main() -> None:
    """Runs a module where one is asked for as of an interpreter (`-P -m MODULE`), else the command line."""
    multiprocessing.freeze_support()
    words = [word for word in sys.argv[1:3] if word in ("-P", "-m")]
    if "-m" in words:
        module = sys.argv[1 + len(words)]
        sys.argv = [module, *sys.argv[2 + len(words) :]]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return
    from cli import main as jejak

    jejak()


if __name__ == "__main__":
    main()
