import { isHonorific } from '../../../model/honorifics.js';
import { FUNCTION_WORDS } from '../../../model/person-in-words.js';
import { LABEL_LANGUAGES, wordsIn } from '../../../model/words.js';
import { fold, foldedRegExp } from '../../../text/fold.js';
import { lazy, lazyRegExp } from '../../../text/lazy.js';
import { beginsLower } from './letters.js';

const hasCase = lazyRegExp('\\p{Script=Latin}|\\p{Script=Cyrillic}', 'u');
const shortAddress = lazyRegExp('^\\p{Lu}|^\\p{Lo}|^г-|^д-|\\.\\s*$|^(?:señor|señora|don|doña)\\s', 'u');
const chineseAddress = lazyRegExp(
  '^([\\p{Script=Han}·]{2,8}?)\\s?(先生|女士|博士|教授|大使|院士|老师)(?=$|[，,、\\s（(])',
  'u',
);
const beginsUpper = lazyRegExp('^(?:\\p{Lu}|\\p{Lo})', 'u');
const chineseNameAndFunction = lazyRegExp('^([\\p{Script=Han}·]{2,4})\\s(\\p{Script=Han}{2,12})$', 'u');
const chineseName = lazyRegExp('^[\\p{Script=Han}·]{2,10}$', 'u');
const nameWord = lazyRegExp(
  "^(?:\\p{Lu}|\\p{Lo}|d['’]\\p{Lu}|al-\\p{Lu}|el-\\p{Lu}|\\(\\p{Lu}|[\"“]\\p{Lu})[\\p{L}\\p{M}.'’‘`\\-–)”]*$",
  'u',
);
const capitals = lazyRegExp('^\\p{Lu}{2,}$', 'u');

/** A person as a document names them in a session. */
export interface NamedPerson {
  readonly name: string;
  readonly honorific?: string;
  /** The function, complete. */
  readonly title?: string;
  readonly org?: string;
  readonly note?: string;
  readonly remote?: true;
}

/** How sure a text must be to be a person: listed under a label, as an item of a list, or anywhere. */
export type Setting = 'listed' | 'item' | 'anywhere';

/** Forms of address of several words, and those that end a sentence elsewhere; folded. */
const ADDRESS = foldedRegExp(
  "^(?:on\\.|dott\\.(?:ssa)?|avv\\.|emb\\.|sn\\.|av\\.|doc\\.(?: dr\\.)?|arch\\.|geom\\.|eng\\.|dhr\\.?|mevr\\.?|mw\\.|ir\\.|drs\\.|pd(?=\\s+dr)|d\\.(?=\\s+\\p{L}+\\s+\\p{L})|dna\\.|d\\.a|maj|col|lt cdr|sgt|cdr|brig|canon|rt\\.? rev\\.?|rev\\.?|fr\\.|dep\\.|sen\\.|cllr\\.?|lic\\.|arq\\.|mag\\.|dipl\\.-ing\\.|capt\\.|col\\.|gen\\.|maj\\.|lt\\.|ing\\.|mayor|h\\.?\\s?e\\.?|s\\.?\\s?e\\.?(?: m\\.?| mme\\.?)?|s\\.?\\s?exc\\.?|his excellency|her excellency|their excellenc(?:y|ies)|son excellence|su excelencia|sus excelencias|excmo\\.?|excma\\.?|excelentisim[oa]|hon\\.?|the honou?rable|rt\\.? hon\\.?|l'honorable|senor(?:a|ita)?|ambassador|ambassadeur|ambassadrice|embajador|embajadora|minister|ministre|ministro|ministra|professor|professeur|general|colonel|captain|reverend|sheikh|sheikha|prince|princess|его превосходительство|ее превосходительство|посол|معالي|سعاده|سعادة|السفير|السفيره|الوزير|الاستاذ|الاستاذه|الدكتور|الدكتوره|المهندس|المهندسه|السيد|السيده|الشيخ|(?:أ\\.\\s?)?د\\.|[أم]\\.)(?=\\s|$)\\s*",
);

