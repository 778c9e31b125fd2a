"""Prints, for zones named as arguments, their changes of clocks and the local times around them, as Python has them.

JSON: {"data": the release of the time zone data or null, "zones": {name: {"changes": [[epoch seconds, seconds east before,
seconds east after]], "times": [[local minutes since 1970, epoch seconds, "once" | "twice" | "never"]]}}}. From 1970 to 2040.
"""

import json
import sys
import zoneinfo
from datetime import datetime, timedelta, timezone
from pathlib import Path

EPOCH = datetime(1970, 1, 1)
AROUND = [-1440, -121, -61, -60, -31, -30, -1, 0, 1, 29, 30, 31, 59, 60, 61, 121, 1440]


def release():
    for folder in map(Path, zoneinfo.TZPATH):
        if (folder / "Europe/Paris").exists():
            file = folder / "tzdata.zi"
            return file.read_text().split("\n")[0].split()[-1] if file.exists() else None
    try:
        import tzdata
    except ImportError:
        return None
    return tzdata.IANA_VERSION


def seconds_east(zone, at):
    return int(datetime.fromtimestamp(at, zone).utcoffset().total_seconds())


def changes(zone):
    days = 2 * 86_400  # No zone changes its clocks twice in them.
    low = 0
    before = seconds_east(zone, low)
    while low < int((datetime(2041, 1, 1) - EPOCH).total_seconds()):
        high = low + days
        after = seconds_east(zone, high)
        if after != before:
            first, last = low, high
            while last - first > 1:
                middle = (first + last) // 2
                if seconds_east(zone, middle) == before:
                    first = middle
                else:
                    last = middle
            yield last, before, after
        low, before = high, after


def instant(zone, minutes):
    local = EPOCH + timedelta(minutes=minutes)
    found = []
    for fold in (0, 1):
        utc = (local.replace(tzinfo=zone, fold=fold)).astimezone(timezone.utc)
        holds = utc.astimezone(zone).replace(tzinfo=None) == local
        found.append((int((utc.replace(tzinfo=None) - EPOCH).total_seconds()), holds))
    (first, holds), (second, _) = found
    if first == second:
        return first, "once"
    return first, "twice" if holds else "never"


def times(zone, of):
    minutes = {(at + east) // 60 + by for at, *both in of for east in both for by in AROUND}
    return [[minute, *instant(zone, minute)] for minute in sorted(minutes)]


result = {}
for name in sys.argv[1:]:
    zone = zoneinfo.ZoneInfo(name)
    of = list(changes(zone))
    result[name] = {"changes": of, "times": times(zone, of)}
json.dump({"data": release(), "zones": result}, sys.stdout)
