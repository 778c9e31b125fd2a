import type { CommandEntry } from '../cli/command.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'list', summary: 'list the sessions, all or those that filters choose', load: () => import('./list.js') },
  { name: 'show', args: '<session-id>', summary: 'show one session in full', load: () => import('./show.js') },
  {
    name: 'speaker',
    args: '[name...]',
    summary: 'find people and where they appear',
    load: () => import('./speaker.js'),
  },
  { name: 'conflicts', summary: 'show what overlaps and whether it matters', load: () => import('./conflicts.js') },
  {
    name: 'validate',
    args: '[file...]',
    summary: 'check agendas and say what is wrong, and where',
    load: () => import('./validate.js'),
  },
  { name: 'export', summary: 'write the agenda in another format', load: () => import('./export.js') },
  {
    name: 'explain',
    args: '[rule]',
    summary: 'say what a rule is and why, with examples',
    load: () => import('./explain.js'),
  },
  { name: 'formats', summary: 'list what is read and written', load: () => import('./formats.js') },
  { name: 'schema', summary: 'print the JSON Schema of an agenda', load: () => import('./schema.js') },
  { name: 'init', args: '[file]', summary: 'write a small agenda to start from', load: () => import('./init.js') },
];
