package dev.profilectl.remote;

import dev.profilectl.profile.AvatarLimits;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A way to a target.
 *
 * @param hub what is shared
 * @param base the address before every path
 * @param fileBase where relative avatar addresses lie; {@code null} for the base
 * @param limits what pictures it takes
 */
record Connection(Hub hub, URI base, @Nullable URI fileBase, AvatarLimits limits) {}
