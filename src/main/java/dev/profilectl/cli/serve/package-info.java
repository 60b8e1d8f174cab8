/** The command {@code serve}. What it starts is made by the workspace. */
@NullMarked
package dev.profilectl.cli.serve;

import org.jspecify.annotations.NullMarked;
