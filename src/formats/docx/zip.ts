/** Signatures of a zip file (APPNOTE.TXT §4.3): of a header in the directory at its end, and of the end of that. */
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;

/** The fields of a directory header and of the end that are read here, as offsets in bytes (APPNOTE.TXT §4.3.12, §4.3.16). */
const TIME = 12;
const NAME_LENGTH = 28;
const EXTRA_LENGTH = 30;
const COMMENT_LENGTH = 32;
const LOCAL_HEADER = 42;
const HEADER_LENGTH = 46;
const FIRST_HEADER = 16;
const END_LENGTH = 22;
/** Where the time stands in a local header (APPNOTE.TXT §4.3.7). */
const LOCAL_TIME = 10;

/**
 * Gives every file in a zip file one time, in place. The file has no comment. A zip file has local times, two seconds apart,
 * from 1980 to 2107: here it is UTC, so that the bytes are the same in every zone; what is before or after is the first or last.
 */
export function setZipTimes(zip: Uint8Array, instant: number): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const time = dosTime(instant);
  const end = zip.length - END_LENGTH;
  if (view.getUint32(end, true) !== DIRECTORY_END) throw new Error('a zip file with a comment, or none');
  let at = view.getUint32(end + FIRST_HEADER, true);
  while (view.getUint32(at, true) === DIRECTORY_HEADER) {
    view.setUint32(at + TIME, time, true);
    view.setUint32(view.getUint32(at + LOCAL_HEADER, true) + LOCAL_TIME, time, true);
    const rest = [NAME_LENGTH, EXTRA_LENGTH, COMMENT_LENGTH].map(field => view.getUint16(at + field, true));
    at += rest.reduce((sum, length) => sum + length, HEADER_LENGTH);
  }
}

/** Time and date of MS-DOS in one number, as the two stand in a header. */
function dosTime(instant: number): number {
  const least = Date.UTC(1980, 0, 1);
  const most = Date.UTC(2107, 11, 31, 23, 59, 58);
  const at = new Date(Math.min(Math.max(instant, least), most));
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}
