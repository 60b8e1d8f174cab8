package dev.profilectl.dialect;

import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.NewAvatar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Answers, and the four languages as they are spoken unless a target says otherwise. */
final class Said {
  static final WeiduTranslator WEIDU = new WeiduTranslator(false, false);
  static final AnqicmsTranslator ANQICMS = new AnqicmsTranslator(null, null);
  static final West2Translator WEST2 =
      new West2Translator(new West2Translator.Settings("data", Set.of("10000"), false));

  private Said() {}

  static ZaihangyunTranslator zaihangyun(boolean form) {
    return new ZaihangyunTranslator(form, new Random(1));
  }

  /** Success by HTTP, and this. */
  static Answer ok(String body) {
    return answer(200, body);
  }

  static Answer answer(int status, String body) {
    return answer(status, Map.of(), body);
  }

  static Answer answer(int status, Map<String, List<String>> headers, String body) {
    return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Whoever an answer tells of. */
  static Account user(Translator translator, String body) {
    return translator.account(ok(body)).orElseThrow();
  }

  static NewAvatar avatar(String format, String name) {
    Blob content = Blob.of(new byte[] {1, 2, 3});
    return new NewAvatar(content, new Avatar.Shape(format, 3, 4), name, null);
  }
}
