/**
 * Commands about the catalogue of codes: each parses its words, asks once, and shows the answer.
 */
@NullMarked
package dev.profilectl.cli.code;

import org.jspecify.annotations.NullMarked;