/** Particles within names, folded. */
const PARTICLES = new Set(
  'de da do dos das di del della der den des du la le el al bin ibn ben bint abu van von zu y e i bey ould st'.split(
    ' ',
  ),
);

/** Words that are in titles of sessions and names of bodies and in no name of a person, folded. */
const NO_NAME = foldedRegExp(
  '(?<!\\p{L})(?:session|sessions|panel|panels|seance|sesion|сессия|заседание|opening|closing|remarks|remarques|statement|coffee|lunch|break|welcome|introduction|discussion|debate|debat|debate|workshop|atelier|taller|plenary|pleniere|plenaria|keynote|report|review|presentation|presentacion|interactive|room|salle|sala|hall|registration|dialogue|forum|conference|conferencia|day|journee|dia|questions|answers|reponses|preguntas|university|universite|universidad|bank|banque|banco|ministry|ministere|ministerio|institute|institut|instituto|organization|organisation|organizacion|council|conseil|consejo|foundation|fondation|fundacion|commission|comision|committee|comite|association|asociacion|department|departement|departamento|united nations|nations unies|naciones unidas|government|gouvernement|gobierno|centre|center|centro|office|bureau|oficina|agency|agence|agencia|network|reseau|red|partnership|programme|program|programa|agenda|migration|climate|future|development|policy|protection|data|challenges|opportunities|lessons|launch|launching|adoption|election|general|группа|университет|министерство|институт|банк|организация|جامعه|وزاره|مؤسسه|منظمه|جلسه|حلقه)(?!\\p{L})',
  'u',
);

/** Words of functions, folded. */
const FUNCTION = foldedRegExp(
  `(?<!\\p{L})(?:(?:vice|deputy|sous|sub|under|co|pro)?-?(?:${FUNCTION_WORDS}|presidenta|chairperson|rapporteur|specialist|expert|member|delegate|attorney|lawyer|economist|engineer|scientist|journalist|student|observer|envoy|presenter|chemist|metrologist|architect|physician|correspondent|reporter|trainer|critic|composer|poet|novelist|writer|filmmaker|tutor|mechanic|solicitor|treasurer|oceanographer|facilitator|curator|librarian|historian|miller|farmer|deputy head|counsellor|consul|attache|senator|deputy|leader|spokesperson|author|artist|consultant|administrator|dean|rector|iconographer|chaplain|vicar|warden|psychologist|vicar general|bishop|planner|hydrologist|scholar|activist|lead|cheffe|adjoint|adjointe|professeure|coordinateur|coordinatrice|conseiller|conseillere|commissaire|fondateur|fondatrice|avocat|avocate|experte|specialiste|membre|observateur|observatrice|charge|chargee|prefet|prefete|journaliste|juriste|ingenieur|ingenieure|delegue|deleguee|chercheur|chercheuse|medecin|doctorant|doctorante|architecte|conservateur|conservatrice|historien|historienne|geographe|archeologue|critique|compositeur|compositrice|poete|ecrivain|traducteur|traductrice|ceramiste|documentaliste|hydrologue|meteorologue|tresorier|tresoriere|planificateur|planificatrice|commercant|commercante|economiste|gerant|gerante|viceministro|viceministra|coordinador|coordinadora|asesor|asesora|investigador|investigadora|experto|experta|especialista|gerente|fundador|fundadora|maestro|maestra|narrador|narradora|orientador|orientadora|inspector|inspectora|portavoz|psicologo|psicologa|socio|socia|consejero|consejera|catedratico|catedratica|periodista|cartografo|cartografa|consultor|consultora|arquitecto|arquitecta|medico|medica|tesorero|tesorera|relator|relatora|procurador|procuradora|tutora|abogado|abogada|diretor|diretora|secretaria executiva|sottosegretario|direttore|direttrice|dirigente|caporedattore|portavoce|progettista|assessore|sindaco|sindaca|ricercatore|ricercatrice|docente|professore|professoressa|responsabile|consulente|giornalista|ordinario|hoogleraar|wethouder|heemraad|adviseur|onderzoeker|voorzitter|burgemeester|jurist|conservador|conservadora|epidemiologista|administradora|arquiteto|arquiteta|representante|vicerrector|vicerrectora|alcalde|alcaldesa|sindico|geografo|archivero|archivera|dekan|dekanin|landwirt|landwirtin|vorsitzender|vorsitzende|[\\p{L}]{0,16}(?:referent|leiter|direktor|berater|ingenieur|dezernent|inhaber)(?:in)?|nurse|registrar|technician|agronomist|agronome|arzt|arztin|oberarzt|oberarztin|physiotherapeut|physiotherapeutin|statistician|lecturer|organiser|organizer|principal|mayor|novelist|copresident|copresidente|ecologue|maraicher|maraichere|maire|pesquisador|pesquisadora|professora|coordenador|coordenadora|jornalista|redakteur|redakteurin|geschaftsfuhrer|geschaftsfuhrerin|referatsleiter|referatsleiterin|referent|referentin|vorstand|vorstandin|staatssekretar|staatssekretarin|burgermeister|burgermeisterin|architekt|architektin|sachverstandiger|sachverstandige|ingenieurin|wissenschaftler|wissenschaftlerin|journalistin|professorin|abteilungsleiter|abteilungsleiterin|заместитель|руководитель|координатор|советник|представитель|эксперт|специалист|начальник|секретарь|مدير|مديره|وزير|وزيره|رئيس|رئيسه|سفير|سفيره|امين|الامين|ممثل|ممثله|منسق|منسقه|خبير|خبيره|استاذ|مستشار|مستشاره|نائب|المدير))(?!\\p{L})|(?:主任|行长|院长|校长|馆长|会长|书记|局长|部长|司长|教授|大使|秘书长|总干事|主席|代表|顾问|专家|处长|研究员|总裁|经理|工程师|讲师|总监|理事长|主编|策展人|设计师|建筑师|园长|站长)`,
  'u',
);

