import { Chalk } from 'chalk';
import type { Colors } from '../paint.js';

const chalk = new Chalk({ level: 1 });

/** The sixteen colors that every terminal has, so that its own theme decides how they look. Chalk would join more arguments. */
export const colors: Colors = {
  bold: text => chalk.bold(text),
  dim: text => chalk.dim(text),
  error: text => chalk.red(text),
  warning: text => chalk.yellow(text),
  info: text => chalk.blue(text),
  mark: text => chalk.cyan(text),
};
