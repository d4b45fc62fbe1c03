"""How 365 illustrative ideas become 140 innovations in Salatiga 2019.

The report gives the two numbers and says that the ideas were slimmed so that each can focus; it does not say
how. The example supposes 60 merges of two or three ideas (150 in all), 80 ideas designed as they are, 45
withdrawn and 90 not continued, so that 365 + 60 = 150 + 45 + 90 + 140 and none stays open.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from contract import Row, key, row
from salatiga_2019_themes import KELURAHAN, SMP, Idea, Theme, parse
from salatiga_2019_themes_sd import SD
from salatiga_2019_units import Named, junior_schools, kelurahan, primary_schools

IDEA_DAYS = ("2019-03-13/2019-03-15", "2019-03-14", "2019-03-15", "2019-03-14/2019-03-15")
MERGE_DAY, DESIGN_DAYS = "2019-06-19", "2019-06-19/2019-06-20"
FULL_UNIT, FULL_AUTHORS = "Kel. Bugel", ("ORG-05", "ORG-06", "ORG-07")
ORIGINS = ("Kota Surakarta (contoh)", "Kota Yogyakarta (contoh)", "Kota Magelang (contoh)")
LEFT_OVER = (1, 1, 0, 2, 1, 1, 1)
REASONS = (
    "Ide-ide itu menjawab masalah yang sama; digabung agar pelaksanaannya lebih fokus.",
    "Pelaksana dan sasarannya sama; digabung agar tenaga tidak terbagi.",
    "Ide yang satu menjadi langkah dari ide yang lain; digabung menjadi satu rencana aksi.",
)
WITHDRAWN = (
    ("mutasi", "Pengusul pindah tugas sebelum tahap Design dan belum ada penggantinya."),
    ("biaya", "Biaya awal melebihi kemampuan anggaran lembaga pada tahun 2019."),
    ("bukan waktunya", "Pengusul memilih menyelesaikan kegiatan yang sedang berjalan lebih dahulu."),
)
NOT_CONTINUED = (
    ("pemusatan", "Lembaga memusatkan tenaga pada satu ide lain yang dirancang."),
    ("pemusatan", "Satu lembaga merancang satu inovasi agar dapat dikerjakan sampai tuntas."),
    ("keterbatasan daerah", "Memerlukan prasarana yang belum tersedia pada tahun 2019."),
    ("bukan waktunya", "Belum sesuai dengan jadwal kegiatan tahun 2019; dapat diusulkan kembali."),
    ("biaya", "Biaya pemeliharaan setelah tahun pertama belum dapat dijamin."),
    ("lain", "Sudah berjalan sebagai tugas rutin sehingga tidak dirancang sebagai inovasi."),
)


@dataclass(frozen=True)
class Institution:
    index: int  # among all 140
    place: int  # among those of its kind
    short: str
    label: str
    head: str
    neighbour: str
    themes: tuple[Theme, ...]

    def theme(self, step: int) -> Theme:
        return self.themes[(self.place + step) % len(self.themes)]

    @property
    def turn(self) -> int:
        """How often the kind's themes have been gone through before this institution."""
        return self.place // len(self.themes)


@dataclass
class Funnel:
    """The rows of the funnel, filled institution by institution."""

    ideas: list[Row] = field(default_factory=list)
    merges: list[Row] = field(default_factory=list)
    ends: list[Row] = field(default_factory=list)
    innovations: list[Row] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)


def institutions() -> Iterator[Institution]:
    kinds: tuple[tuple[list[Named], str, str], ...] = (
        (kelurahan(), KELURAHAN, "Lurah"),
        (primary_schools(), SD, "Kepala Sekolah"),
        (junior_schools(), SMP, "Kepala Sekolah"),
    )
    index = 0
    for members, text, head in kinds:
        themes = parse(text)
        for place, (kind, name, short, _parent) in enumerate(members):
            neighbour = members[place + 1 if place + 1 < len(members) else place - 1][2]
            label = name if kind == "Kelurahan" else short
            yield Institution(index, place, short, label, head, neighbour, themes)
            index += 1


def merges_ideas(one: Institution) -> bool:
    """Three institutions of seven merge: 60 of 140."""
    return one.index * 3 % 7 < 3


def left_over(one: Institution) -> int:
    """Ideas of an institution that are not designed: 135 in all."""
    return LEFT_OVER[one.index % 7] - (one.index % 28 == 1)


