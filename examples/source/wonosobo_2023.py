"""Wonosobo 2023, a lab made up: one innovation lives through every action of a lab, row by row.

Nothing of it happened. Lab, ideas, innovations and agreements are marked as illustrative; persons are known
by post. What the other workbooks leave empty, because no report tells it, is filled here.
"""

from __future__ import annotations

import re
from typing import Any

Row = dict[str, Any]

REGION, LAB = "33.07", "wonosobo-2023"
MAIN, OTHER = "INO-001", "INO-002"


def lines(labels: str, text: str, **same: Any) -> list[Row]:
    """Rows from lines whose cells are divided by a bar, a line with a plus goes on with the one before.

    `same` holds what every row says alike.
    """
    heads = [label.strip() for label in labels.split("|")]
    rows = []
    for line in re.sub(r"\s*\n\s*\+", "", text).strip().splitlines():
        cells = [cell.strip() or None for cell in line.split("|")]
        rows.append(dict(zip(("Kunci", *heads), cells, strict=True)) | same)
    return rows


def region() -> dict[str, list[Row]]:
    """What holds for the whole region: units and their changes, persons by post, documents."""
    return {
        "Misi": lines(
            "Dokumen Perencanaan|Nomor Misi|Uraian",
            "MSI23-01|RPJMD contoh 2021-2026|2|Mewujudkan pertanian yang mandiri dan menyejahterakan",
        ),
        "Unit": lines(
            "Jenis|Nama|Nama Singkat",
            """UNT23-01|OPD|Dinas Pertanian dan Perikanan|Dispertan
               UNT23-02|OPD|Kantor Ketahanan Pangan|KKP
               UNT23-03|OPD|Kantor Penyuluhan|Kantor Penyuluhan
               UNT23-04|Kecamatan|Kecamatan Kejajar|Kec. Kejajar
               UNT23-05|Bagian Setda|Bagian Organisasi Sekretariat Daerah|Bagian Organisasi""",
        ),
        "Perubahan Unit": lines(
            "Unit|Perubahan|Nama Baru|Nama Singkat Baru|Penerus|Dasar Hukum|Tanggal",
            """PBU23-01|Dispertan|ganti nama|Dinas Pangan dan Pertanian|Dispaperta||DOK23-09|2025-01-02
               PBU23-02|KKP|digabung|||Dispertan|DOK23-09|2025-01-02
               PBU23-03|Kantor Penyuluhan|ditutup||||DOK23-09|2025-01-02""",
        ),
        "Orang": lines(
            "Jabatan|Unit|Instansi",
            """ORG23-01|Bupati Wonosobo||
               ORG23-02|Sekretaris Daerah||
               ORG23-03|Kepala Pusat Inovasi Administrasi Negara||Lembaga Administrasi Negara
               ORG23-04|Kepala Dinas Pertanian dan Perikanan|Dispertan|
               ORG23-05|Kepala Bagian Organisasi|Bagian Organisasi|
               ORG23-06|Penyuluh Pertanian Ahli Muda|Dispertan|
               ORG23-07|Kepala Seksi Perbenihan|Dispertan|
               ORG23-08|Camat Kejajar|Kec. Kejajar|
               ORG23-09|Coach pendamping||Lembaga Administrasi Negara""",
        ),
        "Dokumen": lines(
            "Jenis|Nomor|Tanggal|Perihal|Penerbit",
            """DOK23-01|MoU|119/CONTOH-01/2023|2023-01-16|Nota kesepahaman pengembangan inovasi
                  +|Bupati dan LAN
               DOK23-02|SPK|027/CONTOH-02/2023|2023-01-20|Pelaksanaan laboratorium inovasi|Sekretaris Daerah
               DOK23-03|SK|188.4/CONTOH-03/2023|2023-02-01|Tim Laboratorium Inovasi|Bupati
               DOK23-04|Surat|900/CONTOH-04/2023|2023-03-24|Pengalihan anggaran untuk longsor
                  +|Sekretaris Daerah
               DOK23-05|Perkada|CONTOH-05 Tahun 2023|2023-07-25|Layanan benih bagi petani|Bupati
               DOK23-06|SK|188.4/CONTOH-06/2023|2023-12-15|Penetapan inovasi daerah|Bupati
               DOK23-07|Laporan|000.9/CONTOH-07/2023|2023-12-18|Evaluasi laboratorium inovasi
                  +|Bagian Organisasi
               DOK23-08|Surat|B/CONTOH-08/2022|2022-11-07|Permohonan pendampingan|Sekretaris Daerah
               DOK23-09|Perda|CONTOH-09 Tahun 2024|2024-12-02|Susunan perangkat daerah|Bupati
               DOK23-10|Laporan|000.9/CONTOH-10/2024|2024-06-28|Evaluasi GERBENTANG|Dispertan""",
        ),
        "Pihak Dokumen": lines(
            "Dokumen|Orang|Peran|Kapasitas|Mewakili",
            """PHK23-01|DOK23-01|ORG23-01|pihak pertama|definitif|
               PHK23-02|DOK23-01|ORG23-03|pihak kedua|Plt.|
               PHK23-03|DOK23-01|ORG23-05|saksi||Sekretariat Daerah
               PHK23-04|DOK23-02|ORG23-02|pihak pertama|definitif|
               PHK23-05|DOK23-02|ORG23-03|pihak kedua|Plt.|""",
        ),
        "Perubahan Jabatan": lines(
            "Orang|Jabatan Baru|Unit|Keluar Karena|Tanggal",
            """PJB23-01|ORG23-06|Kepala Seksi Pemerintahan|Kec. Kejajar||2024-02-01
               PJB23-02|ORG23-08|||pensiun|2024-05-01""",
        ),
    }


