package dev.profilectl.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Dies at one call of some, before or after it was done, as a killed process does. */
final class Mortal {
  private final int at;
  private final boolean after;
  private int calls;

  /** What cannot be caught by anything that catches failures. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Dies at the call of this number, from 0; at none where there are fewer. */
  Mortal(int at, boolean after) {
    this.at = at;
    this.after = after;
  }

  /** Never dies. */
  static Mortal never() {
    return new Mortal(Integer.MAX_VALUE, false);
  }

  /** The same port; these methods of it are counted. */
  <T> T around(Class<T> port, T behind, Set<String> counted) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              boolean here = counted.contains(method.getName()) && calls++ == at;
              if (here && !after) {
                throw new Death();
              }
              try {
                Object result = method.invoke(behind, arguments);
                if (here) {
                  throw new Death();
                }
                return result;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
