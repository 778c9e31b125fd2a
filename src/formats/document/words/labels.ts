import type { SessionType } from '../../../model/agenda.js';
import { TYPE_WORDS } from '../../../model/type-words.js';
import { LABEL_LANGUAGES, type Words, wordsIn } from '../../../model/words.js';
import { fold, foldedRegExp } from '../../../text/fold.js';
import { lazy, lazyRegExp } from '../../../text/lazy.js';

const bothGenders = lazyRegExp(
  '\\([\\p{L}-]{1,4}\\)|(?:\\/|·|\\.)(?:[\\p{L}]{1,4}|\\p{L}+(?:rice|ora|ante))(?![\\p{L}])',
  'gu',
);
const pluralInBrackets = lazyRegExp('\\s*\\(\\p{L}{1,3}\\)', 'gu');

/** What a label says of the text behind it. */
export type LabelKind =
  | 'moderators'
  | 'speakers'
  | 'affiliation'
  | 'function'
  | 'room'
  | 'organizer'
  | 'languages'
  | 'interpretation'
  | 'track'
  | 'links'
  | 'title'
  | 'time'
  | 'date'
  | 'description'
  | 'type'
  | 'venue'
  | 'status'
  | 'timezone'
  | 'start'
  | 'end'
  /** What is left out: how long something takes, and numbers of rows. */
  | 'duration'
  | 'number';

/** A label at the beginning of a text. */
export interface Label {
  readonly kind: LabelKind;
  /** As it is written, without its colon. */
  readonly word: string;
  /** The role that it names, where that is not simply who moderates or speaks. */
  readonly role?: string;
  /** True of a label for several people. */
  readonly isPlural: boolean;
  /** UTF-16 offset of the text behind it. */
  readonly rest: number;
}

