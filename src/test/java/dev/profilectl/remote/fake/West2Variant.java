package dev.profilectl.remote.fake;

/** One document, and three of the servers that were written to it. */
public enum West2Variant {
  /** As documented: tokens in headers, status 200 for everything, a zero time for "not deleted". */
  SPEC,
  /** Wants both tokens, renews them on every answer, says nothing about the stored picture. */
  A,
  /** One token, no renewal; the verdict on an upload is in a second envelope inside the first. */
  B,
  /** Codes 1 and 0, camel case, errors of its framework; tells nobody their token. */
  C
}
