/**
 * The review of pictures as a state machine: what a key, or an answer from elsewhere, makes of
 * where the review is, and what is to be done for it. Nothing here draws, reads a file or knows a
 * terminal; who does that lives in {@code cli.avatar}.
 */
@NullMarked
package dev.profilectl.cli.review;

import org.jspecify.annotations.NullMarked;
