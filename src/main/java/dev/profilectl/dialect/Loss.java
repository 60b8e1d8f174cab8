package dev.profilectl.dialect;

import dev.profilectl.failure.Message;

/**
 * Something an update would destroy on its way.
 *
 * @param word what accepts it: {@code password} for {@code --accept-loss password}
 * @param why what would be lost, in a sentence
 */
public record Loss(String word, Message why) {}