def propose(funnel: Funnel, unit: str, place: str, theme: Theme, idea: Idea) -> str:
    number = len(funnel.ideas) + 1
    kind = {4: "replikasi", 7: "pengembangan"}.get(number % 9, "ide baru")
    values: Row = {
        "Kunci": key("IDE", number), "Judul": f"{idea.title} {place}", "Jenis Usulan": kind, "Unit": unit,
        "Tanggal": IDEA_DAYS[number % len(IDEA_DAYS)], "Latar Belakang": f"{theme.problem}.",
        "Deskripsi": f"{idea.how}.", "Tujuan": f"{theme.aim}.", "Penerima Manfaat": theme.beneficiary,
        "Asal Replikasi": ORIGINS[number % len(ORIGINS)] if kind == "replikasi" else None, "Ilustrasi": "ya",
    }  # fmt: skip
    funnel.ideas.append(row("Ide", values))
    return str(values["Kunci"])


def merge(funnel: Funnel, one: Institution) -> str:
    """Two or three ideas become a new one; every sixth time the last comes from the neighbour."""
    count = len(funnel.merges)
    theme, size, shared = one.theme(0), 2 + count % 2, count % 6 == 5
    sources = [propose(funnel, one.short, one.label, theme, idea) for idea in theme.ideas[: size - shared]]
    if shared:
        label = one.neighbour.replace("Kel. ", "Kelurahan ")
        sources.append(propose(funnel, one.neighbour, label, theme, theme.ideas[size - 1]))
    consent = f"Kedua lembaga setuju; {one.label} menjadi pelaksana." if shared else "Semua pengusul setuju."
    values: Row = {
        "Kunci": key("GAB", count + 1), "Ide Sumber": "; ".join(sources),
        "Judul Baru": f"{theme.title} {one.label}", "Alasan": REASONS[count % len(REASONS)],
        "Persetujuan Pengusul": consent, "Tanggal": MERGE_DAY, "Ilustrasi": "ya",
    }  # fmt: skip
    funnel.merges.append(row("Penggabungan", values))
    return str(values["Kunci"])


def design(funnel: Funnel, one: Institution) -> None:
    """The one innovation of an institution; an acronym is taken by the first that uses it."""
    theme, idea = one.theme(0), one.theme(0).ideas[one.turn % 3]
    if merges_ideas(one):
        source, title, acronym = merge(funnel, one), theme.title, theme.acronym
    else:
        source, title = propose(funnel, one.short, one.label, theme, idea), idea.title
        acronym = idea.acronym or ""
    free = acronym if acronym and acronym not in funnel.acronyms else None
    funnel.acronyms.add(acronym)
    values: Row = {
        "Kunci": key("INO", one.index + 1), "Ide": source, "Judul": f"{title} {one.label}", "Akronim": free,
        "Unit": one.short, "Tanggal": DESIGN_DAYS, "Ilustrasi": "ya",
    }  # fmt: skip
    funnel.innovations.append(row("Inovasi", values))


def end(funnel: Funnel, one: Institution, idea: str) -> None:
    """One idea of three that are left over is withdrawn, the others are not continued."""
    count = len(funnel.ends)
    values: Row = {"Kunci": key("AKH", count + 1), "Ide": idea}
    if count % 3 == 0:
        code, reason = WITHDRAWN[count // 3 % len(WITHDRAWN)]
        values |= {"Keputusan": "ditarik", "Oleh": f"{one.head} {one.label}", "Tanggal": "2019-05"}
    else:
        code, reason = NOT_CONTINUED[(count - count // 3) % len(NOT_CONTINUED)]
        values |= {"Keputusan": "tidak dilanjutkan", "Oleh": "Kepala Bagian Organisasi"}
        values |= {"Tanggal": DESIGN_DAYS}
    funnel.ends.append(row("Akhir Ide", values | {"Kode Alasan": code, "Alasan": reason}))


def name_authors(ideas: list[Row], merged: Row) -> None:
    """The sources of the innovation written in full have their proposers on record."""
    sources = str(merged["Ide Sumber"]).split("; ")
    for source, author in zip(sources, FULL_AUTHORS, strict=True):
        next(one for one in ideas if one["Kunci"] == source)["Pengusul"] = author


def funnel() -> Funnel:
    filled = Funnel()
    for one in institutions():
        design(filled, one)
        for n in range(left_over(one)):
            theme = one.theme(3 + 2 * n)
            idea = propose(filled, one.short, one.label, theme, theme.ideas[(one.turn + n) % 3])
            end(filled, one, idea)
    full = next(one for one in filled.innovations if one["Unit"] == FULL_UNIT)
    name_authors(filled.ideas, next(one for one in filled.merges if one["Kunci"] == full["Ide"]))
    return filled