/** Words of labels, folded, `_` for blanks; those of roles that views name otherwise are in {@link ROLES}. */
const LABELS: Readonly<Partial<Record<LabelKind, string>>> = {
  moderators: `moderator moderators moderated_by moderation facilitator facilitators facilitated_by
    facilitateur facilitatrice facilitador facilitadora facilita mediador mediadora moderacao mediacao
    moderateur moderatrice moderateurs moderatrices modere_par animateur animatrice anime_par animation
    moderador moderadora moderadores moderadoras moderado_por modera moderan moderacion
    модератор модераторы модерирует ведущий ведущая ведущие
    مدير_الجلسة ميسر ميسرة الميسر الميسرة منسق_الجلسة يدير_الجلسة مدير_النقاش 主持 主持人 moderiert_von moderatore moderatrice moderano coordina coordinano conduce facilitatore facilitatrice gespreksleider
    gespreksleidster dagvoorzitter ميسر_الحلقة ميسرة_الحلقة ميسر_الورشة ميسرة_الورشة تيسير animee_par moderee_par in_the_chair moderator kolaylastirici`,
  speakers: `speaker speakers panelist panelists panellist panellists presenter presenters presented_by led_by given_by with participants
    who qui quien quienes quem wer apresentador apresentadora conferencista conferencistas
    palestrante palestrantes debatedor debatedores expositoras
    orateur oratrice orateurs oratrices intervenant intervenante intervenants intervenantes panelistes paneliste participants avec
    orador oradora oradores oradoras ponente ponentes panelista panelistas expositor expositora expositores participantes
    encargado encargada encargados interviene intervienen con
    докладчик докладчики выступающие выступающий выступает выступают спикер спикеры участники участники_дискуссии
    المتحدث المتحدثة المتحدثون المتكلمون المتحاورون المشاركون المداخلات 发言人 发言者 演讲人 嘉宾 讲者 小组成员 redner referent referenten referentin auf_dem_podium es_diskutieren es_sprechen
    com relatore relatrice relatori relatrici intervengono partecipa partecipano ospite ospiti spreker sprekers panelleden participan 报告人 主讲 主讲人 发言嘉宾 对话嘉宾 致辞嘉宾 konusmaci konusmacilar panelistler`,
  room: `room rooms where location place hall salle salles lieu espace local sala salas salon lugar ou donde onde wo зал зала место помещение комната
    القاعة قاعة المكان 会议室 地点 房间 raum ort saal luogo dove aula zaal locatie`,
  organizer: `organizer organizers organiser organisers lead_organizers lead_organizer lead_organisers organized_by organised_by host hosts hosted_by
    co-organizers co-organized_by convened_by convener conveners
    organisateur organisateurs organise_par organisation coorganise_par organizador organizadores organizado_por organiza organizan
    организатор организаторы организатор_мероприятия المنظم المنظمون التنظيم تنظيم 主办方 主办 veranstalter`,
  languages:
    'language languages langue langues idioma idiomas язык языки اللغة اللغات 语言 语种 sprache sprachen lingua lingue taal',
  interpretation: `interpretation simultaneous_interpretation interpretacion interpretacion_simultanea traduction_simultanee
    устный_перевод синхронный_перевод перевод الترجمة_الشفوية الترجمة 口译 同声传译`,
  track: 'track theme thread stream thematique axe eje тема المحور 主题',
  title:
    'title session activity topic event item subject programme what titre activite seance evenement sujet intitule actividad titulo tema sesion evento мероприятие название сессия заседание темы النشاط العنوان الجلسة الموضوع 议题 活动 内容 titel titolo onderwerp',
  time: 'timing timings time times hour hours when heure heures horaire horaires hora horas horario время часы الوقت التوقيت الساعة 时间 zeit uhrzeit ore ora orario tijd tijdstip',
  start: 'start begin begins from debut inicio начало البداية 开始 beginn',
  end: 'end ends until fin termino конец окончание النهاية 结束 ende',
  date: 'date day dates fecha dia jour дата день التاريخ اليوم 日期 datum giorno dag',
  description:
    'description abstract details summary remarks notes resume contenu descripcion contenido resumen описание аннотация الوصف 说明 简介 beschreibung',
  type: 'type format kind category tipo formato тип формат النوع 类型 形式',
  venue: 'venue lieu_de_la_reunion sede место_проведения مكان_الانعقاد 会场',
  links: 'links link documents document liens lien enlaces ссылки الروابط 链接',
  status: 'status statut estado статус الحالة 状态',
  timezone: 'timezone time_zone fuseau_horaire zona_horaria часовой_пояс المنطقة_الزمنية 时区 zeitzone',
};

/** Words of columns that are no labels within a text, folded. */
const COLUMNS: Readonly<Partial<Record<LabelKind, string>>> = {
  title:
    'pitch agenda_item sequence deroule intervento argomento onderdeel programmpunkt tagesordnungspunkt punkt البند',
  speakers:
    'by_whom a_cargo_de responsable responsables founder founders name names resource_persons docente docentes relatori',
  duration: 'duration length duree duracion duracao dauer durata duur продолжительность длительность المدة 时长',
  number: 'no n° nr item # point punto pos',
  function: `function functions position job_title designation fonction fonctions poste qualite cargo puesto funktion должность الصفة المنصب 职务`,
  affiliation: `start-up startup affiliation affiliations company companies institution institutions institute laboratory employer etablissement laboratoire
    entreprise entidad empresa institucion instituicao unternehmen einrichtung компания учреждение المؤسسة الجهة 单位 机构 单位及职务 职务及单位 单位职务`,
};

/** Words that are labels before a colon, but begin titles as well: `Where – and how`. */
const QUESTIONS = new Set('who qui quien quienes quem wer where ou donde onde wo'.split(' '));

