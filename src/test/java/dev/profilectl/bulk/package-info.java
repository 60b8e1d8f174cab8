/** Tests of rows and what is read from them. */
@NullMarked
package dev.profilectl.bulk;

import org.jspecify.annotations.NullMarked;
