package dev.profilectl.image;

import org.jspecify.annotations.Nullable;

/** A scaled picture whose colours are still those of its file: 8-bit samples, interleaved. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Samples(int width, int height, Layout layout, byte[] bytes, byte @Nullable [] icc) {}