def lab() -> dict[str, list[Row]]:
    """The lab itself: what set it up, its stages, its pause, its evaluation and its end."""
    return {
        "Lab": lines(
            "Nama|Putaran|Cara Pencatatan|Tanggal|Tema|Sasaran|Unit LAN|Selaras Misi|Ilustrasi",
            f"{LAB}|Laboratorium Inovasi Contoh Wonosobo 2023|1|rekonstruksi|2023-02-13|ketahanan pangan"
            "|OPD; Kecamatan|Pusat Inovasi Administrasi Negara|MSI23-01|ya",
        ),
        "Permohonan Lab": lines(
            "Jenis Pendampingan|Penanggung Jawab|Ditujukan Kepada|Status Permohonan|Dokumen|Catatan|Tanggal",
            "PRM-01|penyusunan inovasi|ORG23-05|Pusat Inovasi Administrasi Negara|diterima|DOK23-08"
            "|Diminta setelah nilai indeks turun|2022-11-07",
        ),
        "Dokumen Lab": lines(
            "Dokumen|Kegunaan|Tanggal",
            """DKL-01|DOK23-01|nota kesepahaman|2023-01-16
               DKL-02|DOK23-02|perjanjian pelaksanaan|2023-01-20
               DKL-03|DOK23-03|penetapan tim|2023-02-01
               DKL-04|DOK23-07|laporan|2023-12-18""",
        ),
        "Tim Lab": lines(
            "Orang|Kedudukan|Dasar|Tanggal",
            """TIM-01|ORG23-02|ketua|DOK23-03|2023-02-01
               TIM-02|ORG23-05|sekretaris|DOK23-03|2023-02-01
               TIM-03|ORG23-06|champion innovation|DOK23-03|2023-02-01
               TIM-04|ORG23-09|coach pendamping||2023-02-01""",
        ),
        "Survei Kesiapan": lines(
            "Unit|Periode|Pengisi|Komponen|Indikator|Skor|Catatan|Tanggal",
            """SRV-01|Dispertan|2023|Sekretaris dinas|kepemimpinan|Dukungan pimpinan|4||2023-02-06
               SRV-02|Dispertan|2023|Sekretaris dinas|sumber daya|Anggaran inovasi|2,5|Menunggu perubahan
                  +|2023-02-06
               SRV-03|Kec. Kejajar|2023|Sekretaris kecamatan|kepemimpinan|Dukungan pimpinan|3|
                  +|2023-02-07""",
        ),
        "Tahap": lines(
            "Tahap|Nama Setempat|Mulai|Selesai|Tidak Dilaksanakan|Alasan",
            """THP-01|drum up|Pembukaan|2023-02-13|2023-02-13||
               THP-02|diagnose|Penggalian ide|2023-02-14|2023-03-13||
               THP-03|design|Perancangan|2023-05-15|2023-06-05||
               THP-04|launching||2023-06-12|2023-06-12||
               THP-05|monitoring||2023-08-21|2023-08-23||
               THP-06|display||2023-11-25|2023-11-26||
               THP-07|documentation||||ya|Direktori baru disusun setelah lab ditutup.""",
        ),
        "Jeda Lab": lines(
            "Dijeda|Dilanjutkan|Alasan|Dokumen",
            "JDA-01|2023-03-27|2023-05-08|Anggaran dialihkan untuk penanganan longsor.|DOK23-04",
        ),
        "Aturan Proses": lines(
            "Aturan Proses|Dasar|Alasan|Tanggal",
            "ATR-01|tanggapan ide sebelum design||Ide kecamatan dibahas langsung saat coaching.|2023-03-13",
        ),
        "Evaluasi Lab": lines(
            "Periode|Penilai|Keluaran Tahap|Dampak|Tindak Lanjut|Laporan|Tanggal",
            "EVL-01|2023|LAN dan koordinator|5 ide, 2 inovasi dirancang dan diluncurkan"
            "|Petani Kejajar membeli benih lebih murah|Putaran kedua bagi puskesmas|DOK23-07|2023-12-18",
        ),
        "Penutupan Lab": lines(
            "Tanggal|Alasan|Dokumen",
            "TTP-01|2023-12-20|Tahap dokumentasi menyusul di luar lab.|DOK23-07",
        ),
        "Peserta": lines(
            "Unit|Tanggal",
            """PST-001|Dispertan|2023-02-13
               PST-002|Kec. Kejajar|2023-02-13
               PST-003|KKP|2023-02-13""",
        ),
        "Lokakarya": lines(
            "Tahap|Tanggal|Tempat|Cara|Narasumber|Kehadiran|Unit Hadir|Jumlah Hadir",
            """LKY-01|drum up|2023-02-13|Pendopo Kabupaten|luring|ORG23-03
                  +|Semua kepala perangkat daerah peserta|Dispertan; Kec. Kejajar; KKP|41
               LKY-02|diagnose|2023-02-14/2023-02-15|Pendopo Kabupaten|luring|ORG23-09|Tim unit
                  +|Dispertan; Kec. Kejajar|18
               LKY-03|design|2023-05-15||daring|ORG23-09|Tim unit|Dispertan; Kec. Kejajar|12""",
        ),
        "Acara": lines(
            "Jenis|Nama|Tanggal|Tempat|Penanda|Dipimpin Oleh",
            """ACR-01|peluncuran|Peluncuran Inovasi Wonosobo|2023-06-12|Alun-alun|gong|ORG23-01
               ACR-02|pameran|Pameran Inovasi Wonosobo|2023-11-25/2023-11-26|Gedung Sasana Adipura|
                  +|ORG23-02""",
        ),
    }


