"""Dates as people write them: read where they have one meaning, else refused with what helps."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import dates
from domain.base import Reason
from jejak_i18n import formatting, sentence
from jejak_i18n.written_dates import UnreadDateError, Written, read, read_words

READ = {
    "15 Desember 2022": "2022-12-15",
    "  15   desember 2022 ": "2022-12-15",
    "15 DESEMBER 2022": "2022-12-15",
    "15 Desember2022": "2022-12-15",
    "15 Desember 2022.": "2022-12-15",
    "15 Des 2022": "2022-12-15",
    "15 Des. 2022": "2022-12-15",
    "15 Dec 2022": "2022-12-15",
    "01 January 2020": "2020-01-01",
    "12 Oktober 22": "2022-10-12",
    "Mei 2016": "2016-05",
    "bulan Mei 2021": "2021-05",
    "October 2022": "2022-10",
    "Pebruari 2020": "2020-02",
    "1 Nopember 2020": "2020-11-01",
    "Nop 2020": "2020-11",
    "Agust 2022": "2022-08",
    "1 Agst 2022": "2022-08-01",
    "Sept. 2021": "2021-09",
    "Okt-22": "2022-10",
    "10/2022": "2022-10",
    "10-2022": "2022-10",
    "2018": "2018",
    "Tahun 2022": "2022",
    "Th. 2020": "2020",
    "TA 2022": "2022",
    "2022-12-15": "2022-12-15",
    "2022-12": "2022-12",
    "2020/01/15": "2020-01-15",
    "2022-12-15 00:00:00": "2022-12-15",
    "2022-12-15T09:30:00Z": "2022-12-15",
    "2022-12-15T09:30:00.123+07:00": "2022-12-15",
    "2022-10-12/2022-10-13": "2022-10-12/2022-10-13",
    "Senin, 15 Mei 2023": "2023-05-15",
    "Rabu 12 Oktober 2022": "2022-10-12",
    "Jum'at, 5 Mei 2023": "2023-05-05",
    "tgl 12 Oktober 2022": "2022-10-12",
    "Minggu, 4 November 2018": "2018-11-04",
    "Minggu 4 November 2018": "2018-11-04",
    "per 1 Januari 2022": "2022-01-01",
    "15 Mei 2023 pukul 09.00 WIB": "2023-05-15",
    "15/12/2022": "2022-12-15",
    "15/12/22": "2022-12-15",
    "15.12.2022": "2022-12-15",
    "5-1-2022": "2022-01-05",
    "12-13 Oktober 2022": "2022-10-12/2022-10-13",
    "12–13 Oktober 2022": "2022-10-12/2022-10-13",
    "12 s/d 13 Oktober 2022": "2022-10-12/2022-10-13",
    "28 s.d 30 Agustus 2019": "2019-08-28/2019-08-30",
    "1 sampai dengan 3 Mei 2022": "2022-05-01/2022-05-03",
    "1 hingga 3 Mei 2022": "2022-05-01/2022-05-03",
    "12 dan 13 Oktober 2022": "2022-10-12/2022-10-13",
    "12, 13 Oktober 2022": "2022-10-12/2022-10-13",
    "28 Agustus - 2 September 2022": "2022-08-28/2022-09-02",
    "30 Desember 2022 sampai 2 Januari 2023": "2022-12-30/2023-01-02",
    "Januari s.d. Maret 2022": "2022-01/2022-03",
    "Januari 2023-Maret 2023": "2023-01/2023-03",
    "Maret/April 2021": "2021-03/2021-04",
    "Mar / Apr 2021": "2021-03/2021-04",
    "Desember 2020/Januari 2021": "2020-12/2021-01",
    "2017-2019": "2017/2019",
    "2019 s.d. 2021": "2019/2021",
    "2021/2022": "2021/2022",
    "TW II 2021": "2021-04/2021-06",
    "Triwulan IV Tahun 2022": "2022-10/2022-12",
    "Semester I 2022": "2022-01/2022-06",
    "Semester 2 2022": "2022-07/2022-12",
}


@pytest.mark.parametrize(("written", "iso"), READ.items())
def test_a_written_date_keeps_its_precision(written: str, iso: str) -> None:
    assert read_words(written) == Written(iso)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        (2018, "2018"),
        (2018.0, "2018"),
        (datetime(2022, 12, 15), "2022-12-15"),  # noqa: DTZ001 - Excel dates have no zone
        (date(2022, 12, 15), "2022-12-15"),
    ],
)
def test_values_of_other_types_are_dates_too(written: object, iso: str) -> None:
    assert read(written) == iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("akhir 2021", "2021"),
        ("Awal Januari 2021", "2021-01"),
        ("1 Januari 2020 (uji coba)", "2020-01-01"),
        ("minggu keempat November 2017", "2017-11"),
        ("Minggu ke-4 bulan November 2017", "2017-11"),
        ("pekan ke IV Nov 2017", "2017-11"),
        ("4th week of November 2017", "2017-11"),
        ("sekitar Oktober 2015", "2015-10"),
        ("Sekitar bulan Okt. 2015", "2015-10"),
        ("± Oktober 2015", "2015-10"),
        ("kurang lebih Maret/April 2021", "2021-03/2021-04"),
        ("19 Mei 2025 dst.", "2025-05-19"),
        ("19 Mei 2025, dst", "2025-05-19"),
        ("Senin, 19 Mei 2025 dan seterusnya", "2025-05-19"),
        ("19/05/2025 dst.", "2025-05-19"),
    ],
)
def test_what_a_date_cannot_hold_comes_back_as_words(written: str, iso: str) -> None:
    assert read_words(written) == Written(iso, written)


DOUBTFUL = ("Maret/April/Mei 2021", "12/13 Oktober 2022", "10/2022/11/2022", "dst.")
UNREAD = {
    "31 Februari 2022": (
        'the date "31 Februari 2022" does not exist.',
        'Write the right date, or only "Februari 2022" when the day is not known.',
    ),
    "30 Februari - 2 Maret 2022": (
        'the date "30 Februari - 2 Maret 2022" does not exist.',
        'Write the right date, or only "Februari 2022" when the day is not known.',
    ),
    "2022-02-30": (
        'the date "2022-02-30" does not exist.',
        'Write the right date, or only "Februari 2022" when the day is not known.',
    ),
    "32/1/2022": (
        'the date "32/1/2022" does not exist.',
        'Write the right date, or only "Januari 2022" when the day is not known.',
    ),
    "13/2022": (
        'the date "13/2022" does not exist.',
        'Write the right date, or only "2022" when the day is not known.',
    ),
    "12/15/2022": (
        '"12/15/2022" has no such month; the day stands first here.',
        'If the month was meant to stand first, write "15 Desember 2022".',
    ),
    "13-12 Oktober 2022": (
        '"13-12 Oktober 2022" ends before it begins.',
        'Write the earlier date first: "12–13 Oktober 2022".',
    ),
    "12 dan 20 Oktober 2022": (
        '"12 dan 20 Oktober 2022" names two dates that do not follow each other.',
        'Write the first of them, or from when to when it was: "12–20 Oktober 2022".',
    ),
    "Mei 2021 s.d. sekarang": (
        '"Mei 2021 s.d. sekarang" has no end.',
        'Write when it began: "Mei 2021".',
    ),
    "2019-sekarang": ('"2019-sekarang" has no end.', 'Write when it began: "2019".'),
    "s.d. Maret 2022": (
        '"s.d. Maret 2022" does not say when it began.',
        'Write both ends, or only the last day: "Maret 2022".',
    ),
    "± 2019": (
        '"± 2019" is no certain date.',
        'Write between which years it was, such as "2018-2020", or leave the cell empty.',
    ),
    "sekitar 2015": (
        '"sekitar 2015" is no certain date.',
        'Write between which years it was, such as "2018-2020", or leave the cell empty.',
    ),
    "sekitar 15 Oktober 2015": (
        '"sekitar 15 Oktober 2015" is no certain date.',
        'Write only the month: "Oktober 2015".',
    ),
    "Maret/Mei 2021": (
        '"Maret/Mei 2021" names two dates that do not follow each other.',
        'Write the first of them, or from when to when it was: "Maret–Mei 2021".',
    ),
    "April/Maret 2021": (
        '"April/Maret 2021" ends before it begins.',
        'Write the earlier date first: "Maret–April 2021".',
    ),
    "20 dan 12 Oktober 2022": (
        '"20 dan 12 Oktober 2022" ends before it begins.',
        'Write the earlier date first: "12–20 Oktober 2022".',
    ),
    "Mei 2025 dst.": ('"Mei 2025 dst." has no end.', 'Write when it began: "Mei 2025".'),
    "2019 dan seterusnya": ('"2019 dan seterusnya" has no end.', 'Write when it began: "2019".'),
    "19-20 Mei 2025 dst.": (
        '"19-20 Mei 2025 dst." has no end.',
        'Write when it began: "19–20 Mei 2025".',
    ),
    "31 Februari 2025 dst.": (
        'the date "31 Februari 2025 dst." does not exist.',
        'Write the right date, or only "Februari 2025" when the day is not known.',
    ),
    "44567": (
        'the number "44567" is no date.',
        "Format the cell as a date, or write it as text: 15 Desember 2022.",
    ),
    **{
        text: (
            f'"{text}" is no date.',
            "Write a date such as 15 Desember 2022, Desember 2022 or 2022;"
            " leave it out when it is not known.",
        )
        for text in ("besok", "belum", "-", "0", "", "TW V 2021", "15 Desember", "Oktober", *DOUBTFUL)
    },
}


@pytest.mark.parametrize("written", UNREAD)
def test_what_has_no_one_meaning_is_refused_with_what_helps(written: str) -> None:
    with pytest.raises(UnreadDateError) as caught:
        read(written)
    assert (sentence(caught.value.why, "en"), sentence(caught.value.remedy, "en")) == UNREAD[written]


@pytest.mark.parametrize("written", UNREAD)
def test_who_follows_the_remedy_is_understood(written: str) -> None:
    with pytest.raises(UnreadDateError) as caught:
        read(written)
    for said in _dates_in(caught.value.remedy):
        assert read(said) != ""


def _dates_in(remedy: Reason) -> list[str]:
    """What a remedy says to write."""
    quoted = sentence(remedy, "id").split('"')[1::2]
    return quoted or ["15 Desember 2022"]


@pytest.mark.parametrize("written", [44910, 44910.5, 18.5, 0, True])
def test_a_number_that_is_no_year_is_no_date(written: object) -> None:
    with pytest.raises(UnreadDateError):
        read(written)


DAYS = st.dates(date(1000, 1, 1), date(9998, 12, 31))


@st.composite
def printable(draw: st.DrawFn) -> str:
    """Any date in reduced form that can be recorded, or an interval of two."""
    first = draw(DAYS)
    start = first.isoformat()[: draw(st.sampled_from((4, 7, 10)))]
    if draw(st.booleans()):
        return start
    last = first + timedelta(days=draw(st.integers(0, 800)))
    end = last.isoformat()[: draw(st.sampled_from((4, 7, 10)))]
    return start if start == end else f"{start}/{end}"


@given(printable())
def test_what_jejak_prints_it_reads(iso: str) -> None:
    assert dates.span(iso)
    assert read(formatting.date(iso)) == iso
    assert read(formatting.short_date(iso)) == iso
    assert read(iso) == iso
