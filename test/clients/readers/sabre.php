<?php

// Prints the events of a calendar file, one JSON object a line, as sabre/vobject reads them; fails on what it finds invalid.

error_reporting(E_ALL & ~E_DEPRECATED);
require 'Sabre/VObject/autoload.php';

use Sabre\VObject\Reader;
use Sabre\VObject\Version;

/** Version 2 leaves commas and semicolons escaped, for those who split a list. */
function text($property): string
{
    $text = (string) $property;
    return version_compare(Version::VERSION, '3', '<') ? preg_replace('/\\\\([,;])/', '$1', $text) : $text;
}

$calendar = Reader::read(file_get_contents($argv[1]));
foreach ($calendar->validate() as ['message' => $message, 'node' => $node]) {
    fwrite(STDERR, "{$node->name}: $message\n");
    $invalid = true;
}
foreach ($calendar->select('VEVENT') as $event) {
    echo json_encode([
        'start' => $event->DTSTART->getDateTime()->getTimestamp(),
        'end' => isset($event->DTEND) ? $event->DTEND->getDateTime()->getTimestamp() : null,
        'title' => text($event->SUMMARY),
        'place' => text($event->LOCATION),
        'status' => strtolower((string) $event->STATUS),
    ]), "\n";
}
exit(isset($invalid) ? 1 : 0);
