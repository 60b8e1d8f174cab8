/**
 * The command line: the command tree, flags shared by many commands, exit codes, and how failures
 * are told. Each command is one file in a package named like its noun. Rules, SQL, pixels and
 * formats live below; nothing below knows a flag or an exit code.
 */
@NullMarked
package dev.profilectl.cli;

import org.jspecify.annotations.NullMarked;
