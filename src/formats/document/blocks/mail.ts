/** Headers that mail programs show, in several languages; the date is when the mail was sent. */
const MAIL_HEADER =
  /^(?:from|to|cc|bcc|subject|date|sent|reply-to|attachments?|de|à|a|para|objet|envoyé(?: le)?|asunto|fecha|enviado(?: el)?|assunto|data|enviada em|von|an|betreff|datum|gesendet|da|oggetto|inviato|от|кому|тема|дата|отправлено|من|إلى|الموضوع|التاريخ|发件人|收件人|主题|日期|发送时间|抄送)\s?[:：]\s?\S/iu;
/** The header that says what a mail is about, without the marks of answers. */
export const MAIL_SUBJECT =
  /^\s*(?:subject|objet|asunto|assunto|betreff|oggetto|тема|الموضوع|主题)\s?[:：]\s*(?:(?:re|fwd?|tr|rv|aw|wg|enc)\s?:\s*)*/iu;
/** The most headers that are looked at. */
const MOST_HEADERS = 12;

/** The index of the line behind the headers of a mail that was copied into a text; 0 where it begins with none. */
export function behindMailHeaders(lines: readonly { readonly text: string }[]): number {
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  const block = lines.slice(Math.max(0, start), Math.max(0, start) + MOST_HEADERS);
  const end = block.findIndex(({ text }) => !MAIL_HEADER.test(text.trim()));
  const headers = end === -1 ? block : block.slice(0, end);
  return headers.length > 1 && headers.some(({ text }) => MAIL_SUBJECT.test(text)) ? start + headers.length : 0;
}
