/** An agenda in six languages, before and after every field that a reader sees was changed. */
const title = (...texts: string[]) =>
  `{${['en', 'fr', 'es', 'ar', 'zh', 'ru'].map((tag, i) => `${tag}: "${texts[i] ?? texts[0]}"`).join(', ')}}`;

const FORUM = title('Forum', 'Forum', 'Foro', 'المنتدى', '论坛', 'Форум');
const OPENING = title('Opening', 'Ouverture', 'Apertura', 'الافتتاح', '开幕式', 'Открытие');
const LONG = (words: string) =>
  title(
    `How ${words} partnerships help cities to welcome those who arrive`,
    `Comment des partenariats ${words} aident les villes à accueillir ceux qui arrivent`,
    `Cómo las alianzas ${words} ayudan a las ciudades a acoger a quienes llegan`,
    `كيف تساعد الشراكات ${words} المدن على استقبال القادمين`,
    `${words}伙伴关系如何帮助城市接纳新来者，使他们融入当地社会并参与公共生活，为所有人创造更多机会和福祉`,
    `Как ${words} партнерства помогают городам принимать тех, кто прибывает`,
  );

export const BEFORE = `id: forum
title: ${FORUM}
language: en
timezone: Europe/Paris
venue: ${title('Palace', 'Palais', 'Palacio', 'القصر', '宫殿', 'Дворец')}
status: draft
revision: 3
rooms:
  hall: ${title('Hall', 'Salle', 'Sala', 'القاعة', '大厅', 'Зал')}
  annex: {name: Annex, capacity: 90}
  tent: Tent
people:
  ada: {name: Ada Reef, title: Director}
  ben: {name: Ben Hill}
days:
  - date: 2018-03-26
    sessions:
      - id: opening
        time: 10:00-10:30
        type: opening
        title: ${OPENING}
        room: hall
        speakers: [ada, {name: Zoé Ünal, note: video}]
      - {id: gone, time: 11:00-11:30, title: Gone, room: annex, moderators: [ben]}
      - {id: dinner, time: 12:00-12:30, title: Dinner, room: annex}
      - id: old-id
        time: 14:00-15:00
        title: Panel
        subtitle: First
        description: ${LONG('old')}
        track: Cities
        tags: [one, two]
        languages: [fr, en]
        url: https://example.org/1
        speakers: [ada, ben]
        moderators: [{person: ben, role: Chair}]
        room: hall
  - date: 2018-03-27
    title: Second day
    sessions:
      - {id: late, time: 19:00-, title: Late, room: annex}
      - id: whole
        time: 09:00-12:00
        title: Whole
        room: annex
        sessions: [{id: part, time: 09:00-10:00, title: Part}]
`;

export const AFTER = `id: forum
title: ${FORUM}
language: en
timezone: Europe/Berlin
venue: ${title('Castle', 'Château', 'Castillo', 'القلعة', '城堡', 'Замок')}
status: final
revision: 3
rooms:
  hall: ${title('Great Hall', 'Grande Salle', 'Gran Sala', 'القاعة الكبرى', '大礼堂', 'Большой зал')}
  annex: {name: Annex, capacity: 120, shared: true}
people:
  ada: {name: Ada Reef, title: President, country: Fiji}
  ben: {name: Ben Hill}
days:
  - date: 2018-03-26
    sessions:
      - id: opening
        time: 10:15-11:00
        type: plenary
        title: ${title('Welcome', 'Bienvenue', 'Bienvenida', 'الترحيب', '欢迎仪式', 'Приветствие')}
        room: annex
        status: tentative
        speakers: [{name: Zoé Ünal}, ada, {name: Çelik Ek}]
      - {id: dinner, time: 12:00-12:30, title: Dinner, room: annex, status: cancelled}
      - id: new-id
        time: 14:00-15:00
        title: Panel
        subtitle: Second
        description: ${LONG('new and open')}
        track: Oceans
        tags: [two, three]
        languages: [en, ru]
        url: https://example.org/2
        speakers: [ben, ada]
        moderators: [{person: ben, role: Rapporteur}]
        room: hall
      - {id: fresh, time: 16:00-17:00, title: Fresh, room: hall, speakers: [ada], moderators: [ben]}
      - {id: part, time: 09:00-10:00, title: Part, room: annex}
  - date: 2018-03-27
    title: Last day
    sessions:
      - {id: late, time: 19:00-20:00, title: Late, room: annex}
      - {id: whole, time: 09:00-12:00, title: Whole, room: annex}
`;