def ideas() -> dict[str, list[Row]]:
    """Five ideas until two of them, made by a merge and by a split, are approved."""
    full = lines(
        "Judul|Jenis Usulan|Unit|Pengusul|Tanggal|Latar Belakang|Deskripsi|Tujuan|Penerima Manfaat|Kebaruan"
        "|Ide Terpilih|Target Perubahan|Stakeholder|Sumber Daya|Rencana Waktu|Narahubung",
        "IDE-001|Gerai Benih Kentang Bermutu|ide baru|Dispertan|ORG23-06; ORG23-07|2023-02-15"
        "|Benih kentang mahal dan mutunya tidak menentu.|Gerai di balai desa menjual benih bersertifikat."
        "|Benih terjangkau|Petani kentang|Benih dijual di desa, bukan di kota|Gerai benih di balai desa"
        "|Separuh petani memakai benih bersertifikat|Kelompok tani, penangkar|Balai desa, dua petugas"
        "|Maret sampai Juni 2023|ORG23-06",
        Ilustrasi="ya",
    )
    short = lines(
        "Judul|Jenis Usulan|Unit|Pengusul|Tanggal|Asal Replikasi",
        """IDE-002|Buku Pinjam Benih Kelompok Tani|replikasi|Dispertan|ORG23-07|2023-02-15
              +|Lumbung benih daerah lain
           IDE-003|Klinik Tanaman|pengembangan|Kec. Kejajar|ORG23-08|2023-02-15|
           IDE-004|Pasar Benih Malam|ide baru|Dispertan|ORG23-06|2023-02-15|
           IDE-005|Kalender Tanam lewat Radio|ide baru|Dispertan; KKP|ORG23-06|2023-02-15|""",
        Ilustrasi="ya",
    )
    return {
        "Ide": [*full, *short],
        "Penggabungan": lines(
            "Ide Sumber|Judul Baru|Alasan|Persetujuan Pengusul|Tanggal",
            "GAB-001|IDE-001; IDE-002|Gerai dan Pinjam Benih|agar satu layanan benih saja"
            "|Disetujui para pengusul saat coaching|2023-03-01",
            Ilustrasi="ya",
        ),
        "Pemecahan": lines(
            "Ide Asal|Judul Baru|Alasan|Tanggal",
            "PCH-001|IDE-003|Klinik Tanaman Keliling; Klinik Tanaman Balai Desa"
            "|dua cara kerja yang berbeda|2023-03-01",
            Ilustrasi="ya",
        ),
        "Tanggapan Ide": lines(
            "Ide|Isian|Tanggapan|Sesuai|Keputusan|Oleh|Tanggal",
            """TGP-001|GAB-001|target perubahan|Sebutkan luas lahannya.|tidak|dikembalikan|Coach LAN RI
                  +|2023-03-06
               TGP-002|GAB-001|kebaruan|Cukup jelas.|ya||Coach LAN RI|2023-03-06
               TGP-003|GAB-001||Sudah lengkap.||disetujui|Coach LAN RI|2023-03-13""",
        ),
        "Perbaikan Ide": lines(
            "Ide|Judul Baru|Target Perubahan|Alasan|Tanggal",
            "PRB-001|GAB-001|Gerai Benih Kentang Warga|Benih bersertifikat pada 40 hektare"
            "|menurut tanggapan coach|2023-03-10",
        ),
        "Pendampingan Ide": lines(
            "Ide|Coach|Catatan|Tindak Lanjut|Tanggal",
            "PDP-001|GAB-001|Coach LAN RI|Dua ide benih saling melengkapi."
            "|Gabungkan, lalu perbaiki targetnya.|2023-03-01",
        ),
        "Akhir Ide": lines(
            "Ide|Keputusan|Kode Alasan|Alasan|Oleh|Tanggal",
            """AKH-001|IDE-004|ditarik|biaya|Penerangan pasar mahal.|Kepala Dispertan|2023-03-01
               AKH-002|IDE-005|tidak dilanjutkan|pemusatan||Tim lab|2023-03-13
               AKH-003|PCH-001#2|tidak dilanjutkan|bukan waktunya|Balai desa masih diperbaiki.
                  +|Camat Kejajar|2023-03-13""",
        ),
        "Persetujuan": lines(
            "Ide|Oleh|Tanggal",
            """PST1-001|GAB-001|Bupati Wonosobo|2023-03-20
               PST1-002|PCH-001#1|Bupati Wonosobo|2023-03-20""",
        ),
    }


