// Prints the events of a calendar file, one JSON object a line, as node-ical reads them.
import { createRequire } from 'node:module';

const { sync } = createRequire(new URL('../../../.ci/tools/package.json', import.meta.url))('node-ical');

for (const event of Object.values(sync.parseFile(process.argv[2]))) {
  if (event.type !== 'VEVENT') continue;
  const text = value => (typeof value === 'object' && value !== null ? value.val : value);
  const seconds = value => (value === undefined ? null : value.getTime() / 1000);
  console.log(
    JSON.stringify({
      start: seconds(event.start),
      end: seconds(event.end),
      title: text(event.summary),
      place: text(event.location),
      status: event.status?.toLowerCase(),
    }),
  );
}
