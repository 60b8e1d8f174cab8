/** Commands about profiles: each parses its words, asks once, and shows the answer. */
@NullMarked
package dev.profilectl.cli.user;

import org.jspecify.annotations.NullMarked;
