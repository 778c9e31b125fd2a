import { fold } from '../text/fold.js';
import { lazy } from '../text/lazy.js';
import { nearest } from '../text/nearest.js';
import type { Minutes } from './time.js';
import { windowsZone } from './windows-zones.js';
import { ianaNames } from './zone-names.js';

/**
 * Names by which other programs and people call zones, by the zone: abbreviations, those of Ruby on Rails
 * (ActiveSupport::TimeZone) that are no city of IANA's, and cities that meet often.
 */
const names = lazy(
  (): Readonly<Record<string, string>> => ({
    'Africa/Algiers': 'West Central Africa',
    'Africa/Johannesburg': 'SAST, Pretoria, Cape Town',
    'Africa/Lagos': 'WAT, Abuja',
    'Africa/Maputo': 'CAT',
    'Africa/Nairobi': 'EAT',
    'America/Anchorage': 'AKST, AKDT, Alaska',
    'America/Argentina/Buenos_Aires': 'ART, AGT, Buenos Aires',
    'America/Bogota': 'COT',
    'America/Chicago': 'CST, CDT, CT, Central Time, Central Time (US & Canada)',
    'America/Denver': 'MDT, MT, Mountain Time, Mountain Time (US & Canada)',
    'America/Guatemala': 'Central America',
    'America/Guyana': 'Georgetown',
    'America/Halifax': 'AST, ADT, Atlantic Time, Atlantic Time (Canada)',
    'America/Indiana/Indianapolis': 'IET, Indiana (East)',
    'America/Lima': 'PET, Quito',
    'America/Los_Angeles': 'PST, PDT, PT, Pacific Time, Pacific Time (US & Canada), San Francisco, Seattle',
    'America/Mexico_City': 'Guadalajara',
    'America/New_York': 'EDT, ET, Eastern Time, Eastern Time (US & Canada), Washington, Boston',
    'America/Nuuk': 'Greenland',
    'America/Phoenix': 'PNT, Arizona',
    'America/Puerto_Rico': 'PRT',
    'America/Regina': 'Saskatchewan',
    'America/Santiago': 'CLT, CLST',
    'America/Sao_Paulo': 'BRT, BRST, BET, Brasilia, Rio de Janeiro',
    'America/St_Johns': 'NDT, CNT, Newfoundland',
    'America/Toronto': 'Ottawa',
    'Asia/Bangkok': 'ICT, Hanoi',
    'Asia/Colombo': 'Sri Jayawardenepura',
    'Asia/Dhaka': 'BDT',
    'Asia/Dubai': 'GST, Abu Dhabi',
    'Asia/Ho_Chi_Minh': 'VST',
    'Asia/Hong_Kong': 'HKT',
    'Asia/Jakarta': 'WIB',
    'Asia/Jerusalem': 'IDT',
    'Asia/Karachi': 'PKT, PLT, Islamabad',
    'Asia/Kathmandu': 'NPT',
    'Asia/Kolkata': 'IST, Mumbai, Chennai, New Delhi, Delhi, Bangalore',
    'Asia/Manila': 'PHT',
    'Asia/Seoul': 'KST',
    'Asia/Shanghai': 'CTT, Beijing',
    'Asia/Singapore': 'SGT',
    'Asia/Tehran': 'IRST',
    'Asia/Tokyo': 'JST, Osaka, Sapporo, Kyoto',
    'Asia/Yekaterinburg': 'Ekaterinburg',
    'Asia/Yerevan': 'NET',
    'Atlantic/Cape_Verde': 'Cape Verde Is.',
    'Atlantic/South_Georgia': 'Mid-Atlantic',
    'Australia/Adelaide': 'ACST, ACDT',
    'Australia/Darwin': 'ACT',
    'Australia/Perth': 'AWST',
    'Australia/Sydney': 'AEST, AEDT, AET',
    'Europe/Athens': 'EEST',
    'Europe/Berlin': 'MEZ, MESZ, Munich, Hamburg, Frankfurt, Cologne',
    'Europe/Istanbul': 'TRT',
    'Europe/Lisbon': 'WEST',
    'Europe/London': 'BST, Edinburgh',
    'Europe/Madrid': 'Barcelona',
    'Europe/Moscow': 'MSK, St. Petersburg',
    'Europe/Paris': 'CEST, ECT, Lyon, Strasbourg',
    'Europe/Rome': 'Milan',
    'Europe/Zurich': 'Bern, Geneva',
    'Pacific/Apia': 'MIT',
    'Pacific/Auckland': 'NZST, NZDT, NST, Wellington',
    'Pacific/Fakaofo': 'Tokelau Is.',
    'Pacific/Guadalcanal': 'Solomon Is., SST',
    'Pacific/Honolulu': 'Hawaii',
    'Pacific/Majuro': 'Marshall Is.',
    'Pacific/Midway': 'Midway Island',
    'Pacific/Noumea': 'New Caledonia',
    'Pacific/Pago_Pago': 'American Samoa',
    'Pacific/Tongatapu': "Nuku'alofa",
  }),
);

