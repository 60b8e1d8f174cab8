/**
 * Commands about targets: their table in the config file, and what is stored to log in to them.
 * None of them speaks to a server.
 */
@NullMarked
package dev.profilectl.cli.target;

import org.jspecify.annotations.NullMarked;
