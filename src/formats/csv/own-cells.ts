/** What stands between the items of a list in a cell that idm writes. */
export const LIST_SEPARATOR = '; ';

/**
 * A cell that no spreadsheet takes for a formula (OWASP, “CSV injection”): a `'` goes before one that begins with `=`, `+`,
 * `-`, `@`, tab or CR. So it does where apostrophes stand before these already, which is what makes
 * {@link unescapeFormula} unambiguous.
 */
export function escapeFormula(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** The cell that {@link escapeFormula} was given. */
export function unescapeFormula(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** A cell as it stands between delimiters, in quotes where it has to be (RFC 4180 §2). */
export function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
