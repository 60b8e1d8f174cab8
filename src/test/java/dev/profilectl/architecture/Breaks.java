package dev.profilectl.architecture;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a class that was made to break rules; it keeps all others. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Breaks {
  /** The names of the rules. */
  String[] value();
}
