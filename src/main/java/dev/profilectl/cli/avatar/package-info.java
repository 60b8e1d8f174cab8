/** Commands about pictures: each parses its words, asks once, and shows the answer. */
@NullMarked
package dev.profilectl.cli.avatar;

import org.jspecify.annotations.NullMarked;