/** Roles with a name of their own, folded: who has one moderates or speaks, and the role is shown in place of that. */
const ROLES: Readonly<Record<'moderators' | 'speakers', string>> = {
  moderators: `chair co-chair chairs co-chairs chairperson chairman chairwoman chaired_by presided_by president presidente preside presiden
    presidence presidente_de_la_sesion copresident copresidente copresidents coprésidence coordinator coordinateur coordinadora coordinador
    presidencia president_de_seance presidente_de_seance председатель сопредседатель сопредседатели председательствует الرئيس رئيس_الجلسة رئيسة_الجلسة يرأس_الجلسة 主席 共同主席 vorsitz leitung presiede presieduto_da presidenza oturum_baskani رئيسة_الجلسة`,
  speakers: `keynote_speaker keynote_speakers keynote discussant discussants rapporteur rapporteurs respondent respondents commentator
    discutant discutante discutants rapporteure rapporteuse orateur_principal oratrice_principale
    comentarista comentaristas relator relatora relatores orador_principal oradora_principal
    содокладчик дискутант дискутанты докладчик_по_итогам основной_докладчик المقرر المقررة المعقب المعقبة المتحدث_الرئيسي
    introduced_by introduction_by jury jurors presenta presentan
    报告员 点评人 主旨发言人 评论人 welcome_remarks opening_remarks closing_remarks opening_statement opening_statements welcome
    remarques_liminaires allocution_d'ouverture mot_de_bienvenue palabras_de_bienvenida palabras_de_apertura вступительное_слово приветственное_слово заключительное_слово
    allocution allocutions expose exposes mot_de_cloture impuls impulse grusswort 致辞 总结发言`,
};

/** The labels that a view or another writer of ours puts before who moderates, and so on. */
const OWN: Readonly<Partial<Record<keyof Words, LabelKind>>> = {
  moderator: 'moderators',
  moderators: 'moderators',
  speaker: 'speakers',
  speakers: 'speakers',
  languages: 'languages',
  interpretation: 'interpretation',
  organizer: 'organizer',
  links: 'links',
  join: 'links',
  times: 'timezone',
};

interface Known {
  readonly kind: LabelKind;
  readonly hasRole: boolean;
}

const knownColumns = lazy(
  (): ReadonlyMap<string, LabelKind> =>
    new Map(
      Object.entries(COLUMNS).flatMap(([kind, words]) =>
        words.split(/\s+/).map(word => [keyOf(word.replaceAll('_', ' ')), kind as LabelKind] as const),
      ),
    ),
);

const known = lazy((): ReadonlyMap<string, Known> => {
  const all = new Map<string, Known>();
  const add = (words: string, kind: LabelKind, hasRole = false) => {
    for (const word of words.split(/\s+/))
      if (word !== '') all.set(keyOf(word.replaceAll('_', ' ')), { kind, hasRole });
  };
  for (const [kind, words] of Object.entries(LABELS)) add(words, kind as LabelKind);
  for (const [kind, words] of Object.entries(ROLES)) add(words, kind as LabelKind, true);
  for (const language of LABEL_LANGUAGES) {
    for (const [word, kind] of Object.entries(OWN))
      add(String(wordsIn(language)[word as keyof Words]).replaceAll(' ', '_'), kind);
  }
  return all;
});

/** A label as it is looked up: without case, accents, and the endings that stand for both genders or numbers. */
function keyOf(word: string): string {
  return fold(word).replace(bothGenders(), '').replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
}

/** UTF-16 code units of the longest label. */
const LONGEST = 60;

/** The label that a text begins with, before a colon or a dash, or that it is. */
export function labelOf(text: string): Label | undefined {
  const [, before = '', sign = ''] =
    /^([^:：–—|\n]{2,60}?)\s*([:：]|\s[–—]\s|[|]|$)/.exec(text.slice(0, LONGEST + 5)) ?? [];
  if (before === '') return labelBy(text);
  const end = before.length;
  const isWhole = sign === '' && end === text.trimEnd().length;
  if (sign === '' && !isWhole) return labelBy(text);
  const key = keyOf(before);
  if (QUESTIONS.has(key) && !isWhole && !/[:：]/.test(sign)) return labelBy(text);
  const found =
    known().get(key) ?? known().get(key.replace(/^(?:the|le|la|les|el|los|las) /, '')) ?? inTwoLanguages(before);
  const rest = /^\s*[:：–—|]*\s*/.exec(text.slice(end))?.[0].length ?? 0;
  if (found === undefined) return labelBy(text);
  const isPlural = /(?:s|es|ы|и|ون|ين)$/.test(key) || /\(s\)/.test(before);
  return {
    kind: found.kind,
    word: before.trim(),
    ...(found.hasRole && { role: roleOf(before.trim()) }),
    isPlural,
    rest: end + rest,
  };
}

