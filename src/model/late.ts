/** What is made when it is first asked for, since most runs never ask. */
export function late<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * A regular expression that is made when it is first used. V8 looks through those that are written out while it reads the
 * file, at every start, and for one with \p{…} in it that takes long.
 */
export function pattern(source: string, flags = ''): () => RegExp {
  return late(() => new RegExp(source, flags));
}
