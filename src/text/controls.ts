/** Control characters that no text needs (C0 but tab and line breaks, DEL, C1): RFC 5545 §3.1 and RFC 4180 §2 forbid most. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** A text without control characters; tab, LF and CR stay. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}
