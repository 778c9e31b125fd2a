import { describe, expect, test } from 'vitest';
import { FORMATS, READER_NAMES, WRITER_NAMES } from '../../src/formats/registry.js';
import { idm } from '../support/run.js';

const names: readonly string[] = [...READER_NAMES, ...WRITER_NAMES];

describe('formats', () => {
  test('gives as JSON what is read and what is written, with options and extensions', async () => {
    const { out, err, code } = await idm(['formats', '--json']);
    expect([err, code]).toEqual(['', 0]);
    const rows: { name: string; option: string }[] = JSON.parse(out);
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(rows[0]).toEqual({
      name: 'yaml',
      direction: 'in',
      option: '--from yaml',
      extensions: ['.yaml', '.yml'],
      about: FORMATS.yaml.about,
    });
    expect(rows.find(({ option }) => option === '--schedule-json')).toEqual({
      name: 'schedule-json',
      direction: 'out',
      option: '--schedule-json',
      extensions: [],
      about: FORMATS['schedule-json'].about,
    });
    expect((await idm(['formats', '--json'], { terminal: true })).out).toBe(out);
  });

  test('gives a pipe lines with tabs', async () => {
    const lines = (await idm(['formats'])).out.trimEnd().split('\n');
    expect(lines.map(line => line.split('\t')[0])).toEqual(names);
    expect(lines[0]).toBe(`yaml\tin\t--from yaml\t.yaml,.yml\t${FORMATS.yaml.about}`);
    expect(lines.find(line => line.startsWith('schedule-xml\tout'))).toBe(
      `schedule-xml\tout\t--schedule-xml\t.xml\t${FORMATS['schedule-xml'].about}`,
    );
  });

  test('gives a terminal two lists, the descriptions one under the other', async () => {
    const { out } = await idm(['formats'], { terminal: true, columns: 120, env: { NO_COLOR: '1' } });
    const lines = out.split('\n');
    expect(lines[0]).toBe('Read, by any command');
    expect(lines).toContain('Written, by idm export');
    const abouts = [FORMATS.yaml.about, FORMATS.ics.about, FORMATS['schedule-json'].about];
    const columns = abouts.map(about => lines.find(line => line.endsWith(about))?.indexOf(about));
    expect(new Set(columns).size).toBe(1);
    expect(columns[0]).toBeGreaterThan(0);
  });

  test.each([40, 80])('fits a terminal of %i columns', async columns => {
    const { out } = await idm(['formats', '--table'], { terminal: true, columns, env: { NO_COLOR: '1' } });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
  });

  test('has examples in its help', async () => {
    expect((await idm(['formats', '--help'])).out).toContain('$ idm formats --json');
  });
});