/** What a person gives, in brackets or before the name, folded: not their function. */
const CONTRIBUTION = foldedRegExp(
  '(?<![\\p{L}])(?:remarks?|statement|address|message|presentation|presenter|speech|keynote|video|online|virtual(?:ly)?|remote(?:ly)?|by phone|zugeschaltet|per video|videokonferenz|videoconferencia|a distancia|remoto|tbc|to be confirmed|confirmed|invited|opening|closing|introduction|welcome|lecture|intervention|respondent|discussant|rapporteur|moderator|chair|co-chair|facilitator|remarques?|allocution|discours|presentation|presentateur|en ligne|a distance|visioconference|a confirmer|confirmee?|mot de bienvenue|liminaires?|moderateur|moderatrice|palabras|discurso|mensaje|ponencia|presentacion|en linea|por confirmar|virtual|videomensaje|выступление|доклад|сообщение|обращение|видеообращение|видео|онлайн|видеосвязи|videoschaltung|collegamento|videochamada|videollamada|подлежит подтверждению|عن بعد|كلمه|رساله|عرض|عبر|افتراضي|فيديو)(?![\\p{L}])|发言|致辞|演讲|视频|线上|待确认',
  'u',
);

const ALL_CONTRIBUTIONS = lazy(() => new RegExp(CONTRIBUTION().source, 'gu'));

const remotes = lazy(() => new Set(LABEL_LANGUAGES.map(language => fold(wordsIn(language).remote))));

/** UTF-16 code units of a text that is looked at. */
export const LONGEST_PERSON = 600;

/** What stands between a name and what follows: a comma, a dash between blanks, a bracket, a stop behind a whole word. */
const afterName = lazyRegExp(
  '\\s*[,،;，、；]\\s*|\\s*\\u3000+\\s*|\\s+[-–—―]+\\s+|\\s*[–—]\\s*|\\s*[\\n\\t]\\s*|\\s*:\\s+|\\s+(?=\\()|(?<=\\p{L}{4})\\.\\s+(?=\\p{Lu})',
  'u',
);

