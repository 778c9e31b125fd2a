import { Chalk } from 'chalk';
import type { Paint } from '../paint.js';

const chalk = new Chalk({ level: 1 });

/** The sixteen colours that every terminal has, so that its own theme decides how they look. Chalk would join more arguments. */
export const colours: Paint = {
  bold: text => chalk.bold(text),
  dim: text => chalk.dim(text),
  error: text => chalk.red(text),
  warning: text => chalk.yellow(text),
  info: text => chalk.blue(text),
  mark: text => chalk.cyan(text),
};
