import { fold, slug } from '../../text/fold.js';
import { lazy } from '../../text/lazy.js';

/**
 * Words that authors write for fields and choices of the format, with - for blanks: English first, then the other languages of
 * the UN and German.
 */
const words = () => ({
  title:
    'name heading topic titre titel titulo intitule nombre tema intitulé название заголовок тема العنوان عنوان 标题 题目 名称',
  time: 'times when hour hours heure heures horaire zeit uhrzeit hora horas horario время الوقت وقت التوقيت 时间',
  date: 'day datum fecha jour дата التاريخ تاريخ 日期',
  type: 'kind category format sort typ tipo тип вид النوع نوع 类型',
  room: 'location venue place where hall salle lieu raum ort saal sala lugar зал аудитория комната القاعة قاعة الغرفة 房间 会议室 地点 厅',
  venue: 'location place site lieu ort lugar address adresse место المكان مكان 会场',
  moderators:
    'moderator chair chairs chairperson chaired-by moderation moderateur moderateurs presidence moderador moderadores модератор модераторы председатель ведущий الرئيس مدير-الجلسة 主持人 主席',
  speakers:
    'speaker presenter presenters panelists panellists participants orateurs intervenants ponentes oradores referenten спикер спикеры докладчик докладчики выступающие المتحدثون المتكلمون 发言人 演讲者 讲者',
  description:
    'abstract summary details text resume beschreibung descripcion описание аннотация الوصف وصف 描述 说明 简介',
  languages: 'language lang langues langue idiomas idioma sprachen язык языки اللغة اللغات 语言',
  url: 'link website web page lien enlace ссылка сайт الرابط 链接 网址',
  org: 'organisation organization affiliation company institution employer organisme organizacion organisation-name организация المنظمة المؤسسة 机构 组织 单位',
  bio: 'biography cv biographie biografia биография السيرة 简历',
  honorific: 'salutation prefix civilite',
  sessions:
    'session items events programme program schedule seances sesiones sitzungen сессии заседания программа الجلسات 会议 日程',
  people: 'persons participants speakers personnes personas люди участники الأشخاص المشاركون 人员',
  tags: 'keywords tag topics mots-cles теги метки 标签',
  track: 'stream theme strand',
  organizer: 'organiser host organisateur organizador',
  break:
    'lunch coffee coffee-break tea-break lunch-break pause dejeuner pause-cafe almuerzo pausa receso mittagspause перерыв обед кофе-брейк кофе استراحة غداء استراحة-غداء استراحة-قهوة 休息 茶歇 午餐 午休',
  panel:
    'roundtable round-table panel-discussion debate discussion table-ronde mesa-redonda круглый-стол дискуссия панель панельная-дискуссия حلقة-نقاش 小组讨论 圆桌 圆桌会议',
  keynote: 'keynote-speech keynote-address key-note доклад كلمة-رئيسية 主旨演讲 主题演讲',
  workshop: 'training tutorial masterclass atelier taller семинар мастер-класс ورشة-عمل ورشة 研讨会 工作坊',
  plenary: 'plenary-session pleniere plenaria пленарное-заседание جلسة-عامة 全体会议',
  opening:
    'opening-ceremony opening-session welcome ouverture apertura inauguration открытие الافتتاح افتتاح 开幕 开幕式',
  closing:
    'closing-ceremony closing-session closing-remarks wrap-up cloture clausura закрытие الاختتام اختتام 闭幕 闭幕式',
  social: 'reception dinner cocktail networking party приём ужин حفل-استقبال 招待会 晚宴',
  registration: 'check-in badges accueil inscription inscripcion регистрация التسجيل تسجيل 注册 签到 报到',
  tentative: 'postponed tbc tbd provisional to-be-confirmed pending draft planned предварительно مبدئي 待定',
  cancelled: 'canceled annule annulee cancelado cancelada abgesagt отменено отменен ملغى 取消 已取消',
  final: 'confirmed definitive definite published',
  confirmed: 'final definite ok confirme confirmado подтверждено مؤكد 确认 已确认',
  timezone:
    'time-zone tz zone fuseau fuseau-horaire zona-horaria huso-horario zeitzone часовой-пояс المنطقة-الزمنية 时区',
  rooms: 'locations venues salles salas raume залы القاعات',
  days: 'dates jours dias tage дни الأيام 日',
  name: 'full-name fullname nom nombre nome имя фио الاسم 姓名 名字',
  country: 'pays pais land nation страна البلد الدولة 国家',
  role: 'rôle rolle rol роль الدور 角色',
  capacity: 'seats size places capacite plazas plätze вместимость السعة 容量',
  language: 'lang langue idioma sprache язык اللغة 语言',
  person: 'id speaker personne persona who',
  subtitle: 'sous-titre subtitulo untertitel subheading tagline подзаголовок 副标题',
  'side-event': 'parallel-event sideevent evenement-parallele evento-paralelo параллельное-мероприятие حدث-جانبي 边会',
});

/** The words that each synonym stands for; asked for only where a word is not known. */
const meanings = lazy((): ReadonlyMap<string, readonly string[]> => {
  const meant = new Map<string, string[]>();
  for (const [word, synonyms] of Object.entries(words()))
    for (const synonym of synonyms.split(' ').map(keyOf)) meant.set(synonym, [...(meant.get(synonym) ?? []), word]);
  return meant;
});

/** The first of some words that another is a synonym of, whatever its case and accents. */
export function synonymOf(word: string, words: readonly string[]): string | undefined {
  return meanings()
    .get(keyOf(word))
    ?.find(known => words.includes(known));
}

/** A word as the table has it: as a slug, or folded where it has no Latin letter. */
function keyOf(word: string): string {
  return word.length > LONGEST ? '' : slug(word) || fold(word).trim().replace(/\s+/g, '-');
}

/** UTF-16 code units of a word that is looked up. */
const LONGEST = 100;
