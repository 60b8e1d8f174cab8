package dev.profilectl.remote;

import dev.profilectl.dialect.Translator;

/**
 * What all connections to one target share.
 *
 * @param target its name
 * @param translator its language
 * @param wire to it
 * @param patience with it
 * @param pace which every worker keeps to
 * @param backoff how long to wait
 */
record Hub(
    String target,
    Translator translator,
    Wire wire,
    Patience patience,
    Pace pace,
    Backoff backoff) {
  Replies replies() {
    return new Replies(target, translator.system());
  }
}
