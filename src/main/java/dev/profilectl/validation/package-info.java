/**
 * The one validation module: every documented limit, stated once as a constraint whose message key
 * is the documented code, and the catalogue of all codes. It judges raw values and knows neither
 * profiles nor stores.
 */
@NullMarked
package dev.profilectl.validation;

import org.jspecify.annotations.NullMarked;
