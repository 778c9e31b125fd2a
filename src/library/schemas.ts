import { agendaSchema, type Schema } from '../schema/agenda.js';
import { changesSchema, logSchema } from '../schema/changes.js';
import { exportAllSchema, exportSchema } from '../schema/export.js';

/** The JSON Schemas (draft-07) of what idm reads and prints, each made anew when it is asked for. */
export const schemas = {
  /** Of an agenda, as editors take it. */
  get agenda(): Schema {
    return agendaSchema();
  },
  /** Of `export --json`, and of the records of `schedule` and `people` within. */
  get export(): Schema {
    return exportSchema();
  },
  /** Of the same with `--lang all`. */
  get exportAll(): Schema {
    return exportAllSchema();
  },
  /** Of `diff --json`, and of what `diff` gives. */
  get changes(): Schema {
    return changesSchema();
  },
  /** Of `log --json`. */
  get log(): Schema {
    return logSchema();
  },
};
