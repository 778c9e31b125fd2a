/** Computes a value at the first call and keeps it. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Memoises a function of an object, for as long as the object lives. */
export function memoize<Of extends object, T>(make: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, () => T>();
  return of => {
    let made = known.get(of);
    if (made === undefined) {
      made = lazy(() => make(of));
      known.set(of, made);
    }
    return made();
  };
}

/**
 * A regular expression that is compiled at its first use. V8 checks regular expression literals while it parses a file, at
 * every start, and one with \p{…} takes long.
 */
export function lazyRegExp(source: string, flags = ''): () => RegExp {
  return lazy(() => new RegExp(source, flags));
}
