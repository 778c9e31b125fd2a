import type { LabelLanguage } from '../../model/words.js';

/** What a page says of itself and of an agenda, beside the labels that all formats share. */
export interface PageWords {
  /** The views. */
  readonly programme: string;
  readonly timetable: string;
  readonly people: string;
  readonly rooms: string;
  /** Names of groups of controls. */
  readonly view: string;
  readonly language: string;
  readonly days: string;
  /** The head of the column of times. */
  readonly time: string;
  /** The link to what the page is about, for who has no pointer. */
  readonly skip: string;
  /** The calendar file of a session, and that of the whole. */
  readonly calendar: string;
  readonly wholeCalendar: string;
  /** All calendar files. */
  readonly calendars: string;
  readonly updated: string;
  readonly draft: string;
  readonly final: string;
  readonly seats: string;
  /** Of a room that may be in use twice. */
  readonly shared: string;
  /** Before the languages that are spoken. */
  readonly spoken: string;
  /** What sessions are chosen by. */
  readonly filters: Readonly<Record<'day' | 'room' | 'track' | 'type' | 'spoken', string>>;
  /** What only a script does. */
  readonly live: LiveWords;
}

/** Labels of what needs a script. */
export interface LiveWords {
  readonly search: string;
  /** Before the filters, which it shows and hides. */
  readonly filters: string;
  /** Before the number of sessions that were found, and where there are none. */
  readonly found: string;
  readonly none: string;
  /** To choose a session, and to see only what was chosen. */
  readonly pick: string;
  readonly mine: string;
  /** Before two chosen sessions: at one time; one after the other without a minute to change rooms. */
  readonly clash: string;
  readonly tight: string;
  /** What can be done with what was chosen. */
  readonly calendar: string;
  readonly share: string;
  /** Of what someone else has chosen: that it is, to choose it as well, to see all. */
  readonly shared: string;
  readonly keep: string;
  readonly all: string;
  readonly now: string;
  readonly next: string;
  /** The clocks of the reader. */
  readonly zone: string;
}

