/** What is made when it is first asked for, since most runs never ask. */
export function late<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What is made of an object when it is first asked for, and kept as long as the object. */
export function onceOf<Of extends object, T>(make: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, () => T>();
  return of => {
    let made = known.get(of);
    if (made === undefined) {
      made = late(() => make(of));
      known.set(of, made);
    }
    return made();
  };
}

/**
 * A regular expression that is made when it is first used. V8 looks through those that are written out while it reads the
 * file, at every start, and for one with \p{…} in it that takes long.
 */
export function pattern(source: string, flags = ''): () => RegExp {
  return late(() => new RegExp(source, flags));
}