/** The person that a text names, as programmes print them; undefined for a text that is no person in this setting. */
export function personIn(text: string, setting: Setting): NamedPerson | undefined {
  if (text.length > LONGEST_PERSON) return undefined;
  const whole = text
    .replace(/\s*（/g, ' (')
    .replace(/）/g, ')')
    .replace(/\s*[;,.،；。]\s*$/, '')
    // The mark of a note behind a word.
    .replace(/(?<=\S)\*+(?=\s*(?:[(,;]|$))/g, '')
    .trim();
  if (whole === '') return undefined;
  const { rest, notes, isRemote } = withoutNotes(whole);
  const given = contributionOf(rest);
  const said = given === undefined ? rest : given.of;
  const found =
    functionFirst(said) ??
    split(said, given === undefined ? setting : 'listed') ??
    (given === undefined ? undefined : split(rest, setting));
  if (found === undefined) return undefined;
  const told = [...(given === undefined || found.name === rest ? [] : [given.what]), ...notes];
  const note = told.filter((one, i) => told.findIndex(other => fold(other) === fold(one)) === i).join(', ');
  return { ...found, ...(note !== '' && { note }), ...(isRemote && { remote: true as const }) };
}

/** How somebody takes part, behind a comma at the end. */
const BY_DISTANCE =
  /^(.*\S)(?:\s*[,،，]|\s[–—-])\s*(remote(?:ly)?|online|virtual(?:ly)?|(?:by|via) (?:video|zoom|teams|phone|webex)(?: link| message| conference)?|en ligne|à distance|(?:en|par) visioconférence|en línea|por (?:videoconferencia|vídeo|video)|por (?:videoconferência|videochamada|videollamada)|in collegamento|da remoto|(?:digital |online )?zugeschaltet|per video(?:schaltung)?|по видеосвязи|онлайн|عن بعد|线上)$/isu;

/** A text without the brackets at its end that say what somebody gives, or how. */
function withoutNotes(text: string): {
  readonly rest: string;
  readonly notes: readonly string[];
  readonly isRemote: boolean;
} {
  const notes: string[] = [];
  let rest = text;
  let isRemote = false;
  // `Erik Solheim (by video link), Adviser`
  const [, name = '', beside = '', more = ''] =
    /^([^(（,]{3,60}\S)\s*[(（]([^()（）]{3,40})[)）](,.*)$/su.exec(text) ?? [];
  if (name !== '' && isNote(beside)) {
    rest = name + more;
    if (remotes().has(fold(beside))) isRemote = true;
    else notes.push(beside);
  }
  for (let i = 0; i < 3; i++) {
    const match = /^(.*\S)\s*[(（[]([^()（）[\]]+)[)）\]]$/su.exec(rest) ?? BY_DISTANCE.exec(rest);
    if (match === null) break;
    // `(editor, Kanal Nord – via video link)`
    const [, before = '', how = ''] = /^(.*\S)\s+[–—]\s+(\S.*)$/su.exec(match[2] ?? '') ?? [];
    if (how !== '' && CONTRIBUTION().test(fold(how)) && !isNote(before)) {
      notes.unshift(how);
      rest = `${match[1]} (${before})`;
      continue;
    }
    if (!isNote(match[2] ?? '')) break;
    rest = match[1] ?? '';
    const said = (match[2] ?? '').split(/\s*[,،，]\s*/).filter(part => {
      const isHow = remotes().has(fold(part));
      if (isHow) isRemote = true;
      return !isHow;
    });
    if (said.length > 0) notes.unshift(said.join(', '));
  }
  return { rest, notes, isRemote };
}

/** True for what in brackets is no country, organisation, place or function. */
function isNote(text: string): boolean {
  const key = fold(text);
  if (CONTRIBUTION().test(key)) return !FUNCTION().test(key.replace(ALL_CONTRIBUTIONS(), ''));
  return remotes().has(key) || (beginsLower().test(text) && hasCase().test(text) && !FUNCTION().test(key));
}

/** `Opening remarks by Ana Reis`, « Palabras de la Ministra, señora Ana Reis »: what is given, and who is said to give it. */
function contributionOf(text: string): { readonly what: string; readonly of: string } | undefined {
  const match =
    /^([^,;:()–—]{3,60}?)\s+(?:by|from|of|par|de la part de|del|de la|de los|de|от|من)\s+(?:the\s+)?(\S.*)$/isu.exec(
      text,
    );
  // `Chair of Patient Safety` is a function.
  const isFunctionOf = match !== null && /^(?:co-?)?(?:chair|moderator|facilitator|rapporteur)$/i.test(match[1] ?? '');
  const colon = (isFunctionOf ? null : match) ?? /^([^,;()]{3,60}?)\s*[:：]\s*(\S.*)$/su.exec(text);
  const [, what = '', of = ''] = colon ?? [];
  return what !== '' && CONTRIBUTION().test(fold(what)) ? { what, of } : undefined;
}

/** Who gives what a title names: `Opening statement by Ana Reis`. */
export function giverIn(title: string): NamedPerson | undefined {
  const [, what = '', who = ''] =
    /^(\S.{2,59}?)\s+(?:by|par|por|von)\s+(\S.*)$/su.exec(title.slice(0, LONGEST_PERSON)) ?? [];
  const person = CONTRIBUTION().test(fold(what)) ? personIn(who, 'listed') : undefined;
  return person === undefined ? undefined : { ...person, note: what };
}

/** A name and what follows it. */
function split(text: string, setting: Setting): NamedPerson | undefined {
  const { honorific, rest } = withoutAddress(text);
  const cut = afterName().exec(rest);
  const [, han = '', what = ''] = chineseNameAndFunction().exec(rest) ?? [];
  if (han !== '' && FUNCTION().test(what)) return { name: han, title: what };
  const name = (cut === null ? rest : rest.slice(0, cut.index)).trim();
  const behind = cut === null ? '' : rest.slice(cut.index + cut[0].length).trim();
  if (!isName(name, honorific !== '')) return undefined;
  const dashed = cut !== null && /[-–—―]/.test(cut[0]);
  const inBrackets = /^\(([^()]*)\)[\s,]*(.*)$/su.exec(behind);
  const hasFunction =
    behind !== '' && (FUNCTION().test(fold(behind)) || (inBrackets !== null && !CONTRIBUTION().test(fold(behind))));
  if (honorific === '' && setting === 'anywhere' && !hasFunction) return undefined;
  if (honorific === '' && setting === 'item' && !hasFunction && behind === '') return undefined;
  return {
    name,
    ...(honorific !== '' && { honorific }),
    ...functionOf(behind, dashed, cut?.[0].startsWith('.') === true),
  };
}

/** What stands behind a name as function and organisation: the function stays complete, as it is printed. */
function functionOf(behind: string, dashed: boolean, dotted: boolean): Pick<NamedPerson, 'title' | 'org'> {
  if (behind === '') return {};
  const [, inBrackets, more = ''] = /^\(([^()]*)\)[\s,–—-]*(.*)$/su.exec(behind) ?? [];
  if (inBrackets !== undefined && more !== '') return { title: more, org: inBrackets };
  if (inBrackets !== undefined) return inOrder(inBrackets) ?? titleOrOrg(inBrackets);
  const between = dashed
    ? /\s+[–—-]\s+|\s*[–—]\s*|\s*[\n\u3000]\s*/
    : dotted
      ? /\.\s+|\s*[\n\u3000]\s*/
      : /\s*[\n\u3000]\s*/;
  const parts = behind.split(between);
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && !FUNCTION().test(fold(last))) return { title: parts.slice(0, -1).join(', '), org: last };
  return titleOrOrg(parts.join(', '));
}

/** `UPL, coordinadora`: an organisation before the function in it. */
function inOrder(text: string): Pick<NamedPerson, 'title' | 'org'> | undefined {
  const [org = '', title = '', ...more] = text.split(/\s*[,،，]\s+/);
  const isFirst = title !== '' && more.length === 0 && !FUNCTION().test(fold(org)) && FUNCTION().test(fold(title));
  return isFirst ? { title, org } : undefined;
}

function titleOrOrg(text: string): Pick<NamedPerson, 'title' | 'org'> {
  return FUNCTION().test(fold(text)) ? { title: text } : { org: text };
}

/** `Minister of Transport, Ms. Ana Reis`: the function stands first, and the honorific says where the name begins. */
function functionFirst(text: string): NamedPerson | undefined {
  const [, title = '', person = ''] = /^(.*\S)\s*[,،，:]\s*(\S[^,،]*)$/su.exec(text) ?? [];
  if (title === '' || !FUNCTION().test(fold(title))) return undefined;
  const { honorific, rest } = withoutAddress(person);
  return honorific !== '' && isName(rest, true) ? { name: rest, honorific, title } : undefined;
}

/** The forms of address that a text begins with, and the rest. */
function withoutAddress(text: string): { readonly honorific: string; readonly rest: string } {
  let at = 0;
  for (let i = 0; i < 5; i++) {
    const rest = text.slice(at);
    const [word = ''] = /^\S+\s+/.exec(rest) ?? [];
    const address = addressIn(rest);
    const isShort = word !== '' && isHonorific(word.trim()) && shortAddress().test(word);
    const length = address > 0 ? address : isShort ? word.length : 0;
    if (length === 0 || length >= rest.length) break;
    at += length;
  }
  const suffix = chineseAddress().exec(text.slice(at));
  if (suffix !== null && at === 0) {
    const name = suffix[1] ?? '';
    return { honorific: suffix[2] ?? '', rest: name + text.slice((suffix[0] ?? '').length) };
  }
  return { honorific: text.slice(0, at).trim(), rest: text.slice(at) };
}

/** UTF-16 code units of a form of address of several words at the beginning of a text, whose next word begins a name. */
function addressIn(text: string): number {
  const head = text.slice(0, 40);
  const key = fold(head);
  // Of a name with signs for vowels, the first word alone: fold leaves them out.
  const isAlike = key.length === head.normalize('NFC').length;
  const [first = ''] = isAlike ? [] : (/^\S+(?=\s)/.exec(head) ?? []);
  if (fold(first).length !== first.length) return 0;
  const [found = ''] = ADDRESS().exec(isAlike ? key : `${fold(first)} `) ?? [];
  if (found === '') return 0;
  // `Minister of Transport` is a function, and `General Manager` no general.
  return beginsUpper().test(text.slice(found.length)) &&
    !FUNCTION().test(fold(text.slice(found.length).split(/\s/)[0] ?? ''))
    ? found.length
    : 0;
}

/** Words that functions end with, and no names, folded. */
const NO_SURNAME =
  /^(?:directora?|managers?|officers?|secretary|president[ea]?|advisers?|advisors?|coordinator|commissioner|ceo|cto|cfo|engineer|analyst|lead|specialist|representative|directeur|directrice|secretaire|responsable|coordinateur|coordinatrice|conseiller|conseillere|secretari[oa]|coordinador[a]?|gerente)$/;

/** True for what may be the name of a person: two to seven words with capitals, or in a script without; one behind an honorific. */
export function isName(text: string, hasHonorific = false): boolean {
  const name = text.trim();
  if (name.length < 2 || name.length > 70 || /[\d!?;:/@"«»“”]/.test(name) || NO_NAME().test(fold(name))) return false;
  if (chineseName().test(name)) return hasHonorific || name.length <= 4 || name.includes('·');
  const words = name.split(/[\s\u00A0]+/);
  if (words.length > 7 || (words.length < 2 && !hasHonorific)) return false;
  if (!hasHonorific && (FUNCTION().test(fold(words[0] ?? '')) || NO_SURNAME.test(fold(words.at(-1) ?? ''))))
    return false;
  const isWord = (word: string) => PARTICLES.has(fold(word)) || nameWord().test(word);
  if (!words.every(isWord)) return false;
  return words.some(word => beginsUpper().test(word)) && !PARTICLES.has(fold(words.at(-1) ?? ''));
}

/** What stands between people and within none. */
const SEPARATE = /\s*[;；]\s*|\s*\n\s*/;
/** What stands between people who have brackets behind their names, or before the last of them. */
const BEHIND_BRACKETS = /(?<=[)）])\s*[,،，、]\s*|(?<=[)）])\s+(?:and|et|y|e|и|und|و)\s+/u;

/** The people in a line that may name several: `Ana Reis and Tom Okafor`, `Ana Reis (UNDP); Tom Okafor (IOM)`. */
export function peopleIn(text: string, isPlural: boolean): readonly NamedPerson[] | undefined {
  const bracketed = text
    .split(SEPARATE)
    .flatMap(part => part.split(BEHIND_BRACKETS))
    .flatMap(namesIn);
  const each = bracketed.flatMap(part => personIn(part, 'listed') ?? []);
  // A function may stand behind brackets as well: `Ana Reis (UNDP), Director`.
  const isEach = ({ honorific, name }: NamedPerson, i: number) =>
    honorific !== undefined || /[)）]$/.test(bracketed[i] ?? '') || bracketed[i] === name;
  if (bracketed.length > 1 && each.length === bracketed.length && each.every(isEach)) return each;
  const lists = [SEPARATE, /\s+(?:and|et|y|e|ed|и|und|en|و)\s+|\s*[&、和]\s*/u];
  for (const between of lists) {
    const parts = text.split(between).filter(part => part.trim() !== '');
    const people = parts.map(part => personIn(part, 'listed'));
    const each = people.filter(person => person !== undefined);
    const pair =
      between === SEPARATE || parts.length !== 2 ? undefined : ofOneOrganisation(people, /[)）]$/.test(text));
    if (pair !== undefined) return pair;
    const isList = between === SEPARATE || areAlike(each);
    if (parts.length > 1 && each.length === parts.length && isList) return each;
  }
  const commas = text.split(/\s*(?:[,،，、]|\s(?:and|et|y|и|und|و)\s)\s*/u).filter(part => part !== '');
  // `السيدة ليلى حسن، مديرة، صندوق الدلتا` is one person: in scripts without capitals, all parts look like names.
  const addressed = commas.filter(part => withoutAddress(part).honorific !== '').length;
  if (
    isPlural &&
    commas.length > 1 &&
    (hasCase().test(text) || addressed === 0 || addressed === commas.length) &&
    commas.every(
      part => isName(part) && part.split(/\s/).length <= 4 && !capitals().test(part) && !FUNCTION().test(fold(part)),
    )
  )
    return commas.flatMap(part => personIn(part, 'listed') ?? []);
  const one = personIn(text, 'listed');
  return one === undefined ? undefined : [one];
}

