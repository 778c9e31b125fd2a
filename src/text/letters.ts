/** Characters of texts in the six languages of the UN, each in its commonest letters, with punctuation, symbols and emoji. */
const COMMON =
  /^[\uFE0F\u0300-\u036F\u0000-\u00FF\u0401\u0410-\u044F\u0451\u060C\u061B\u061F\u0621-\u065F\u2010-\u206F\u20AC\u2190-\u23FF\u2500-\u2775\u3001\u3002\u3008-\u3011\u4E00-\u9FFF\uFF01-\uFF0F\uFF1A-\uFF20\u{1F300}-\u{1FAFF}]*$/u;

/** What Unicode's classes have among these. */
const CLASSES: Readonly<Record<string, string>> = {
  L: 'A-Za-z\\xAA\\xB5\\xBA\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\xFF\\u0401\\u0410-\\u044F\\u0451\\u0621-\\u064A\\u4E00-\\u9FFF',
  Lu: 'A-Z\\xC0-\\xD6\\xD8-\\xDE\\u0401\\u0410-\\u042F',
  Ll: 'a-z\\xB5\\xDF-\\xF6\\xF8-\\xFF\\u0430-\\u044F\\u0451',
  M: '\\u0300-\\u036F\\u064B-\\u065F\\uFE0F',
  N: '0-9\\xB2\\xB3\\xB9\\xBC-\\xBE',
  Z: ' \\xA0\\u2028\\u2029\\u202F\\u205F',
  Cc: '\\0-\\x1F\\x7F-\\x9F',
  Cf: '\\xAD\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F',
};

/**
 * A pattern with classes of Unicode, each within brackets (`[\p{L}]`), for `text`. V8 takes as long to compile one of all
 * letters as to read kilobytes of code; so a text of common characters has a pattern that knows only these, which finds the
 * same in it. Each is made when it is used for the first time.
 */
export function letterPattern(source: string, flags: string): (text: string) => RegExp {
  let common: RegExp | undefined;
  let all: RegExp | undefined;
  return text => {
    if (!COMMON.test(text)) {
      all ??= new RegExp(source, flags);
      return all;
    }
    common ??= new RegExp(
      source.replace(/\\p\{(\w+)\}/g, (whole, name: string) => CLASSES[name] ?? whole),
      flags,
    );
    return common;
  };
}
