import { encode } from 'uqr';
import { html, type Markup, NOTHING } from './markup.js';

/** Characters that a code can hold and a camera still read from a door. */
const LONGEST = 300;

/** What the library `uqr` does for us: an address as a QR code (ISO/IEC 18004). Here it becomes a drawing that scales; nothing where the address is long. */
export function qrCode(url: string): Markup {
  if (url.length > LONGEST) return NOTHING;
  const { data, size } = encode(url, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return html`<svg class=qr viewBox="0 0 ${size} ${size}" role=img aria-label=${url} shape-rendering=crispEdges><path d="${path}"/></svg>`;
}
