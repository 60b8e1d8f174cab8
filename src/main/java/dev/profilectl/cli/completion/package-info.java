/**
 * What can be typed next: offered at the prompt of {@code shell}, by scripts for three shells that
 * are made of the command tree, and by one hidden command that finds what changes. The tree as data
 * is {@code cli.CommandShape}.
 */
@NullMarked
package dev.profilectl.cli.completion;

import org.jspecify.annotations.NullMarked;
