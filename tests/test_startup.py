"""What `jejak --help` loads: every module more is felt at each call, and in completion."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.helpers import ROOT

PROGRAM = """
import contextlib, io, json, sys
import cli
sys.argv = ["jejak", "--help"]
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    cli.main()
print(json.dumps(sorted(sys.modules)))
"""


def test_help_loads_nothing_but_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    ours = {path.name.removesuffix(".py") for path in ROOT.iterdir()}
    assert loaded & ours <= {"cli", "commands", "jejak_i18n"}
    heavy = {"babel", "docxtpl", "eventsourcing", "jsonschema", "msgspec", "sqlalchemy", "xlsxwriter"}
    assert loaded & heavy == set()
