import fc from 'fast-check';
import { dateOf, dayNumber } from '../../src/model/date.js';
import { clock } from '../../src/model/time.js';

/** Words of a language that programmes are made of. */
export interface ProgrammeWords {
  readonly language: string;
  readonly conference: string;
  readonly titles: readonly string[];
  readonly pause: string;
  readonly rooms: readonly string[];
  readonly people: readonly (readonly [honorific: string, name: string, title: string])[];
  readonly note: string;
  readonly text: string;
  /** A label and someone behind it, and what nobody understands. */
  readonly label: string;
  readonly stray: string;
  /** A time of a document in this language. */
  readonly time: (start: number, end: number) => string;
}

const range = (start: number, end: number) => `${clock(start)} – ${clock(end)}`;
const french = (minutes: number) =>
  `${Math.floor(minutes / 60)}h${minutes % 60 === 0 ? '' : String(minutes % 60).padStart(2, '0')}`;

/** Programmes in the six languages of the United Nations. */
export const PROGRAMME_WORDS: readonly ProgrammeWords[] = [
  {
    language: 'en',
    conference: 'River Delta Forum 2031',
    titles: ['Sediment in the lower basin', 'Who pays for dikes', 'Mangroves as walls', 'Maps for the public'],
    pause: 'Coffee break',
    rooms: ['Conference Room 4', 'Room B'],
    people: [
      ['Ms.', 'Ana Reis', 'Director of the Basin Bank'],
      ['Mr.', 'Tom Okafor', 'Minister of Water'],
      ['Dr.', 'Mei Tanaka', 'Professor of Hydrology'],
      ['', 'Lars Holm', 'Head of the Coastal Office'],
    ],
    note: 'video message',
    text: 'Each year the river carries less silt to the sea. The forum asks what can be done.',
    label: 'Moderator',
    stray: 'Badges are at the gate',
    time: range,
  },
  {
    language: 'fr',
    conference: 'Forum des deltas 2031',
    titles: ['Les sédiments du bassin', 'Qui paie les digues', 'Des mangroves pour remparts', 'Des cartes pour tous'],
    pause: 'Pause café',
    rooms: ['Salle de conférence 4', 'Salle B'],
    people: [
      ['Mme', 'Ana Reis', 'Directrice de la Banque du bassin'],
      ['M.', 'Paul Okafor', 'Ministre de l’eau'],
      ['Dr', 'Mei Tanaka', 'Professeure d’hydrologie'],
      ['', 'Lars Holm', 'Chef du Bureau des côtes'],
    ],
    note: 'message vidéo',
    text: 'Chaque année, le fleuve apporte moins de limon à la mer. Le forum demande ce que l’on peut faire.',
    label: 'Modérateur',
    stray: 'Les badges sont à l’entrée',
    time: (start, end) => `${french(start)} – ${french(end)}`,
  },
  {
    language: 'es',
    conference: 'Foro de los deltas 2031',
    titles: ['Los sedimentos de la cuenca', 'Quién paga los diques', 'Manglares como murallas', 'Mapas para todos'],
    pause: 'Pausa para el café',
    rooms: ['Sala de conferencias 4', 'Sala B'],
    people: [
      ['Sra.', 'Ana Reis', 'Directora del Banco de la Cuenca'],
      ['Sr.', 'Pablo Okafor', 'Ministro de Aguas'],
      ['Dra.', 'Mei Tanaka', 'Profesora de Hidrología'],
      ['', 'Lars Holm', 'Jefe de la Oficina de Costas'],
    ],
    note: 'videomensaje',
    text: 'Cada año el río lleva menos limo al mar. El foro pregunta qué se puede hacer.',
    label: 'Moderadora',
    stray: 'Las credenciales están en la puerta',
    time: range,
  },
  {
    language: 'ru',
    conference: 'Форум речных дельт 2031',
    titles: ['Наносы нижнего бассейна', 'Кто платит за дамбы', 'Мангры вместо стен', 'Карты для всех'],
    pause: 'Перерыв на кофе',
    rooms: ['Зал заседаний 4', 'Зал Б'],
    people: [
      ['г-жа', 'Анна Рейс', 'директор Банка бассейна'],
      ['г-н', 'Павел Окафор', 'министр водного хозяйства'],
      ['г-жа', 'Мэй Танака', 'профессор гидрологии'],
      ['', 'Ларс Хольм', 'руководитель Берегового управления'],
    ],
    note: 'видеообращение',
    text: 'Каждый год река несёт в море всё меньше ила. Форум спрашивает, что можно сделать.',
    label: 'Модератор',
    stray: 'Пропуска выдают у входа',
    time: range,
  },
  {
    language: 'ar',
    conference: 'منتدى دلتا الأنهار 2031',
    titles: ['رواسب الحوض الأدنى', 'من يدفع ثمن السدود', 'غابات القرم جدارا', 'خرائط للجميع'],
    pause: 'استراحة',
    rooms: ['قاعة المؤتمرات 4', 'القاعة ب'],
    people: [
      ['السيدة', 'آنا ريس', 'مديرة مصرف الحوض'],
      ['السيد', 'توم أوكافور', 'وزير المياه'],
      ['السيدة', 'مي تاناكا', 'خبيرة المياه'],
      ['السيد', 'لارس هولم', 'رئيس مكتب السواحل'],
    ],
    note: 'رسالة فيديو',
    text: 'يحمل النهر كل عام طميا أقل إلى البحر. يسأل المنتدى عما يمكن فعله.',
    label: 'الميسر',
    stray: 'البطاقات عند الباب',
    time: range,
  },
  {
    language: 'zh',
    conference: '2031年河流三角洲论坛',
    titles: ['下游流域的泥沙', '谁为堤坝付钱', '以红树林为墙', '公众地图'],
    pause: '茶歇',
    rooms: ['第四会议室', '第二会议室'],
    people: [
      ['', '王丽', '流域银行行长'],
      ['', '李强', '水利部部长'],
      ['', '田中美', '水文学教授'],
      ['', '张伟', '海岸局局长'],
    ],
    note: '视频致辞',
    text: '河流每年带入海洋的泥沙越来越少。论坛要问能做些什么。',
    label: '主持人',
    stray: '证件在门口领取',
    time: range,
  },
];

