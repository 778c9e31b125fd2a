import anyAscii from 'any-ascii';

/**
 * The adapter of any-ascii, which writes any script in ASCII letters by a table of characters: `Открытие` as `Otkrytie`,
 * `开幕` as `Kai Mu`. It is large, so it is loaded only where a title has no Latin letters.
 */
export function transliterate(text: string): string {
  return anyAscii(text).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
