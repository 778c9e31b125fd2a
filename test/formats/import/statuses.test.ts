import { describe, expect, test } from 'vitest';
import { readStatus, statusOf, statusOfTitle, yesOrNo } from '../../../src/formats/import/statuses.js';
import { Accounts } from '../../../src/formats/source/accounts.js';
import { IssueList } from '../../../src/formats/source/issues.js';

describe('the status of a session', () => {
  test.each([
    ['CANCELED', 'cancelled'],
    ['Cancelled', 'cancelled'],
    ['rejected', 'cancelled'],
    ['Declined', 'cancelled'],
    ['withdrawn', 'cancelled'],
    ['postponed', 'cancelled'],
    ['RESCHEDULED TO Friday', 'cancelled'],
    ['annulée', 'cancelled'],
    ['reporté', 'cancelled'],
    ['abgesagt', 'cancelled'],
    ['fällt aus', 'cancelled'],
    ['aplazado', 'cancelled'],
    ['ملغاة', 'cancelled'],
    ['已取消', 'cancelled'],
    ['отменён', 'cancelled'],
    ['submitted', 'tentative'],
    ['Pending', 'tentative'],
    ['waiting', 'tentative'],
    ['Accept Queue', 'tentative'],
    ['à confirmer', 'tentative'],
    ['por confirmar', 'tentative'],
    ['قيد التأكيد', 'tentative'],
    ['待确认', 'tentative'],
    ['ожидает подтверждения', 'tentative'],
    ['Confirmed', 'confirmed'],
    ['accepted', 'confirmed'],
    ['ausgebucht', 'confirmed'],
    ['مؤكد', 'confirmed'],
    ['已确认', 'confirmed'],
    ['подтверждено', 'confirmed'],
    ['on ice', undefined],
    ['not cancelled', undefined],
  ])('%s', (word, status) => {
    expect(statusOf(word)).toBe(status);
  });

  test('is tentative by a word that is not known, which is told once', () => {
    const [accounts, issues] = [new Accounts(), new IssueList()];
    expect([readStatus('on ice', [1, 2], accounts), readStatus('On Ice', [5, 6], accounts)]).toEqual([
      'tentative',
      'tentative',
    ]);
    expect(readStatus(' — ', [8, 9], accounts)).toBeUndefined();
    accounts.report(issues);
    expect(issues.list.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'unknown-status: the status "on ice" is not known: 2 sessions count as tentative',
    ]);
  });

  test.each([
    ['Canceled: Harbour tour', 'cancelled'],
    ['Cancelled - Harbour tour', 'cancelled'],
    ['CANCELLED Harbour tour', 'cancelled'],
    ['[ANNULÉ] Visite du port', 'cancelled'],
    ['Annulé : visite', 'cancelled'],
    ['Abgesagt: Hafenrundfahrt', 'cancelled'],
    ['(Postponed) Tour', 'cancelled'],
    ['【已取消】参观', 'cancelled'],
    ['Отменено: экскурсия', 'cancelled'],
    ['Cancelling old permits', undefined],
    ['Cancelled permits and what follows', undefined],
    ['Rejected: why papers fail', undefined],
    ['Keynote: cancelled?', undefined],
    ['CANCELLATION', undefined],
  ])('by its title: %s', (title, status) => {
    expect(statusOfTitle(title)).toBe(status);
  });

  test.each([
    ['TRUE', true],
    ['Oui', true],
    ['да', true],
    ['x', true],
    ['False', false],
    ['nein', false],
    ['否', false],
    ['perhaps', undefined],
  ])('by a column of yes and no: %s', (text, answer) => {
    expect(yesOrNo(text)).toBe(answer);
  });
});