def plan() -> dict[str, list[Row]]:
    """The innovations with their plans, up to the agreement."""
    of_main = {"Inovasi": MAIN}
    return {
        "Inovasi": lines(
            "Ide|Judul|Akronim|Unit|Tanggal",
            f"""{MAIN}|GAB-001|Gerai Benih Kentang Warga|GERBENTANG|Dispertan|2023-05-17
                {OTHER}|PCH-001#1|Klinik Tanaman Keliling|KLITAN|Kec. Kejajar|2023-05-17""",
            Ilustrasi="ya",
        ),
        "Ganti Nama": lines(
            "Judul Baru|Akronim Baru|Alasan|Tanggal",
            "GNM-001|Gerai Benih Kentang dan Bawang Warga|GERBENTANG|bawang ikut dilayani|2024-03-04",
            **of_main,
        ),
        "Profil": lines(
            "Tanggal|Inisiator|Jenis Inovasi|Bentuk Inovasi|Urusan|Tujuan|Manfaat|Hasil|Inovator",
            "PRF-001|2023-06-05|perangkat daerah|non digital|pelayanan publik|Pertanian"
            "|Benih terjangkau di desa.|Petani tidak perlu ke kota.|Gerai di tiga desa.|ORG23-06; ORG23-07",
            **of_main,
        ),
        "Rencana Aksi": lines(
            "Versi|Nomor|Kelompok|Kegiatan|Pelaksana|Keluaran|Metode|Mulai|Selesai|Tanggal|Mitra|Tempat"
            "|Biaya"
            "|Sumber Dana|Target|Ukuran Berhasil",
            """RNA-001|1|1|persiapan|Menata gerai di balai desa|Seksi Perbenihan|Gerai siap|gotong royong
                  +|2023-05|2023-06|2023-05-17|Pemerintah desa|Desa Sikunang|7500000|APBD|1 gerai|Gerai buka
               RNA-002|1|2|pelaksanaan|Menjual dan meminjamkan benih|Petugas gerai|Benih tersalur
                  +|layanan harian|2023-06|2023-10|2023-05-17|Penangkar|Desa Sikunang|0||2 ton
                  +|Buku pinjam terisi
               RNA-003|1|3|monitoring|Memeriksa mutu benih|Penyuluh|Catatan mutu|uji petik|2023-07|2023-10
                  +|2023-05-17||||||
               RNA-004|1|4|evaluasi|Menilai manfaat bagi petani|Dispertan|Laporan|wawancara|2023-11|2023-12
                  +|2023-05-17||||||
               RNA-005|2|1|pelaksanaan|Membuka gerai di dua desa lagi|Seksi Perbenihan|Dua gerai
                  +|layanan harian|2023-09|2023-12|2023-08-28|Pemerintah desa|Dieng Wetan|15000000|APBD
                  +|2 gerai|Gerai buka""",
            **of_main,
        )
        + lines(
            "Versi|Nomor|Kelompok|Kegiatan|Pelaksana|Tanggal",
            "RNA-101|1|1|persiapan|Menyusun jadwal keliling|Kec. Kejajar|2023-05-17",
            Inovasi=OTHER,
        ),
        "Pemangku Kepentingan": lines(
            "Pemangku Kepentingan|Kepentingan|Strategi Komunikasi|Tanggal",
            """PMK-001|Kelompok tani|Benih murah|Pertemuan bulanan|2023-05-22
               PMK-002|Penangkar benih|Pasar yang pasti|Perjanjian harga|2023-05-22""",
            **of_main,
        ),
        "Validasi Rencana": lines(
            "Versi|Validator|Bidang|Pendapat|Tanggal",
            "VLD-001|1|Dosen pertanian|perbenihan|Layak, asal mutu benih diperiksa.|2023-05-29",
            **of_main,
        ),
        "Persetujuan Rencana": lines(
            "Inovasi|Versi|Oleh|Tanggal",
            f"""PSR-001|{MAIN}|1|Bupati Wonosobo|2023-06-05
                PSR-002|{MAIN}|2|Bupati Wonosobo|2023-08-30
                PSR-003|{OTHER}|1|Bupati Wonosobo|2023-06-05""",
        ),
        "Kemajuan Rencana": lines(
            "Versi|Nomor|Kemajuan|Persen|Keluaran Nyata|Kendala|Sebab|Tanggal",
            """KMJ-001|1|1|selesai|100|Gerai Sikunang buka|||2023-06-16
               KMJ-002|1|2|berjalan|60|1,2 ton benih tersalur|Benih telat datang|kemampuan|2023-07-31
               KMJ-003|2|1|terlambat|50|Satu dari dua gerai|||2023-12-04""",
            **of_main,
        ),
        "Perjanjian": lines(
            "Jenis|Nomor|Judul|Tanggal|Tempat|Media|Inovasi|Versi Rencana",
            f"""PJJ-01|komitmen||Komitmen Pengembangan Inovasi Daerah|2023-02-13|Pendopo Kabupaten|papan||
                PJJ-02|perjanjian kinerja inovasi|050/CONTOH-11/2023|Perjanjian Kinerja Inovasi|2023-06-12
                   +|Alun-alun|naskah|{MAIN}; {OTHER}|1""",
            Ilustrasi="ya",
        ),
        "Perubahan Perjanjian": lines(
            "Perjanjian|Perubahan|Nomor Adendum|Versi Rencana|Alasan|Tanggal",
            """PBP-01|PJJ-02|diadendum|050/CONTOH-12/2023|2|dua desa ditambahkan|2023-08-30
               PBP-02|PJJ-02|diakhiri|||jangka waktunya habis|2024-06-12""",
        ),
        "Penanda Tangan": lines(
            "Perjanjian|Orang|Peran|Kapasitas|Mewakili",
            """TTD-01|PJJ-01|ORG23-01|penanda tangan|definitif|
               TTD-02|PJJ-01|ORG23-03|saksi|Plt.|
               TTD-03|PJJ-01|ORG23-08|penanda tangan|definitif|para camat
               TTD-04|PJJ-02|ORG23-01|pihak pertama|definitif|
               TTD-05|PJJ-02|ORG23-04|pihak kedua|definitif|
               TTD-06|PJJ-02|ORG23-03|saksi|Plt.|""",
        ),
    }


