"""What a region sends to be merged, and what is made again where it was merged."""

from pathlib import Path

from ledger.admin.extract import FileSource, frontier_at
from ledger.proofs import signing
from ledger.workspace.workspace import open_at
from tests.e2e.test_issued_dossiers import issue
from tests.e2e.test_merge import export, made, merge
from tests.helpers import invoke


def test_an_export_says_where_it_begins(own_life: Path, tmp_path: Path) -> None:
    with signing.tree_of(open_at(own_life)) as tree:
        for size in (0, 1, 2, 3, 7, 8, 100, tree.size):
            peaks = frontier_at(tree, size)
            header = FileSource(export(own_life, tmp_path / f"{size}.jsonl", "--since", str(size))).header
            assert (header.first, header.last, bytes.fromhex(header.frontier)) == (size + 1, tree.size, peaks)
            assert len(list(FileSource(tmp_path / f"{size}.jsonl").rows())) == tree.size - size
    done = invoke("ledger", "export", tmp_path / "x", "--since", str(tree.size + 1), "--home", own_life)
    assert (done.status, done.err.splitlines()[0]) == (5, f"Tidak ada peristiwa {tree.size + 1}.")
    done = invoke("ledger", "export", tmp_path / "0.jsonl", "--home", own_life)
    assert done.status == 4
    last = invoke("ledger", "export", tmp_path / "y", "--since", str(tree.size), "--home", own_life)
    assert last.out.startswith(f"Tidak ada yang dicatat sejak posisi {tree.size} dari jejak/")
    assert last.out.endswith("Belum ditandatangani: jejak ledger key membuat kunci untuk itu.\n")


def test_an_issue_of_a_merged_region_is_made_again_there(own_demo: Path, tmp_path: Path) -> None:
    assert issue(own_demo, tmp_path / "terbit").status == 0
    home = made(tmp_path / "jateng", "33")
    assert merge(home, own_demo).status == 0
    done = invoke(
        "dossier", "again", "SIMPEL PASAR", "--year", "2023", "--out", tmp_path / "lagi", "--home", home
    )
    origin = open_at(home).store().merged()[0].origin
    assert (done.status, done.err) == (
        4,
        f"3303-0169 digabungkan dari {origin}: yang diterbitkannya dibuat lagi di sana.\n"
        "  Jalankan perintah yang sama di ruang kerja daerah itu.\n",
    )
    assert invoke("replay", "--compare", "--json", "--home", home).data["dossiers"] == 0
