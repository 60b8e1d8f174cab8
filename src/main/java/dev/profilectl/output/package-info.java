/**
 * How results look: columns, the list of formats ({@link dev.profilectl.output.OutputFormat}) and
 * one file per format. What is shown, which rows, in which order, is decided by the commands;
 * errors, notes and progress are not written here.
 *
 * <p>A column or member may give null, String, Boolean, Integer, Long, BigDecimal, Instant, {@link
 * dev.profilectl.output.RawJson}, a List of these or a Map from String to these.
 */
@NullMarked
package dev.profilectl.output;

import org.jspecify.annotations.NullMarked;
