/**
 * A regular expression that is made when it is first used. V8 looks through those that are written out while it reads the
 * file, at every start, and for one with \p{…} in it that takes long.
 */
export function pattern(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}
