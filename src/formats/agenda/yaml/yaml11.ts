/** What YAML 1.1 makes of a plain scalar (https://yaml.org/type/), or undefined when it stays a text. */
export function yaml11(text: string): string | undefined {
  return LIKELY.test(text) ? MEANINGS.find(([pattern]) => pattern.test(text))?.[1] : undefined;
}

/** What all of them begin with, or are, and times (`10:00-10:30`) do not: most texts are asked no more than this. */
const LIKELY = /^(?!\d\d?:\d\d-)[-+.=~\d]|^(?:y|yes|on|true|n|no|off|false|null)$/i;

const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE)$/, 'true'],
  [/^(?:n|N|no|No|NO|off|Off|OFF|false|False|FALSE)$/, 'false'],
  [/^(?:~|null|Null|NULL)$/, 'nothing'],
  // With digits between the colons up to 59; a group that repeats is more than V8 takes of a text of megabytes.
  [/^(?!.*(?:::|:[6-9]\d|:\d{3}))[-+]?[1-9][0-9_]*:[0-9:]*[0-9](?:\.[0-9_]*)?$/, 'a number of base 60'],
  [/^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*)$/, 'a number'],
  [/^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*(?:[eE][-+]?[0-9]+)?$(?<!^[-+]?\.)/, 'a number'],
  [/^[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+$/, 'a number'],
  [/^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/, 'a number'],
  [/^\d{4}-\d{2}-\d{2}$|^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}/, 'a date'],
  [/^=$/, 'a special key'],
];