/** `Ana Reis and Tom Okafor, Delta Bank`: both are of the bank; `Ana Reis and Tom Okafor (Delta Bank)` says it of one. */
function ofOneOrganisation(
  [first, second]: readonly (NamedPerson | undefined)[],
  isInBrackets: boolean,
): readonly NamedPerson[] | undefined {
  if (first === undefined || second?.org === undefined || second.title !== undefined) return undefined;
  if (first.title !== undefined || first.org !== undefined) return undefined;
  return isInBrackets ? [first, second] : [{ ...first, org: second.org }, second];
}

/** The names of a text with one in brackets: `Ana Reis, Dr. Tom Okafor (IOM)` names two; any other text as it is. */
function namesIn(text: string): readonly string[] {
  const parts = text.split(/\s*[,،，]\s+/);
  const [last = '', ...before] = parts.toReversed();
  const person = personIn(last, 'listed');
  const isBracketed = /[)）]$/.test(last) && (person?.org ?? person?.title) !== undefined;
  const isAddressed = person?.honorific !== undefined || isBracketed;
  const areNames = before.every(part => isName(part) && !FUNCTION().test(fold(part)));
  return before.length > 0 && isAddressed && areNames ? parts : [text];
}

/** True for people of whom each or none is described: `Director, Department of Economic and Social Affairs` names one. */
function areAlike(people: readonly NamedPerson[]): boolean {
  const described = people.filter(({ title, org }) => (title ?? org) !== undefined).length;
  const addressed = people.filter(({ honorific }) => honorific !== undefined).length;
  return described === 0 || (described === people.length && (addressed === 0 || addressed === people.length));
}

/** True for a text that may be the function or the organisation of who is named on the line before. */
export function isFunction(text: string): boolean {
  return text.length <= 250 && FUNCTION().test(fold(text)) && !/[.!?]$/.test(text);
}
