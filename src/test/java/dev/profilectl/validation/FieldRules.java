package dev.profilectl.validation;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The codes that the constraints of the field table state, for tests of other packages. */
public final class FieldRules {
  private FieldRules() {}

  /** The codes by documented field name, in the order of the constraints. */
  public static Map<String, List<String>> codes() throws ReflectiveOperationException {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    for (Field field : ProfileInput.class.getDeclaredFields()) {
      List<String> ofField = new ArrayList<>();
      for (Annotation constraint : field.getAnnotations()) {
        for (Annotation one : each(constraint)) {
          String message = (String) call(one, "message");
          ofField.add(message.substring(1, message.length() - 1));
        }
      }
      codes.put(field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), ofField);
    }
    return codes;
  }

  /** The constraint, or those in the container that the compiler put several into. */
  private static Annotation[] each(Annotation annotation) throws ReflectiveOperationException {
    return annotation.annotationType().getSimpleName().equals("List")
        ? (Annotation[]) call(annotation, "value")
        : new Annotation[] {annotation};
  }

  private static Object call(Annotation annotation, String member)
      throws ReflectiveOperationException {
    Method method = annotation.annotationType().getDeclaredMethod(member);
    method.setAccessible(true);
    return method.invoke(annotation);
  }
}
