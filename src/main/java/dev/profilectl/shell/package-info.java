/**
 * Many commands in one process: text as words, a script run line after line, and the prompt for a
 * person. It is handed a way to run words and knows no command, no flag and no exit code but zero.
 * What a line means belongs to {@code cli}; the terminal itself to {@code terminal}.
 */
@NullMarked
package dev.profilectl.shell;

import org.jspecify.annotations.NullMarked;
