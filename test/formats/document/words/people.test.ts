import { expect, test } from 'vitest';
import { peopleIn } from '../../../../src/formats/document/words/people.js';

/** People as `honorific|name|title|org|note`. */
const shown = (text: string) =>
  peopleIn(text, true)?.map(({ honorific = '', name, title = '', org = '', note = '' }) =>
    [honorific, name, title, org, note].join('|'),
  );

test.each<[string, readonly string[] | undefined]>([
  [
    'Lea Sun (Port of Busan), Omar Farouk (Suez Authority)',
    ['|Lea Sun||Port of Busan|', '|Omar Farouk||Suez Authority|'],
  ],
  ['Mme Sofia Petit (Ville de Brest), M. Ali Ben Salah', ['Mme|Sofia Petit||Ville de Brest|', 'M.|Ali Ben Salah|||']],
  [
    'Ana Lind (Basin Bank), Luis Vera (Norte) y Marta Gil',
    ['|Ana Lind||Basin Bank|', '|Luis Vera||Norte|', '|Marta Gil|||'],
  ],
  ['李伟（海洋研究所）、张敏（港务局）', ['|李伟||海洋研究所|', '|张敏||港务局|']],
  ['王芳（市政府）', ['|王芳||市政府|']],
  ['Ana Reis (UNDP), Director of Basins', ['|Ana Reis|Director of Basins|UNDP|']],
  ['Ana Reis (UNDP); Tom Okafor (IOM)', ['|Ana Reis||UNDP|', '|Tom Okafor||IOM|']],
  [
    'M. Yann Ker ; Mme Sofia Petit (Ville de Brest), M. Ali Ben Salah',
    ['M.|Yann Ker|||', 'Mme|Sofia Petit||Ville de Brest|', 'M.|Ali Ben Salah|||'],
  ],
  ['Ana Reis and Tom Okafor', ['|Ana Reis|||', '|Tom Okafor|||']],
  ['Ana Reis and Tom Okafor, Delta Bank', ['|Ana Reis||Delta Bank|', '|Tom Okafor||Delta Bank|']],
  // What stands in brackets is said of the last alone.
  ['Ana Reis and Tom Okafor (Delta Bank)', ['|Ana Reis|||', '|Tom Okafor||Delta Bank|']],
  [
    'Ana Reis (Delta Bank), Tom Okafor, Mx. Lea Sun (Delta Lab)',
    ['|Ana Reis||Delta Bank|', '|Tom Okafor|||', 'Mx.|Lea Sun||Delta Lab|'],
  ],
  ['Mr. Tom Okafor (by video link), Adviser, Delta Bank', ['Mr.|Tom Okafor|Adviser, Delta Bank||by video link']],
  ['Sr. Luis Vera (Gerente, Norte) - por videochamada', ['Sr.|Luis Vera|Gerente, Norte||por videochamada']],
  [
    'Dott.ssa Ana Lind, Dirigente, Ferrovie Alte (in collegamento)',
    ['Dott.ssa|Ana Lind|Dirigente, Ferrovie Alte||in collegamento'],
  ],
  ['Ana Reis (Delta Bank, Director)', ['|Ana Reis|Director|Delta Bank|']],
  ['Ana Reis (Director, Delta Bank)', ['|Ana Reis|Director, Delta Bank||']],
  ['Prof. Lea Sun, Chair of Patient Safety', ['Prof.|Lea Sun|Chair of Patient Safety||']],
  ['د. سامر الخيّاط، أستاذ، جامعة الساحل', ['د.|سامر الخيّاط|أستاذ، جامعة الساحل||']],
  ['贺兰廷　副市长　江屿市人民政府', ['|贺兰廷|副市长|江屿市人民政府|']],
  ['李伟 博士（海洋研究所）', ['博士|李伟||海洋研究所|']],
  ['王芳 高级工程师', ['|王芳|高级工程师||']],
  [
    'Ms. Ana Reis, Director, Department of Tides and Basins',
    ['Ms.|Ana Reis|Director, Department of Tides and Basins||'],
  ],
  ['د. منى سالم، جامعة بيروت', ['د.|منى سالم||جامعة بيروت|']],
  ['أ.د. منى سالم', ['أ.د.|منى سالم|||']],
  ['السيدة ليلى حسن، مديرة عامة، صندوق الدلتا', ['السيدة|ليلى حسن|مديرة عامة، صندوق الدلتا||']],
  ['السيدة ليلى حسن، السيد سامر المصري', ['السيدة|ليلى حسن|||', 'السيد|سامر المصري|||']],
  ['Ms. Ana Reis (Executive Secretary, Delta Compact)', ['Ms.|Ana Reis|Executive Secretary, Delta Compact||']],
  [
    'Dr. Ana Reis (Remote Sensing Specialist, Delta University)',
    ['Dr.|Ana Reis|Remote Sensing Specialist, Delta University||'],
  ],
  ['Ana Reis (Delta University), remote', ['|Ana Reis||Delta University|remote']],
  [
    'Sr. Luis Vera, Director, Observatorio del Delta, por videoconferencia',
    ['Sr.|Luis Vera|Director, Observatorio del Delta||'],
  ],
  ['Mme Ana Reis, journaliste, La Gazette', ['Mme|Ana Reis|journaliste, La Gazette||']],
  ['Frau Ana Reis, Architektin, Büro Nord', ['Frau|Ana Reis|Architektin, Büro Nord||']],
  ['Dep. Lúcia Feitosa, relatora', ['Dep.|Lúcia Feitosa|relatora||']],
  ['Managing Director', undefined],
  ['the keys of the room', undefined],
])('%s', (text, people) => {
  expect(shown(text)).toEqual(people);
});
