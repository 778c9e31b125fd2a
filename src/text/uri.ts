/** What stands in a URI for itself (RFC 3986 §2): anything else is percent-encoded, a lone `%` too. */
const ENCODED = /%(?![0-9a-fA-F]{2})|[^A-Za-z0-9_.~:/?#@!$&'()*+,;=%-]/gu;

/** An address as a URI of ASCII (RFC 3986, RFC 3987 §3.1), halves of surrogate pairs left out. */
export function asciiUri(address: string): string {
  return address.replace(/\p{Surrogate}/gu, '').replace(ENCODED, encodeURIComponent);
}