/** « Modérateur / Moderator »: what both words are labels for. */
function inTwoLanguages(text: string): Known | undefined {
  const both = text.split(/\s+[/|]\s+/).map(word => known().get(keyOf(word)));
  const [first] = both;
  return both.length > 1 && both.every(one => one?.kind === first?.kind && one?.hasRole === first?.hasRole)
    ? first
    : undefined;
}

/** `Chaired by Ana Reis`: a label that ends with the word for by, which needs no colon. */
const BY = lazyRegExp('^([\\p{L}-]{3,20}(?: [\\p{L}-]{1,15})? (?:by|par|por))\\s+(?=\\p{Lu})', 'u');

function labelBy(text: string): Label | undefined {
  const [whole, before = ''] = BY().exec(text.slice(0, LONGEST)) ?? [];
  const found = known().get(keyOf(before));
  if (whole === undefined || found === undefined) return undefined;
  return { kind: found.kind, word: before, isPlural: false, rest: whole.length };
}

/** The label that a whole cell of a header is. */
export function columnLabel(text: string): LabelKind | undefined {
  const key = keyOf(text.replace(/[:：]\s*$/, ''));
  const whole = known().get(key)?.kind ?? knownColumns().get(key);
  if (whole !== undefined) return whole;
  const [first = '', ...below] = text.split('\n');
  if (below.length > 0 && !isRoom(first)) return columnLabel(first);
  if (isRoom(text)) return undefined;
  // `Chair / speakers`: whoever takes part.
  const parts = key.split(/\s*[/&]\s*/).map(part => known().get(part)?.kind ?? knownColumns().get(part));
  if (parts.length > 1 && parts[0] === 'moderators' && parts.includes('speakers')) return 'speakers';
  // `Date and time`, of which the time begins each row.
  const words = key.split(/[\s/,&()]+/).map(word => known().get(word)?.kind);
  if (words.includes('date') && words.includes('time')) return 'time';
  // `Session / speakers`, `Heure (UTC)`: the first word that is known.
  for (const word of key.split(/[\s/,&()]+/)) {
    const found = word.length > 2 ? (known().get(word)?.kind ?? knownColumns().get(word)) : undefined;
    if (found !== undefined && key.length < 40) return found;
  }
  return undefined;
}

/** A role that stands in the plural before several people, as each of them has it: `Discussants` is `Discussant`. */
function roleOf(word: string): string {
  const bare = word.replace(pluralInBrackets(), '').replace(/[*]/g, '');
  const shown =
    bare === bare.toUpperCase() && bare !== bare.toLowerCase() ? bare[0] + bare.slice(1).toLowerCase() : bare;
  return /^(?:co-?chairs|keynote speakers|discussants|rapporteurs|respondents|chairs|discutants|relatores|comentaristas)$/i.test(
    shown,
  )
    ? shown.replace(/(?<=relator)es$|s$/i, '')
    : shown;
}

