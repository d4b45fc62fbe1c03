"""Text from every field stands as text: two hundred payloads, none of which runs."""

from __future__ import annotations

import random
from pathlib import Path

from domain.design import DesignInnovation, RenameInnovation
from domain.evidence import AttachEvidence
from domain.idea import ProposeIdea
from domain.lab import HoldCeremony, OpenLab
from domain.profile import Measure, WriteProfile
from domain.unit import RegisterUnit
from exporters.site.build import pages
from exporters.site.scope import Scope
from exporters.site.writing import write_site
from projections.read_session import open_session
from tests.clocked import made, record
from tests.ledger.office import LAB, UNIT, Clock
from tools.browser import Watched

SEED, PAYLOADS = 20260305, 200
RUN = "window.jalan=1"
LEAVE = (
    "",
    '"',
    "'",
    '">',
    "'>",
    "</title>",
    "</script>",
    "</style>",
    "-->",
    "]]>",
    "</svg>",
    "\\u003c/script>",
    "`",
    "${",
)
ENTER = (
    "<script>{run}</script>",
    "<img src=x onerror={run}>",
    "<svg onload={run}>",
    "<svg><script>{run}</script></svg>",
    "<details open ontoggle={run}>",
    "<input autofocus onfocus={run}>",
    "<body onload={run}>",
    "<iframe srcdoc='<script>parent.{run}</script>'>",
    "<a href='javascript:{run}'>tekan</a>",
    "<math><mtext><script>{run}</script></mtext></math>",
    " onmouseover={run} ",
    "{{{{{run}}}}}",
    "{{% raw %}}{run}",
    "\u2028{run}\u2029",
    "<style>@import 'http://jahat.example/';</style>",
    "<base href='http://jahat.example/'>",
    "<meta http-equiv=refresh content='0;url=http://jahat.example/'>",
    "<template><script>{run}</script></template>",
)


def _payloads() -> list[str]:
    """Ways out of what a value stands in, with ways into a script, by a seed."""
    chance = random.Random(SEED)
    found: dict[str, None] = {}
    while len(found) < PAYLOADS:
        text = chance.choice(LEAVE) + chance.choice(ENTER).format(run=RUN) + chance.choice(LEAVE)
        found[f"{text} {len(found)}"] = None
    return list(found)


def test_two_hundred_payloads_stand_as_text(browser: Watched, tmp_path: Path) -> None:
    texts = _payloads()
    said = iter(texts)
    clock = Clock()
    workspace = made(tmp_path / "kerja", clock)

    def of(action: type, **values: object) -> object:
        return action.of(region="3303", **values)  # type: ignore[attr-defined]

    actions = [
        of(OpenLab, slug="purbalingga-2022", name=next(said), mode="reconstructed", theme=next(said)),
        of(RegisterUnit, kind="opd", name=next(said), short=next(said)),
        of(HoldCeremony, lab=LAB, ceremony="launching", key="ACR-01", name=next(said), place=next(said)),
    ]
    count = (PAYLOADS - 6) // 10
    for number in range(1, count + 1):
        stream, idea = f"3303/innovation/{number:06d}", f"3303/idea/{number:06d}"
        actions += [
            of(ProposeIdea, lab=LAB, title=next(said), units=[UNIT], background=next(said)),
            of(DesignInnovation, lab=LAB, idea=idea, title=next(said), acronym=next(said), unit=UNIT),
            of(RenameInnovation, innovation=stream, title=next(said), reason=next(said)),
            of(WriteProfile, innovation=stream, aims=next(said), benefits=next(said)),
            of(
                Measure,
                innovation=stream,
                indicator=next(said),
                unit_of_measure="menit",
                before="1",
                after="2",
            ),
            of(AttachEvidence, innovation=stream, kind="sk", subject=next(said), link="javascript:" + RUN),
        ]
    record(workspace, clock, "2023-06-01T05:00:00+00:00", *actions)  # type: ignore[arg-type]
    session = open_session(workspace)
    folder = tmp_path / "situs"
    write_site(folder, pages(session, Scope()), session.position)
    session.close()
    shown = ""
    for path in sorted(folder.rglob("*.html")):
        page = browser.open(path)
        if page.locator("#check").count():
            page.click("#check")
            page.wait_for_selector(".seal.ok")
        assert page.evaluate("window.jalan === undefined"), path.name
        assert (
            page.evaluate(
                "document.querySelectorAll('main script:not([type]), iframe, base, main img, style').length"
            )
            == 0
        )
        shown += page.evaluate("document.body.innerText + document.querySelector('svg')?.textContent")
        shown += page.evaluate("[...document.querySelectorAll('details')].map(d => d.textContent).join()")
    plain = "".join(shown.split())
    used = texts[: 6 + count * 10]
    assert [text for text in used if "".join(text.split()) not in plain] == []
