"""Texts for generated ledgers: made-up Indonesian of the length and shape that reports have."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

ACTS = ("Sistem", "Gerakan", "Layanan", "Aplikasi", "Program", "Kelas", "Bank", "Rumah", "Pojok", "Kampung")
THINGS = (
    "Antrean Terpadu",
    "Sampah Bernilai",
    "Ibu Hamil Sehat",
    "Data Kemiskinan",
    "Perizinan Cepat",
    "Literasi Desa",
    "Pupuk Organik",
    "Pajak Daring",
    "Arsip Digital",
    "Pangan Lestari",
    "Sekolah Ramah Anak",
    "Wisata Sungai",
    "Lansia Bahagia",
    "Air Bersih",
    "Pasar Tani",
    "Tanggap Bencana",
)
WAYS = (
    "Berbasis Warga",
    "dari Rumah",
    "Tanpa Kertas",
    "Satu Pintu",
    "Bersama Kader",
    "Setiap Jumat",
    "Lintas Desa",
    "Secara Daring",
    "di Balai Desa",
    "Tepat Sasaran",
)
SYLLABLES = ("SI", "GE", "MA", "PA", "LA", "SE", "KU", "RA", "TI", "BU", "DA", "PE", "LO", "NGO")
TAILS = ("KAN", "MAS", "DUK", "TAR", "LING", "SIH", "RAN", "PADU", "CEPAT", "SEHAT", "GA", "JAR")
WHO = (
    "warga desa",
    "kader posyandu",
    "petugas layanan",
    "pelaku usaha kecil",
    "guru dan murid",
    "kelompok tani",
    "perangkat kelurahan",
    "keluarga prasejahtera",
)
DOES = (
    "dapat mengurus berkas tanpa menunggu lama",
    "mencatat hasilnya setiap pekan",
    "memperoleh kepastian waktu pelayanan",
    "mengikuti pendampingan secara bergilir",
    "menyampaikan aduan melalui satu pintu",
    "berbagi data yang sama dan mutakhir",
    "menghemat biaya perjalanan ke kantor kabupaten",
    "menjalankan rencana yang disepakati bersama",
)
WHY = (
    "karena alur yang lama terlalu panjang",
    "sesuai hasil musyawarah di tiap kecamatan",
    "dengan dukungan anggaran perangkat daerah",
    "setelah uji coba pada dua lokasi",
    "sehingga antrean berkurang dan mutu terjaga",
    "agar pelaksanaannya dapat ditiru unit lain",
    "meskipun jaringan internet belum merata",
    "sebagaimana diatur dalam keputusan kepala dinas",
)
PLACES = ("Bobotsari", "Kaligondang", "Rembang", "Kemangkon", "Bukateja", "Mrebet", "Padamara", "Kutasari")
POSTS = ("Kepala Bidang", "Sekretaris", "Kepala Seksi", "Pranata Komputer", "Analis Kebijakan", "Camat")


class Words:
    """Draws texts from a random source; texts of a kind are drawn from pools, so drawing is cheap."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._sentences = tuple(
            f"{who} {does} {why}.".capitalize() for who in WHO for does in DOES for why in WHY
        )

    def pick(self, pool: Sequence[T]) -> T:
        """One of a pool."""
        return pool[int(self.random.random() * len(pool))]

    def chance(self, share: float) -> bool:
        """True in this share of calls."""
        return self.random.random() < share

    def title(self) -> str:
        """The title of an idea or innovation, 20 to 60 characters."""
        return f"{self.pick(ACTS)} {self.pick(THINGS)} {self.pick(WAYS)} {self.pick(PLACES)}"

    def acronym(self) -> str:
        """A name such as `SIPADU GEMAS`."""
        return f"{self.pick(SYLLABLES)}{self.pick(SYLLABLES)}{self.pick(TAILS)}"

    def phrase(self) -> str:
        """A few words, as cells of a sheet hold."""
        return f"{self.pick(ACTS)} {self.pick(THINGS).lower()}"

    def sentence(self) -> str:
        """One sentence of about 100 characters."""
        return self.pick(self._sentences)

    def essay(self, characters: int) -> str:
        """Sentences in paragraphs, at least so many characters."""
        parts: list[str] = []
        length = 0
        while length < characters:
            parts.append(self.sentence())
            length += len(parts[-1]) + 1
        return "\n".join(" ".join(parts[at : at + 6]) for at in range(0, len(parts), 6))