/** Words by which a title tells what kind of session it is, folded; `^` for one that the title begins with. */
const TYPES: readonly (readonly [SessionType, string])[] = [
  [
    'break',
    `^(?:(?:coffee|tea|lunch|health|networking|morning|afternoon|refreshment|short|bio|comfort|buffet|working|light|welcome|standing)[\\s/-]*)*(?:break|lunch|pause|recess)(?![\\p{L}]|-?\\s?(?:out|ing|through))|^(?:welcome |morning |afternoon )?(?:coffee|tea|refreshments)(?: (?:and|&) [\\p{L}-]+|\\W+(?:tea|coffee))?$
     |^(?:pause|dejeuner|pause-cafe|pause-dejeuner)|^(?:almuerzo|receso|descanso|pausa|cafe|refrigerio|merienda|comida(?![\\p{L}]))(?!\\s+con\\s+el)|^(?:перерыв|обед|кофе)|^(?:استراحه|استراحة|غداء|الغداء)|^(?:休息|茶歇|午餐|午休|工间)|^(?:breakfast|petit[ -]dejeuner|repas|desayuno|fruhstuck)(?! (?:session|briefing|meeting|seminar|panel|with|avec))|^(?:photo de (?:famille|groupe) et pause|(?:family|group) photo (?:and|&) (?:coffee|tea))|^(?:mittagspause|kaffeepause|mittagessen|mittagsimbiss|kaffee$)|^(?:almoco|intervalo|pausa para)|^(?:kahve arasi|ogle yemegi|pranzo|colazione|pauze|koffiepauze|theepauze|middagpauze)|^(?:cookie|pizza|strawberry|ice cream|fruit|stretch|luncheon) (?:break|adjournment)|^(?:luncheon)|(?:lunch|coffee|tea) break$|^[\\p{L}'-]+ lunch$`,
  ],
  [
    'registration',
    `^(?:participant |delegate |late |on-?site )?(?:registration|accreditation|check-?in|enregistrement|emargement|inscriptions?|accueil(?: des participants)?|arrivee des participants|registro|inscripcion|acreditacion|регистрация|التسجيل|تسجيل|注册|报到|(?:[\\p{Script=Han}]{2,6})?签到|登记|anmeldung|registrierung|einlass|credenciamento|accredito|accoglienza|registrazione|rececao|registo|credenciacao|recepcion e inscripcion|kayit|inloop|ontvangst|aanmelding|registratie|entrega de (?:documentacion|credenciales|acreditaciones))|^(?:arrivals? and (?:registration|coffee)|sign-in|badge (?:collection|pick-?up)|welcome and registration|doors open)`,
  ],
  [
    'opening',
    `^(?:official |formal |presidential |(?:president|chair(?:man|woman)?|director|mayor|rector)'s )?(?:opening|welcome)(?:$| (?!reception|coffee|tea|dinner|lunch|breakfast|drinks|cocktail))|^(?:[\\p{L}'-]+ ){1,3}opening$|^mots? (?:de bienvenue|d'accueil|d'ouverture)|^(?:ceremonia|acto|ceremonie) inaugurale?$|^(?:palabras de )?bienvenida|^(?:abertura|boas-vindas)|^(?:sessao de )?abertura|^call to order|^(?:saluti|benvenuto|welkom|acilis)|^(?:ceremonie d'|seance d'|session d'|allocutions? d')?ouverture|^(?:ceremonia de |sesion de |acto de )?(?:apertura|inauguracion)|^sesion inaugural|^(?:торжественное )?открытие|^(?:ال|جلسه |جلسة )?(?:افتتاح|الافتتاح|افتتاحيه)|^(?:الجلسه|الجلسة) (?:الافتتاحيه|الافتتاحية)|^开幕|^(?:eroffnung|begrussung|grusswort)`,
  ],
  [
    'closing',
    `^(?:official |formal |concluding and )?(?:closing|closure|adjournment|wrap-?up|conclusions? and (?:closing|aob|next steps))(?: |$|:)|^(?:conclusions? et|mots? de) cloture|(?:[\\s,](?:and|&|et|y|e|und|и)|;) (?:closing|closure|cloture|clausura|cierre|abschluss|закрытие)(?: (?:remarks|session|ceremony|words|собрания|заседания|форума|(?:of|du|de|del) [^:]{2,40}))?$|^(?:awards?|prizes?|award ceremony|award presentation|remise des prix|entrega de premios|preisverleihung) (?:and|&|et|y|und) (?:closing|cloture|clausura|abschluss)|^encerramento|^(?:sessao de )?encerramento|\\se encerramento$|^(?:chiusura|conclusioni|kapanis)|^(?:afsluiting|slotwoord|sluiting)|\\sund (?:verabschiedung|schlusswort)$|^(?:ceremonie de |seance de |session de |remarques de |allocutions? de )?cloture|^(?:ceremonia de |sesion de |acto de |palabras de )?(?:clausura|cierre)|^(?:торжественное )?закрытие|^(?:ال|جلسه |جلسة )?(?:اختتام|الاختتام)|^(?:الجلسه|الجلسة) (?:الختاميه|الختامية)|^(?:闭幕|总结)|^(?:abschluss|schlusswort|verabschiedung)`,
  ],
  [
    'keynote',
    `^(?:[\\p{L}-]+ )?keynote(?=$| ?[:–—])|^(?:keynote|discours (?:principal|liminaire)|discours-programme|conference inaugurale|discurso principal|conferencia (?:magistral|inaugural|de apertura)|ponencia (?:marco|inaugural|magistral)|программное выступление|كلمه رئيسيه|كلمة رئيسية|主旨(?:发言|演讲|报告))`,
  ],
  [
    'panel',
    `^mesa \\d|^(?:panel|podiumsdiskussion|podiumsgesprach|painel|round ?table|high-level panel|table ronde|mesa redonda|panel de|круглый стол|tavola rotonda|paneldiscussie|panelgesprek|панель|панельная дискуссия|дискуссия|حلقه نقاش|حلقة نقاش|مائده مستديره|专题讨论|小组讨论|圆桌)`,
  ],
  [
    'workshop',
    `^(?:[\\p{L}-]+ ){1,2}workshops?(?=$| ?[:–—]| on )|^(?:workshop|training|atelier|taller|oficina|atolye|laboratorio di|практикум|мастер-класс|семинар|ورشه|ورشة|حلقه عمل|讲习班|研讨会|工作坊)`,
  ],
  [
    'side-event',
    `^(?:side[ -]event|manifestation parallele|evenement parallele|evento paralelo|параллельное мероприятие|مناسبه جانبيه|فعاليه جانبيه|会外活动|边会)`,
  ],
  [
    'social',
    `^(?:(?:(?:welcome|cocktail|evening|gala|networking|official|conference|social|farewell|closing|opening|annual|festive|informal|drinks|buffet|delegates'|speakers') )*(?:reception|dinner|drinks|cocktails?|banquet|get-together)|(?:[\\p{L}'-]+ ){1,3}(?:dinner|reception|cocktail|drinks)$|aperitivo|aperitif|soiree|vin espanol|vino espanol|vin d'honneur|verre de l'amitie|recepcion|cena|coctel|reception|diner|cocktail|(?:торжественный |официальный )?прием|фуршет|ужин|حفل استقبال|حفل عشاء|招待会|晚宴|冷餐会|empfang|abendessen|bal|ricevimento|netwerkborrel|borrel|barbecue|bbq|party|(?:festlicher |geselliger )?abendempfang)(?![\\p{L}])`,
  ],
  [
    'plenary',
    `^(?:[\\p{L}-]+ )?plenary(?=$| session| ?[:–—])|^(?:plenary|seance pleniere|conference pleniere|sessao plenaria|session pleniere|pleniere|sesion plenaria|plenaria|пленарное заседание|пленарная сессия|seduta plenaria|sessione plenaria|plenum|plenarsitzung|plenaire|جلسه عامه|جلسة عامة|الجلسه العامه|全体会议)`,
  ],
];

