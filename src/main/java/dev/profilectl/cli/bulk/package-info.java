/**
 * Commands without a noun that work on the files of many users, and the flags that all commands on
 * such files share. Reading and judging rows belongs to {@code bulk}.
 */
@NullMarked
package dev.profilectl.cli.bulk;

import org.jspecify.annotations.NullMarked;
