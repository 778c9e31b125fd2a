"""Prints the events of a calendar file, one JSON object a line, as the library icalendar reads them."""

import json
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())

for event in calendar.walk("VEVENT"):
    if getattr(event, "errors", None):
        sys.exit(f"{event['uid']}: {event.errors}")
    print(
        json.dumps(
            {
                "start": int(event.decoded("dtstart").timestamp()),
                "end": int(event.decoded("dtend").timestamp()) if "dtend" in event else None,
                "title": str(event["summary"]),
                "place": str(event["location"]),
                "status": event["status"].lower(),
            }
        )
    )
