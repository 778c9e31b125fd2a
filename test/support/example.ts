/** The head that an example of a rule leaves out where it doesn't matter. */
const HEAD = { id: 'example', title: 'Example', timezone: 'Europe/Paris' };

/** An example of a rule as a whole agenda. */
export function complete(example: string): string {
  const missing = Object.entries(HEAD).filter(([field]) => !new RegExp(`^${field}:`, 'm').test(example));
  return missing.map(([field, value]) => `${field}: ${value}\n`).join('') + example;
}
