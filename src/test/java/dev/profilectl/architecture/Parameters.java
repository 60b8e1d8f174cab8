package dev.profilectl.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;

/** Counts parameters as they stand in the source. */
final class Parameters {
  static final int MOST = 4;

  private Parameters() {}

  /** How many were written; none for what the compiler made and for the header of a record. */
  static int written(JavaCodeUnit unit) {
    JavaClass owner = unit.getOwner();
    if (unit.getModifiers().contains(JavaModifier.SYNTHETIC)) {
      return 0;
    }
    int count = unit.getRawParameterTypes().size();
    if (!(unit instanceof JavaConstructor)) {
      return count;
    }
    if (owner.isRecord() || owner.isAnonymousClass() || owner.isLocalClass()) {
      return 0;
    }
    // An enum's constructor is given the name and the number as well.
    return owner.isEnum() ? count - 2 : count;
  }
}
