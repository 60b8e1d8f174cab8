/**
 * The command {@code doctor} and what it looks at, a check each. A check reads and never writes;
 * what it finds wrong is a finding, not a failure of the command.
 */
@NullMarked
package dev.profilectl.cli.doctor;

import org.jspecify.annotations.NullMarked;
