/** Sessions of one day. */
export declare const A_DAY: number;
/** The YAML of an agenda of so many sessions, with so many errors and warnings. */
export declare function agenda(count: number, faults?: number): string;