def deeds() -> dict[str, list[Row]]:
    """Trial, launching, monitoring and how the innovation went on."""
    of_main = {"Inovasi": MAIN}
    return {
        "Uji Coba": lines(
            "Inovasi|Tanggal|Tempat|Hasil",
            f"""UJC-001|{MAIN}|2023-06-19/2023-07-14|Desa Sikunang|Sembilan kelompok tani dilayani.
                UJC-002|{OTHER}|2023-06-20|Desa Tieng|""",
        ),
        "Jalannya Uji Coba": lines(
            "Inovasi|Perkembangan|Tanggal|Tempat|Hasil|Alasan",
            f"""JUC-001|{MAIN}|dilaporkan|2023-07-03|Desa Sikunang|Benih habis dalam dua pekan.|
                JUC-002|{MAIN}|selesai|2023-07-14|Desa Sikunang|Harga benih turun sepertiga.|
                JUC-003|{OTHER}|dihentikan|2023-07-10|Desa Tieng||mobil layanan rusak""",
        ),
        "Penerapan": lines(
            "Tanggal|Dasar Hukum|Keterangan", "PNR-001|2023-08-01|DOK23-05|di tiga desa", **of_main
        ),
        "Monitoring": lines(
            "Tanggal|Cara|Pemantau|Temuan|Tindak Lanjut|Langkah Diperiksa|Sebab",
            """MON-001|2023-08-21/2023-08-23|langsung|LAN dan Bagian Organisasi
                  +|Gerai buka setiap hari pasar.|Tambah stok benih.|1; 2|kemampuan
               MON-002|2023-10-16|tidak langsung|Champion|Buku pinjam terisi.||2; 3|""",
            **of_main,
        ),
        "Keterangan": lines(
            "Judul Isian|Isi|Tanggal", "KET-001|Jam layanan|07.00-12.00|2023-08-01", **of_main
        ),
        "Pengukuran": lines(
            "Indikator|Satuan|Nilai Sebelum|Tanggal Sebelum|Nilai Sesudah|Tanggal Sesudah|Cara Ukur|Sumber",
            "UKR-001|Harga benih kentang|rupiah per kilogram|24000|2023-03|16000|2023-12"
            "|rata-rata penjualan|buku gerai",
            **of_main,
        ),
        "Peluncuran": lines(
            "Inovasi|Acara|Tanggal",
            f"""PLC-001|{MAIN}|ACR-01|2023-06-12
                PLC-002|{OTHER}|ACR-01|2023-06-12""",
        ),
        "Pameran": lines("Acara|Tanggal|Stan", "PMR-001|ACR-02|2023-11-25/2023-11-26|Stan 4", **of_main),
        "Status Jalan": lines(
            "Status|Tanggal|Alasan",
            """STJ-001|berjalan|2023-10-02|
               STJ-002|tersendat|2024-01-15|benih menunggu musim panen
               STJ-003|dihentikan|2024-08-05|balai desa dipakai pengungsi
               STJ-004|dilanjutkan lagi|2024-10-07|balai desa dapat dipakai kembali""",
            **of_main,
        ),
        "Alih Inovator": lines(
            "Dari|Kepada|Sebab|Catatan|Tanggal",
            """ALH-001|ORG23-06|ORG23-04|mutasi|Buku gerai ikut diserahkan.|2024-01-31
               ALH-002|ORG23-07||pensiun||2024-11-01""",
            **of_main,
        ),
        "Penggabungan Inovasi": lines(
            "Inovasi yang Digabung|Menjadi|Alasan|Tanggal",
            f"PGI-001|{OTHER}|{MAIN}|agar penyuluh dan gerai satu kunjungan|2025-02-03",
        ),
    }


