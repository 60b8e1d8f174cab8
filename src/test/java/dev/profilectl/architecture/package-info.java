/**
 * The map of the packages as a test. The rules are in {@code Rule}, what they hold for in {@code
 * PackageMap}; the packages below {@code wrong} break each of them, to show that they can fail.
 */
@NullMarked
package dev.profilectl.architecture;

import org.jspecify.annotations.NullMarked;