export const PAGE_WORDS: Readonly<Record<LabelLanguage, PageWords>> = {
  en: {
    programme: 'Programme',
    timetable: 'Timetable',
    people: 'People',
    rooms: 'Rooms',
    view: 'View',
    language: 'Language',
    days: 'Days',
    time: 'Time',
    skip: 'Skip to the programme',
    calendar: 'Add to calendar',
    wholeCalendar: 'Everything for your calendar',
    calendars: 'Calendar files',
    updated: 'Updated',
    draft: 'Draft',
    final: 'Final',
    seats: 'Seats',
    shared: 'shared',
    spoken: 'Languages',
    filters: { day: 'Day', room: 'Room', track: 'Track', type: 'Type', spoken: 'Language' },
    live: {
      search: 'Search',
      filters: 'Filters',
      found: 'Sessions: ',
      none: 'Nothing found',
      pick: 'Pick',
      mine: 'Only mine',
      clash: 'At the same time: ',
      tight: 'No time to change rooms: ',
      calendar: 'Calendar of my picks',
      share: 'Link to my picks',
      shared: 'Someone shared these sessions with you.',
      keep: 'Pick these',
      all: 'Show all',
      now: 'Now',
      next: 'Next',
      zone: 'Times where I am',
    },
  },
  fr: {
    programme: 'Programme',
    timetable: 'Grille horaire',
    people: 'Personnes',
    rooms: 'Salles',
    view: 'Affichage',
    language: 'Langue',
    days: 'Jours',
    time: 'Heure',
    skip: 'Aller au programme',
    calendar: 'Ajouter à l’agenda',
    wholeCalendar: 'Tout pour votre agenda',
    calendars: 'Fichiers d’agenda',
    updated: 'Mis à jour',
    draft: 'Projet',
    final: 'Version définitive',
    seats: 'Places',
    shared: 'partagée',
    spoken: 'Langues',
    filters: { day: 'Jour', room: 'Salle', track: 'Thème', type: 'Type', spoken: 'Langue' },
    live: {
      search: 'Rechercher',
      filters: 'Filtres',
      found: 'Séances\u00a0: ',
      none: 'Rien trouvé',
      pick: 'Retenir',
      mine: 'Mes choix seulement',
      clash: 'En même temps\u00a0: ',
      tight: 'Sans temps pour changer de salle\u00a0: ',
      calendar: 'Agenda de mes choix',
      share: 'Lien vers mes choix',
      shared: 'Ces séances ont été partagées avec vous.',
      keep: 'Les retenir',
      all: 'Tout afficher',
      now: 'Maintenant',
      next: 'Ensuite',
      zone: 'Heures de là où je suis',
    },
  },
  es: {
    programme: 'Programa',
    timetable: 'Horario',
    people: 'Personas',
    rooms: 'Salas',
    view: 'Vista',
    language: 'Idioma',
    days: 'Días',
    time: 'Hora',
    skip: 'Ir al programa',
    calendar: 'Añadir al calendario',
    wholeCalendar: 'Todo para su calendario',
    calendars: 'Archivos de calendario',
    updated: 'Actualizado',
    draft: 'Borrador',
    final: 'Versión definitiva',
    seats: 'Plazas',
    shared: 'compartida',
    spoken: 'Idiomas',
    filters: { day: 'Día', room: 'Sala', track: 'Tema', type: 'Tipo', spoken: 'Idioma' },
    live: {
      search: 'Buscar',
      filters: 'Filtros',
      found: 'Sesiones: ',
      none: 'Sin resultados',
      pick: 'Elegir',
      mine: 'Solo lo elegido',
      clash: 'Al mismo tiempo: ',
      tight: 'Sin tiempo para cambiar de sala: ',
      calendar: 'Calendario de lo elegido',
      share: 'Enlace a lo elegido',
      shared: 'Alguien compartió estas sesiones con usted.',
      keep: 'Elegirlas',
      all: 'Mostrar todo',
      now: 'Ahora',
      next: 'Después',
      zone: 'Horas de donde estoy',
    },
  },
  ar: {
    programme: 'البرنامج',
    timetable: 'الجدول الزمني',
    people: 'الأشخاص',
    rooms: 'القاعات',
    view: 'العرض',
    language: 'اللغة',
    days: 'الأيام',
    time: 'الوقت',
    skip: 'الانتقال إلى البرنامج',
    calendar: 'إضافة إلى التقويم',
    wholeCalendar: 'البرنامج كله للتقويم',
    calendars: 'ملفات التقويم',
    updated: 'آخر تحديث',
    draft: 'مسودة',
    final: 'الصيغة النهائية',
    seats: 'عدد المقاعد',
    shared: 'مشتركة',
    spoken: 'اللغات',
    filters: { day: 'اليوم', room: 'القاعة', track: 'المحور', type: 'النوع', spoken: 'اللغة' },
    live: {
      search: 'بحث',
      filters: 'عوامل التصفية',
      found: 'عدد الجلسات: ',
      none: 'لا نتائج',
      pick: 'اختيار',
      mine: 'اختياراتي فقط',
      clash: 'في الوقت نفسه: ',
      tight: 'لا وقت لتغيير القاعة: ',
      calendar: 'تقويم اختياراتي',
      share: 'رابط اختياراتي',
      shared: 'هذه الجلسات شوركت معك.',
      keep: 'اختيارها',
      all: 'عرض الكل',
      now: 'الآن',
      next: 'التالي',
      zone: 'التوقيت حيث أنا',
    },
  },
  zh: {
    programme: '日程',
    timetable: '时间表',
    people: '人员',
    rooms: '会议室',
    view: '视图',
    language: '语言',
    days: '日期',
    time: '时间',
    skip: '跳到日程',
    calendar: '添加到日历',
    wholeCalendar: '将全部日程加入日历',
    calendars: '日历文件',
    updated: '更新于',
    draft: '草案',
    final: '最终版',
    seats: '座位数',
    shared: '共用',
    spoken: '语言',
    filters: { day: '日期', room: '会议室', track: '专题', type: '类型', spoken: '语言' },
    live: {
      search: '搜索',
      filters: '筛选',
      found: '会议数：',
      none: '未找到',
      pick: '选择',
      mine: '仅看已选',
      clash: '时间冲突：',
      tight: '没有时间换会议室：',
      calendar: '已选日程的日历',
      share: '已选日程的链接',
      shared: '这些会议是他人分享给您的。',
      keep: '选择这些',
      all: '显示全部',
      now: '正在进行',
      next: '接下来',
      zone: '按我所在地的时间',
    },
  },
  ru: {
    programme: 'Программа',
    timetable: 'Расписание',
    people: 'Участники',
    rooms: 'Залы',
    view: 'Вид',
    language: 'Язык',
    days: 'Дни',
    time: 'Время',
    skip: 'Перейти к программе',
    calendar: 'Добавить в календарь',
    wholeCalendar: 'Вся программа для календаря',
    calendars: 'Файлы календаря',
    updated: 'Обновлено',
    draft: 'Проект',
    final: 'Окончательная версия',
    seats: 'Число мест',
    shared: 'общий',
    spoken: 'Языки',
    filters: { day: 'День', room: 'Зал', track: 'Тема', type: 'Тип', spoken: 'Язык' },
    live: {
      search: 'Поиск',
      filters: 'Фильтры',
      found: 'Заседаний: ',
      none: 'Ничего не найдено',
      pick: 'Выбрать',
      mine: 'Только выбранное',
      clash: 'В одно время: ',
      tight: 'Нет времени сменить зал: ',
      calendar: 'Календарь выбранного',
      share: 'Ссылка на выбранное',
      shared: 'С вами поделились этими заседаниями.',
      keep: 'Выбрать их',
      all: 'Показать все',
      now: 'Сейчас',
      next: 'Далее',
      zone: 'Время там, где я',
    },
  },
};
