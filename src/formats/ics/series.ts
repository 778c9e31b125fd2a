import { dayNumber } from '../../model/date.js';
import type { Issues } from '../source/issues.js';
import { LIMITS, limitText, tooMany } from '../source/limits.js';
import { all, type Component, first, type Property, parameter, textOf } from './components.js';
import { type End, endOf, type Moment, momentOf, msOf, type TimeContext } from './date-time.js';
import { daysOf, type Rule, ruleOf } from './recurrence.js';
import type { Zone } from './zones.js';

/** An event of a file, its times read. */
export interface Event {
  readonly component: Component;
  readonly uid: string;
  readonly start: Moment;
  readonly starting: Property;
  readonly end?: End;
  /** RECURRENCE-ID: the occurrence of a series that it stands for. */
  readonly recurrenceId?: Moment;
  readonly rules: readonly Property[];
  /** RDATE: further occurrences. */
  readonly rdates: readonly Moment[];
  /** EXDATE: occurrences that do not take place. */
  readonly exdates: readonly Moment[];
}

/** Reads the times of an event. Without a start that can be read it is none, and a fault says so. */
export function eventOf(component: Component, context: TimeContext): Event | undefined {
  const starting = first(component, 'dtstart');
  if (starting === undefined) {
    context.issues.add(
      'missing-field',
      { span: component.span },
      'this event has no DTSTART',
      'add DTSTART with when it starts, such as 20180326T100000Z',
    );
    return undefined;
  }
  const start = momentOf(starting, context);
  if (start === undefined) return undefined;
  const end = endOf(component, context);
  const instead = first(component, 'recurrence-id');
  const recurrenceId = instead && momentOf(instead, context);
  if (instead !== undefined && /^thisandfuture$/i.test(parameter(instead, 'range') ?? ''))
    complain(instead, 'changes all that follows: only this occurrence is read as changed', context.issues);
  for (const { name, span } of instead === undefined ? [] : component.properties)
    if (name === 'rrule' || name === 'rdate' || name === 'exdate')
      context.accounts.unread(`${name.toUpperCase()} of an event with RECURRENCE-ID`, span, {
        hint: 'one occurrence does not recur: put it into the event of the series',
      });
  const moments = (name: string) =>
    all(component, name).flatMap(property =>
      property.values.flatMap(value => {
        if (value === '') return emptyList(property, context);
        if (!Array.isArray(value)) return momentOf(property, context, value) ?? [];
        complain(property, 'has periods, which are read as long as the event', context.issues);
        return momentOf(property, context, value[0]) ?? [];
      }),
    );
  return {
    component,
    uid: textOf(first(component, 'uid')) ?? '',
    start,
    starting,
    ...(end && { end }),
    ...(recurrenceId && { recurrenceId }),
    rules: instead === undefined ? rulesOf(component, context) : [],
    rdates: instead === undefined ? moments('rdate') : [],
    exdates: instead === undefined ? moments('exdate') : [],
  };
}

/** A list without a value excludes or adds nothing. */
function emptyList({ name, span }: Property, { accounts }: TimeContext): readonly Moment[] {
  accounts.tell(`empty ${name}`, span, {
    rule: 'read-as',
    message: count => `${name.toUpperCase()} is empty${count === 1 ? '' : ` in ${count} places`}: it changes nothing`,
  });
  return [];
}

function rulesOf(component: Component, { issues }: TimeContext): readonly Property[] {
  const rules = all(component, 'rrule');
  const extra = rules[LIMITS.eventRules];
  if (extra !== undefined) tooMany(issues, 'this event', LIMITS.eventRules, 'rules', extra.span);
  return rules.slice(0, LIMITS.eventRules);
}

/**
 * The starts of an event, the first one first. A rule with an end is expanded for a year, one without as long as the
 * events of the calendar that do not recur go on.
 */
export function expandSeries(
  event: Event,
  last: number | undefined,
  floating: Zone,
  issues: Issues,
): readonly Moment[] {
  const { start, rules, rdates, exdates } = event;
  if (rules.length === 0 && rdates.length === 0) return [start];
  const days = rules.flatMap(property => expanded(property, event, last, floating, issues));
  const recurring = days.map(day => ({ ...start, day }));
  const ms = (moment: Moment) => msOf(moment, floating);
  const gone = new Set(exdates.filter(({ isDate }) => !isDate).map(ms));
  const goneDays = new Set(exdates.filter(({ isDate }) => isDate).map(({ day }) => day));
  const found = new Map<number, Moment>();
  for (const moment of [start, ...recurring, ...rdates.map(one => (one.isDate ? { ...start, day: one.day } : one))]) {
    if (!goneDays.has(moment.day) && !gone.has(ms(moment))) found.set(ms(moment), moment);
  }
  const all = [...found].sort(([a], [b]) => a - b).map(([, moment]) => moment);
  if (all.length > LIMITS.eventOccurrences)
    complain(
      event.starting,
      `occurs more than ${limitText(LIMITS.eventOccurrences)} times: the rest is left out`,
      issues,
    );
  return all.slice(0, LIMITS.eventOccurrences);
}

function expanded(
  property: Property,
  event: Event,
  last: number | undefined,
  floating: Zone,
  issues: Issues,
): readonly number[] {
  const { start } = event;
  const rule = ruleOf(property.values[0]);
  if (rule === undefined) {
    complain(property, 'recurs by what is not days, weeks, months or years: only its first occurrence is read', issues);
    return [];
  }
  const isEndless = rule.count === undefined && rule.until === undefined;
  if (isEndless && last === undefined) {
    complain(
      property,
      'recurs without end, in a calendar without another event to end with: only its first occurrence is read',
      issues,
    );
    return [];
  }
  const until = isEndless ? Math.min(last ?? start.day, start.day + LIMITS.seriesDays) : start.day + LIMITS.seriesDays;
  const days = daysOf(rule, start.day, start.day + 1, until).filter(day => isBefore({ ...start, day }, rule, floating));
  if (isEndless) return days;
  const wanted = rule.count === undefined ? days : days.slice(0, rule.count - 1);
  if (goesOn(rule, wanted.length, start.day + LIMITS.seriesDays))
    complain(property, 'goes on for more than a year: the rest is left out', issues);
  return wanted;
}

/** True when a rule says that there is more after the last day that was looked at. */
function goesOn({ count, until }: Rule, found: number, last: number): boolean {
  const end = dayNumber(until?.slice(0, 10) ?? '');
  return end === undefined ? count !== undefined && found < count - 1 : end > last;
}

function isBefore(moment: Moment, { until }: Rule, floating: Zone): boolean {
  const [, date, hours, minutes, utc] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):\d\d(Z)?)?/.exec(until ?? '') ?? [];
  const day = dayNumber(date ?? '');
  if (day === undefined) return true;
  if (hours === undefined || moment.isDate) return moment.day <= day;
  const clock = Number(hours) * 60 + Number(minutes);
  if (utc === undefined) return moment.day < day || (moment.day === day && moment.minutes <= clock);
  return msOf(moment, floating) <= (day * 1440 + clock) * 60_000;
}

function complain({ name, span }: Property, problem: string, issues: Issues): void {
  issues.add('bad-time', { span }, `${name.toUpperCase()} ${problem}`, 'write its occurrences as events');
}
