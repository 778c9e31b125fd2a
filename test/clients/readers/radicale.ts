import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { quiet } from '../programs.js';
import type { Client } from './client.js';
import { icalEvents } from './ical-js.js';

/** A CalDAV server, which reads and writes with vobject. */
export const radicale: Client = {
  name: 'Radicale',
  install: 'apt-get install radicale',
  version: ['radicale', '--version'],
  notes: [
    'takes a calendar in one `PUT`; what it serves is read with ical.js',
    'with `--tzid` loses the minutes of an offset, such as the 45 of Kathmandu: its VTIMEZONE then shows other times, those in UTC stay right',
  ],
  read: (file, folder) =>
    serving(folder, async calendar => {
      await calendar.put('', readFileSync(file, 'utf8'));
      return icalEvents(await calendar.get());
    }),
};

/** A calendar on a server. */
export interface Served {
  /** Puts a calendar object under a name, or the whole calendar under none; anything but success is an error. */
  put(name: string, object: string): Promise<void>;
  /** The whole calendar. */
  get(): Promise<string>;
}

/** Runs a server for as long as the work takes: on a free port of 127.0.0.1, open to all, its store in a folder. */
export async function serving<T>(folder: string, work: (calendar: Served) => Promise<T>): Promise<T> {
  const port = await freePort();
  const options = {
    config: '',
    'server-hosts': `127.0.0.1:${port}`,
    'auth-type': 'none',
    'storage-filesystem-folder': join(folder, 'radicale'),
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const server = spawn('radicale', args, { cwd: folder, env: quiet(folder), stdio: 'ignore' });
  const home = `http://127.0.0.1:${port}/somebody/`;
  try {
    await ready(server, home);
    const calendar = `${home}calendar/`;
    return await work({
      put: async (name, object) => {
        await request(calendar + encodeURIComponent(name), { method: 'PUT', body: object });
      },
      get: async () => (await request(calendar, { method: 'GET' })).text(),
    });
  } finally {
    if (server.exitCode === null && server.kill()) await once(server, 'exit');
  }
}

async function request(url: string, options: RequestInit): Promise<Response> {
  const headers = {
    Authorization: `Basic ${Buffer.from('somebody:').toString('base64')}`,
    'Content-Type': 'text/calendar; charset=utf-8',
  };
  const response = await fetch(url, { ...options, headers, signal: AbortSignal.timeout(20_000) });
  if (!response.ok) throw new Error(`${options.method} ${url}: ${response.status} ${await response.text()}`);
  return response;
}

/** Waits until the server answers, ten seconds at most; the first request makes the home of its user. */
async function ready(server: ChildProcess, home: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) throw new Error(`radicale: exit ${server.exitCode}`);
    const answered = await request(home, { method: 'PROPFIND' }).catch(() => undefined);
    if (answered !== undefined) return;
    await sleep(100);
  }
  throw new Error('radicale did not start in ten seconds');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
