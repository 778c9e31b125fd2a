/**
 * A cell that no spreadsheet takes for a formula: a `'` goes before one that begins with `=`, `+`, `-`, `@`, tab or CR.
 * So it does where quotes stand before these already, which is what makes {@link unguard} unambiguous.
 */
export function guard(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** The cell before {@link guard}. */
export function unguard(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