const byOffset = lazy(
  (): Readonly<Record<Minutes, string>> => ({
    [-660]: 'Pacific/Pago_Pago',
    [-600]: 'Pacific/Honolulu',
    [-570]: 'Pacific/Marquesas',
    [-540]: 'America/Anchorage',
    [-480]: 'America/Los_Angeles',
    [-420]: 'America/Denver',
    [-360]: 'America/Chicago',
    [-300]: 'America/New_York',
    [-240]: 'America/Halifax',
    [-210]: 'America/St_Johns',
    [-180]: 'America/Sao_Paulo',
    [-120]: 'America/Nuuk',
    [-60]: 'Atlantic/Azores',
    0: 'Europe/London',
    60: 'Europe/Paris',
    120: 'Europe/Athens',
    180: 'Europe/Istanbul',
    210: 'Asia/Tehran',
    240: 'Asia/Dubai',
    270: 'Asia/Kabul',
    300: 'Asia/Karachi',
    330: 'Asia/Kolkata',
    345: 'Asia/Kathmandu',
    360: 'Asia/Dhaka',
    390: 'Asia/Yangon',
    420: 'Asia/Bangkok',
    480: 'Asia/Shanghai',
    525: 'Australia/Eucla',
    540: 'Asia/Tokyo',
    570: 'Australia/Adelaide',
    600: 'Australia/Sydney',
    630: 'Australia/Lord_Howe',
    660: 'Pacific/Noumea',
    720: 'Pacific/Auckland',
    765: 'Pacific/Chatham',
    780: 'Pacific/Tongatapu',
    840: 'Pacific/Kiritimati',
  }),
);

/** `+02:00`, `GMT+2`, `UTC -3`: hours east of UTC, as people write them. */
const OFFSET = /^(?:UTC|GMT)? ?([+-])(\d{1,2})(?::?([0-5]\d))?$/i;

/**
 * The zone that was most likely meant by a text that is no IANA name: a Windows or Rails name, an abbreviation, an offset,
 * a city without its region, or a name with few edits. Undefined where nothing is near.
 */
export function likelyZone(text: string): string | undefined {
  const wanted = text.trim().slice(0, 100);
  const [, sign, hours, minutes = 0] = OFFSET.exec(wanted) ?? [];
  if (sign !== undefined) return inhabitedZone(Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)));
  const known = windowsZone(wanted) ?? named(wanted);
  if (known !== undefined) return known;
  const all = ianaNames();
  const place = fold(wanted).replace(/[\s_]+/g, '_');
  const city = all.find(name => name.toLowerCase().endsWith(`/${place}`));
  return city ?? nearest(wanted.replace(/\s+/g, '_'), all);
}

function named(text: string): string | undefined {
  const wanted = text.toLowerCase();
  const found = Object.entries(names()).find(([, others]) => others.toLowerCase().split(', ').includes(wanted));
  return found?.[0];
}

/** The zone of a name of Ruby on Rails, or of a place: not of an abbreviation. */
export function railsZone(text: string): string | undefined {
  return /^[A-Z]{2,5}$/.test(text) ? undefined : named(text);
}

/** A zone in which people live, by the minutes east of UTC of its standard time; undefined where nobody does. */
export function inhabitedZone(offset: Minutes): string | undefined {
  return byOffset()[offset];
}
