/**
 * Tests of the pictures' way from bytes to bytes; the files they read are described beside them.
 */
@NullMarked
package dev.profilectl.image;

import org.jspecify.annotations.NullMarked;
