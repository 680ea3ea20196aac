"""Dates, times and school years as Indonesians write them."""

from datetime import date, time

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
SUNDAY = 6
_JULY = 7


def long_date(day: date) -> str:
    """``23 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """``Senin, 23 November 2026``."""
    return f"{DAYS[day.weekday()]}, {long_date(day)}"


def short_date(day: date) -> str:
    """``23 Nov``, for lists of this year."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}"


def clock_time(moment: time) -> str:
    """``09.05``: hours and minutes with a dot."""
    return f"{moment.hour:02}.{moment.minute:02}"


def time_span(starts_at: time | None, ends_at: time | None, zone: str) -> str:
    """``10.00–11.30 WIB``, ``10.00 WIB s.d. selesai``, or nothing when no time is set."""
    if starts_at is None:
        return ""
    if ends_at is None:
        return f"{clock_time(starts_at)} {zone} s.d. selesai"
    return f"{clock_time(starts_at)}–{clock_time(ends_at)} {zone}"


def school_year(day: date) -> str:
    """``2026/2027``: a school year begins in July."""
    first = day.year if day.month >= _JULY else day.year - 1
    return f"{first}/{first + 1}"


def semester(day: date) -> str:
    """``Ganjil`` from July to December, ``Genap`` from January to June."""
    return "Ganjil" if day.month >= _JULY else "Genap"
