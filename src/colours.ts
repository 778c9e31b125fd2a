import { Chalk } from 'chalk';
import type { Paint } from './paint.js';

const chalk = new Chalk({ level: 1 });

/** The sixteen colours that every terminal has, so that its own theme decides how they look. */
export const colours: Paint = {
  bold: chalk.bold,
  dim: chalk.dim,
  error: chalk.red,
  warning: chalk.yellow,
  info: chalk.blue,
  mark: chalk.cyan,
};
