package dev.profilectl.dialect;

import dev.profilectl.profile.Blob;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a request carries. */
public sealed interface Body {
  /** Nothing. */
  record None() implements Body {}

  /** JSON, as UTF-8. */
  record Json(String text) implements Body {
    /** Its content may be secret. */
    @Override
    public String toString() {
      return "Json";
    }
  }

  /** {@code application/x-www-form-urlencoded}, in this order. */
  record Form(Map<String, String> fields) implements Body {
    /** Copies the fields, in their order. */
    public Form {
      fields = new LinkedHashMap<>(fields);
    }

    /** Its content may be secret. */
    @Override
    public String toString() {
      return "Form" + fields.keySet();
    }
  }

  /**
   * {@code multipart/form-data} with one part.
   *
   * @param field the part's name
   * @param fileName of ASCII letters, digits, dots and hyphens
   * @param mediaType {@code image/jpeg} for example
   */
  record Upload(String field, String fileName, String mediaType, Blob content) implements Body {}
}
