"""Prints the events of a calendar file, one JSON object a line, as libical reads them by its GObject bindings."""

import json
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib


def seconds(time):
    """Epoch seconds of a time, by the VTIMEZONE that its TZID names; None of no time."""
    if time is None or time.is_null_time():
        return None
    zone = time.get_timezone()
    if zone is None and not time.is_utc():
        sys.exit(f"{time.as_ical_string()}: no time zone")
    return time.as_timet_with_zone(zone)


def events(calendar):
    kind = ICalGLib.ComponentKind.VEVENT_COMPONENT
    event = calendar.get_first_component(kind)
    while event is not None:
        yield event
        event = calendar.get_next_component(kind)


STATUSES = {
    ICalGLib.PropertyStatus.CONFIRMED: "confirmed",
    ICalGLib.PropertyStatus.TENTATIVE: "tentative",
    ICalGLib.PropertyStatus.CANCELLED: "cancelled",
}

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    calendar = ICalGLib.Component.new_from_string(file.read())

if calendar is None or calendar.count_errors() > 0:
    sys.exit("libical finds errors")
for event in events(calendar):
    has_end = event.get_first_property(ICalGLib.PropertyKind.DTEND_PROPERTY) is not None
    print(
        json.dumps(
            {
                "start": seconds(event.get_dtstart()),
                "end": seconds(event.get_dtend()) if has_end else None,
                "title": event.get_summary(),
                "place": event.get_location(),
                "status": STATUSES[event.get_status()],
            }
        )
    )
