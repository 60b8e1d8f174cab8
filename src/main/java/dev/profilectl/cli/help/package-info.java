/**
 * Commands about help, topics and the version: each parses its words, asks once, and shows the
 * answer.
 */
@NullMarked
package dev.profilectl.cli.help;

import org.jspecify.annotations.NullMarked;