def renown() -> dict[str, list[Row]]:
    """What others said of it, what proves it, and the competition that it entered."""
    of_main = {"Inovasi": MAIN}
    return {
        "Penetapan Inovasi": lines(
            "Inovasi|Keputusan|Nomor Lampiran|Tanggal",
            f"""PTP-001|{MAIN}|DOK23-06|1|2023-12-15
                PTP-002|{OTHER}|DOK23-06|2|2023-12-15""",
        ),
        "Evaluasi Inovasi": lines(
            "Penilai|Manfaat|Dampak|Keberlanjutan|Rekomendasi|Laporan|Tanggal",
            "EVI-001|Dispertan dan LAN|Benih lebih murah.|Lahan kentang bersertifikat bertambah."
            "|Gerai dibiayai dana desa.|Perluas ke bawang.|DOK23-10|2024-06-28",
            **of_main,
        ),
        "Penilaian Juri": lines(
            "Juri|Acara|Kriteria|Nilai Juri|Peringkat|Tanggal",
            """JRI-001|Tim juri pameran|ACR-02|kebaruan|87,5|1|2023-11-26
               JRI-002|Tim juri pameran|ACR-02|keluasan manfaat|82|2|2023-11-26""",
            **of_main,
        ),
        "Rekomendasi Inovasi": lines(
            "Oleh|Untuk|Tanggal", "RKM-001|LAN RI|Kompetisi tingkat nasional|2024-01-22", **of_main
        ),
        "Publikasi Inovasi": lines(
            "Jenis|Judul Terbitan|Jilid|ISBN|Halaman|Penerbit|Tanggal",
            "PBK-001|direktori|Direktori Inovasi Wonosobo|1|978-000-0000-00-0|12-14|Bagian Organisasi"
            "|2024-04-22",
            **of_main,
        ),
        "Kekayaan Intelektual": lines(
            "Jenis|Nomor|Pemegang|Judul Ciptaan|Tanggal",
            "HKI-001|hak cipta|EC00CONTOH01|Pemerintah Kabupaten Wonosobo|Buku Pinjam Benih|2024-07-08",
            **of_main,
        ),
        "Bukti": lines(
            "Jenis|Nomor|Tanggal|Perihal|Tautan|Tautan Dibuka|Menggantikan",
            """BKT-001|laporan||2023-07-14|Laporan uji coba|||
               BKT-002|laporan|000.9/CONTOH-13/2023|2023-07-21|Laporan uji coba yang ditandatangani||
                  +|BKT-001
               BKT-003|berita||2023-06-13|Peluncuran gerai benih|https://contoh.id/gerbentang|2023-12-01
                  +|""",
            **of_main,
        ),
        "Pendukung": lines(
            "Jenis|Uraian|Daerah atau Instansi|Tanggal",
            """PDK-001|pengembangan|bawang putih ikut dilayani||2024-03-04
               PDK-002|mereplikasi|Buku pinjam benih|Kabupaten Contoh|2023-03-01
               PDK-003|direplikasi daerah lain|Gerai benih|Kota Contoh|2024-09-16""",
            **of_main,
        ),
        "Penghargaan": lines(
            "Judul|Pemberi|Tingkat|Edisi|Penerima|Inovasi|Tanggal",
            f"PGH23-01|Pameran Inovasi Wonosobo|Bupati Wonosobo|Juara I|2023|inovasi|{MAIN}|2023-11-26",
        ),
        "Isian KIPP": lines(
            "Tahun|Kelompok|Kategori|SDGs|Tanggal",
            "KPP-001|2025|umum|Ketahanan pangan|2|2025-04-21",
            **of_main,
        ),
        "Antrean": lines(
            "Tahun|Kelompok|Posisi|Tanggal", "ANT-001|2025|umum|kementerian|2025-05-19", **of_main
        ),
        "Hasil Lomba": lines(
            "Lomba|Tahun|Kelompok|Hasil|Catatan|Tanggal",
            "HSL-001|KIPP|2025|umum|tidak terpilih|Lolos tahap pertama|2025-08-11",
            **of_main,
        ),
    }


def rows() -> dict[str, Any]:
    """The sheets that hold something."""
    identity = {"Kode Wilayah": REGION, "Lab": LAB}
    return {"Identitas": identity, **region(), **lab(), **ideas(), **plan(), **deeds(), **renown()}
