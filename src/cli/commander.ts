/**
 * The adapter of commander, which parses a command line into options and arguments, writes the help of the whole and of each
 * command, and suggests the option that was probably meant. No other file imports it.
 */
export { Command, CommanderError, Option } from 'commander';
