import type { SessionStatus } from '../../model/agenda.js';
import { fold } from '../../text/fold.js';
import { lazy } from '../../text/lazy.js';
import { letterPattern } from '../../text/letters.js';
import { quote } from '../../text/quote.js';
import type { Accounts } from '../source/accounts.js';
import type { Span } from '../source/issues.js';

/**
 * What says in a status or before a title that something does not take place where it stands: English, French, German and
 * Spanish, Arabic, Chinese and Russian, and some neighbours. `-` stands for any gap.
 */
const CALLED_OFF = `cancelled canceled cancellation postponed rescheduled withdrawn called-off
  annule annulee annules annulees reporte reportee reportes reportees
  abgesagt absage storniert gestrichen entfallt ausgefallen fallt-aus verschoben
  cancelado cancelada cancelados canceladas anulado anulada suspendido suspendida aplazado aplazada pospuesto pospuesta
  reprogramado reprogramada
  ملغى ملغي ملغاة ألغيت تم-الإلغاء مؤجل مؤجلة
  已取消 取消 延期 已延期 推迟 已推迟 改期 已改期
  отменено отменен отменена отменены отменяется отмена перенесено перенесен перенесена отложено отложен отложена
  annullato annullata rinviato rinviata geannuleerd afgelast uitgesteld adiado adiada`;

/** What programs and offices write as the status of a session, by what it means. */
const WORDS: Readonly<Record<SessionStatus, string>> = {
  cancelled: `${CALLED_OFF} cancel rejected rejecting declined decline-queue moved deleted removed dropped suspended off no-show
    deplace deplacee rejete rejetee refuse refusee retire retiree supprime supprimee
    verlegt abgelehnt zuruckgezogen geloscht
    rechazado rechazada retirado retirada eliminado eliminada
    مرفوض مرفوضة مسحوب 拒绝 已拒绝 撤回 已撤回 отклонена отклонено отклонен снято`,
  tentative: `tentative draft provisional submitted pending waiting waitlisted waitlist waiting-list accept-queue accepting
    nominated proposed proposal unconfirmed not-confirmed to-be-confirmed tbc tbd tba review in-review under-review new
    needs-action planning maybe on-hold hold requested
    provisoire brouillon soumis soumise en-attente a-confirmer propose proposee a-preciser
    vorlaufig provisorisch entwurf eingereicht ausstehend wartend warteliste vorgeschlagen unbestatigt angefragt offen
    in-planung noch-offen
    provisional borrador enviado enviada pendiente en-espera por-confirmar propuesto propuesta tentativo tentativa
    مؤقت مؤقتة مبدئي قيد-التأكيد قيد-الانتظار قيد-المراجعة مسودة
    待确认 待定 暂定 待审核 审核中 草稿 候补
    подлежит-подтверждению предварительно предварительный ожидает ожидание ожидает-подтверждения на-рассмотрении черновик`,
  confirmed: `confirmed confirm accepted approved scheduled published public active final finalized done
    completed in-process ok yes booked fully-booked sold-out full available open closed free live visible
    confirme confirmee confirmes accepte acceptee valide validee approuve prevu prevue maintenu maintenue publie publiee
    programme complet complete
    bestatigt angenommen zugesagt genehmigt freigegeben veroffentlicht geplant fest fix ausgebucht ausverkauft findet-statt
    confirmado confirmada aceptado aceptada aprobado aprobada programado programada publicado publicada
    مؤكد مؤكدة مقبول مقبولة معتمد
    已确认 确认 已接受 已批准 已发布
    подтверждено подтвержден подтверждена принято принят принята утверждено опубликовано запланировано`,
};

/** A word without case, accents and gaps, as {@link WORDS} are looked up. */
function keyOf(text: string): string {
  return fold(text)
    .replace(/[\s_.,;:!?()[\]{}/–—-]+/g, '-')
    .replace(/^-|-$/g, '');
}

