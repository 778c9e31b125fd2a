import { fileURLToPath } from 'node:url';
import { output } from '../programs.js';
import { type Client, eventLines } from './client.js';

const SCRIPT = fileURLToPath(new URL('sabre.php', import.meta.url));

/** The library of Nextcloud's and Baïkal's servers. */
export const sabre: Client = {
  name: 'php-sabre-vobject',
  install: 'apt-get install php-cli php-sabre-vobject',
  version: [
    'php',
    '-d',
    'error_reporting=0',
    '-r',
    "require 'Sabre/VObject/autoload.php'; echo Sabre\\VObject\\Version::VERSION;",
  ],
  notes: ['its `validate()` finds nothing to say'],
  read: (file, folder) => eventLines(output('php', [SCRIPT, file], folder)),
};
