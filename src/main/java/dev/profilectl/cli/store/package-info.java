/**
 * Commands about the local store's file: each parses its words, asks once, and shows the answer.
 */
@NullMarked
package dev.profilectl.cli.store;

import org.jspecify.annotations.NullMarked;
