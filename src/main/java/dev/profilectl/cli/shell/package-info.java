/**
 * Many commands in one process: {@code batch} and {@code shell}, the words that only they know
 * ({@code use}, {@code cd}, {@code exit}), and a world in which what one command opened stays open
 * for the next. How text becomes words, and how a person types it, belongs to {@code shell}.
 */
@NullMarked
package dev.profilectl.cli.shell;

import org.jspecify.annotations.NullMarked;
