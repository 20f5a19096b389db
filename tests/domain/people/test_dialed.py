"""Phone numbers as phone systems, Windows and links give them."""

from __future__ import annotations

from app.domain.people.dialed import dialed_number, is_link

FORMS = (
    "5035551234",
    "503-555-1234",
    "(503) 555-1234",
    " 503.555.1234 ",
    "+15035551234",
    "+1 (503) 555-1234",
    "1-503-555-1234 x22",
    "503 555 1234 ext. 9",
    "tel:5035551234",
    "TEL:+1-503-555-1234",
    "tel:+15035551234;ext=102",
    "tel:503%20555%201234",
    "tel:%2B1%20%28503%29%20555-1234",
    "tel://5035551234/",
    "callto:+15035551234",
    "callto://503.555.1234",
    "tel:5035551234?subject=x",
    "tel:5035551234;phone-context=example.com",
    "5035551234,,77#",
    "503\u2011555\u20111234",
    "503\u00a0555\u00a01234",
    "\u202a+1 503 555 1234\u202c",
    "\uff15\uff10\uff13\uff15\uff15\uff15\uff11\uff12\uff13\uff14",
)


def test_one_number_in_all_its_forms() -> None:
    """Links, country code, extension, punctuation, blanks, percent-encoding and invisible signs make no difference."""
    assert {form: dialed_number(form) for form in FORMS} == dict.fromkeys(FORMS, "5035551234")


def test_other_numbers() -> None:
    """Numbers of other countries keep their +; a local number and an extension stay as they are."""
    assert dialed_number("tel:+49-30-123456") == "+4930123456"
    assert dialed_number("011 49 30 123456") == "+4930123456"
    assert dialed_number("555-1234") == "5551234"
    assert dialed_number("tel:201") == "201"


def test_what_is_no_number() -> None:
    """Words, withheld numbers, code and overlong texts are no number."""
    for text in (
        "",
        "tel:",
        "anonymous",
        "Restricted",
        "1; drop table patient",
        "5035551234 & calc.exe",
        "tel:%00%00%00",
        "--phone",
        "503555123a",
        "+",
        "++15035551234",
        "9" * 40,
        "5035551234" + " " * 300,
        "12",
    ):
        assert dialed_number(text) == "", text


def test_links() -> None:
    """Only `tel:` and `callto:` are links to a number."""
    assert is_link("tel:1")
    assert is_link(" CallTo://1")
    assert not is_link("mailto:ann@example.com")
    assert not is_link("telephone")
