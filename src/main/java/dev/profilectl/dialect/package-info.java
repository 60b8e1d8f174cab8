/**
 * The wire: how each of the four systems writes its requests and answers. Pure translation between
 * profiles and messages, no I/O: who sends them is {@code remote}, who answers them {@code server}.
 *
 * <p>To add a system: a constant in {@code DocumentedSystem}, a {@link
 * dev.profilectl.dialect.Translator} and its line where {@code remote} chooses one.
 */
@NullMarked
package dev.profilectl.dialect;

import org.jspecify.annotations.NullMarked;