const known = lazy((): ReadonlyMap<string, SessionStatus> => {
  const words = (['cancelled', 'tentative', 'confirmed'] as const).flatMap(status =>
    WORDS[status].split(/\s+/).map(word => [keyOf(word), status] as const),
  );
  return new Map(words.reverse());
});

/** Letters of the longest status that is looked at. */
const LONGEST = 80;

/**
 * The status that a word means in any of the languages, also where more follows what was called off (`Rescheduled to
 * Friday`). Undefined for a word that is not known.
 */
export function statusOf(word: string): SessionStatus | undefined {
  // Most files have one word again and again.
  if (word === last.word) return last.status;
  last = { word, status: lookUp(word) };
  return last.status;
}

let last: { readonly word: string; readonly status: SessionStatus | undefined } = { word: '', status: undefined };

function lookUp(word: string): SessionStatus | undefined {
  const key = keyOf(word.slice(0, LONGEST));
  const whole = known().get(key);
  if (whole !== undefined) return whole;
  const [first = '', ...rest] = key.split('-');
  return rest.length > 0 && known().get(first) === 'cancelled' ? 'cancelled' : undefined;
}

/** The status of a word in a file from elsewhere. A word that is not known is told, and the session is tentative. */
export function readStatus(word: string, span: Span, accounts: Accounts): SessionStatus | undefined {
  if (keyOf(word.slice(0, LONGEST)) === '') return undefined;
  const status = statusOf(word);
  if (status !== undefined) return status;
  accounts.tell(fold(word.slice(0, LONGEST)), span, {
    rule: 'unknown-status',
    message: count =>
      `the status ${quote(word)} is not known: ${count === 1 ? 'the session counts' : `${count} sessions count`} as tentative`,
    hint: 'write confirmed, tentative or cancelled',
  });
  return 'tentative';
}

/** A word in brackets, or before a mark, at the beginning of a title; or one in capitals. */
const beginning = letterPattern(
  '^\\s*(?:[[({【（]\\s*([^\\])}】）]{2,30}?)\\s*[\\])}】）]|([\\p{L}\\p{M} ]{2,30}?)\\s*(?:[:：!|]|\\s[-–—]\\s|[–—])|([\\p{Lu}]{4,20})(?=[\\s,.-]))',
  'u',
);

/** A mark near the beginning, or capitals there: rules out most titles at once. */
const MAY_BEGIN_SO = /[:!|[({【（：–—]| - |^\s*[^\sa-z]{4}/;

const calledOff = lazy((): ReadonlySet<string> => new Set(CALLED_OFF.split(/\s+/).map(keyOf)));

/** `cancelled` where a title begins with a word for it: `Canceled: …`, `[ANNULÉ] …`, `CANCELLED …`; not `Cancelling …`. */
export function statusOfTitle(title: string): 'cancelled' | undefined {
  if (!MAY_BEGIN_SO.test(title.slice(0, 40))) return undefined;
  const [, inBrackets, beforeMark, inCapitals] = beginning(title).exec(title.slice(0, 60)) ?? [];
  const word = inBrackets ?? beforeMark ?? inCapitals;
  return word !== undefined && calledOff().has(keyOf(word)) ? 'cancelled' : undefined;
}

const YES = 'true yes y 1 x t on oui o ja j si s da да 是 نعم ✓ ✔ ☑ wahr vrai verdadero sim';
const NO = 'false no n 0 f off non nein nee net нет 否 لا - – — ☐ falsch faux falso nao';
const answers = lazy(
  (): ReadonlyMap<string, boolean> =>
    new Map([
      ...YES.split(' ').map(word => [fold(word), true] as const),
      ...NO.split(' ').map(word => [fold(word), false] as const),
    ]),
);

/** Reads a cell of a yes/no column, in any of the languages; undefined for anything else. */
export function yesOrNo(text: string): boolean | undefined {
  return answers().get(fold(text.trim().slice(0, LONGEST)));
}
