import type { CommandEntry } from '../cli/command.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'list', summary: 'list the sessions, all or those that pass filters', load: () => import('./list.js') },
  {
    name: 'timetable',
    summary: 'draw each day as a grid: rooms across, time down',
    load: () => import('./timetable.js'),
  },
  {
    name: 'show',
    args: '<id-or-words...>',
    summary: 'show one session in full, by id or title',
    load: () => import('./show.js'),
  },
  {
    name: 'speaker',
    args: '[name...]',
    summary: 'find people and the sessions they appear in',
    load: () => import('./speaker.js'),
  },
  { name: 'now', summary: 'list what is on now, or at a time', load: () => import('./now.js') },
  { name: 'next', args: '[n]', summary: 'list the next sessions of each room', load: () => import('./next.js') },
  {
    name: 'conflicts',
    summary: 'list overlapping sessions, and whether they matter',
    load: () => import('./conflicts.js'),
  },
  {
    name: 'validate',
    args: '[file...]',
    summary: 'check agendas, and report each problem with its place',
    load: () => import('./validate.js'),
  },
  {
    name: 'diff',
    args: '[old] [new]',
    summary: 'tell what changed between two versions of an agenda',
    load: () => import('./diff.js'),
  },
  {
    name: 'log',
    args: '[file]',
    summary: 'list the versions in git that changed something a reader sees',
    load: () => import('./log.js'),
  },
  { name: 'export', summary: 'write the agenda in another format', load: () => import('./export.js') },
  {
    name: 'explain',
    args: '[rule]',
    summary: 'explain a rule, with examples',
    load: () => import('./explain.js'),
  },
  { name: 'formats', summary: 'list input and output formats', load: () => import('./formats.js') },
  { name: 'schema', summary: 'print the JSON Schema of an agenda', load: () => import('./schema.js') },
  {
    name: 'init',
    args: '[file]',
    summary: 'write an agenda to start from, or that of another file',
    load: () => import('./init.js'),
  },
  {
    name: 'completion',
    args: '<shell>',
    summary: 'print a script that completes command lines in bash, zsh or fish',
    load: () => import('./completion.js'),
  },
];
