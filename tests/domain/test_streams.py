"""Stream ids and the codes that people type."""

import pytest

from domain import streams


@pytest.mark.parametrize(
    ("region", "kind", "number", "stream"),
    [
        ("3303", "innovation", 147, "3303/innovation/000147"),
        ("3303", "idea", 1, "3303/idea/000001"),
        ("33", "unit", 999_999, "33/unit/999999"),
    ],
)
def test_stream_id_has_the_region_first_and_six_digits(
    region: str, kind: str, number: int, stream: str
) -> None:
    assert streams.stream_id(region, kind, number) == stream


@pytest.mark.parametrize("number", [0, -1, 1_000_000])
def test_stream_id_refuses_a_number_out_of_bounds(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        streams.stream_id("3303", "idea", number)


def test_region_stream_is_number_one_of_its_region() -> None:
    assert streams.region_stream("3303") == "3303/region/000001"


@pytest.mark.parametrize(("code", "prefix"), [("33.03", "3303"), ("33", "33")])
def test_prefix_and_region_code_are_inverse(code: str, prefix: str) -> None:
    assert streams.prefix(code) == prefix
    assert streams.region_code(prefix) == code
    assert streams.region_code(f"{prefix}/idea/000001") == code


def test_region_and_kind_are_read_from_a_stream_id() -> None:
    assert streams.region_of("3303/innovation/000147") == "3303"
    assert streams.kind_of("3303/innovation/000147") == "innovation"


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        ("3303/innovation/000147", "3303-0147"),
        ("3303/innovation/123456", "3303-123456"),
        ("3303/idea/000031", "3303-I0031"),
        ("3303/idea/012345", "3303-I12345"),
        ("33/innovation/000001", "33-0001"),
        ("3303/unit/000007", "3303/unit/000007"),
    ],
)
def test_code_is_what_people_type(stream: str, code: str) -> None:
    assert streams.code(stream) == code


@pytest.mark.parametrize(
    ("text", "stream"),
    [
        ("3303-0147", "3303/innovation/000147"),
        ("3303-147", "3303/innovation/000147"),
        ("3303-000147", "3303/innovation/000147"),
        ("3303-00000000147", "3303/innovation/000147"),
        ("3303-999999", "3303/innovation/999999"),
        ("  3303-0147\t", "3303/innovation/000147"),
        ("33-1", "33/innovation/000001"),
        ("3303-I0365", "3303/idea/000365"),
        ("3303-i365", "3303/idea/000365"),
        ("3303-i000365", "3303/idea/000365"),
        ("33-I1", "33/idea/000001"),
    ],
)
def test_stream_of_code_takes_any_padding_and_a_small_i(text: str, stream: str) -> None:
    assert streams.stream_of_code(text) == stream


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SIMPEL PASAR",
        "3303",
        "3303-",
        "3303-I",
        "33.03-0147",
        "330-0147",
        "33030-0147",
        "3303-1000000",
        "3303-I1000000",
        "3303-J12",
        "3303-0147x",
        "3303 0147",
        "3303-01 47",
        "-0147",
        "3303/innovation/000147",
    ],
)
def test_stream_of_code_is_none_when_the_text_is_no_code(text: str) -> None:
    assert streams.stream_of_code(text) is None


@pytest.mark.parametrize("text", ["3303-0", "3303-0000", "3303-I0", "3303-i0000"])
def test_stream_of_code_is_none_for_number_zero(text: str) -> None:
    """Numbers begin at 1: a code with zero names nothing, and must not end in an exception."""
    assert streams.stream_of_code(text) is None


@pytest.mark.parametrize("text", ["٣٣٠٣-١", "٣٣-I٧"])
def test_stream_of_code_is_none_for_digits_that_are_not_ascii(text: str) -> None:
    assert streams.stream_of_code(text) is None


@pytest.mark.parametrize("number", [1, 9, 10, 9_999, 10_000, 999_999])
@pytest.mark.parametrize("kind", ["innovation", "idea"])
def test_stream_of_code_undoes_code(kind: str, number: int) -> None:
    stream = streams.stream_id("3303", kind, number)
    assert streams.stream_of_code(streams.code(stream)) == stream
