import { spawn } from 'node:child_process';
import { ROOT } from '../support/run.js';
import type { Program } from './programs.js';

const PACKAGE = `${ROOT}.ci/tools/node_modules/yaml-language-server/package.json`;
const SERVER = `${ROOT}.ci/tools/node_modules/yaml-language-server/bin/yaml-language-server`;
const SCHEMA = `file://${ROOT}schema/agenda.schema.json`;

export const YAML_LANGUAGE_SERVER: Program = {
  name: 'yaml-language-server',
  install: 'npm ci --prefix .ci/tools',
  version: [process.execPath, '-p', `require(${JSON.stringify(PACKAGE)}).version`],
};

/** What an editor proposes: its label, and the text that is typed, with `$1` or `${1:…}` for what is filled in. */
export interface Completion {
  readonly label: string;
  readonly documentation?: unknown;
  readonly insertText?: string;
  readonly textEdit?: { readonly newText: string };
}

/** Speaks to yaml-language-server as an editor does (Language Server Protocol 3.17), with the schema of the agenda. */
export interface LanguageServer {
  /** What is proposed at `|` in a text. */
  complete(marked: string): Promise<readonly Completion[]>;
  /** What is shown, in Markdown, for the word at `|`. */
  hover(marked: string): Promise<string>;
  /** What is wrong in a text that is, or could be, at an absolute path: as `line:column message`, both from 1. */
  problems(text: string, path?: string): Promise<readonly string[]>;
  stop(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}
interface Diagnostics {
  readonly uri: string;
  readonly diagnostics: readonly { range: { start: { line: number; character: number } }; message: string }[];
}

export async function startLanguageServer(): Promise<LanguageServer> {
  const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const settings = {
    validate: true,
    completion: true,
    hover: true,
    schemaStore: { enable: false },
    schemas: { [SCHEMA]: '*.yaml' },
  };
  const answers = new Map<number, (result: unknown) => void>();
  const reports = new Map<string, (found: Diagnostics['diagnostics']) => void>();
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  let asked = 0;
  const ask = (method: string, params: object) =>
    new Promise<unknown>(answer => {
      asked++;
      answers.set(asked, answer);
      send({ id: asked, method, params });
    });
  const receive = ({ id, method, params, result }: Message) => {
    if (id !== undefined && method !== undefined)
      send({ id, result: method === 'workspace/configuration' ? sections(params, settings) : null });
    else if (id !== undefined) answers.get(id)?.(result);
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as Diagnostics;
      reports.get(uri)?.(diagnostics);
    }
  };
  let received = Buffer.alloc(0);
  server.stdout.on('data', (data: Buffer) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const head = received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(received.subarray(0, Math.max(0, head)).toString())?.[1]);
      if (head === -1 || received.length < head + 4 + length) return;
      const body = received.subarray(head + 4, head + 4 + length);
      received = received.subarray(head + 4 + length);
      receive(JSON.parse(body.toString()));
    }
  });
  await ask('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } } },
    },
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: settings } } });

  let opened = 0;
  const open = async (text: string, path = `/agendas/${opened + 1}.yaml`) => {
    opened++;
    const uri = `file://${path}`;
    const found = new Promise<Diagnostics['diagnostics']>(report => reports.set(uri, report));
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    return { uri, found: await found };
  };
  const at = async (method: string, marked: string) => {
    const lines = marked.slice(0, marked.indexOf('|')).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const { uri } = await open(marked.replace('|', ''));
    return ask(method, { textDocument: { uri }, position });
  };
  return {
    complete: async marked => {
      const result = (await at('textDocument/completion', marked)) as { items: Completion[] } | Completion[];
      return 'items' in result ? result.items : result;
    },
    hover: async marked => ((await at('textDocument/hover', marked)) as { contents: { value: string } }).contents.value,
    problems: async (text, path) =>
      (await open(text, path)).found.map(
        ({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`,
      ),
    stop: () => server.kill(),
  };
}

/** What the server is told of each section of the settings that it asks for. */
function sections(params: unknown, settings: object): readonly object[] {
  const { items } = params as { readonly items: readonly { readonly section: string }[] };
  return items.map(({ section }) => (section === 'yaml' ? settings : {}));
}