/** A session after those before it: how long it takes, and what is in it, by numbers in the words of a language. */
const session = fc.record({
  length: fc.integer({ min: 1, max: 8 }),
  gap: fc.nat(2),
  title: fc.nat(3),
  room: fc.nat(2),
  isPause: fc.nat(4),
  moderator: fc.nat(6),
  speakers: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
  note: fc.nat(4),
  hasText: fc.boolean(),
});

/** Agendas as conferences have them, in one of the six languages: sessions after one another, with rooms and people; as JSON, which is YAML. */
export const plainAgendas = fc
  .tuple(
    fc.constantFrom(...PROGRAMME_WORDS),
    fc.date({ min: new Date('2031-01-01'), max: new Date('2031-12-20'), noInvalidDate: true }),
    fc.array(fc.array(session, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([words, first, days]) => {
    const from = dayNumber(first.toISOString().slice(0, 10)) ?? 0;
    const person = (i: number) => `p${i}`;
    const made = days.map((list, day) => {
      let at = 9 * 60;
      return list.map((one, i) => {
        const start = at + one.gap * 15;
        at = start + one.length * 15;
        const isPause = one.isPause === 0 && i > 0;
        const speakers = one.speakers.filter(who => who !== one.moderator);
        return {
          id: `s${day}-${i}`,
          time: `${clock(start)}-${clock(at)}`,
          title: isPause ? words.pause : `${words.titles[one.title]} (${day + 1}.${i + 1})`,
          ...(isPause ? { type: 'break' } : {}),
          ...(!isPause && one.room < 2 && { room: `r${one.room}` }),
          ...(!isPause && one.moderator < 4 && { moderators: [person(one.moderator)] }),
          ...(!isPause && {
            speakers: speakers.map((who, n) => ({
              person: person(who),
              ...(n === 0 && one.note === 0 && { note: words.note }),
            })),
          }),
          ...(!isPause && one.hasText && { description: words.text }),
        };
      });
    });
    return JSON.stringify({
      id: 'plain',
      language: words.language,
      title: words.conference,
      timezone: 'Europe/Paris',
      rooms: Object.fromEntries(words.rooms.map((name, i) => [`r${i}`, name])),
      people: Object.fromEntries(
        words.people.map(([honorific, name, title], i) => [
          person(i),
          { name, title, ...(honorific !== '' && { honorific }) },
        ]),
      ),
      days: made.map((sessions, i) => ({ date: dateOf(from + i), sessions })),
    });
  });
