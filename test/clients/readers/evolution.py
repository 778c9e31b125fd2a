"""Prints the events of a calendar file, one JSON object a line, as evolution-data-server expands and reads them."""

import json
import sys

import gi

gi.require_version("ECal", "2.0")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, ICalGLib

STATUSES = {
    ICalGLib.PropertyStatus.CONFIRMED: "confirmed",
    ICalGLib.PropertyStatus.TENTATIVE: "tentative",
    ICalGLib.PropertyStatus.CANCELLED: "cancelled",
}
FROM = ICalGLib.Time.new_from_string("19700101T000000Z")
TO = ICalGLib.Time.new_from_string("20380101T000000Z")
UTC = ICalGLib.Timezone.get_utc_timezone()
# The library borrows what it is given, so something has to hold the zones.
ZONES = {"UTC": UTC}

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    calendar = ICalGLib.Component.new_from_string(file.read())


def zone(tzid, *_):
    """The VTIMEZONE that a TZID names."""
    if tzid not in ZONES:
        ZONES[tzid] = calendar.get_timezone(tzid)
    return ZONES[tzid]


def instances(event):
    """Epoch seconds of the start and end of each instance of an event."""
    found = []

    def keep(_, start, end, *rest):
        found.append([time.as_timet_with_zone(time.get_timezone()) for time in (start, end)])
        return True

    if not ECal.recur_generate_instances_sync(event, FROM, TO, keep, None, zone, None, UTC, None):
        sys.exit(f"{event.get_uid()}: cannot be expanded")
    return found


event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
while event is not None:
    component = ECal.Component.new_from_icalcomponent(event.clone())
    for start, end in instances(event):
        print(
            json.dumps(
                {
                    "start": start,
                    "end": end,
                    "title": component.get_summary().get_value(),
                    "place": component.get_location(),
                    "status": STATUSES[component.get_status()],
                }
            )
        )
    event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
