import type { Git, Repository } from '../../src/io.js';

/** A commit of a repository that is not there: its id, its date, and the files in it by path from the root. */
export interface FakeCommit {
  readonly commit: string;
  readonly date: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A git with one branch of these commits, oldest first, as the file sees it that is called `name` in all of them. */
export function fakeGit(name: string, commits: readonly FakeCommit[], isShallow = false): Git {
  const find = (revision: string) => {
    const back = /^HEAD~?(\d*)$/.exec(revision);
    return back === null ? commits.find(({ commit }) => commit === revision) : commits.at(-1 - Number(back[1] ?? 0));
  };
  const bytes = (text: string | undefined) => (text === undefined ? undefined : Buffer.from(text));
  const repository: Repository = {
    isShallow,
    commit: async revision => find(revision)?.commit,
    object: async object => {
      const [revision = '', path = ''] = object.split(':');
      return bytes(find(revision)?.files[path]);
    },
    fileAt: async commit => bytes(find(commit)?.files[name]),
    versions: async function* () {
      for (const { commit, date, files } of commits.toReversed()) {
        const text = files[name];
        if (text !== undefined) yield { commit, date, read: async () => Buffer.from(text) };
      }
    },
  };
  return { repository: async () => (commits.length === 0 ? undefined : repository) };
}
