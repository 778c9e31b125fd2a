/** Reads nothing but RFC 4180: CRLF after every row, quotes only round a whole cell and doubled in it. */
export function parse(csv: string, delimiter = ','): string[][] {
  const between = `\\u{${delimiter.codePointAt(0)?.toString(16)}}`;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${between}\\r\\n]*))(${between}|\\r\\n)`, 'yu');
    cell.lastIndex = at;
    const match = cell.exec(csv);
    if (match === null) throw new Error(`not RFC 4180 at ${at}: ${JSON.stringify(csv.slice(at, at + 40))}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    at = cell.lastIndex;
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) throw new Error('the last row does not end');
  return rows;
}
