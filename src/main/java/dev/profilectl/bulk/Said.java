package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Credential;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfilePatch;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row was understood to say.
 *
 * @param values its raw values by field
 * @param key what finds its user
 * @param patch what it asks for; {@code null} where it breaks rules
 * @param wrong which; {@code null} where it breaks none
 * @param credential what proves that it comes from its user
 */
record Said(
    Map<Field, @Nullable Object> values,
    Optional<RowKey> key,
    @Nullable ProfilePatch patch,
    Failure.@Nullable Invalid wrong,
    Optional<Credential> credential) {
  /** How it names its user; {@code null} for nobody. */
  @Nullable String name() {
    return key.flatMap(k -> k.value(values)).orElse(null);
  }
}
