package dev.profilectl.remote.fake;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The switches of a fake that are on. */
final class Quirks<E extends Enum<E>> {
  private final Set<E> on = ConcurrentHashMap.newKeySet();

  void turnOn(List<E> quirks) {
    on.addAll(quirks);
  }

  void turnOff(List<E> quirks) {
    quirks.forEach(on::remove);
  }

  boolean has(E quirk) {
    return on.contains(quirk);
  }
}
