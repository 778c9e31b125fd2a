/** The text of a style sheet or a script with what it imports, minified: build/bundled-text.ts. */
declare module '*?bundled' {
  const text: string;
  export default text;
}
