/**
 * The noun {@code run}: what commands changed, going on with it, undoing it. How runs are done is
 * in {@code cli.bulk} and {@code bulk}.
 */
@NullMarked
package dev.profilectl.cli.run;

import org.jspecify.annotations.NullMarked;