const types = lazy(() =>
  TYPES.map(([type, source]) => [type, foldedRegExp(source.replace(/\s*\n\s*/g, ''))()] as const),
);

/** Words of a title that may be a break, a registration or a social event: a longer one is a session about it. */
const MOST_WORDS = 9;

/** The number of a session before what its title says: `Session 3: Panel on …`; and the types that are known behind it. */
const NUMBERED = foldedRegExp(
  '^(?:session|breakout|seance|sesion|sessao|sessione|sitzung|сессия)\\s+(?:\\d{1,2}|[ivx]{1,5})\\s*[:.–—-]\\s*',
);
const BEHIND_NUMBER: readonly SessionType[] = ['panel', 'workshop', 'keynote', 'plenary'];

/** What kind of session a title names; undefined for an ordinary one. */
export function typeOfTitle(title: string): SessionType | undefined {
  const key = fold(title.slice(0, 200))
    .replace(/^[\s"'«»“”‘’.–—-]+|^\d{1,2}[.)]\s+|^(?:agenda )?items? \d{1,2}(?: (?:and|to|[–-]) \d{1,2})?[.:]\s+/, '')
    .trim();
  const words = key.split(/\s+/).length;
  const found =
    types().find(([, pattern]) => pattern.test(key))?.[0] ??
    types().find(([type, pattern]) => BEHIND_NUMBER.includes(type) && pattern.test(key.replace(NUMBERED(), '')))?.[0];
  const isShortOnly =
    found === 'break' || found === 'registration' || found === 'social' || found === 'opening' || found === 'closing';
  return isShortOnly && words > MOST_WORDS ? undefined : found;
}

const typeWords = lazy(
  () =>
    new Map(
      LABEL_LANGUAGES.flatMap(language =>
        Object.entries(TYPE_WORDS[language]).map(([type, word]) => [fold(word), type as SessionType] as const),
      ),
    ),
);

/** The type that a whole text is the word for, where a title may follow on the next line: `Side event`, « Table ronde ». */
export function typeAlone(text: string): SessionType | undefined {
  const key = fold(text).replace(/[\s:：.]+$/, '');
  const type =
    typeWords().get(key) ?? (key === 'side-event' || key === 'evenement parallele' ? 'side-event' : undefined);
  return type === undefined || type === 'opening' || type === 'closing' || type === 'break' || type === 'registration'
    ? undefined
    : type;
}

/** A room by its name: begins or ends with a word for one. */
const ROOM = foldedRegExp(
  '^(?:in (?:the )?|en (?:la )?|dans la |venue: )?(?:(?:main |large |small |grand |grande |petit |petite |gran |большой |малый |конференц-)?(?:salle|salon|salone|saletta|amphi|amphitheatre|auditorium|auditoire|sala|auditorio|aula|espace|hall|room|conference room|meeting room|committee room|theatre|theater|foyer|podium|фойе|холл|atrio|chiostro|claustro|cafeteria|restaurant|restaurante|ristorante|ресторан|refeitorio|mensa|kantine|zaal|vestibulo|comedor|terraza|pabellon|terrasse|pavilion [a-z0-9]{1,2}$|local \\d|plenario \\d|зал|комната|аудитория|قاعه|القاعه|قاعة|القاعة|غرفه|saal|raum|horsaal))(?![\\p{L}])(?!\\s+(?:des? travail|for|of the art|pour tous))|(?:^|\\s)(?:room|hall|chamber|auditorium|theatre|theater|foyer|lounge|ballroom|lobby|(?:main|second|small|big|open-air|green|blue|red|north|south|east|west) stage|pavilion|terrace|courtyard|canteen|cafeteria|restaurant|[\\p{L}-]*saal|[\\p{L}-]*terrasse|zaal|[\\p{L}-]+theater|зал)(?:\\s+(?:[a-z]|\\d{1,4}[a-z]?|[ivx]{1,6}))?$|(?:厅|会议室|礼堂|大厅|室)(?:\\s?\\d+)?$|^第?[\\p{L}\\p{N}]{0,6}(?:会议室|厅)',
  'u',
);

/** True for a short text that names a room. */
export function isRoom(text: string): boolean {
  const key = fold(text.trim());
  const [first = key] = key.split(/\s*[,،，]\s*/);
  return key.length <= 120 && first.split(/\s+/).length <= 7 && !/[.!?;:]$/.test(key) && ROOM().test(first);
}

/** Lines that are left out on purpose: page numbers, links to other places of a page, the end of something, empty forms. */
const IGNORED = foldedRegExp(
  '^(?:(?:page|p\\.|стр\\.?|страница|pagina|página|seite|صفحة|第)?\\s*[-–—]?\\s*\\d{1,3}\\s*(?:页)?\\s*(?:(?:of|de|sur|/|из|von|من)\\s*\\d{1,3})?\\s*[-–—]?|(?:back to )?top|back to (?:the )?(?:top|start)|retour (?:au debut|en haut)|haut de (?:la )?page|volver (?:al inicio|arriba)|наверх|к началу страницы|回到顶部|العوده الى الاعلى|end of (?:the )?(?:session|day|meeting|programme|program|agenda)|fin de (?:la )?(?:session|seance|journee|reunion)|\\d{2}-\\d{5}(?: \\([a-z]\\))?(?:\\s+\\d{1,3}/\\d{1,3})?|\\d{1,3}/\\d{1,3}\\s+\\d{2}-\\d{5}(?: \\([a-z]\\))?|/\\.\\.\\.|fin de la (?:sesion|jornada)|конец (?:заседания|дня|сессии)|نهايه الجلسه|share|print|partager|imprimer|download|telecharger|menu|(?:agenda|programme|program|schedule|ordre du jour|programa|программа|повестка дня|جدول الاعمال|البرنامج|议程|日程|tagesordnung|programm)|(?:morning|afternoon|evening|matin|matinee|apres-midi|soiree|manana|tarde|noche|утро|день|вечер|上午|下午|晚上|الصباح|المساء)(?: (?:session|sessions|seance))?)$',
);

/** UTF-16 code units of the longest line that is left out, with the signs around it. */
const LONGEST_IGNORED = 200;

/** True for a line that says nothing of an agenda. */
export function isIgnorable(text: string): boolean {
  if (text.length > LONGEST_IGNORED) return /^[\s*#|·•:.–—-]*$/.test(text);
  const key = fold(text.trim()).replace(/^[\s*#|·•–—-]+|[\s*|·•:.–—-]+$/g, '');
  return key === '' || (key.length <= 40 && IGNORED().test(key));
}

/** Words for the end of a day, which is no session but says when the last one ends. */
const END = foldedRegExp(
  "^(?:end|ende|fin|fine|finish|fim|конец|النهاية|结束|(?:end|fin|fim|ende|конец|نهاية)\\s+(?:of (?:the )?|de (?:la |l')?|du |del |des |der |da |do )?(?:session|day|meeting|programme|program|agenda|conference|seminar|workshop|event|forum|seance|journee|reunion|rencontre|seminaire|atelier|soiree|sesion|jornada|evento|conferencia|seminario|foro|tages|veranstaltung|заседания|дня|сессии|форума|встречи|программы|الجلسة|اليوم))$",
);

/** True for a title that says that all is over. */
export function isEnd(title: string): boolean {
  return title.length <= 40 && END().test(fold(title).replace(/[.\s]+$/, ''));
}

/** What is left of a template: a hint in brackets of its kind, or rows of dots. */
const LEFT_OVER =
  /^\s*(?:[[<{(«]\s*(?:insert|title|name|speaker|type|enter|click|to be|tb[acd]|a completer|inserer|nom|titre|insertar|nombre|titulo|вставить|имя|название|أدخل|اسم|填写|请输入)[^\]>})»]*[\]>})»]|(?:click|tap) (?:or tap )?here to enter text\.?|lorem ipsum.*|[.…_\s]{4,}|x{3,}|cliquez ici pour (?:entrer|taper) du texte\.?|haga clic (?:o pulse )?aquí para escribir texto\.?|место для ввода текста\.?)\s*$/iu;

/** True for a text that its author was to write over. */
export function isLeftOver(text: string): boolean {
  return text.length < 300 && LEFT_OVER.test(text);
}

const series = lazyRegExp(
  '^(\\p{L}{4,15}|\\p{Lu}{2,3})\\s+(?:n[o°º]\\s*)?([A-H]|\\d{1,2}\\s?[A-Ha-h]?|[IVX]{1,4})\\s*[:–—.-]\\s*(?=\\S)',
  'u',
);

const chineseSeries = lazyRegExp(
  '^(\\p{Script=Han}{2,6}?)\\s?([A-H]|[一二三四五六七八九十]|\\d{1,2})\\s?[:：](?=\\S)',
  'u',
);

/** One of several of a kind, by how its title begins: `Workshop A:`, « Atelier 2 – », `Session 1B:`. The kind is in small letters. */
export function oneOfSome(title: string): { readonly kind: string; readonly number: string } | undefined {
  const [, kind, number = ''] = series().exec(title) ?? chineseSeries().exec(title) ?? [];
  return kind === undefined ? undefined : { kind: kind.toLowerCase(), number };
}
