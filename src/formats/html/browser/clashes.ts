/** What attending a session takes. */
export interface Attended {
  /** Epoch milliseconds, half-open; without an announced end, the first minute. */
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly hasParts: boolean;
  readonly isCancelled: boolean;
  /** Ids. */
  readonly rooms: readonly string[];
}

/** True of two sessions that nobody can attend both: as `idm conflicts --parallel` judges them, but for rooms and people. */
export function clash(a: Attended, b: Attended): boolean {
  const types = [a.type, b.type];
  const breaks = types.filter(type => type === 'break').length;
  const isByDesign = breaks === 1 && types.some(type => type === 'side-event' || type === 'social');
  const isSide = types.includes('registration') || breaks === 2 || isByDesign;
  return takesPlace(a) && takesPlace(b) && a.start < b.end && b.start < a.end && !isSide;
}

/** True of two sessions in other rooms, one after the other, without a minute between. */
export function isTight(a: Attended, b: Attended): boolean {
  const isApart = a.rooms.length > 0 && b.rooms.length > 0 && !a.rooms.some(room => b.rooms.includes(room));
  return takesPlace(a) && takesPlace(b) && a.end === b.start && isApart;
}

/** A session with parts is attended by its parts. */
function takesPlace({ isCancelled, hasParts }: Attended): boolean {
  return !isCancelled && !hasParts;
}
