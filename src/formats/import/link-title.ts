/** What a link is called that has no title: the last step of its path, else its host. */
export function linkTitle(url: string): string {
  const [, host = url, path = ''] = /^https?:\/\/(?:[^/?#]*@)?([^/?#]*)([^?#]*)/i.exec(url) ?? [];
  const last = path.split('/').findLast(step => step !== '');
  if (last === undefined) return host;
  try {
    return decodeURIComponent(last).replace(/\s+/g, ' ').trim() || last;
  } catch {
    return last;
  }
}
