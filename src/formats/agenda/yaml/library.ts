/**
 * The adapter of yaml, which parses the agendas that the fast path leaves to it: texts with faults, comments or anchors. It
 * gives nodes with their offsets, every error with its code, and the tokens that comments are found by. No other file
 * imports it.
 */
export {
  type Alias,
  Composer,
  type CST,
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  Scalar,
  visit,
  type YAMLMap,
  YAMLParseError,
} from 'yaml';
