"""The pages of a site: names in the folder to bytes, all of them or the one that is asked for.

Equal bytes follow from the position, the release and the day spoken of; the machine and its locale
play no part.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from importlib.metadata import version

from exporters.html.environment import data, environment, packaged
from exporters.site.catalogue_page import InnovationRow, catalogue_context, innovation_row
from exporters.site.editions import editions_of
from exporters.site.innovation_page import Context, Shared, innovation_context
from exporters.site.lab_page import lab_context
from exporters.site.region_page import region_context
from exporters.site.scope import Scope
from exporters.site.script_words import script_words
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

ROOM, ASSETS = "exporters.site", "assets"
FILES = ("jejak.css", "jejak.js")
Page = tuple[str, bytes]
"""A name in the folder, with `/` between parts, and its bytes."""
Door = tuple[str, str]
"""An address beside the site, and what it is called."""


def pages(session: ReadSession, scope: Scope, tongue: str = "id") -> Iterator[Page]:
    """Every file of the site, in the language `tongue` (`id` or `en`)."""
    site = SitePages(session, scope, tongue)
    for name in site.makers:
        yield name, site.page(name)


class SitePages:
    """The pages of what a scope shows, made when they are asked for."""

    def __init__(
        self, session: ReadSession, scope: Scope, tongue: str = "id", doors: Sequence[Door] = ()
    ) -> None:
        """`doors` lead to what is beside the site, where a program serves its pages."""
        self.session, self.scope, self.tongue, self.doors = session, scope, tongue, doors
        with speaking(tongue):
            self.seal = Seal(session)
            self._names = StreamNames(session)
            self.rows = self._rows()
            self._shared = {region: self._shared_of(region) for region in self._editions}
        self.regions = {row.region: row.region_name or row.region for row in self._listed}
        self.labs = [
            one
            for one in list_labs(session, region=scope.region).items
            if scope.innovations is None and scope.lab in (None, one.slug)
        ]
        self._release = version("jejak")
        self.makers = dict(self._makers())

    def page(self, name: str) -> bytes:
        """The bytes of one file. Raises KeyError for a name that is none of the site's."""
        maker = self.makers[name]
        with speaking(self.tongue):
            return maker()

    def _rows(self) -> dict[str, InnovationRow]:
        """Stream to its row in the catalogue."""
        wanted = Filter(region=self.scope.region, lab=self.scope.lab)
        listed = page(self.session, wanted).items
        streams = {row.code: innovation_of(self.session, row.code) for row in listed}
        chosen = self.scope.innovations
        self._listed = [row for row in listed if chosen is None or streams[row.code] in chosen]
        awards = awards_by_innovation(self.session)
        self._editions: dict[str, list[Edition]] = {}
        affairs: dict[str, str | None] = {}
        for region in dict.fromkeys(_plain(row.region) for row in self._listed):
            self._editions[region] = editions_of(self.session, region)
            for one in self._editions[region][:1]:
                affairs |= one.affairs()
        return {
            streams[row.code]: innovation_row(
                row, affairs.get(streams[row.code]) or "", awards.get(row.code, [])
            )
            for row in self._listed
        }

    def _makers(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        for name in FILES:
            yield f"{ASSETS}/{name}", partial(packaged, ROOM, name, ASSETS)
        yield f"{ASSETS}/segel.js", self._tree
        yield f"{ASSETS}/kata.js", _words
        if len(self.regions) == 1:
            yield "index.html", partial(self._region, next(iter(self.regions)), "")
        else:
            yield "index.html", self._start
            for code in self.regions:
                yield f"daerah/{code}.html", partial(self._region, code, "../")
        yield "katalog.html", self._catalogue
        for lab in self.labs:
            yield lab_file(lab.region, lab.slug), partial(self._lab, lab.region, lab.slug)
        for stream, row in self.rows.items():
            yield innovation_file(row.code), partial(self._innovation, stream)

    def _shared_of(self, region: str) -> Shared:
        numbers = rulebooks.indicator_numbers(self.session, region)
        return Shared(self.scope, self.seal, self._editions[region], numbers, self._names)

    def _start(self) -> bytes:
        """The page that opens first where there are several regions to choose from."""
        counted = [
            (
                code,
                name,
                sum(row.region == name for row in self.rows.values()),
                sum(one.region == code for one in self.labs),
            )
            for code, name in self.regions.items()
        ]
        return self._rendered("start.html", "", {"regions": counted})

    def _region(self, code: str, root: str) -> bytes:
        region = _plain(code)
        context = region_context(self.session, region, self.regions[code], self.scope, self._editions[region])
        return self._rendered("region.html", root, context)

    def _catalogue(self) -> bytes:
        return self._rendered("catalogue.html", "", catalogue_context(list(self.rows.values())))

    def _lab(self, region: str, slug: str) -> bytes:
        own = f"{_plain(region)}-"
        rows = [row for row in self.rows.values() if row.lab == slug and row.code.startswith(own)]
        context = lab_context(self.session, f"{region}/{slug}", self.scope, rows)
        return self._rendered("lab.html", "../", context)

    def _innovation(self, stream: str) -> bytes:
        context = innovation_context(self.session, stream, self._shared[stream.partition("/")[0]])
        return self._rendered("innovation.html", "../", context)

    def _rendered(self, template: str, root: str, context: Context) -> bytes:
        """A page; `root` leads from it to the folder of the site."""
        text = environment(ROOM).get_template(template).render(context | self._everywhere | {"root": root})
        return text.encode()

    @cached_property
    def _everywhere(self) -> Context:
        session = self.session
        return surroundings(session, self.tongue, len(self.rows), self.doors, public=self.scope.public) | {
            "tree_root": self.seal.tree.root.hex(),
            "lab_page": lambda region, slug: self._known(lab_file(region, slug)),
            "innovation_page": lambda code: self._known(innovation_file(code)),
        }

    def _known(self, name: str) -> str | None:
        """A page that the site has; None for one that lies outside its scope."""
        return name if name in self.makers else None

    def _tree(self) -> bytes:
        tree = self.seal.tree
        roots = [base64.b64encode(one).decode() for one in tree.roots]
        found = {"size": tree.size, "block": tree.block, "roots": roots}
        return f"window.JEJAK_TREE={data(found)};\n".encode()


def surroundings(
    session: ReadSession, tongue: str, total: int, doors: Sequence[Door] = (), *, public: bool = False
) -> Context:
    """What every page says of itself; `total` is how many innovations the site shows."""
    return {
        "tongue": tongue,
        "public": public,
        "position": session.position,
        "spoken_day": session.spoken_day,
        "as_of": session.as_of,
        "known_at": session.known_at,
        "release": version("jejak"),
        "total": formatting.count(total),
        "doors": doors,
    }


def _words() -> bytes:
    return f"window.JEJAK_WORDS={data(script_words())};\n".encode()


def lab_file(region: str, slug: str) -> str:
    """The page of a lab: two regions may call theirs the same."""
    return f"lab/{region}-{slug}.html"


def innovation_file(code: str) -> str:
    """The page of an innovation."""
    return f"inovasi/{code}.html"


def _plain(region: str) -> str:
    """`3303` of `33.03`, as streams begin."""
    return region.replace(".", "")
