import { clock } from '../../src/model/time.js';

const HOW =
  'An introduction to|Scaling|The state of|Debugging|Lessons from|Rewriting|Why we left|Ten years of|Fuzzing|Inside'.split(
    '|',
  );
const WHAT =
  'kernels databases compilers browsers networks containers firmware codecs schedulers packages sensors maps radios archives wikis proxies editors linkers sandboxes microscopes'.split(
    ' ',
  );
const WHERE =
  'in production|for beginners|without fear|at the edge|in hospitals|on a budget|by 2035|for librarians|with few hands|on trains|in the open|across borders|at night'.split(
    '|',
  );
const GIVEN =
  'Ada Björn Chen Dilnoza Emeka Fatou Guðrún Hélène Inês José Kofi Łukasz Mei Noor Olga Petra Quentin Ravi Sofía Tariq Uma Václav Wanjiru Xenia Yusuf Zoë Amina Bence Carmen'.split(
    ' ',
  );
const FAMILY =
  'Achterberg Benali Castillo Dubois Eriksen Farkas García Haddad Ivanova Jensen Kowalski Lindqvist Moreau Nakamura Okafor Petrov Qureshi Rossi Silva Tanaka Ueda Vargas Weber Xu Yılmaz Zhang Abebe Baptiste Costa Diallo Eze Fontaine Gupta Horváth Ito Janssen Keller Laurent Mbeki Novák Olsen Pereira Reyes Suzuki Torres Vasquez Wagner'.split(
    ' ',
  );
const [ROOMS, DAYS, HOURS] = [90, 3, 5];

/** The YAML of an agenda of 1,350 sessions in 90 rooms on three days, without descriptions, each with another speaker. */
export function largeAgenda(): string {
  const nth = (list: readonly string[], i: number) => list[i % list.length] ?? '';
  const rooms = Array.from({ length: ROOMS }, (_, i) => `  r${i + 1}: {name: Room ${'HJKU'[i % 4]}.${i + 1}}`);
  const day = (number: number) => {
    const sessions = Array.from({ length: ROOMS * HOURS }, (_, i) => {
      const n = number * ROOMS * HOURS + i;
      const start = 540 + Math.floor(i / ROOMS) * 105 + 5 * (i % 3);
      const title = `${nth(HOW, n * 3 + Math.floor(n / 9))} ${nth(WHAT, n * 7 + Math.floor(n / 11))} and ${nth(WHAT, n * 3 + 5)} ${nth(WHERE, n * 5)}`;
      return `      - {id: s${n + 1}, time: "${clock(start)}-${clock(start + 60 + 15 * (i % 3))}", room: r${(i % ROOMS) + 1}, track: ${nth(WHAT, i % ROOMS)}, title: ${title}, speakers: [{name: ${nth(GIVEN, n)} ${nth(FAMILY, n)}}]}`;
    });
    return `  - date: 2030-02-0${number + 1}\n    sessions:\n${sessions.join('\n')}`;
  };
  return `id: large\ntitle: Large Conference 2030\nlanguage: en\ntimezone: Europe/Brussels\nrooms:\n${rooms.join('\n')}\ndays:\n${Array.from({ length: DAYS }, (_, i) => day(i)).join('\n')}\n`;
}
