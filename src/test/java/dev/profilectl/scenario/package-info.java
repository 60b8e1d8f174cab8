/**
 * Scenario files: what a user types and what comes back, as text that people can review. The same
 * files run in process and through the packaged program; only the {@link
 * dev.profilectl.scenario.Driver} differs.
 */
@NullMarked
package dev.profilectl.scenario;

import org.jspecify.annotations.NullMarked;
