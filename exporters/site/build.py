"""The pages of a site, one after the other: names in the folder to bytes.

Equal bytes follow from the position, the release and the day spoken of; the machine and its locale
play no part.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from importlib.metadata import version

from exporters.site.catalogue_page import InnovationRow, catalogue_context, innovation_row
from exporters.site.editions import editions_of
from exporters.site.environment import ASSETS, asset, data, environment
from exporters.site.innovation_page import Context, Shared, innovation_context
from exporters.site.lab_page import lab_context
from exporters.site.region_page import region_context
from exporters.site.scope import Scope
from jejak_i18n import formatting, speaking
from projections.eligibility import rulebooks
from projections.eligibility.edition import Edition
from projections.queries.awards import awards_by_innovation
from projections.queries.catalogue import Filter, page
from projections.queries.find import innovation_of
from projections.queries.labs import list_labs
from projections.queries.seal import Seal
from projections.read_session import ReadSession
from projections.timeline.stream_names import StreamNames

FILES = ("jejak.css", "jejak.js")
Page = tuple[str, bytes]
"""A name in the folder, with `/` between parts, and its bytes."""


def pages(session: ReadSession, scope: Scope, tongue: str = "id") -> Iterator[Page]:
    """Every file of the site, in the language `tongue` (`id` or `en`)."""
    with speaking(tongue):
        yield from _Site(session, scope, tongue).pages()


class _Site:
    def __init__(self, session: ReadSession, scope: Scope, tongue: str) -> None:
        self.session, self.scope, self.tongue = session, scope, tongue
        self.seal = Seal(session)
        self.rows = self._rows()
        self.regions = {row.region: row.region_name or row.region for row in self.listed}
        self.labs = [
            one
            for one in list_labs(session, region=scope.region).items
            if scope.innovations is None and scope.lab in (None, one.slug)
        ]

    def _rows(self) -> dict[str, InnovationRow]:
        """Stream to its row in the catalogue."""
        wanted = Filter(region=self.scope.region, lab=self.scope.lab)
        self.listed = page(self.session, wanted).items
        self.streams = {row.code: innovation_of(self.session, row.code) for row in self.listed}
        if self.scope.innovations is not None:
            self.listed = [row for row in self.listed if self.streams[row.code] in self.scope.innovations]
        awards = awards_by_innovation(self.session)
        self.editions: dict[str, list[Edition]] = {}
        affairs: dict[str, str | None] = {}
        for region in dict.fromkeys(row.region.replace(".", "") for row in self.listed):
            self.editions[region] = editions_of(self.session, region)
            for one in self.editions[region][:1]:
                affairs |= one.affairs()
        return {
            self.streams[row.code]: innovation_row(
                row,
                affairs.get(self.streams[row.code]) or "",
                awards.get(row.code, []),
            )
            for row in self.listed
        }

    def pages(self) -> Iterator[Page]:
        yield from ((f"{ASSETS}/{name}", asset(name)) for name in FILES)
        yield f"{ASSETS}/segel.js", self._tree()
        yield from self._start()
        context = catalogue_context(list(self.rows.values()))
        yield "katalog.html", self._rendered("catalogue.html", "", context)
        for lab in self.labs:
            yield self._lab(lab.region, lab.slug)
        for region in self.regions:
            shared = self._shared(region.replace(".", ""))
            for stream, row in self.rows.items():
                if stream.startswith(f"{region.replace('.', '')}/"):
                    context = innovation_context(self.session, stream, shared)
                    yield f"inovasi/{row.code}.html", self._rendered("innovation.html", "../", context)

    def _shared(self, region: str) -> Shared:
        numbers = rulebooks.indicator_numbers(self.session, region)
        return Shared(self.scope, self.seal, self.editions[region], numbers, StreamNames(self.session))

    def _start(self) -> Iterator[Page]:
        """The page that opens first: of the region, or of several to choose from."""
        pages = {code: self._region(code, name) for code, name in self.regions.items()}
        if len(pages) == 1:
            yield "index.html", self._rendered("region.html", "", next(iter(pages.values())))
            return
        counted = [
            (
                code,
                name,
                sum(row.region == name for row in self.rows.values()),
                sum(one.region == code for one in self.labs),
            )
            for code, name in self.regions.items()
        ]
        yield "index.html", self._rendered("start.html", "", {"regions": counted})
        for code, context in pages.items():
            yield f"daerah/{code}.html", self._rendered("region.html", "../", context)

    def _region(self, code: str, name: str) -> Context:
        region = code.replace(".", "")
        return region_context(self.session, region, name, self.scope, self.editions[region])

    def _lab(self, region: str, slug: str) -> Page:
        rows = [row for row in self.rows.values() if row.lab == slug]
        context = lab_context(self.session, f"{region}/{slug}", self.scope, rows)
        return f"lab/{slug}.html", self._rendered("lab.html", "../", context)

    def _rendered(self, template: str, root: str, context: Context) -> bytes:
        """A page; `root` leads from it to the folder of the site."""
        text = environment().get_template(template).render(context | self._everywhere() | {"root": root})
        return text.encode()

    def _everywhere(self) -> Context:
        session, tree = self.session, self.seal.tree
        return {
            "tongue": self.tongue,
            "public": self.scope.public,
            "position": session.position,
            "spoken_day": session.spoken_day,
            "as_of": session.as_of,
            "known_at": session.known_at,
            "release": version("jejak"),
            "tree_root": tree.root.hex(),
            "menu_labs": [(one.slug, one.name) for one in self.labs],
            "total": formatting.count(len(self.rows)),
        }

    def _tree(self) -> bytes:
        tree = self.seal.tree
        roots = [base64.b64encode(one).decode() for one in tree.roots]
        found = {"size": tree.size, "block": tree.block, "roots": roots}
        return f"window.JEJAK_TREE={data(found)};\n".encode()
