import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/formats/agenda/full-read.js';
import { punctuationOf } from '../../src/model/punctuation.js';
import { punctuationIn } from '../../src/model/words.js';
import { castLine, interpretationNames, itemLine, roomNames } from '../../src/query/naming.js';
import { presentation } from '../../src/query/presentation.js';
import { scheduledSessions } from '../../src/query/scheduled-sessions.js';

describe('punctuation', () => {
  test.each([
    ['en', ', ', ', ', '; '],
    ['fr-CH', ', ', ', ', '\u00a0; '],
    ['es', ', ', ', ', '; '],
    ['ru', ', ', ', ', '; '],
    ['ar', '، ', '، ', '؛ '],
    ['fa-AF', '، ', '، ', '؛ '],
    ['zh-Hant-HK', '，', '、', '；'],
    ['x-sign', ', ', ', ', '; '],
    [undefined, ', ', ', ', '; '],
  ])('of %s', (tag, comma, list, semicolon) => {
    expect(punctuationOf(tag)).toEqual({ comma, list, semicolon });
    const agenda = { ...(tag !== undefined && { language: tag }) };
    expect(punctuationIn({ agenda })).toEqual(punctuationOf(tag));
  });
});

const AGENDA = `id: a
title: T
language: en
timezone: UTC
interpretation: [fr, es]
rooms: {a: {name: {en: A, ar: أ, zh: 甲}}, b: {name: {en: B, ar: ب, zh: 乙}}}
people:
  ada: {name: Ada, title: {en: Chair, ar: رئيسة, zh: 主席}, org: {en: Bank, ar: مصرف, zh: 银行}}
  ben: {name: Ben, title: Clerk}
days:
  - date: 2030-01-01
    sessions:
      - id: s
        time: 09:00-10:00
        room: [a, b]
        title: S
        languages: [en]
        speakers: [{person: ada, note: {en: draft, ar: مسودة, zh: 草稿}, remote: true}]
        items: [{title: I, speakers: [ada, ben]}]
`;

describe('what is joined in a language', () => {
  const { agenda } = readYaml(AGENDA);
  if (agenda === undefined) throw new Error('no agenda');
  const [entry] = scheduledSessions(agenda);
  const [speaker, item] = [entry?.session.speakers[0], entry?.session.items[0]];
  if (entry === undefined || speaker === undefined || item === undefined) throw new Error('no session');

  test.each([
    ['en', 'A, B', 'Ada, Chair, Bank (draft, by video)', 'I – Ada, Chair, Bank; Ben, Clerk', 'French, Spanish'],
    [
      'fr',
      'A, B',
      'Ada, Chair, Bank (draft, par visioconférence)',
      'I – Ada, Chair, Bank\u00a0; Ben, Clerk',
      'français, espagnol',
    ],
    // A function that there is in English alone is behind a comma of English.
    ['ar', 'أ، ب', 'Ada، رئيسة، مصرف (مسودة، عبر الفيديو)', 'I – Ada، رئيسة، مصرف؛ Ben, Clerk', 'الفرنسية، الإسبانية'],
    ['zh', '甲、乙', 'Ada，主席，银行 (草稿，视频参会)', 'I – Ada，主席，银行；Ben, Clerk', '法语、西班牙语'],
  ])('has the marks of %s', (lang, rooms, cast, line, names) => {
    const shown = presentation(agenda, { lang });
    expect(roomNames(entry.rooms, shown)).toBe(rooms);
    expect(castLine(speaker, shown)).toBe(cast);
    expect(itemLine(item, shown)).toBe(line);
    expect(interpretationNames(entry, shown)).toBe(names);
  });
});
