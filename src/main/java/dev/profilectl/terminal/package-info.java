/**
 * What this terminal can do: its width and colours, text that is safe to send to it, pictures drawn
 * as text, and questions to the person in front of it. No process stream is written and no
 * environment read here that was not handed in; only a prompt opens the terminal itself. What is
 * shown, and in which format, belongs to {@code output} and the commands.
 */
@NullMarked
package dev.profilectl.terminal;

import org.jspecify.annotations.NullMarked;
