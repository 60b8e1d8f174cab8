/**
 * Work on many users: rows from files, what they ask for, plans, the journal. Where users are kept
 * is behind the ports of {@code profile}; words, screens and exit codes belong to {@code cli}.
 *
 * <p>To add a format of inputs: a {@link dev.profilectl.bulk.RowReader}; a constant in {@link
 * dev.profilectl.bulk.InputFormat} and its line in {@link dev.profilectl.bulk.Inputs}.
 */
@NullMarked
package dev.profilectl.bulk;

import org.jspecify.annotations.NullMarked;
